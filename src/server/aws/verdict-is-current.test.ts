import { expect, test } from 'vitest'
import { RoleName, RolePath } from '#core/aws/role-name.ts'
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
