import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contributing, guide } from './sections.ts'

type Site = { readonly title: string; readonly description: string; readonly base: string }

const plain = (text: string): string =>
  text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The first sentence after the heading. */
function summary(markdown: string): string {
  const [paragraph = ''] = markdown
    .replace(/^---[\s\S]*?^---$/m, '')
    .split(/\n{2,}/)
    .filter((part) => /^[A-Z"“]/.test(part.trim()))
  const text = plain(paragraph)
  // “For sales engineers.” says too little alone.
  return /^.{40,}?[.!?](?= |$)/.exec(text)?.[0] ?? text
}

/** https://llmstxt.org: a list of the pages, and each one as Markdown next to its HTML. */
export function writeTextForModels(folder: string, sourceOf: (page: string) => string | null, site: Site): void {
  const lines = [`# ${site.title}`, '', `> ${site.description}`]
  for (const { text, pages } of [...guide, ...contributing]) {
    lines.push('', `## ${text}`, '')
    for (const [title, page] of Object.entries(pages)) {
      const source = sourceOf(page)
      if (source === null) continue
      copyFileSync(source, join(folder, `${page}.md`))
      lines.push(`- [${title}](${site.base}${page.slice(1)}.md): ${summary(readFileSync(source, 'utf8'))}`)
    }
  }
  writeFileSync(join(folder, 'llms.txt'), `${lines.join('\n')}\n`)
}
