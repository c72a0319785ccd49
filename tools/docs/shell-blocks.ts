import { readdirSync, readFileSync } from 'node:fs'

export type ShellBlock = {
  readonly page: string
  readonly line: number
  readonly text: string
  /** The output that the page shows after it. A “…” can be anything. */
  readonly output: string | null
}

/** Everything that people read, but for the decisions. */
export const pagesForReaders: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/embed/README.md',
  'examples/image-processor/README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

const fence = /^```(?:sh|bash|shell|console|zsh|powershell)\n([\s\S]*?)\n```$(?:\n\n```(?:text|json)\n([\s\S]*?)\n```$)?/gm

export function shellBlocksIn(page: string, markdown: string = readFileSync(page, 'utf8')): readonly ShellBlock[] {
  return [...markdown.matchAll(fence)].map(({ 1: text = '', 2: output, index }) => ({
    page,
    line: markdown.slice(0, index).split('\n').length,
    text,
    output: output ?? null,
  }))
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** True if the output is what the page shows. A line with “…” alone is any number of lines. */
export function isAsShown(shown: string, output: string): boolean {
  const pattern = shown
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}[ \\t]*\\n`))
    .join('')
  return new RegExp(`^\\n*${pattern}\\n*$`).test(`${output.trimEnd()}\n`)
}
