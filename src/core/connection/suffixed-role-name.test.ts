import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { artifactIds, renderArtifact } from '#core/artifacts/artifacts.ts'
import { quickCreateLink, readQuickCreateLink } from '#core/artifacts/quick-create.ts'
import { planOf, termsOf } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { roleArnOf, rolePlan } from './role-plan.ts'
import { nameSuffixOf, roleNameOf, roleNamePattern } from './suffixed-role-name.ts'
import { Vendor } from './vendor.ts'

const suffixed = Vendor.parse({ ...demoVendor, role: { ...demoVendor.role, nameSuffix: 'per-connection' } })
const terms = termsOf({}, suffixed)
const planFor = (id: string, of = suffixed) => rolePlan({ ...terms, id, roleArn: roleArnOf(terms, suffixed, id) }, of)

test('the well-known name is the default', () => {
  expect(planOf().vendor.role.nameSuffix).toBe('none')
  expect(roleNameOf(planOf().vendor, 'any-connection')).toBe('PixelworksAccess')
  expect(roleNamePattern(planOf().vendor)).toBe('PixelworksAccess')
})

test('two connections to one account have roles, stacks, and policies of different names', () => {
  const [one, other] = [planFor('connection-one'), planFor('connection-two')]
  for (const { roleName, policyName, stackName, roleArn } of [one, other]) {
    expect(roleName).toMatch(/^PixelworksAccess-[0-9a-f]{10}$/)
    expect([policyName, stackName, roleArn.split('/').at(-1)]).toEqual([roleName, roleName, roleName])
  }
  expect(one.accountId).toBe(other.accountId)
  expect(one.roleName).not.toBe(other.roleName)
})

/** The trust policy names no role, and the permissions policy only where the config has {{roleName}}. */
const withoutNames = ['trust-policy', 'permissions-policy']

test.each(artifactIds.filter((id) => !withoutNames.includes(id)))('%s creates and removes the role of its own connection', (id) => {
  const plan = planFor('connection-one')
  const suffix = nameSuffixOf(plan) ?? ''
  expect(renderArtifact(id, plan).text).toContain(id === 'cloudformation' ? `-\${RoleNameSuffix}` : suffix)
})

test('the quick-create link fills in the suffix, and the template fixes the beginning of the name', () => {
  const plan = planFor('connection-one')
  const link = quickCreateLink(plan)
  const read = readQuickCreateLink(link.kind === 'link' ? link.url : '')
  expect(read).toMatchObject({ stackName: plan.roleName, parameters: { RoleNameSuffix: nameSuffixOf(plan) } })
  const { text } = renderArtifact('cloudformation', plan)
  expect(text).toContain(`RoleName: !Sub 'PixelworksAccess-\${RoleNameSuffix}'`)
  expect(text).toContain("AllowedPattern: '^[0-9a-f]{10}$'")
})

test('a connection keeps its role when the config turns suffixes on or off, with a template of its own', () => {
  const earlier = { ...terms, id: 'earlier', roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess' }
  expect(rolePlan(earlier, suffixed)).toMatchObject({ roleName: 'PixelworksAccess', roleArn: earlier.roleArn })
  expect(quickCreateLink(rolePlan(earlier, suffixed))).toEqual({ kind: 'unavailable', because: ['role-name'] })
  const later = planFor('connection-one', Vendor.parse(demoVendor))
  expect(later.roleName).toBe(planFor('connection-one').roleName)
  expect(quickCreateLink(later)).toEqual({ kind: 'unavailable', because: ['role-name'] })
})

propertyTest.prop([fc.string({ minLength: 1 })])('a name follows from the ID, doesn’t show it, and is within the quota', (id) => {
  const name = roleNameOf(suffixed, id)
  expect(name).toBe(roleNameOf(suffixed, id))
  expect(name.length).toBeLessThanOrEqual(64)
  expect(nameSuffixOf({ roleName: name, vendor: suffixed })).toBe(name.slice(-10))
})

test.each([
  ['Pixelworks-0a1b2c3d4e'],
  ['PixelworksAccess'],
  ['PixelworksAccess-'],
  ['PixelworksAccess-0A1B2C3D4E'],
  ['PixelworksAccess-0a1b2c3d4e5'],
])('%s has no suffix', (roleName) => {
  expect(nameSuffixOf({ roleName, vendor: suffixed })).toBeNull()
})
