import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTheme, defineConfig } from 'vitepress'
import packageFile from '../../package.json' with { type: 'json' }
import { leadToPages } from './links.ts'
import { writeTextForModels } from './llms.ts'
import { deadLinks, movedPage, servedDemo, takeTextAsText } from './plugins.ts'
import { contributing, guide, moved } from './sections.ts'
import { showSectionsAsTabs } from './tabs.ts'

const project = join(import.meta.dirname, '../..')
/** The wizard built for a static host. A demo needs nothing else. */
const client = join(project, 'dist/client')
const base = process.env['DOCS_BASE'] ?? '/'
const title = 'Rolebridge'
const { description } = packageFile

if (!existsSync(join(client, 'embed.js')))
  throw new Error('The documentation includes the wizard. Run npm run build first, or npm run docs:build.')

const folder = join(project, 'docs/decisions')

/** `007-steps-live-in-the-hash.md` starts with `# 007 Steps live in the hash`. */
const decisions = readdirSync(folder)
  .filter((file) => /^(?!000)\d{3}-.*\.md$/.test(file))
  .map((file) => ({
    text: readFileSync(join(folder, file), 'utf8').split('\n')[0]?.replace(/^# /, '') ?? file,
    link: `/decisions/${file}`,
  }))

const sidebarOf = (sections: typeof guide): DefaultTheme.SidebarItem[] =>
  sections.map(({ text, pages }) => ({ text, items: Object.entries(pages).map(([each, link]) => ({ text: each, link })) }))

const contributorsSidebar = [...sidebarOf(contributing), { text: 'Decisions', collapsed: true, items: decisions }]
const contributorsPages = ['/decisions/', ...contributing.flatMap(({ pages }) => Object.values(pages))]

/** Files at the root of the repository that are pages of the site. */
const rewrites = { 'docs/:rest*': ':rest*', 'CONTRIBUTING.md': 'contributing.md', 'CHANGELOG.md': 'changelog.md' }

function sourceOf(page: string): string | null {
  const candidates = [`docs${page}.md`, `${page.slice(1)}.md`, `${page.slice(1).toUpperCase()}.md`]
  return candidates.map((file) => join(project, file)).find((file) => existsSync(file)) ?? null
}

export default defineConfig({
  base,
  title,
  description,
  srcDir: '..',
  srcExclude: [
    '!(docs|examples|CONTRIBUTING.md|CHANGELOG.md)/**',
    '!(CONTRIBUTING|CHANGELOG).md',
    'docs/decisions/000-template.md',
    'examples/**/!(README).md',
  ],
  rewrites,
  outDir: '../dist/docs',
  cacheDir: '../node_modules/.vitepress',
  ignoreDeadLinks: 'localhostLinks',
  lastUpdated: false,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}live/favicon.svg` }]],
  vite: { publicDir: false, build: { chunkSizeWarningLimit: 1000 }, plugins: [servedDemo(client, `${base}live/`)] },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      takeTextAsText(md)
      leadToPages(md, project)
      showSectionsAsTabs(md)
    },
  },
  buildEnd: ({ outDir }) => {
    cpSync(client, join(outDir, 'live'), { recursive: true })
    for (const [page, to] of Object.entries(moved)) writeFileSync(join(outDir, `${page}.html`), movedPage(`${base}${to}`))
    writeTextForModels(outDir, sourceOf, { title, description, base })
    const dead = deadLinks(outDir, base)
    if (dead.length > 0) throw new Error(`Dead links:\n${dead.join('\n')}`)
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Get started', link: '/get-started' },
      { text: 'Deploy', link: '/deploy' },
      { text: 'Embed', link: '/embed' },
      { text: 'API', link: '/vendor-api', activeMatch: '/(vendor-api|events|http-api)' },
      { text: 'Security', link: '/security', activeMatch: '/security' },
      { text: 'Contributing', link: '/contributing', activeMatch: '/(contributing|code-path|translating|checklist|paper|decisions)' },
    ],
    sidebar: { ...Object.fromEntries(contributorsPages.map((page) => [page, contributorsSidebar])), '/': sidebarOf(guide) },
  },
})
