import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { fileNameOf, secretNames } from './secret-files.ts'
import { Variables } from './variables.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'secrets-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

function fileOf(content: string): string {
  const path = join(folder(), 'secret')
  writeFileSync(path, content)
  return path
}

const secret = 'a secret of more than 32 characters'
const faultsOf = (environment: Parameters<typeof readEnvironment>[0]): string => {
  const reading = readEnvironment(environment)
  return reading.kind === 'faults' ? reading.faults.join('\n') : ''
}

test.each(['', '\n', '\r\n', '\n\n'])('reads a secret from a file that ends with %j', (end) => {
  const reading = readEnvironment({ ROLEBRIDGE_SESSION_SECRET_FILE: fileOf(`${secret}${end}`) })
  expect(reading).toMatchObject({ kind: 'settings', settings: { sessionSecret: new TextEncoder().encode(secret) }, warnings: [] })
})

test('keeps spaces and inner line breaks of a file', () => {
  const text = ` ${secret}\n${secret} `
  const reading = readEnvironment({ ROLEBRIDGE_SESSION_SECRET_FILE: fileOf(`${text}\n`) })
  expect(reading).toMatchObject({ settings: { sessionSecret: new TextEncoder().encode(text) } })
})

test('every secret has a variable for its file, which no other one is like', () => {
  const named = Object.keys(Variables.shape).filter((name) => /SECRET|_KEYS?(_|$)|TOKEN|PASSWORD|REGISTRY$|WEBHOOK_URL$/.test(name))
  expect(named.toSorted()).toEqual(secretNames.toSorted())
})

test.each(secretNames)('rejects %s with its file, and repeats neither', (name) => {
  const path = fileOf(secret)
  const faults = faultsOf({ [name]: secret, [fileNameOf(name)]: path })
  expect(faults).toContain(`${name}, ${name}_FILE: set only one of them`)
  for (const text of [secret, path]) expect(faults).not.toContain(text)
})

test.each(secretNames)('names the variable of a file whose content is wrong for %s, without the content', (name) => {
  const content = 'wrong\u0000'
  const faults = faultsOf({ [fileNameOf(name)]: fileOf(content) })
  expect(faults).toContain(`${name}_FILE: must be `)
  expect(faults).not.toContain('wrong')
})

test.each([
  ['that is absent', () => join(folder(), 'absent'), 'must name a file that this server can read (ENOENT)'],
  ['that is a folder', () => folder(), 'must name a file that this server can read (EISDIR)'],
  ['that is empty', () => fileOf('\n'), 'names a file that is empty'],
  ['that is too large', () => fileOf('x'.repeat(70_000)), 'names a file that is too large for a secret'],
  ['given by its content', () => secret, 'must name a file that this server can read (ENOENT)'],
])('rejects a file %s without repeating its path', (_, make, fault) => {
  const path = make()
  const faults = faultsOf({ ROLEBRIDGE_LAUNCH_SECRET_FILE: path })
  expect(faults).toBe(`ROLEBRIDGE_LAUNCH_SECRET_FILE: ${fault}`)
  expect(faults).not.toContain(path)
})

test.skipIf(process.getuid?.() === 0)('rejects a file that this user cannot read', () => {
  const path = join(folder(), 'closed')
  mkdirSync(path)
  chmodSync(path, 0o000)
  expect(faultsOf({ ROLEBRIDGE_METRICS_TOKEN_FILE: join(path, 'secret') })).toContain('(EACCES)')
})

test('reads the database with its password from a file', () => {
  const url = 'postgres://rolebridge:the-password@db.example/rolebridge'
  expect(readEnvironment({ ROLEBRIDGE_REGISTRY_FILE: fileOf(`${url}\n`) })).toMatchObject({ settings: { registryUrl: url } })
})

test.each([
  { ROLEBRIDGE_LAUNCH_SECRET: secret, ROLEBRIDGE_SESSION_SECRET_PREVIOUS: secret },
  { ROLEBRIDGE_LAUNCH_SECRET: `${secret}.`, ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS: secret, ROLEBRIDGE_SESSION_SECRET: secret },
])('rejects one secret for sessions and launch tokens, also as previous one', (environment) => {
  expect(faultsOf(environment)).toContain('ROLEBRIDGE_LAUNCH_SECRET, ROLEBRIDGE_SESSION_SECRET: must differ')
})

test('rejects a misspelled name of a file', () => {
  expect(faultsOf({ ROLEBRIDGE_SESSION_SECRET_FIEL: 'x' })).toContain('Did you mean ROLEBRIDGE_SESSION_SECRET_FILE?')
})
