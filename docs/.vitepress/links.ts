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

/**
 * The pages are also read in the repository, where links are relative to their file. On the site, docs/ is the root, and what isn't a page
 * of it has no link.
 */
export function leadToPages(md: MarkdownRenderer, project: string): void {
  md.core.ruler.push('pages', ({ tokens, env }) => {
    const folder = dirname(relative(project, String(env.realPath ?? env.path)))
    for (const token of tokens) {
      let isKept = true
      token.children =
        token.children?.filter((child) => {
          if (child.type === 'link_close') return isKept
          if (child.type !== 'link_open') return true
          const [path = '', anchor] = (child.attrGet('href') ?? '').split('#')
          if (!isInRepository(path)) {
            isKept = true
            return true
          }
          const file = join(folder, decodeURIComponent(path))
          const page = pageOf(file)
          isKept = page !== null || !existsSync(join(project, file))
          if (page !== null) child.attrSet('href', anchor === undefined ? page : `${page}#${anchor}`)
          return isKept
        }) ?? null
    }
  })
}
