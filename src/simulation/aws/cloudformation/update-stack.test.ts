import { expect, test } from 'vitest'
import { planTemplate } from '#core/artifacts/cloudformation.ts'
import { templateParameters } from '#core/artifacts/template-choice.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { type Answered, type Credentials, templateUrl, testAws } from '#simulation/aws/testing.test-data.ts'

const terms = termsOf({ region: 'eu-west-1' })
const plan = rolePlan(terms, vendor)
const rotation = { externalId: ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L'), startedAt: '2026-11-22T08:00:00.000Z', confirmedAt: null }
const both = rolePlan({ ...terms, rotation }, vendor)
const as: Credentials = { accessKeyId: 'SIM444455556666', region: 'eu-west-1' }

const named = { StackName: 'Pixelworks', 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM' }

const values = (of: RolePlan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(templateParameters(of)).flatMap(([key, value], index) => [
      [`Parameters.member.${index + 1}.ParameterKey`, key],
      [`Parameters.member.${index + 1}.ParameterValue`, value],
    ]),
  )

const said = (answered: Answered) => `${answered.status} ${answered.field('Code')}: ${answered.field('Message')}`

/** A stack of the published template. */
async function launched() {
  const aws = testAws(3000)
  await aws.call('cloudformation', { Action: 'CreateStack', TemplateURL: templateUrl('aws'), ...named, ...values(plan) }, as)
  aws.pass(3000)
  const call = (parameters: Readonly<Record<string, string>>) => aws.call('cloudformation', { ...named, ...parameters }, as)
  const status = async () => (await call({ Action: 'DescribeStacks' })).field('StackStatus')
  const trust = async () => {
    const found = await aws.call('iam', { Action: 'GetRole', RoleName: plan.roleName })
    return JSON.parse(decodeURIComponent(found.field('AssumeRolePolicyDocument') ?? ''))
  }
  return { aws, call, status, trust, template: planTemplate(both).text }
}

test('an update gives the role the trust policy of the new template, and the stack keeps its identity', async () => {
  const { aws, call, status, trust, template } = await launched()
  const before = (await call({ Action: 'DescribeStacks' })).field('StackId')
  const answered = await call({ Action: 'UpdateStack', TemplateBody: template })
  expect([answered.status, answered.field('StackId'), await status()]).toEqual([200, before, 'UPDATE_IN_PROGRESS'])
  aws.pass(3000)
  expect([await status(), await trust()]).toEqual(['UPDATE_COMPLETE', both.trustPolicy])
  const policy = await aws.call('iam', { Action: 'GetRolePolicy', RoleName: plan.roleName, PolicyName: plan.policyName })
  expect(JSON.parse(decodeURIComponent(policy.field('PolicyDocument') ?? ''))).toEqual(plan.permissionsPolicy)
  expect(said(await call({ Action: 'UpdateStack', TemplateBody: template }))).toBe(
    '400 ValidationError: The template and its parameters are those of the stack.',
  )
})

test('an update attaches and detaches the managed policies of the new template', async () => {
  const { aws, call, status } = await launched()
  const arns = ['SecurityAudit', 'job-function/ViewOnlyAccess'].map((name) => `arn:aws:iam::aws:policy/${name}`)
  const update = async (managedPolicyArns: readonly string[]) => {
    const { text } = planTemplate({ ...both, managedPolicyArns })
    await call({ Action: 'UpdateStack', TemplateBody: text })
    aws.pass(3000)
    const listed = await aws.call('iam', { Action: 'ListAttachedRolePolicies', RoleName: plan.roleName })
    return [await status(), [...listed.text.matchAll(/<PolicyArn>([^<]+)</g)].map(([, arn]) => arn)]
  }
  expect(await update(arns)).toEqual(['UPDATE_COMPLETE', arns])
  expect(await update(arns.slice(1))).toEqual(['UPDATE_COMPLETE', arns.slice(1)])
  expect(await update([])).toEqual(['UPDATE_COMPLETE', []])
})

test('a change set changes the role once it is executed', async () => {
  const { aws, call, status, trust, template } = await launched()
  const change = { ChangeSetName: 'rotate', ChangeSetType: 'UPDATE' }
  expect((await call({ Action: 'CreateChangeSet', ...change, TemplateBody: template })).status).toBe(200)
  expect((await call({ Action: 'DescribeChangeSet', ...change })).text).toContain('<Action>Modify</Action>')
  aws.pass(3000)
  expect([await status(), await trust()]).toEqual(['CREATE_COMPLETE', plan.trustPolicy])
  expect((await call({ Action: 'ExecuteChangeSet', ...change })).status).toBe(200)
  aws.pass(3000)
  expect([await status(), await trust()]).toEqual(['UPDATE_COMPLETE', both.trustPolicy])
  expect((await call({ Action: 'DescribeChangeSet', ...change })).field('ExecutionStatus')).toBe('EXECUTE_COMPLETE')
})

test('a policy that IAM rejects rolls the update back', async () => {
  const { aws, call, status, trust, template } = await launched()
  await call({ Action: 'UpdateStack', TemplateBody: template.replace('sts:AssumeRole', 'sts:Assume Role') })
  aws.pass(3000)
  expect([await status(), await trust()]).toEqual(['UPDATE_ROLLBACK_COMPLETE', plan.trustPolicy])
  expect((await call({ Action: 'UpdateStack', TemplateBody: template })).status).toBe(200)
})

test('an update of anything but the policies is refused, and so is one of a stack that is absent or in progress', async () => {
  const { aws, call, template } = await launched()
  const renamed = template.replace(/RoleName: .*/, 'RoleName: Another')
  expect(renamed).not.toBe(template)
  expect(said(await call({ Action: 'UpdateStack', TemplateBody: renamed }))).toMatch(/^400 ValidationError: The simulator updates only/)
  expect(said(await call({ Action: 'UpdateStack', TemplateBody: template, StackName: 'Absent' }))).toMatch(/does not exist$/)
  await call({ Action: 'UpdateStack', TemplateBody: template })
  aws.pass(100)
  expect(said(await call({ Action: 'UpdateStack', TemplateBody: template }))).toMatch(
    /is in UPDATE_IN_PROGRESS state and can not be updated/,
  )
})
