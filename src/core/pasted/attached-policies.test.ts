import { expect, test } from 'vitest'
import { artifactIds, renderArtifact } from '#core/artifacts/artifacts.ts'
import { publishedTemplates } from '#core/artifacts/cloudformation-template.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { inspected } from '#core/verify/inspection/inspection.ts'
import { inspectionSentences } from '#core/verify/inspection/inspection-words.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import '#i18n/de/checks.ts'
import '#i18n/de/findings.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { attachedAnswers } from './pasted-attachments.test-data.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { observedRole } from './role-mutations.test-data.ts'
import { readYaml } from './yaml-reader.test-data.ts'

const policy = (name: string, account = 'aws'): string => `arn:aws:iam::${account}:policy/${name}`
const [audit, administrator, billing] = [policy('SecurityAudit'), policy('AdministratorAccess'), policy('AWSBillingReadOnlyAccess')]
const own = policy('Team', '444455556666')

const [read, ...others] = demoVendor.permissionSets
const vendorOf = (arns: readonly string[]) =>
  Vendor.parse({ ...demoVendor, permissionSets: [{ ...read, managedPolicyArns: arns }, ...others] })
const auditing = vendorOf([audit])
const [plan, plain] = [planOf({}, auditing), planOf()]

const said = (text: string, on: RolePlan = plan, language = 'en') => diagnoseFacts(readPastedRole(text, readYaml), on, language)
const ids = (text: string, on: RolePlan = plan): readonly string[] => {
  const found = said(text, on)
  return found.kind === 'differs' ? [found.rule, ...found.others] : [found.kind]
}

const role = observedRole(plan)
const attached = (arns: readonly string[]) => arns.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn }))
const details = (...arns: readonly string[]): string =>
  JSON.stringify({
    UserDetailList: [],
    RoleDetailList: [
      { ...role, RoleName: 'Other', Arn: role.Arn.replace(role.RoleName, 'Other'), AttachedManagedPolicies: attached([administrator]) },
      { ...role, InstanceProfileList: [], RolePolicyList: [], AttachedManagedPolicies: attached(arns) },
    ],
    Policies: [],
  })
const getRole = JSON.stringify({ Role: role })

const roleSentence = 'The role matches what was requested.'
const trustSentence = 'The trust policy matches what was requested.'
const command = `aws iam list-attached-role-policies --role-name ${plan.roleName} --output json`

test('account details are as planned with the requested policy alone', () => {
  expect(said(details(audit))).toMatchObject({ kind: 'as-planned', sentence: roleSentence })
  expect(ids(details())).toEqual(['managed-policy-missing'])
  expect(ids(details(administrator))).toEqual(['managed-policy-too-broad', 'managed-policy-missing'])
  expect(ids(details(audit, own, billing))).toEqual(['managed-policy-further'])
  expect(ids(details(audit, administrator, own))).toEqual(['managed-policy-too-broad', 'managed-policy-further'])
})

test('policies in addition are told without managed policies in the plan too', () => {
  expect(said(details(), plain)).toMatchObject({ kind: 'as-planned', sentence: roleSentence })
  expect(ids(details(administrator), plain)).toEqual(['managed-policy-too-broad'])
  expect(ids(details(policy('AmazonS3FullAccess')), plain)).toEqual(['managed-policy-too-broad'])
  expect(ids(details(own), plain)).toEqual(['managed-policy-further'])
})

test('a requested policy isn’t too broad, and another one is', () => {
  const wanted = planOf({}, vendorOf([policy('ReadOnlyAccess')]))
  expect(said(details(policy('ReadOnlyAccess')), wanted)).toMatchObject({ kind: 'as-planned', sentence: roleSentence })
  expect(ids(details(policy('ReadOnlyAccess'), administrator), wanted)).toEqual(['managed-policy-too-broad'])
})

test.each(attachedAnswers)('the answer of list-attached-role-policies is read as %s', (_, text) => {
  expect(ids(text([audit]))).toEqual(['not-enough'])
  expect(ids(text([audit, administrator]))).toEqual(['managed-policy-too-broad'])
  expect(ids(text([own]))).toEqual(['managed-policy-missing', 'managed-policy-further'])
})

test.each(attachedAnswers.filter(([name]) => name !== 'YAML'))(
  'get-role with list-attached-role-policies as %s is the whole role',
  (_, text) => {
    expect(said(`${getRole}\n${text([audit])}`)).toMatchObject({ kind: 'as-planned', sentence: roleSentence })
  },
)

test('an empty list lacks the policy, and one with more pages lacks nothing', () => {
  expect(ids('{"AttachedPolicies":[]}')).toEqual(['managed-policy-missing'])
  expect(ids('|ListAttachedRolePolicies|\n+------------------------+')).toEqual(['managed-policy-missing'])
  const page = { AttachedPolicies: attached([own]), NextToken: 'eyJ' }
  expect(ids(JSON.stringify(page))).toEqual(['managed-policy-further'])
  expect(said(`${getRole}\n${JSON.stringify({ ...page, AttachedPolicies: [] })}`)).toMatchObject({ sentence: trustSentence })
})

test('a role without its managed policies isn’t said to be as planned as a whole', () => {
  expect(said(getRole)).toMatchObject({ kind: 'as-planned', sentence: trustSentence, detail: expect.stringContaining(command) })
  expect(said(getRole, plain)).toMatchObject({ kind: 'as-planned', sentence: roleSentence })
  const trust = JSON.stringify(plan.trustPolicy)
  expect(said(trust)).toMatchObject({
    sentence: trustSentence,
    detail: expect.stringMatching(/role ARN must be .* list-attached-role-policies/),
  })
  expect(said(trust, plain)).toMatchObject({ detail: expect.not.stringContaining('list-attached') })
  expect(diagnosePasted(getRole, plan)).toMatchObject({ diagnosis: 'as-planned', sentence: trustSentence })
})

const template = (properties: object): string =>
  JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: plan.roleName, AssumeRolePolicyDocument: plan.trustPolicy, ...properties },
      },
    },
  })

test('a template has the managed policies that it names, in any partition', () => {
  expect(ids(template({}))).toEqual(['managed-policy-missing'])
  expect(ids(template({ ManagedPolicyArns: [administrator] }))).toEqual(['managed-policy-too-broad', 'managed-policy-missing'])
  const own = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/SecurityAudit` }
  expect(said(template({ ManagedPolicyArns: [own] }))).toMatchObject({ detail: expect.not.stringContaining('list-attached') })
  expect(ids(template({}), plain)).toEqual(['as-planned'])
})

test('a policy that a template leaves open isn’t said to be missing, nor to be there', () => {
  for (const open of [{ Ref: 'Policies' }, [{ Ref: 'Policy' }], [{ 'Fn::If': ['HasAudit', audit, { Ref: 'AWS::NoValue' }] }]])
    expect(said(template({ ManagedPolicyArns: open }))).toMatchObject({ kind: 'as-planned', detail: expect.stringContaining(command) })
})

test('the published template is never said to lack what it attaches', () => {
  for (const { template } of publishedTemplates(auditing)) expect(ids(template.text)).not.toContain('managed-policy-missing')
})

test.each(artifactIds)('%s with the managed policy isn’t said to lack it, or to have another', (id) => {
  expect(ids(renderArtifact(id, plan).text)).toEqual(ids(renderArtifact(id, plain).text, plain))
})

const terraform = (more: string, inRole = ''): string =>
  `resource "aws_iam_role" "vendor" {\n  name = "${plan.roleName}"\n  assume_role_policy = jsonencode(${JSON.stringify(plan.trustPolicy)})\n${inRole}}\n${more}`
const attachment = (policyArn: string, more = '', to = 'aws_iam_role.vendor.name'): string =>
  `resource "aws_iam_role_policy_attachment" "a" {\n${more}  role = ${to}\n  policy_arn = ${policyArn}\n}\n`

test('Terraform has the policies that it attaches, and others can stand in another file', () => {
  const whole = expect.not.stringContaining('list-attached')
  expect(said(terraform(attachment(`"${audit}"`)))).toMatchObject({ kind: 'as-planned', detail: whole })
  expect(said(terraform(attachment('each.value', `  for_each = toset(["${audit}"])\n`)))).toMatchObject({
    kind: 'as-planned',
    detail: whole,
  })
  expect(said(terraform(attachment(`"arn:\${data.aws_partition.current.partition}:iam::aws:policy/SecurityAudit"`)))).toMatchObject({
    detail: whole,
  })
  expect(ids(terraform(attachment(`"${administrator}"`)))).toEqual(['managed-policy-too-broad'])
  expect(said(terraform(attachment('var.policy_arn')))).toMatchObject({ kind: 'as-planned', detail: expect.stringContaining(command) })
  expect(said(terraform(''))).toMatchObject({ kind: 'as-planned', detail: expect.stringContaining(command) })
  expect(ids(terraform(attachment(`"${administrator}"`, '', '"Other"')))).toEqual(['as-planned'])
})

test('managed_policy_arns of Terraform are all of them', () => {
  expect(ids(terraform('', `  managed_policy_arns = ["${audit}"]\n`))).toEqual(['as-planned'])
  expect(ids(terraform('', '  managed_policy_arns = []\n'))).toEqual(['managed-policy-missing'])
  expect(ids(terraform('', `  managed_policy_arns = ["${administrator}"]\n`))).toEqual([
    'managed-policy-too-broad',
    'managed-policy-missing',
  ])
  expect(ids(terraform('', '  managed_policy_arns = (known after apply)\n'))).toEqual(['as-planned'])
})

const cdk = (more: string): string =>
  `const role = new iam.Role(this, 'Vendor', {\n  roleName: '${plan.roleName}',\n  assumedBy: new iam.PrincipalWithConditions(new iam.AccountPrincipal('${plan.vendorAccountId}'), {\n    StringEquals: { 'sts:ExternalId': '${plan.externalId}' },\n    ArnEquals: { 'aws:PrincipalArn': '${plan.applicationPrincipalArn}' },\n  }),\n${more}})\n`
const aws = (name: string): string => `iam.ManagedPolicy.fromAwsManagedPolicyName('${name}')`

test('a role of the CDK has the policies of its list', () => {
  expect(ids(cdk(`  managedPolicies: [${aws('SecurityAudit')}],\n`))).toEqual(['as-planned'])
  expect(ids(cdk(`  managedPolicies: [${aws('AdministratorAccess')}],\n`))).toEqual(['managed-policy-too-broad', 'managed-policy-missing'])
  expect(ids(`${cdk(`  managedPolicies: [],\n`)}role.addManagedPolicy(${aws('SecurityAudit')})`)).toEqual(['as-planned'])
  expect(said(cdk(''))).toMatchObject({ kind: 'as-planned', detail: expect.stringContaining(command) })
})

test('a CfnRole without managed policies lacks them', () => {
  const { text } = renderArtifact('cdk', plain)
  expect(ids(text)).toEqual(
    ids(renderArtifact('cdk', plain).text, plain)
      .filter((id) => id !== 'as-planned')
      .concat('managed-policy-missing'),
  )
})

test('the doctor and the reading of the role use the same words', () => {
  const reading = {
    kind: 'read' as const,
    trustPolicy: JSON.stringify(plan.trustPolicy),
    inlinePolicies: [JSON.stringify(plan.permissionsPolicy)],
    attachedPolicies: [administrator],
    settings: plan,
    decisions: [],
    requestIds: [],
  }
  for (const language of ['en', 'de']) {
    const sentences = inspectionSentences(inspected(reading, plan, '2026-11-22T08:00:00.000Z'), language)
    const told = [said(details(administrator), plan, language), said(details(), plan, language)]
    expect(sentences).toEqual(expect.arrayContaining(told.map(({ sentence }) => sentence)))
  }
})

test('what a policy in addition gives is told, and each difference has its own fix', () => {
  expect(said(details(administrator), plain)).toMatchObject({
    sentence: `Attached in addition: ${administrator}.`,
    detail: 'AdministratorAccess grants access to the whole account. Pixelworks didn’t request it and doesn’t need it. Detach it.',
    fixes: [{ artifact: 'console', command: null }],
  })
  expect(said(details())).toMatchObject({
    sentence: `Requested, but not attached: ${audit}.`,
    fixes: expect.arrayContaining([
      expect.objectContaining({
        artifact: 'aws-cli',
        command: `aws iam attach-role-policy --role-name '${plan.roleName}' --policy-arn '${audit}'\n`,
      }),
    ]),
  })
})
