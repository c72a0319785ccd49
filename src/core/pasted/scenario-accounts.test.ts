import { expect, test } from 'vitest'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { connectionTo, launch, verifyRole } from '#simulation/aws/account-check.test-data.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { type TestAws, testAws, vendor } from '#simulation/aws/testing.test-data.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const region = 'eu-central-1'

type Ask = (service: 'iam' | 'cloudformation', parameters: Readonly<Record<string, string>>) => ReturnType<TestAws['call']>

const asked =
  (aws: TestAws, accountId: string): Ask =>
  (service, parameters) =>
    aws.call(service, parameters, { accessKeyId: `SIM${accountId}`, region })

/** What a customer would copy: the role with its policy, or where there is none the events of the stack. */
async function pasted(ask: Ask, { roleName, policyName, stackName }: RolePlan): Promise<string> {
  const role = await ask('iam', { Action: 'GetRole', RoleName: roleName })
  if (role.status !== 200) return eventTable((await ask('cloudformation', { Action: 'DescribeStackEvents', StackName: stackName })).text)
  const policy = await ask('iam', { Action: 'GetRolePolicy', RoleName: roleName, PolicyName: policyName })
  const Role = {
    Arn: role.field('Arn'),
    RoleName: role.field('RoleName'),
    Path: role.field('Path'),
    AssumeRolePolicyDocument: role.field('AssumeRolePolicyDocument'),
    MaxSessionDuration: Number(role.field('MaxSessionDuration')),
  }
  const inline = { RoleName: roleName, PolicyName: policyName, PolicyDocument: policy.field('PolicyDocument') }
  return `${JSON.stringify({ Role }, null, 4)}\n${JSON.stringify(inline, null, 4)}`
}

function eventTable(xml: string): string {
  const field = (member: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(member)?.[1] ?? '-'
  return xml
    .split('<member>')
    .slice(1)
    .map((member) =>
      ['Timestamp', 'LogicalResourceId', 'ResourceStatus', 'ResourceStatusReason'].map((name) => field(member, name)).join('\t'),
    )
    .join('\n')
}

test.each(scenarioAccounts)('$accountId: what the doctor sees of $id', async ({ accountId, id, doctorFinds }) => {
  const aws = testAws()
  const connection = connectionTo(accountId, region)
  const plan = rolePlan(connection, vendor)
  await launch(aws, connection)
  aws.pass(60_000)
  if (id === 'weakened-later') aws.pass(120_000)
  const examination = diagnoseFacts(readPastedRole(await pasted(asked(aws, accountId), plan)), plan)
  const rule = examination.kind === 'differs' ? examination.rule : examination.kind
  expect(rule).toBe(doctorFinds ?? 'as-planned')
})

test('the permissions policy that the doctor advises works in the simulated account', async () => {
  const aws = testAws()
  const connection = connectionTo('400000000030', region)
  const plan = rolePlan(connection, vendor)
  const ask = asked(aws, connection.accountId)
  await launch(aws, connection)
  aws.pass(60_000)
  const before = await verifyRole(aws, connection, null)
  const examination = diagnoseFacts(readPastedRole(await pasted(ask, plan)), plan)
  const corrected = examination.kind === 'differs' ? (examination.corrected ?? '') : ''
  await ask('iam', { Action: 'PutRolePolicy', RoleName: plan.roleName, PolicyName: plan.policyName, PolicyDocument: corrected })
  aws.pass(60_000)
  const after = await verifyRole(aws, connection, before)
  expect([before.diagnosis, after.diagnosis]).toEqual(['permissions-incomplete', 'verified'])
})
