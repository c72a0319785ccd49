/** A site of one framework: what the docs leave to a project that exists already, and how it is built. */
export type Site = {
  readonly heading: string
  readonly packages: readonly string[]
  /** Path of the style sheet. */
  readonly style: string
  readonly files: Readonly<Record<string, string>>
  /** The script of a package, and its arguments; null where nothing is built. */
  readonly build: readonly [script: string, ...words: string[]] | null
  readonly output: string
  /** Entry in the browser's storage for the theme that a reader chose. Null: the site follows the system. */
  readonly theme: { readonly key: string } | null
  readonly node: number
  /** The declarations that the docs ask to save. */
  readonly types?: string
}

const followSystem = ':root { color-scheme: light dark }\n'

export const sites: readonly Site[] = [
  {
    heading: 'Plain HTML with a strict policy',
    packages: [],
    style: 'site.css',
    files: {},
    build: null,
    output: '.',
    theme: null,
    node: 20,
  },
  {
    heading: 'Docusaurus',
    packages: ['@docusaurus/core@3.10', '@docusaurus/preset-classic@3.10', 'react@19', 'react-dom@19'],
    style: 'site.css',
    // webpack would leave "require.resolveWeak" in the modules of a project of this type.
    files: { 'package.json': '{ "private": true }' },
    build: ['@docusaurus/core/bin/docusaurus.mjs', 'build'],
    output: 'build',
    theme: { key: 'theme' },
    node: 20,
  },
  {
    heading: 'VitePress',
    packages: ['vitepress@1.6', 'vue@3'],
    style: '.vitepress/theme/site.css',
    files: { 'package.json': '{ "private": true, "type": "module" }' },
    build: ['vitepress/bin/vitepress.js', 'build'],
    output: '.vitepress/dist',
    theme: { key: 'vitepress-theme-appearance' },
    node: 20,
  },
  {
    heading: 'Starlight',
    packages: ['astro@7', '@astrojs/starlight@0.42'],
    style: 'src/site.css',
    files: {
      // Each page links to it.
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" />',
      'package.json': '{ "private": true, "type": "module" }',
      'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
    },
    build: ['astro/bin/astro.mjs', 'build'],
    output: 'dist',
    theme: { key: 'starlight-theme' },
    node: 22,
  },
  {
    heading: 'React and Next.js',
    packages: ['next@16', 'react@19', 'react-dom@19', 'typescript@5', '@types/react@19', '@types/node@20'],
    style: 'app/site.css',
    files: {
      'package.json': '{ "private": true }',
      'next.config.mjs': "export default { output: 'export' }\n",
      'app/system.css': followSystem,
      'app/layout.tsx': `import './site.css'
import './system.css'
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
      'app/page.tsx': `import { ConnectAws } from './connect-aws'
export default function Page() {
  return <ConnectAws />
}
`,
    },
    build: ['next/dist/bin/next', 'build'],
    output: 'out',
    theme: null,
    node: 20,
    types: 'react',
  },
]
