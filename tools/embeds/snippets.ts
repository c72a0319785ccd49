import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const documented = readFileSync(join(import.meta.dirname, '../../docs/embed.md'), 'utf8')

const addressInDocs = 'https://connect.example.com'

type Snippets = Readonly<Record<string, string>>

const sectionOf = (heading: string): string => documented.split(/^(?=###? )/m).find((part) => part.startsWith(`### ${heading}\n`)) ?? ''

/** The policy that a page of this section sends; null where the section shows none. */
export function documentedPolicy(heading: string, wizard: string): string | null {
  const [, policy] = /^```http\n(.*?)\n```$/ms.exec(sectionOf(heading)) ?? []
  return policy?.replaceAll(addressInDocs, wizard) ?? null
}

/** The files that a section shows, by their path, with the address of this wizard. What is tested is what is documented. */
export function documentedFiles(heading: string, wizard: string): Snippets {
  const section = sectionOf(heading)
  const files = [...section.matchAll(/^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms)]
  if (files.length === 0) throw new Error(`docs/embed.md has no files in the section ${heading}`)
  return Object.fromEntries(files.map(([, path = '', text = '']) => [path, text.replaceAll(addressInDocs, wizard)]))
}

/** The one style sheet, which every framework takes. */
export function documentedStyle(): string {
  const [, style] = /```css\n(.*?)```/s.exec(documented) ?? []
  if (style === undefined) throw new Error('docs/embed.md has no style sheet')
  return style
}
