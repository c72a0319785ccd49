import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { artifactIds, renderArtifact } from '#core/artifacts/artifacts.ts'
import { quickCreateLink } from '#core/artifacts/quick-create.ts'
import { readRoleArn, roleArn } from '#core/aws/arn.ts'
import { RoleName, RolePath } from '#core/aws/iam-names.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import { Connection } from './connection.ts'
import { claimedRoleArn, rolePlan } from './role-plan.ts'
import { Vendor } from './vendor.ts'

const terms = termsOf()
const before = rolePlan(terms, vendor)
const connection = Connection.parse({ ...terms, id: 'c', roleArn: before.roleArn, createdAt: '2026-11-22T08:00:00.000Z' })
const role = { ...vendor.role, name: RoleName.parse('RenamedRole'), path: RolePath.parse('/renamed/') }
const renamed: Vendor = { ...vendor, role }

test('a connection keeps the role that it holds when the config comes to name another, in every artifact', () => {
  const plan = rolePlan(connection, renamed)
  expect(plan).toMatchObject({ roleArn: connection.roleArn, roleName: before.roleName, path: before.path, stackName: before.stackName })
  for (const id of artifactIds) {
    const { text } = renderArtifact(id, plan)
    expect(text).not.toContain('RenamedRole')
    expect(text).not.toContain('/renamed/')
  }
  expect(rolePlan(terms, renamed).roleArn).toBe('arn:aws:iam::444455556666:role/renamed/RenamedRole')
})

test('the published template makes the role of the config, so a connection that holds another has a template of its own', () => {
  const templates = { aws: 'https://example.s3.amazonaws.com/role.yaml' }
  expect(quickCreateLink(rolePlan(connection, { ...vendor, templates }))).toMatchObject({ kind: 'link' })
  expect(quickCreateLink(rolePlan(connection, { ...renamed, templates }))).toEqual({ kind: 'unavailable', because: ['role-name'] })
})

const names = fc.stringMatching(/^[\w+=,.@-]{1,64}$/).map((name) => RoleName.parse(name))
const paths = fc.stringMatching(/^(\/[\w.-]{1,20}){0,3}\/$/).map((path) => RolePath.parse(path))

propertyTest.prop([names, paths])('an ARN of a role is read as the name and the path that it was made of', (roleName, path) => {
  expect(readRoleArn(roleArn({ partition: 'aws', accountId: terms.accountId, roleName, path }))).toEqual({
    partition: 'aws',
    accountId: terms.accountId,
    roleName,
    path,
  })
})

propertyTest.prop([fc.string({ unit: 'binary' })])('what is no ARN of a role names none', (text) => {
  expect(readRoleArn(text)).toBeNull()
})

const application = 'arn:aws:iam::111122223333:role/PixelworksApplication'
const conditionOf = (of: Vendor) => listOf(rolePlan(terms, of).trustPolicy.Statement).map(({ Condition }) => Condition?.['ArnEquals'])

test('one application role stays a text in the trust policy, and several are a list', () => {
  expect(conditionOf(vendor)).toEqual([{ 'aws:PrincipalArn': application }])
  expect(conditionOf(Vendor.parse({ ...vendor, additionalApplicationRoles: [] }))).toEqual([{ 'aws:PrincipalArn': application }])
  const several = Vendor.parse({
    ...vendor,
    additionalApplicationRoles: [{ name: 'Old', path: '/service/' }],
    verifierRole: { name: 'Verifier' },
  })
  expect(conditionOf(Vendor.parse({ ...vendor, applicationRolePath: '/service/' }))).toEqual([
    { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/service/PixelworksApplication' },
  ])
  expect(conditionOf(several)).toEqual([
    { 'aws:PrincipalArn': [application, 'arn:aws:iam::111122223333:role/service/Old', 'arn:aws:iam::111122223333:role/Verifier'] },
  ])
})

const held = (name: string, path?: string) => ({
  roleArn: `arn:aws:iam::444455556666:role${path ?? '/'}${name}`,
  ...(path === undefined ? {} : { role: { path: RolePath.parse(path) } }),
})

test.each([
  ['a new connection has the name and path of the config', null, undefined, '/renamed/RenamedRole'],
  ['a connection keeps its name and path when the config has others', held('OldAccess'), undefined, '/OldAccess'],
  ['a customer who chooses another path keeps the name', held('OldAccess'), '/company/', '/company/OldAccess'],
  [
    'a customer who no longer chooses a path keeps the name, with the path of the config',
    held('OldAccess', '/company/'),
    undefined,
    '/renamed/OldAccess',
  ],
  ['a role that cannot be read is named by the config', { roleArn: 'unreadable' }, undefined, '/renamed/RenamedRole'],
] as const)('%s', (_, before, path, expected) => {
  const role = path === undefined ? {} : { role: { path: RolePath.parse(path) } }
  expect(claimedRoleArn({ ...terms, ...role }, renamed, 'connection', before)).toBe(`arn:aws:iam::444455556666:role${expected}`)
})
