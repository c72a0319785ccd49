import { diffLines } from 'diff'

/** The part of a changed line that differs from its counterpart; `end` is the offset after it. */
type ChangedPart = { readonly start: number; readonly end: number }

export type DiffLine = {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** Counted from 1; null where the text has no such line. */
  readonly before: number | null
  readonly after: number | null
  readonly part: ChangedPart | null
}

type Block = { readonly kind: DiffLine['kind']; readonly lines: readonly string[] }

function kindOf({ added, removed }: { added: boolean; removed: boolean }): DiffLine['kind'] {
  if (added) return 'added'
  return removed ? 'removed' : 'same'
}

/** A missing last line break is not a visible difference. */
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

function blocksOf(before: string, after: string): readonly Block[] {
  return diffLines(ended(before), ended(after)).map((change) => ({
    kind: kindOf(change),
    lines: change.value.replace(/\n$/, '').split('\n'),
  }))
}

function sharedLength(one: string, other: string): number {
  const longest = Math.min(one.length, other.length)
  let length = 0
  while (length < longest && one[length] === other[length]) length += 1
  return length
}

const reversed = (text: string): string => text.split('').reverse().join('')

/** The parts between the common beginning and the common end of two lines; null where they share only blanks. */
function differingParts(one: string, other: string): readonly [ChangedPart, ChangedPart] | null {
  const start = sharedLength(one, other)
  const tail = sharedLength(reversed(one.slice(start)), reversed(other.slice(start)))
  const shared = one.slice(0, start).trim() + one.slice(one.length - tail).trim()
  if (shared.length < 4) return null
  return [
    { start, end: one.length - tail },
    { start, end: other.length - tail },
  ]
}

/** Pairs lines with their counterparts, which is certain only in blocks of the same length. */
function partsOf(block: Block, partner: Block | undefined, side: 0 | 1): readonly (ChangedPart | null)[] {
  const other = partner?.lines ?? []
  if (other.length !== block.lines.length) return block.lines.map(() => null)
  return block.lines.map((line, at) => {
    const texts = side === 0 ? ([line, other[at] ?? ''] as const) : ([other[at] ?? '', line] as const)
    return differingParts(...texts)?.[side] ?? null
  })
}

function blockParts(blocks: readonly Block[], at: number): readonly (ChangedPart | null)[] {
  const block = blocks[at]
  if (block === undefined) return []
  if (block.kind === 'removed') return partsOf(block, blocks[at + 1]?.kind === 'added' ? blocks[at + 1] : undefined, 0)
  if (block.kind === 'added') return partsOf(block, blocks[at - 1]?.kind === 'removed' ? blocks[at - 1] : undefined, 1)
  return block.lines.map(() => null)
}

/** Two texts as one list of lines: those that stay, those that go and those that come. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const blocks = blocksOf(before, after)
  const old = counter()
  const fresh = counter()
  return blocks.flatMap(({ kind, lines }, at) => {
    const parts = blockParts(blocks, at)
    return lines.map(
      (text, index): DiffLine => ({
        kind,
        text,
        before: kind === 'added' ? null : old(),
        after: kind === 'removed' ? null : fresh(),
        part: parts[index] ?? null,
      }),
    )
  })
}

function counter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}
