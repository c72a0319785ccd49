import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { onPath } from '#tools/installation.ts'
import { filesIn, pathsIn, zip } from './zip.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'rolebridge-zip-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test.skipIf(onPath('unzip') === null)('unzip restores every file of an archive', () => {
  const [place, source] = [folder(), folder()]
  mkdirSync(join(source, 'deep/er'), { recursive: true })
  const texts = { 'ä.txt': 'Grüße', 'deep/er/long.js': 'x'.repeat(100_000), 'empty.txt': '' }
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(source, path), text)
  writeFileSync(join(place, 'archive.zip'), zip(filesIn(source)))
  expect(execFileSync('unzip', ['-tq', 'archive.zip'], { cwd: place, encoding: 'utf8' })).toContain('No errors detected')
  execFileSync('unzip', ['-q', 'archive.zip', '-d', 'out'], { cwd: place, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  expect(filesIn(join(place, 'out')).map(({ path, content }) => [path, content.toString()])).toEqual(
    filesIn(source).map(({ path, content }) => [path, content.toString()]),
  )
})

test('the same files make the same archive, and its directory names them', () => {
  const entries = [{ path: 'a', content: Buffer.from('b') }]
  expect(zip(entries).equals(zip(entries))).toBe(true)
  expect(pathsIn(zip([...entries, { path: 'ä/c', content: Buffer.alloc(0) }]))).toEqual(['a', 'ä/c'])
  expect(zip(entries).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
})
