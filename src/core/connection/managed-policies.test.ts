import { expect, test } from 'vitest'
import { awsCliUndo } from '#core/artifacts/aws-cli.ts'
import { awsCliPowerShell } from '#core/artifacts/aws-cli-powershell.ts'
import { planTemplate } from '#core/artifacts/cloudformation.ts'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { policyChanges } from '#core/artifacts/policy-changes.ts'
import { permissionsPolicyFile, trustPolicyFile } from '#core/artifacts/policy-files.ts'
import { planOf, termsOf } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { managedPolicyLine, managedPolicyRisk, roleInPlainWords } from '#core/policy/managed-policy-words.ts'
import { editedGrants, grantedSets } from '#core/review/granted-sets.ts'
import { planFindings } from '#core/rules/plan-findings.ts'
import { explanationFacts, pasteText } from '#core/verify/explanation.ts'
import { inspected, lacksPermissions } from '#core/verify/inspection/inspection.ts'
import { inspectionSentences, inspectionState } from '#core/verify/inspection/inspection-words.ts'
import { explanation } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from './connection.ts'
import { rolePlan } from './role-plan.ts'
import { readVendorConfig, Vendor } from './vendor.ts'
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

/** A vendor who requires a managed policy, and offers statements that the customer didn't choose. */
const auditOnly = Vendor.parse({
  ...demoVendor,
  permissionSets: [{ id: 'audit', title: read?.title, why: read?.why, required: true, managedPolicyArns: [audit] }, write],
})
const auditTerms = connectionTerms(auditOnly).parse({ ...termsOf(), permissions: { audit: {} } })
const auditPlan = rolePlan(auditTerms, auditOnly)

test('an update that drops the last statements deletes the inline policy, in commands and in words', () => {
  expect(pasteText('permissions-policy-command', auditPlan).text).toBe(
    `aws iam attach-role-policy --role-name 'PixelworksAccess' --policy-arn '${audit}'
aws iam delete-role-policy --role-name 'PixelworksAccess' --policy-name 'PixelworksAccess'
`,
  )
  expect(pasteText('permissions-policy-command', planIn('us-east-1')).text).not.toContain('delete-role-policy')
  expect(policyChanges(auditPlan)).toEqual([
    'If the role PixelworksAccess has the inline policy PixelworksAccess, delete it.',
    `Attach these AWS managed policies to the role: ${audit}.`,
  ])
  expect(policyChanges(planIn('us-east-1', {}))).toEqual([
    `Attach these AWS managed policies to the role: ${audit}.`,
    'If these AWS managed policies are attached, detach them: arn:aws:iam::aws:policy/job-function/ViewOnlyAccess.',
  ])
})

test('the policy files name the managed policies, and no policy without statements is offered', () => {
  const attach = `Attach these AWS managed policies to the role: ${audit}.`
  expect(trustPolicyFile.notes?.(auditPlan)).toEqual([attach])
  expect(permissionsPolicyFile.notes?.(auditPlan)).toEqual(['The role has no inline policy.', attach])
  expect(permissionsPolicyFile.isNeeded?.(auditPlan)).toBe(false)
  expect(permissionsPolicyFile.isNeeded?.(planIn('us-east-1'))).toBe(true)
  expect(explanation('permissions-drifted', explanationFacts(auditPlan)).paste).toEqual(['permissions-policy-command'])
})

test.each(['permissions-drifted', 'permissions-incomplete'] as const)('%s says which managed policies to attach', (code) => {
  const step = /attach what is missing of: arn:aws:iam::aws:policy\/SecurityAudit/
  const replace = /(replace|compare) the policy with the corrected one/
  const todo = (plan: typeof auditPlan) => explanation(code, explanationFacts(plan)).todo.join('\n')
  expect(todo(planIn('us-east-1', {}))).toMatch(step)
  expect(todo(planIn('us-east-1', {}))).toMatch(replace)
  expect(todo(auditPlan)).toMatch(step)
  expect(todo(auditPlan)).not.toMatch(replace)
  expect(todo(planOf())).not.toContain('attach')
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

test.each([
  ['across sets', [audit], ['arn:{{partition}}:iam::aws:policy/job-function/SecurityAudit']],
  ['in one set', [], [audit, 'arn:aws:iam::aws:policy/job-function/SecurityAudit']],
])('two managed policies of one name with different paths are an error %s', (_, required, optional) => {
  expect(() => vendorOf(required, optional)).toThrow(/SecurityAudit has another path here than in/)
  const [first, second] = vendorOf([audit], [audit.replace('aws:', '{{partition}}:')]).permissionSets
  expect([first?.managedPolicyArns.length, second?.managedPolicyArns.length]).toEqual([1, 1])
})

test('policies of one name can have different paths where no partition has both', () => {
  const [one, two] = vendorOf([audit], [view]).permissionSets
  const other = { ...two, managedPolicyArns: [audit.replace('policy/', 'policy/job-function/')] }
  const found = (partitions: readonly string[]) =>
    readVendorConfig({
      ...demoVendor,
      permissionSets: [
        { ...one, partitions: ['aws'] },
        { ...other, partitions },
      ],
    })
      .findings.map(findingText)
      .filter((text) => text.includes('has another path here'))
  expect(found(['aws-us-gov'])).toEqual([])
  expect(found(['aws', 'aws-us-gov'])).toEqual([expect.stringMatching(/^permissionSets\[1\]\.managedPolicyArns\[0\]: SecurityAudit/)])
})

test.each(['SecurityAudit', 'job-function/ViewOnlyAccess'])('%s is said to read secrets that settings include', (name) => {
  const risk = managedPolicyRisk(`arn:aws:iam::aws:policy/${name}`)
  expect(risk).toMatch(/Settings can include secrets/)
  expect(risk).not.toMatch(/private/)
})

test('a template says that everything else is denied only where no managed policies follow', () => {
  const denied = 'Everything else is denied'
  for (const template of [cloudFormationTemplate(vendor, 'aws'), planTemplate({ ...planIn('us-east-1'), isPolicyEdited: true })]) {
    expect(template.text).not.toContain(denied)
    expect(template.text).toContain('What the role can do, in addition to the policies of AWS below.')
  }
  for (const template of [cloudFormationTemplate(planOf().vendor, 'aws'), planTemplate({ ...planOf(), isPolicyEdited: true })])
    expect(template.text).toContain(denied)
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
    const reading = { kind: 'read', ...texts, attachedPolicies, settings: plan, decisions: [], requestIds: [] } as const
    const inspection = inspected(reading, plan, '2026-01-02T03:04:05.000Z')
    return [inspectionState(inspection), lacksPermissions(inspection), ...inspectionSentences(inspection)]
  }
  const other = 'arn:aws:iam::aws:policy/Other'
  expect(findingsWith(plan.managedPolicyArns)).toEqual(['passed', false])
  expect(findingsWith([...plan.managedPolicyArns, other])).toEqual(['passed', false, `Attached in addition: ${other}.`])
  expect(findingsWith([audit])).toEqual(['failed', true, `Requested, but not attached: ${plan.managedPolicyArns[1]}.`])
})
