import { expect, test } from 'vitest'
import { sites } from './sites.ts'
import { documentedFiles, documentedPolicy, documentedStyle } from './snippets.ts'

const wizard = 'https://wizard.example'

test.each([
  ['Plain HTML with a strict policy', ['index.html']],
  ['Docusaurus', ['docs/connect.mdx', 'docusaurus.config.js']],
  ['VitePress', ['.vitepress/config.js', '.vitepress/theme/index.js', 'index.md']],
  ['Starlight', ['./src/content/docs/index.mdx', 'astro.config.mjs']],
  ['React and Next.js', ['app/connect-aws.tsx']],
])('the tab of %s has the files that its site is built from', (heading, paths) => {
  const { 'Content-Security-Policy': _, ...files } = documentedFiles(heading, wizard)
  expect(Object.keys(files).toSorted()).toEqual(paths.toSorted())
  expect(Object.values(files).join('\n')).toContain(`${wizard}/embed.js`)
  expect(Object.values(files).join('\n')).toContain('<rolebridge-wizard')
})

test('every site that is built has a tab, and only the one with a policy sends it', () => {
  expect(sites.map(({ heading }) => documentedPolicy(heading, wizard) !== null)).toEqual([true, false, false, false, false])
  expect(documentedStyle()).toContain('rolebridge-wizard {')
})
