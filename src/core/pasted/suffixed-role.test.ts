import { expect, test } from 'vitest'
import { artifactIds, renderArtifact } from '#core/artifacts/artifacts.ts'
import { roleArnOf, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, termsOf } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { observedRole } from './role-mutations.test-data.ts'

const vendor = Vendor.parse({ ...demoVendor, role: { ...demoVendor.role, nameSuffix: 'per-connection' } })
const terms = termsOf({}, vendor)
const planFor = (id: string) => rolePlan({ ...terms, id, roleArn: roleArnOf(terms, vendor, id) }, vendor)
const [own, other] = [planFor('connection-one'), planFor('connection-two')]

const ruleOf = (text: string, plan = own): string => {
  const diagnosis = diagnoseFacts(readPastedRole(text), plan)
  return diagnosis.kind === 'differs' ? diagnosis.rule : diagnosis.kind
}

test('the role of the connection is as planned, and that of another connection to the account has the wrong name', () => {
  expect(ruleOf(JSON.stringify({ Role: observedRole(own) }))).toBe('as-planned')
  expect(ruleOf(JSON.stringify({ Role: { ...observedRole(own), RoleName: other.roleName, Arn: other.roleArn } }))).toBe('role-name-differs')
  const wellKnown = { RoleName: 'PixelworksAccess', Arn: 'arn:aws:iam::444455556666:role/PixelworksAccess' }
  expect(ruleOf(JSON.stringify({ Role: { ...observedRole(own), ...wellKnown } }))).toBe('role-name-differs')
})

test.each(artifactIds)('pasted %s is diagnosed as with a well-known name', (id) => {
  const usual = planOf()
  expect(ruleOf(renderArtifact(id, own).text)).toBe(ruleOf(renderArtifact(id, usual).text, usual))
})
