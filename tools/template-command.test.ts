import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { readBuckets, withTemplates } from './template-buckets.ts'
import { type CommandReading, readCommand } from './template-command.ts'

const vendor = Vendor.parse({ ...demoVendor, accounts: { aws: '222233334444' }, templates: {} })
const everywhere = Vendor.parse({ ...demoVendor, templates: {} })

const faultsOf = (reading: CommandReading) => (reading.kind === 'faults' ? reading.faults : [])

test("reads the config of --config, else of ROLEBRIDGE_VENDOR, else the demo vendor's", () => {
  const pathOf = (words: readonly string[], environment = {}) => {
    const reading = readCommand(words, environment)
    return reading.kind === 'command' ? reading.command.path : faultsOf(reading)[0]
  }
  expect(pathOf([])).toBe('public/vendor.json')
  expect(pathOf([], { ROLEBRIDGE_VENDOR: '/nowhere/a.json' })).toContain('There is no file /nowhere/a.json.')
  expect(pathOf(['--config', '/nowhere/b.json'], { ROLEBRIDGE_VENDOR: '/nowhere/a.json' })).toContain('There is no file /nowhere/b.json.')
})

test('rejects the demo vendor in production', () => {
  for (const environment of [{ NODE_ENV: 'production' }, { ROLEBRIDGE_AWS: 'live' }])
    expect(faultsOf(readCommand([], environment))).toEqual([expect.stringContaining('These accounts are from examples')])
})

test('rejects an unknown option and lists the known ones', () => {
  expect(faultsOf(readCommand(['--bukket', '--check=yes', 'x', '--config'], {}))).toEqual([
    '--bukket is unknown. Did you mean "bucket"? Use --check, --write, --bucket, --config, --help.',
    '--check takes no value. Use --check, --write, --bucket, --config, --help.',
    '"x" is unknown. Name the config with --config FILE. Use --check, --write, --bucket, --config, --help.',
    '--config needs a value, for example --bucket acme-templates or --config my-vendor.json.',
  ])
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
