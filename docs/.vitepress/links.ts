import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/** Pages of the site by their file in the repository. */
function pageOf(file: string): string | null {
  if (file === 'CONTRIBUTING.md' || file === 'CHANGELOG.md') return `/${file.toLowerCase()}`
  if (file.startsWith('docs/') && /\.(?:md|svg|png)$/.test(file)) return file.slice('docs'.length)
  return /^examples\/.*README\.md$/.test(file) ? `/${file}` : null
}

const isInRepository = (href: string): boolean => href !== '' && !/^(?:[a-z]+:|\/|#)/.test(href)

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/** The place of a link on the site. Null if its file is in the repository alone. */
function placeOf(href: string, folder: string, project: string): string | null {
  const [path = '', anchor] = href.split('#')
  if (!isInRepository(path)) return href
  const file = join(folder, decodeURIComponent(path))
  const page = pageOf(file)
  // VitePress reports a file that isn't there.
  if (page === null) return existsSync(join(project, file)) ? null : href
  return anchor === undefined ? page : `${page}#${anchor}`
}

function ledToPages(tokens: readonly Token[], folder: string, project: string): Token[] {
  let isKept = true
  return tokens.filter((token) => {
    if (token.type === 'link_close') return isKept
    if (token.type !== 'link_open') return true
    const place = placeOf(token.attrGet('href') ?? '', folder, project)
    isKept = place !== null
    token.attrSet('href', place ?? '')
    return isKept
  })
}

/**
 * The pages are also read in the repository, where links are relative to their file. On the site, docs/ is the root, and what isn't a page
 * of it has no link.
 */
export function leadToPages(md: MarkdownRenderer, project: string): void {
  md.core.ruler.push('pages', ({ tokens, env }) => {
    const folder = dirname(relative(project, String(env.realPath ?? env.path)))
    for (const token of tokens) if (token.children !== null) token.children = ledToPages(token.children, folder, project)
  })
}
