import { expect, test } from 'vitest'
import { awsCliUndo } from '#core/artifacts/aws-cli.ts'
import { awsCliPowerShell } from '#core/artifacts/aws-cli-powershell.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { managedPolicyLine } from '#core/policy/managed-policy-words.ts'
import { roleInPlainWords } from '#core/policy/role-in-plain-words.ts'
import { editedGrants, grantedSets } from '#core/review/granted-sets.ts'
import { planFindings } from '#core/rules/plan-findings.ts'
import { pasteText } from '#core/verify/explanation.ts'
import { inspected, lacksPermissions } from '#core/verify/inspection/inspection.ts'
import { inspectionSentences, inspectionState } from '#core/verify/inspection/inspection-words.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from './connection.ts'
import { rolePlan } from './role-plan.ts'
import { Vendor } from './vendor.ts'
import { findingText } from './vendor-config/config-finding.ts'

const [read, write, ...others] = demoVendor.permissionSets
const audit = 'arn:aws:iam::aws:policy/SecurityAudit'
const view = 'arn:{{partition}}:iam::aws:policy/job-function/ViewOnlyAccess'

/** The demo vendor, whose required set has the first policies, and a set of the second ones that is optional. */
const vendorOf = (required: readonly string[], optional: readonly string[]) =>
  Vendor.parse({
    ...demoVendor,
    permissionSets: [
      { ...read, managedPolicyArns: required },
      { id: 'audit', title: read?.title, why: read?.why, managedPolicyArns: optional },
      write,
      ...others,
    ],
  })

const vendor = vendorOf([audit], [audit, view])

const planIn = (region: string, chosen: object = { audit: {} }) => {
  const { permissions, ...terms } = termsOf()
  return rolePlan(connectionTerms(vendor).parse({ ...terms, region, permissions: { ...permissions, ...chosen } }), vendor)
}

test('a role gets each managed policy once, in the partition of its account', () => {
  expect(planIn('us-east-1').managedPolicyArns).toEqual([audit, 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'])
  expect(planIn('us-gov-west-1').managedPolicyArns).toEqual([
    'arn:aws-us-gov:iam::aws:policy/SecurityAudit',
    'arn:aws-us-gov:iam::aws:policy/job-function/ViewOnlyAccess',
  ])
  expect(planIn('us-east-1', {}).managedPolicyArns).toEqual([audit])
})

test('the undo of the command lines detaches the managed policies before it deletes the role', () => {
  const plan = planIn('us-east-1')
  const shell = awsCliUndo(plan).text
  const powerShell = awsCliPowerShell.undo(plan).commands?.text ?? ''
  for (const text of [shell, powerShell]) {
    const order = [...text.matchAll(/aws iam ((?:delete|detach)-role(?:-policy)?)(?= )/g)].map(([, call]) => call)
    expect([...new Set(order)]).toEqual(['delete-role-policy', 'detach-role-policy', 'delete-role'])
    for (const arn of plan.managedPolicyArns) expect(text).toContain(arn)
  }
})

test('the command that updates a role attaches the chosen policies and detaches the others of the vendor', () => {
  const commands = (chosen: object) =>
    pasteText('permissions-policy-command', planIn('us-east-1', chosen)).text.trimEnd().split('\n').slice(1)
  const role = "--role-name 'PixelworksAccess' --policy-arn"
  const [auditArn, viewArn] = [`'${audit}'`, "'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'"]
  expect(commands({ audit: {} }).map((line) => line.replaceAll(/PixelworksAccess(?!')/g, ''))).toEqual([
    `aws iam attach-role-policy ${role} ${auditArn}`,
    `aws iam attach-role-policy ${role} ${viewArn}`,
  ])
  expect(commands({})).toEqual([`aws iam attach-role-policy ${role} ${auditArn}`, `aws iam detach-role-policy ${role} ${viewArn}`])
})

test('customers read what a managed policy holds, and that AWS can extend it', () => {
  const plan = planIn('us-east-1')
  const words = roleInPlainWords(plan)
  expect(words.can).toEqual(expect.arrayContaining(plan.managedPolicyArns.map((arn) => managedPolicyLine(arn))))
  expect(words.can.at(-2)).toBe('Read the security settings of most services, but no stored data (AWS managed policy SecurityAudit)')
  expect(words.cannot).toMatch(/^AWS maintains/)
  const sets = grantedSets(plan).find(({ id }) => id === 'audit')
  expect(sets?.actions.map(({ action }) => action)).toEqual(plan.managedPolicyArns)
  expect(editedGrants({ ...plan, isPolicyEdited: true })?.actions.at(-1)?.action).toBe(plan.managedPolicyArns.at(-1))
})

test.each([
  ['arn:aws:iam::aws:policy/AdministratorAccess', 'grants access to the whole account'],
  ['arn:{{partition}}:iam::aws:policy/IAMFullAccess', 'can give every permission'],
  ['arn:aws:iam::aws:policy/AmazonS3FullAccess', 'can do everything in its service'],
])('the linter of the config warns about %s', (arn, words) => {
  const found = planFindings(vendorOf([audit], [arn]), undefined).map(findingText)
  expect(found).toContainEqual(expect.stringMatching(`permissionSets\\[1\\]\\.managedPolicyArns\\[0\\]: .* ${words}`))
  expect(planFindings(vendor, undefined).map(findingText).join('\n')).not.toContain('managedPolicyArns')
})

test('a config whose only permissions are managed policies is no error', () => {
  const config = {
    ...demoVendor,
    permissionSets: [{ id: 'audit', title: read?.title, why: read?.why, required: true, managedPolicyArns: [audit] }],
  }
  const only = Vendor.parse(config)
  expect(planFindings(only, undefined).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a reading of the role knows the planned policies, and tells those that are missing or additional', () => {
  const plan = planIn('us-east-1')
  const findingsWith = (attachedPolicies: readonly string[]) => {
    const texts = { trustPolicy: policyText(plan.trustPolicy), inlinePolicies: [policyText(plan.permissionsPolicy)] }
    const reading = { kind: 'read', ...texts, attachedPolicies, decisions: [], requestIds: [] } as const
    const inspection = inspected(reading, plan, '2026-01-02T03:04:05.000Z')
    return [inspectionState(inspection), lacksPermissions(inspection), ...inspectionSentences(inspection)]
  }
  const other = 'arn:aws:iam::aws:policy/Other'
  expect(findingsWith(plan.managedPolicyArns)).toEqual(['passed', false])
  expect(findingsWith([...plan.managedPolicyArns, other])).toEqual(['passed', false, `Attached in addition: ${other}.`])
  expect(findingsWith([audit])).toEqual(['failed', true, `Requested, but not attached: ${plan.managedPolicyArns[1]}.`])
})
