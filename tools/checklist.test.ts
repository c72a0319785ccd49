import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const points = [...read('docs/checklist.md').matchAll(/^\| (\d+) \| (.+?) \| (.+) \|$/gm)].map(([, number, point, proof = '']) => ({
  number: Number(number),
  point,
  proofs: proof.split('<br>'),
}))

test('the points are numbered without a gap, and each has a proof or a reason', () => {
  expect(points.map(({ number }) => number)).toEqual(points.map((_, index) => index + 1))
  expect(points.length).toBeGreaterThanOrEqual(61)
  expect(points.filter(({ proofs }) => proofs.some((proof) => proof.trim().length < 20))).toEqual([])
})

test('every test that is named there exists', () => {
  const named = points.flatMap(({ number, proofs }) =>
    proofs.flatMap((proof) => {
      const [, file, title] = /^`([^`]+\.tsx?)` › (.+)$/.exec(proof) ?? []
      return file === undefined || title === undefined ? [] : [{ number, file, title }]
    }),
  )
  const missing = named.filter(({ file, title }) => !["'", '"', '`'].some((quote) => read(file).includes(`${quote}${title}`)))
  expect(named.length).toBeGreaterThan(60)
  expect(missing).toEqual([])
})
