import { expect, test } from 'vitest'
import { hasPermissions } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const [read] = demoVendor.permissionSets
const managed = { ...read, statements: [], parameters: [], checks: [], managedPolicyArns: ['arn:aws:iam::aws:policy/SecurityAudit'] }
const vendor = Vendor.parse({ ...demoVendor, permissionSets: [managed] })
const plan = planOf({ permissions: {} }, vendor)

const session = 'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks'
const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }
const inline = (document: object): string =>
  JSON.stringify({ RoleName: plan.roleName, PolicyName: plan.policyName, PolicyDocument: document })

const texts = {
  'permissions-further': inline(allow),
  'permissions-deny': inline({ ...allow, Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }),
  'session-managed-policy': `${session} is not authorized to perform: iam:ListUsers on resource: * because no identity-based policy allows the iam:ListUsers action`,
  'storage-denied': 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
  'session-denied-by-role': `${session} is not authorized to perform: iam:ListUsers on resource: * with an explicit deny in an identity-based policy`,
}

test.each(Object.entries(texts))('%s offers no empty policy for a plan with managed policies alone, and names them', (rule, text) => {
  const found = diagnoseFacts(readPastedRole(text), plan)
  expect(hasPermissions(plan)).toBe(false)
  expect(found).toMatchObject({ kind: 'differs', rule, part: 'permissions-policy', corrected: null })
  expect(diagnosePasted(text, plan).fix).toBeUndefined()
  const [console, cli] = 'fixes' in found ? found.fixes : []
  expect(console?.steps.join(' ')).toMatch(/attach: SecurityAudit\..*inline policy PixelworksAccess, remove it/)
  expect(cli?.command).toContain("attach-role-policy --role-name 'PixelworksAccess' --policy-arn 'arn:aws:iam::aws:policy/SecurityAudit'")
  expect(JSON.stringify(found)).not.toMatch(/put-role-policy|corrected policy|requested policy is shown|get-role-policy/)
})

test('an inline policy is told to be in addition to the managed policies', () => {
  expect(diagnoseFacts(readPastedRole(texts['permissions-further']), plan)).toMatchObject({
    detail: expect.stringContaining('No inline policy was requested, only these managed policies: SecurityAudit.'),
  })
})
