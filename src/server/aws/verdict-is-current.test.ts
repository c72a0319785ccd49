import { expect, test } from 'vitest'
import { RoleName, RolePath } from '#core/aws/iam-names.ts'
import { Connection, connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { asked, vendor } from '#server/http/app-double.test-data.ts'
import { isCurrent, requestedSha256 } from './verdict-is-current.ts'

const terms = connectionTerms(vendor).parse(asked)
const connection = Connection.parse({
  ...terms,
  id: 'connection',
  roleArn: rolePlan(terms, vendor).roleArn,
  createdAt: '2026-11-22T08:00:00.000Z',
})
const last = { asked: requestedSha256(connection, vendor) }

const policy = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } } as const

test('a verdict is current until the connection requests something else', () => {
  expect(isCurrent(last, connection, vendor)).toBe(true)
  const changes = [
    { permissions: { readSourceImages: { sourceBuckets: ['other-bucket'] } } },
    { externalId: 'another-One-4711-xyzzy' },
    { region: 'eu-west-1' },
    { roleArn: `arn:aws:iam::${connection.accountId}:role/company/Pixelworks` },
    { role: { maxSessionDuration: 5400 } },
    { role: { tags: [{ key: 'Team', value: 'Platform' }] } },
    { permissionsPolicy: policy },
  ]
  for (const change of changes) expect(isCurrent(last, Connection.parse({ ...connection, ...change }), vendor)).toBe(false)
})

test('with an edited policy, a verdict is current while its checks match the chosen permissions', () => {
  const edited = Connection.parse({ ...connection, permissionsPolicy: policy })
  const seen = { asked: requestedSha256(edited, vendor) }
  expect(isCurrent(seen, edited, vendor)).toBe(true)
  const permissions = { readSourceImages: { sourceBuckets: ['other-bucket'] } }
  expect(isCurrent(seen, { ...edited, permissions }, vendor)).toBe(false)
})

test('a verdict is outdated once the config requests something else of this connection', () => {
  const changes = [
    { accounts: { ...vendor.accounts, aws: '999988887777' } },
    { accounts: { ...vendor.accounts, aws: undefined } },
    { applicationRoleName: 'AnotherApplication' },
    { name: 'Another vendor' },
    { role: { ...vendor.role, maxSessionDuration: 5400 } },
    { role: { ...vendor.role, tags: { Vendor: 'Another' } } },
    { permissionSets: vendor.permissionSets.map((set) => ({ ...set, checks: [] })) },
    {
      permissionSets: vendor.permissionSets.map((set) => ({
        ...set,
        statements: set.statements.map((one) => ({ ...one, sid: `Other${one.sid}` })),
      })),
    },
  ]
  for (const change of changes) expect(isCurrent(last, connection, Vendor.parse({ ...vendor, ...change }))).toBe(false)
})

test('a verdict stays current when the config changes only for others', () => {
  const role = { ...vendor.role, name: RoleName.parse('AnotherName'), path: RolePath.parse('/another/') }
  expect(isCurrent(last, connection, { ...vendor, role, regions: [terms.region], links: {} })).toBe(true)
})

test('a verdict of an earlier version is never current', () => {
  expect(isCurrent({ asked: null }, connection, vendor)).toBe(false)
})

/** Written out, because a hash must stay what an earlier version computed of the same. */
const config = {
  ...{ name: 'Pixelworks', purpose: 'reads the images that it resizes', accounts: { aws: '111122223333' }, templates: {} },
  ...{ applicationRoleName: 'PixelworksApplication', regions: ['us-east-1'] },
  externalId: { mode: 'chosen', minimumLength: 16 },
  role: { name: 'PixelworksAccess', path: '/', maxSessionDuration: 3600, tags: { CreatedFor: 'Pixelworks' } },
  permissionSets: [
    {
      ...{ id: 'readImages', title: 'Read images', why: 'Reads the images of one bucket.', required: true },
      parameters: [{ id: 'buckets', title: 'Buckets', kind: 's3-bucket', many: true }],
      statements: [{ sid: 'FindImages', actions: ['s3:ListBucket'], resources: ['arn:{{partition}}:s3:::{{buckets}}'] }],
      checks: [{ id: 'bucket', call: 's3-head-bucket', parameter: 'buckets' }],
    },
  ],
}

test('a verdict of a version before several roles stays current under a config with one', () => {
  const stored = Connection.parse({
    ...{ id: 'u99uCFPXEUYUrMfCSHvUkP', accountId: '444455556666', region: 'us-east-1', externalId: 'k7Qm2vK9dRt4XwB8nZc5' },
    ...{ permissions: { readImages: { buckets: ['acme-uploads'] } }, createdAt: '2026-01-01T00:00:00.000Z' },
    roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
  })
  expect(requestedSha256(stored, Vendor.parse(config))).toBe('31a3085c8fd0d4bca84a40191d1ac82470f1a7a4be3a89452a0e70f619ffbdad')
})
