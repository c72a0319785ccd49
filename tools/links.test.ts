import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const folders = ['docs', 'examples', 'src', 'deploy'].filter((folder) => existsSync(folder))

const pages = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
  ),
]

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** As GitHub makes them of headings: small letters, no punctuation, a hyphen for each blank, and a number for the second of a name. */
function anchors(text: string): Set<string> {
  const slugs = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
  return new Set(slugs.map((slug, index) => [slug, slugs.slice(0, index).filter((other) => other === slug).length] as const).map(numbered))
}

const numbered = ([slug, earlier]: readonly [string, number]): string => (earlier === 0 ? slug : `${slug}-${earlier}`)

function fault(page: string, link: string): string | null {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(target)) return `${page}: there is no ${link}`
  if (relative('.', target).startsWith('..')) return `${page}: ${link} is outside of the repository`
  if (anchor === undefined || statSync(target).isDirectory()) return null
  return anchors(readFileSync(target, 'utf8')).has(anchor) ? null : `${page}: there is no heading for ${link}`
}

test('every folder and file of ours that a page names exists', () => {
  const named = pages.flatMap((page) => {
    const paths = [...readFileSync(page, 'utf8').matchAll(/(?:^|[`\s(])((?:src|tools|e2e)\/[\w./-]*\w)(?=[/`\s),.:]|$)/gm)]
    return paths.map(([, path = '']) => ({ page, path }))
  })
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter(({ path }) => !existsSync(path)).map(({ page, path }) => `${page}: ${path}`)).toEqual([])
})

test('every link and picture between the Markdown files leads to a file and a heading that are there', () => {
  const faults = pages.flatMap((page) => {
    const links = [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    return links.filter((link) => !/^(?:[a-z]+:|\/)/.test(link)).flatMap((link) => fault(page, link) ?? [])
  })
  expect(pages.length).toBeGreaterThan(20)
  expect(faults).toEqual([])
})
