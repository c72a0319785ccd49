import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { at, list, section } from '#core/artifacts/read-template.test-data.ts'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'
import { readEnvironment, type Settings } from '#server/config/environment.ts'
import { createTable } from '#server/registry/dynamodb/table.ts'
import { testAws } from '#simulation/aws/testing.test-data.ts'
import { documentedCommand, documentedLink, documentedSecret } from './documented-commands.ts'
import { parametersOf, plans, propertiesOf, stackOf } from './template.test-data.ts'

const plan = plans[0]?.[1] ?? expect.unreachable()

/** Only what the simulator creates: the role, with everything that its properties refer to. */
function roleTemplate(of: HostingPlan): string {
  const { Resources, Outputs: _outputs, Metadata: _metadata, ...rest } = stackOf(of).template
  return JSON.stringify({ ...rest, Resources: { ApplicationRole: section(Resources, 'ApplicationRole') } })
}

const numbered = (parameters: Readonly<Record<string, string>>) =>
  Object.entries(parameters).flatMap(([key, value], index) => [
    [`Parameters.member.${index + 1}.ParameterKey`, key],
    [`Parameters.member.${index + 1}.ParameterValue`, value],
  ])

test.each(plans)('for %s, the stack creates the application role of the hosting screen', async (_, each) => {
  const aws = testAws()
  const as = { accessKeyId: `SIM${each.accountId}`, region: each.region }
  const created = await aws.call(
    'cloudformation',
    {
      Action: 'CreateStack',
      StackName: 'rolebridge',
      TemplateBody: roleTemplate(each),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
      ...Object.fromEntries(numbered(parametersOf(each))),
    },
    as,
  )
  expect([created.status, created.field('Message')]).toEqual([200, undefined])
  const role = await aws.call('iam', { Action: 'GetRole', RoleName: each.roleName }, as)
  expect(JSON.parse(decodeURIComponent(role.field('AssumeRolePolicyDocument') ?? ''))).toEqual(each.trustPolicy)
  const policy = await aws.call('iam', { Action: 'GetRolePolicy', RoleName: each.roleName, PolicyName: each.policyName }, as)
  expect(JSON.parse(decodeURIComponent(policy.field('PolicyDocument') ?? ''))).toEqual(each.permissionsPolicy)
})

test('no other role of the stack can assume a role', () => {
  const { template } = stackOf(plan)
  const roles = Object.entries(section(template, 'Resources')).filter(([, resource]) => at(resource, 'Type') === 'AWS::IAM::Role')
  expect(roles.map(([name]) => name)).toEqual(['ApplicationRole', 'ScheduleRole'])
  const [policy] = list(at(template, 'Resources', 'ScheduleRole', 'Properties', 'Policies'))
  expect(list(at(policy, 'PolicyDocument', 'Statement')).map((statement) => at(statement, 'Action'))).toEqual(['lambda:InvokeFunction'])
})

/** The table as the server creates it. */
async function tableOfServer(): Promise<unknown> {
  const client = new DynamoDBClient({ region: 'us-east-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } })
  const inputs: unknown[] = []
  client.middlewareStack.add(
    (_next, context) =>
      async ({ input }) => {
        if (context.commandName === CreateTableCommand.name) inputs.push(input)
        return { response: {}, output: { $metadata: {}, Table: { TableStatus: 'ACTIVE' } } }
      },
    { step: 'initialize' },
  )
  await createTable(client, 'rolebridge')
  return inputs[0]
}

test('the table is the one that the server creates, protected and with an expiry', async () => {
  const { TimeToLiveSpecification, PointInTimeRecoverySpecification, DeletionProtectionEnabled, ...table } = propertiesOf(
    stackOf(plan),
    'Table',
  )
  expect(table).toEqual(await tableOfServer())
  expect([TimeToLiveSpecification, PointInTimeRecoverySpecification, DeletionProtectionEnabled]).toEqual([
    { AttributeName: 'expires', Enabled: true },
    { PointInTimeRecoveryEnabled: true },
    true,
  ])
})

/** The environment of the function, with the secret that the documentation creates. */
function settingsOf(parameters: Readonly<Record<string, string>>): Settings {
  const secret = { ...documentedSecret(), launchSecret: 'l'.repeat(40), vendorSecret: 'v'.repeat(40) }
  const variables = Object.entries(propertiesOf(stackOf(plan, parameters), 'Function', 'Environment', 'Variables')).map(([name, value]) => {
    const key = /^\{\{resolve:secretsmanager:rolebridge:SecretString:(\w+)\}\}$/.exec(String(value))?.[1]
    return [name, key === undefined ? String(value) : String(at(secret, key))]
  })
  const reading = readEnvironment(Object.fromEntries(variables))
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  expect(reading.warnings).toEqual([])
  return reading.settings
}

test('the server reads the environment of the function', () => {
  const settings = settingsOf({})
  expect(settings).toMatchObject({
    aws: 'live',
    registryUrl: 'dynamodb:rolebridge',
    origin: 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
    vendorPath: '/var/task/vendor.json',
    anonymous: 'allowed',
    launch: { kind: 'none' },
    vendorApi: { kind: 'none' },
  })
  expect([settings.sessionSecret === null, settings.receiptKey === null]).toEqual([false, false])
})

test('with a domain and secrets of the back end, the function has them', () => {
  const own = { DomainName: 'connect.example.com', CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a' }
  expect(settingsOf({ ...own, LaunchSecret: 'true', VendorSecret: 'true' })).toMatchObject({
    origin: 'https://connect.example.com',
    anonymous: 'denied',
    launch: { kind: 'secret' },
    vendorApi: { kind: 'secret' },
  })
  const jwks = 'https://app.example.com/jwks.json'
  expect(settingsOf({ LaunchJwks: jwks, VendorJwks: jwks })).toMatchObject({ launch: { kind: 'jwks' }, vendorApi: { kind: 'jwks' } })
})

test('the API names the client in the event, and the schedule sends the event that the function knows', () => {
  const stack = stackOf(plan)
  expect(propertiesOf(stack, 'Integration')).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' })
  const target = at(stack.template, 'Resources', 'Schedule', 'Properties', 'Target')
  expect(Object.keys(section(target))).not.toContain('Input')
})

/** Fails unless every required parameter of the template is among the names. */
function expectComplete(given: readonly string[]): void {
  const parameters = Object.entries(section(stackOf(plan).template, 'Parameters'))
  const required = parameters.flatMap(([name, parameter]) => (at(parameter, 'Default') === undefined ? [name] : []))
  expect(given.filter((name) => !parameters.some(([known]) => known === name))).toEqual([])
  expect(required.filter((name) => !given.includes(name))).toEqual([])
}

test('the documented command and link give every parameter that the template requires', () => {
  const [, overrides = ''] = documentedCommand('aws cloudformation deploy').split('--parameter-overrides ')
  expectComplete(overrides.split(' ').map((pair) => pair.split('=')[0] ?? ''))
  const query = new URLSearchParams(documentedLink().split('?').at(-1))
  expect([query.get('stackName'), query.get('templateURL')]).toEqual(['rolebridge', 'https://my-code.s3.us-east-1.amazonaws.com/aws.yaml'])
  expectComplete([...query.keys()].filter((name) => name.startsWith('param_')).map((name) => name.replace('param_', '')))
})
