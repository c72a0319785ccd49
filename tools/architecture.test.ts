import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the page on architecture names only files that exist', () => {
  const page = readFileSync('docs/architecture.md', 'utf8')
  const named = [...page.matchAll(/`(src\/[^`]+)`/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((file) => !existsSync(file))).toEqual([])
})
