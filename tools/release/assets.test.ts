import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sumsFile, tooLarge, writeSums } from './asset.ts'
import { demoFile, notices, softwareBill, staticDemo } from './pages.ts'
import { zip } from './zip.ts'

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-assets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'file'), content)
  return join(folder, 'file')
}

test('a demo that loads a file is faulty, and one that has everything in it is not', () => {
  const faults = (html: string) => demoFile.faults(fileOf(html), '1.0.0')
  expect(faults('<link rel="icon" href="data:image/svg+xml,a"><script>start()</script>')).toEqual([])
  expect(faults('<script type="module" src="./assets/main.js"></script>')).toEqual([expect.stringContaining('assets/main.js')])
})

test('the bill of materials has the version of the release, and the packages that are always bundled', () => {
  const components = ['hono', 'libsql', 'react', 'zod'].map((name) => ({ name }))
  const bill = (left: number) =>
    fileOf(JSON.stringify({ metadata: { component: { version: '1.0.0' } }, components: components.slice(left) }))
  expect(softwareBill.faults(bill(0), '1.0.0')).toEqual([])
  expect(softwareBill.faults(bill(1), '1.1.0')).toEqual([
    'The software bill of materials has version 1.0.0, not 1.1.0',
    'The software bill of materials has no hono',
  ])
})

test('notices and a static demo name what is missing', () => {
  expect(notices.faults(fileOf('hono 4.13.19\nLicense: MIT\n'), '1.0.0')).toEqual(
    ['libsql', 'react', 'zod'].map((name) => `The file of notices has no ${name}`),
  )
  const demo = fileOf(zip([{ path: 'index.html', content: Buffer.from('<!doctype html>') }]))
  expect(staticDemo.faults(demo, '1.0.0')).toContain('The static demo has no vendor.json')
})

test('a file above its limit is named with its size', () => {
  expect([tooLarge('The package', 5_000_000, 5), tooLarge('The package', 5_100_000, 5)]).toEqual([
    [],
    ['The package has 5.1 MB, more than 5 MB'],
  ])
})

test('the sums are of every file, in the format of sha256sum', () => {
  const path = fileOf('abc')
  const folder = join(path, '..')
  writeSums(folder)
  writeSums(folder)
  // https://csrc.nist.gov/csrc/media/projects/cryptographic-standards-and-guidelines/documents/examples/sha256.pdf
  expect(readFileSync(join(folder, sumsFile), 'utf8')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  file\n')
})
