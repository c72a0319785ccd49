import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import type { MarkdownRenderer, Plugin } from 'vitepress'
import { contentTypes } from '../../e2e/static-server.ts'

const decoded = (text: string): string => text.replaceAll('&amp;', '&')
const matches = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => decoded(match[1] ?? ''))

/** Links and pictures of the built pages that lead to no file of the site, or to no heading of their page. */
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

/** `vitepress dev` serves the wizard at the URL that it has on the built site. */
export function servedDemo(folder: string, path: string): Plugin {
  return {
    name: 'served-demo',
    configureServer: ({ middlewares }) => {
      middlewares.use(path, (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
        if (!existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}

/** Tags of our pages. Anything else in angle brackets is text. */
const known = /^<\/?(?:br|a|p|kbd|img|details|summary)\b|^<!--/

/** The pages are also read in the repository, so double braces and words in angle brackets are text, not Vue. */
export function takeTextAsText({ renderer, utils }: MarkdownRenderer): void {
  const escaped = (text: string) => utils.escapeHtml(text).replaceAll('{{', '<span v-pre>{{</span>')
  renderer.rules.text = (tokens, index) => escaped(tokens[index]?.content ?? '')
  renderer.rules.code_inline = (tokens, index) => `<code v-pre>${utils.escapeHtml(tokens[index]?.content ?? '')}</code>`
  for (const type of ['html_inline', 'html_block'] as const) {
    renderer.rules[type] = (tokens, index) => {
      const content = tokens[index]?.content ?? ''
      return known.test(content) ? content : escaped(content)
    }
  }
}

/** A page that leads to the one that took its place, also without JavaScript. */
export const movedPage = (to: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Moved</title>
<link rel="canonical" href="${to}">
<meta http-equiv="refresh" content="0; url=${to}">
<p>This page has moved. <a href="${to}">Go to its new place.</a></p>
</html>
`
