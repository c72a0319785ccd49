import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { deadLinks, servedDemo, takeTextAsText } from './plugins.ts'

const project = join(import.meta.dirname, '../..')
/** The wizard built for a static host. A demo needs nothing else. */
const client = join(project, 'dist/client')
const base = process.env['DOCS_BASE'] ?? '/'

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

const pages = (linked: Readonly<Record<string, string>>) => Object.entries(linked).map(([text, link]) => ({ text, link }))

export default defineConfig({
  base,
  title: 'Rolebridge',
  description: 'The “Connect your AWS account” wizard: one IAM role, one external ID, and evidence that both work.',
  srcDir: '..',
  srcExclude: ['!(docs|examples)/**', '*.md', 'docs/decisions/000-template.md', 'examples/**/!(README).md'],
  rewrites: { 'docs/:rest*': ':rest*' },
  outDir: '../dist/docs',
  cacheDir: '../node_modules/.vitepress',
  ignoreDeadLinks: 'localhostLinks',
  lastUpdated: false,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}live/favicon.svg` }],
    ['script', { async: '', src: `${base}live/embed.js` }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'rolebridge-wizard' } } },
  vite: { publicDir: false, build: { chunkSizeWarningLimit: 1000 }, plugins: [servedDemo(client, `${base}live/`)] },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      takeTextAsText(md)
      // Sibling folders in the repository. On the site, docs/ is the root and examples/ is in it.
      md.core.ruler.push('beside', ({ tokens }) => {
        for (const link of tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open'))
          link.attrSet('href', (link.attrGet('href') ?? '').replace(/^(?:\.\.\/)+(?:docs\/|(?=examples\/))/, '/'))
      })
    },
  },
  buildEnd: ({ outDir }) => {
    cpSync(client, join(outDir, 'live'), { recursive: true })
    const dead = deadLinks(outDir, base)
    if (dead.length > 0) throw new Error(`Dead links:\n${dead.join('\n')}`)
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Try it', link: '/try-it' },
      { text: 'Guides', link: '/customers', activeMatch: '/(customers|security-reviewers|demo|vendors|deploy|operations|scale)' },
      { text: 'Reference', link: '/embed' },
    ],
    sidebar: [
      { items: pages({ Overview: '/', 'Try it': '/try-it' }) },
      {
        text: 'Guides',
        items: pages({
          'For customers': '/customers',
          'For security reviewers': '/security-reviewers',
          'For vendors': '/vendors',
          Deploy: '/deploy',
          'Operate the server': '/operations',
          Scale: '/scale',
          'For sales engineers': '/demo',
        }),
      },
      {
        text: 'Reference',
        items: pages({
          'Embed the wizard': '/embed',
          'Embedding examples': '/examples/embed/README',
          'HTTP API': '/http-api',
          'Vendor API': '/vendor-api',
          'Worker example': '/examples/image-processor/README',
          Events: '/events',
          Commands: '/commands',
          Configuration: '/configuration',
          Diagnoses: '/diagnoses',
          Rules: '/rules',
          Simulator: '/simulator',
          'The paper': '/paper',
          Architecture: '/architecture',
          'Interface checklist': '/checklist',
        }),
      },
      { text: 'Decisions', collapsed: true, items: decisions },
    ],
  },
})
