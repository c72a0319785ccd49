import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { newFolder } from '#server/started-server.test-data.ts'
import { checkCommand } from './check-command.ts'
import { initCommand } from './init-command.ts'
import { questions } from './init-questions.ts'
import { readWords } from './read-words.ts'
import { starterIds } from './starter-access.ts'
import { type Ask, writeConfig } from './write-config.ts'

async function init(words: readonly string[], ask: Ask = null) {
  const reading = readWords([initCommand], ['init', ...words])
  if (reading.kind !== 'run') throw new Error('It does not run')
  return writeConfig(reading.given, ask)
}

async function check(path: string) {
  const reading = readWords([checkCommand], ['check', path])
  if (reading.kind !== 'run') throw new Error('It does not run')
  return reading.command.run(reading.given, {})
}

const required = ['--name', 'Pixel Works', '--purpose', 'processes your images', '--account', '999988887777']
const configIn = (path: string) => Vendor.parse(JSON.parse(readFileSync(path, 'utf8')))

test('asks five questions, and writes a config that check accepts', async () => {
  const path = join(newFolder(), 'vendor.json')
  const typed = ['Pixel Works', 'processes your images', '999988887777', '', '']
  const asked: string[] = []
  const written = await init([path], async (text) => {
    asked.push(text)
    return typed.shift() ?? ''
  })
  expect(asked).toEqual(questions.map(({ text }) => expect.stringContaining(text)))
  expect(asked).toHaveLength(5)
  expect(written).toMatchObject({ exitCode: 0, text: expect.stringContaining('(Pixel Works): 0 errors, ') })
  expect(await check(path)).toMatchObject({ exitCode: 0 })
  expect(configIn(path)).toMatchObject({
    accounts: { aws: '999988887777' },
    applicationRoleName: 'PixelWorksApplication',
    role: { name: 'PixelWorksAccess' },
    regions: ['us-east-1'],
    permissionSets: [{ id: 'readBuckets', required: true }],
  })
})

test('asks again after an answer that is wrong, and does not ask what an option answers', async () => {
  const path = join(newFolder(), 'vendor.json')
  const typed = ['', 'processes your images', '12', '999988887777', 'Worker', 'read-s3, write_s3', 'write-s3,read-sqs']
  await init([path, '--name', 'Acme', '--region', 'eu-central-1'], async () => typed.shift() ?? '')
  expect(typed).toEqual([])
  expect(configIn(path)).toMatchObject({
    name: 'Acme',
    applicationRoleName: 'Worker',
    regions: ['eu-central-1'],
    permissionSets: [
      { id: 'writeResults', required: true },
      { id: 'readQueues', required: false },
    ],
  })
})

test.each([
  ...starterIds.map((access) => ['--access', access]),
  ['--access', starterIds.join(',')],
  ['--region', 'us-gov-west-1'],
  ['--region', 'cn-north-1'],
  ['--name', '名前'],
  ['--name', 'A very long name of a product, with sixty characters in it!!'],
])('with %s %s it writes without a question what check accepts', async (option, value) => {
  const path = join(newFolder(), 'vendor.json')
  expect(await init([path, ...required, option, value])).toMatchObject({ exitCode: 0 })
  expect(await check(path)).toMatchObject({ exitCode: 0, text: expect.stringContaining('0 errors') })
})

test('says which options are missing or wrong, and writes nothing', async () => {
  const path = join(newFolder(), 'vendor.json')
  expect((await init([path])).errors).toMatch(/--name is required.*\n.*--purpose is required.*\n.*--account is required/)
  const wrong = await init([path, ...required, '--account', '12', '--access', 'reed-s3', '--region', 'us-east-9x'])
  expect(wrong.errors).toContain('--account: Enter the 12-digit account ID of your own account.')
  expect(wrong.errors).toContain('Did you mean "read-s3"?')
  expect(wrong.errors).toContain('--region: There is no Region us-east-9x.')
  expect(existsSync(path)).toBe(false)
})

test('replaces a file only with --force', async () => {
  const path = join(newFolder(), 'vendor.json')
  writeFileSync(path, '{}')
  expect((await init([path, ...required])).errors).toContain(`${path} exists. Use --force to replace it`)
  expect(readFileSync(path, 'utf8')).toBe('{}')
  expect(await init([path, ...required, '--force'])).toMatchObject({ exitCode: 0 })
})
