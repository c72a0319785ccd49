import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const decoded = (text: string): string => text.replaceAll('&amp;', '&')
const matches = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => decoded(match[1] ?? ''))

/** Every link and picture of the built pages that leads to no file of the site, or to no heading of the page it names. */
export function deadLinks(folder: string, base: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `/${file.replaceAll('\\', '/')}`)
  const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('/live/') && file !== '/404.html')
  const htmlOf = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]))
  const headings = new Map([...htmlOf].map(([page, html]) => [page, new Set(matches(html, /\sid="([^"]*)"/g))]))

  function isDead(page: string, link: string): boolean {
    const { origin, pathname, hash } = new URL(link, new URL(base + page.slice(1), 'https://site.invalid'))
    if (origin !== 'https://site.invalid') return false
    const path = `/${decodeURIComponent(pathname).slice(base.length)}`
    const file = path.endsWith('/') ? `${path}index.html` : path
    if (!existsSync(join(folder, file))) return true
    return hash !== '' && headings.get(file)?.has(decodeURIComponent(hash.slice(1))) === false
  }

  return [...htmlOf].flatMap(([page, html]) => {
    const links = new Set(matches(html, /\s(?:href|src)="([^"]*)"/g))
    return [...links].filter((link) => isDead(page, link)).map((link) => `${page}: ${link}`)
  })
}
