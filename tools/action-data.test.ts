import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { actionFiles } from './action-data.ts'

test("the public folder has every file of AWS's action data, unchanged", async () => {
  const files = await actionFiles()
  expect((await readdir('public/iam-data')).sort()).toEqual([...files.keys()].sort())
  for (const [name, text] of files) expect([name, (await readFile(`public/iam-data/${name}`, 'utf8')) === text]).toEqual([name, true])
})

test('the action data stays under 3 MB, and each service under 150 kB', async () => {
  const sizes = [...(await actionFiles()).values()].map((text) => text.length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
  expect(Math.max(...sizes)).toBeLessThan(150_000)
})
