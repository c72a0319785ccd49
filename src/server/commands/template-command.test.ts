import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { readWords } from './read-words.ts'
import { readBuckets, withTemplates } from './template-buckets.ts'
import { templateCommand } from './template-command.ts'

const vendor = Vendor.parse({ ...demoVendor, accounts: { aws: '222233334444' }, templates: {} })
const everywhere = Vendor.parse({ ...demoVendor, templates: {} })

async function run(words: readonly string[], environment = {}) {
  const reading = readWords([templateCommand], ['template', ...words])
  return reading.kind === 'run' ? reading.command.run(reading.given, environment) : reading
}

const demoConfig = { ROLEBRIDGE_VENDOR: 'public/vendor.json' }

test('reads the named config, else that of ROLEBRIDGE_VENDOR', async () => {
  const other = { ROLEBRIDGE_VENDOR: '/nowhere/a.json' }
  expect(await run(['--check'], demoConfig)).toMatchObject({ exitCode: 0, text: 'Templates of Pixelworks (public/vendor.json)\n\n' })
  expect(await run([], other)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('There is no file /nowhere/a.json.') })
  expect(await run(['/nowhere/b.json'], other)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('no file /nowhere/b.json.') })
})

test('writes a template for each partition with the command that uploads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-templates-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const written = await run(['--out', folder], demoConfig)
  const [path = ''] = Object.values(demoVendor.templates).map((url) => join(folder, 'aws', new URL(url).pathname))
  expect(written).toMatchObject({ exitCode: 0, text: expect.stringContaining(`aws s3 cp ${path} s3://pixelworks-templates/`) })
  expect(readFileSync(path, 'utf8')).toContain('AWSTemplateFormatVersion')
})

test.each([{ NODE_ENV: 'production' }, { ROLEBRIDGE_AWS: 'live' }])('rejects the demo vendor with %j', async (environment) => {
  const errors = expect.stringContaining('These accounts are from examples')
  expect(await run([], { ...demoConfig, ...environment })).toMatchObject({ exitCode: 1, errors })
})

test.each([
  [['--bukket', 'a'], 'Unknown option --bukket. Did you mean --bucket?'],
  [['--check=yes'], '--check accepts no value.'],
  [['a.json', 'b.json'], 'template accepts one FILE, and no "b.json".'],
  [['--bucket'], '--bucket needs a value: --bucket PARTITION=NAME@REGION'],
])('rejects %j', async (words, fault) => {
  expect(await run(words)).toMatchObject({ kind: 'refused', fault })
})

test('accepts one bucket for one partition, and one for each partition in one of its Regions', () => {
  expect(readBuckets(['acme-templates'], vendor)).toEqual({
    kind: 'buckets',
    buckets: [{ partition: 'aws', name: 'acme-templates', region: 'us-east-1' }],
  })
  expect(readBuckets(['aws=acme@eu-central-1', 'aws-cn=acme-cn'], everywhere)).toEqual({
    kind: 'buckets',
    buckets: [
      { partition: 'aws', name: 'acme', region: 'eu-central-1' },
      { partition: 'aws-cn', name: 'acme-cn', region: 'cn-north-1' },
    ],
  })
})

test.each([
  ['a bucket for several partitions', 'acme', 'You serve aws, aws-us-gov, aws-cn, aws-eusc: name a bucket for each'],
  ['a name in capitals', 'aws=Acme', '"Acme" is not a bucket name.'],
  ['a name with a dot', 'aws=acme.templates', '"acme.templates" has a dot'],
  ['an unknown partition', 'aws-iso=acme', '"aws-iso" is not a partition with an account in the config.'],
  ['a Region of another partition', 'aws=acme@cn-north-1', '"cn-north-1" is not a Region of aws.'],
])('rejects %s', (_, text, sentence) => {
  expect(readBuckets([text], everywhere)).toEqual({ kind: 'faults', faults: [expect.stringContaining(sentence)] })
})

test('--bucket fills an empty "templates", and the rest of the config keeps its layout', () => {
  const config = readFileSync('public/vendor.json', 'utf8')
  const empty = withTemplates(config, {})
  const urls = { aws: 'https://acme.s3.us-east-1.amazonaws.com/rolebridge/1d7f6f86b39c5ee5/role.yaml' }
  const written = withTemplates(empty, urls)
  expect(JSON.parse(written)).toEqual({ ...demoVendor, templates: urls })
  expect(withTemplates(written, demoVendor.templates)).toBe(config)
})
