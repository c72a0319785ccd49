import { expect, test } from 'vitest'
import { softwareBill } from './sbom.ts'

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
