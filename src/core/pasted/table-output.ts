/**
 * `--output table` of the AWS CLI: each level of nesting has one bar more at both ends; a section has its name on a line
 * of its own, and then rows of a key and its value, or a row of keys and rows of values.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#table-output
 */
type Line = { readonly depth: number; readonly cells: readonly string[] | null }

/** As deep as a role is, and as wide as a terminal may be. */
const bars = /^(\|{1,12})(.*?)\1$/
const widest = 2000

function linesOf(text: string): readonly Line[] {
  return text.split('\n').flatMap((line): Line[] => {
    const [, outer, inner = ''] = bars.exec(line.slice(0, widest).trim()) ?? []
    if (outer === undefined) return []
    if (/^\+[-+]+\+$/.test(inner)) return [{ depth: outer.length, cells: null }]
    return [{ depth: outer.length, cells: inner.split('|').map((cell) => cell.trim()) }]
  })
}

/** The lines between rules. */
type Group = { readonly depth: number; readonly rows: readonly (readonly string[])[] }

function groupsOf(lines: readonly Line[]): readonly Group[] {
  const groups: { depth: number; rows: (readonly string[])[] }[] = []
  let isOpen = false
  for (const { depth, cells } of lines) {
    const last = groups.at(-1)
    if (cells === null) isOpen = false
    else if (isOpen && last?.depth === depth) last.rows.push(cells)
    else groups.push({ depth, rows: [cells] })
    isOpen = cells !== null
  }
  return groups
}

type Section = { readonly depth: number; readonly name: string; readonly content: unknown }

const isName = ({ rows }: Group): boolean => rows.length === 1 && rows[0]?.length === 1
const nameOf = ({ rows }: Group): string => rows[0]?.[0] ?? ''

function withKeys(keys: readonly string[], values: readonly string[]): object {
  return Object.fromEntries(keys.map((key, at) => [key, values[at] ?? '']))
}

/** What stands below a name. One cell a row is a list of texts. */
function contentOf([head, body]: readonly Group[]): unknown {
  const rows = head?.rows ?? []
  const [keys = []] = rows
  if (head === undefined) return {}
  if (body !== undefined) return withKeys(keys, body.rows[0] ?? [])
  return keys.length === 1 ? rows.flat() : Object.fromEntries(rows.map(([key = '', value = '']) => [key, value]))
}

/** A name right below a name of the same level is a text in a list, since nothing is shown that is empty. */
function sectionsOf(groups: readonly Group[]): readonly Section[] {
  const sections: Section[] = []
  for (let at = 0; at < groups.length; at += 1) {
    const [group, first, second] = groups.slice(at, at + 3)
    if (group === undefined || !isName(group)) continue
    const isBody = first !== undefined && first.depth === group.depth
    const hasRows = isBody && second !== undefined && second.depth === group.depth && !isName(first) && !isName(second)
    sections.push({
      depth: group.depth,
      name: nameOf(group),
      content: contentOf(groups.slice(at + 1, at + 1 + Number(isBody) + Number(hasRows))),
    })
    at += Number(isBody) + Number(hasRows)
  }
  return sections
}

type Tree = { readonly value: unknown; readonly next: number }

function treeAt(sections: readonly Section[], at: number): Tree {
  const { depth = 0, content } = sections[at] ?? {}
  const children = new Map<string, unknown>()
  let next = at + 1
  for (let child = sections[next]; child !== undefined && child.depth > depth; child = sections[next]) {
    const { value, next: after } = treeAt(sections, next)
    const before = children.get(child.name)
    children.set(child.name, before === undefined ? value : [before, value].flat())
    next = after
  }
  const isObject = typeof content === 'object' && !Array.isArray(content)
  return { value: isObject ? { ...content, ...Object.fromEntries(children) } : content, next }
}

/** More is no answer about one role. */
const mostLines = 3000

/** What `--output json` would have given, but for numbers, which are texts, and lists of one, which are their entry. */
export function tableValue(text: string): unknown {
  const sections = sectionsOf(groupsOf(linesOf(text.split('\n').slice(0, mostLines).join('\n'))))
  return sections.length === 0 ? null : treeAt(sections, 0).value
}
