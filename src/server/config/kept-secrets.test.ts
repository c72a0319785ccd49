import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keptSessionSecret } from './kept-secrets.ts'

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'secret-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('creates the secret once, readable only by its owner', () => {
  const path = folder()
  const secret = keptSessionSecret(path, randomBytes)
  expect(secret).toHaveLength(32)
  expect(keptSessionSecret(path, randomBytes)).toEqual(secret)
  expect(statSync(join(path, 'session-secret')).mode & 0o077).toBe(0)
})

test('rejects a truncated secret', () => {
  const path = folder()
  writeFileSync(join(path, 'session-secret'), 'c2hvcnQ=')
  expect(() => keptSessionSecret(path, randomBytes)).toThrow('does not hold a secret of 32 bytes')
})
