import { templateParameters } from '#core/artifacts/template-choice.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { AssumedSession, AwsRefusal, Sts } from '#core/verify/sts.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { verify } from '#core/verify/verify.ts'
import { seededBytes } from './identifiers.ts'
import { type Answered, type Credentials, type TestAws, templateUrl, vendor } from './testing.test-data.ts'
import { simulatedControlRoleArn, simulatedSecondRoleArn, simulatedVendorRoleArn } from './vendor-roles.ts'

export function connectionTo(accountId: string, region: string): Connection {
  const terms = termsOf({
    accountId,
    region,
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] }, writeResults: { resultBucket: 'acme-results' } },
  })
  return { ...terms, id: 'c1', roleArn: rolePlan(terms, vendor).roleArn, createdAt: '2026-11-22T08:00:00.000Z' }
}

/** Creates the stack with the values of the quick-create link. */
export async function launch(aws: TestAws, connection: Connection): Promise<Answered> {
  const values = Object.entries(templateParameters(rolePlan(connection, vendor)))
  const parameters = values.flatMap(([key, value], index) => [
    [`Parameters.member.${index + 1}.ParameterKey`, key],
    [`Parameters.member.${index + 1}.ParameterValue`, value],
  ])
  return aws.call(
    'cloudformation',
    {
      Action: 'CreateStack',
      StackName: 'PixelworksAccess',
      TemplateURL: templateUrl(partitionOf(connection.region)),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
      ...Object.fromEntries(parameters),
    },
    { accessKeyId: `SIM${connection.accountId}`, region: connection.region },
  )
}

function refusalOf(answered: Answered): AwsRefusal {
  const code = answered.field('Code') ?? ''
  return { kind: 'refused', code, hint: denialHint(code, answered.field('Message') ?? ''), requestId: answered.field('RequestId') ?? '' }
}

function assumeRoleAs(aws: TestAws, roleArn: string): Sts['assumeRole'] {
  const machine = aws.simulator.instanceCredentials(roleArn)
  return async (request) => {
    const parameters = {
      Action: 'AssumeRole',
      RoleArn: request.roleArn,
      RoleSessionName: request.sessionName,
      DurationSeconds: '900',
      ...(request.externalId === undefined ? {} : { ExternalId: request.externalId }),
    }
    const answered = await aws.call('sts', parameters, { ...machine, region: request.region })
    return answered.status === 200 ? sessionOf(aws, answered, request.region) : refusalOf(answered)
  }
}

function sessionOf(aws: TestAws, answered: Answered, region: string): AssumedSession {
  const credentials = { accessKeyId: answered.field('AccessKeyId') ?? '', sessionToken: answered.field('SessionToken') ?? '', region }
  const requestId = answered.field('RequestId') ?? ''
  return {
    kind: 'assumed',
    assumedRoleArn: answered.field('Arn') ?? '',
    requestId,
    check: async (_, bucket) => {
      const status = await headBucket(aws, bucket, credentials)
      return status === 200 ? { kind: 'passed', requestId } : { kind: 'refused', code: String(status), hint: null, requestId }
    },
  }
}

async function headBucket(aws: TestAws, bucket: string, { accessKeyId, sessionToken = '', region = '' }: Credentials): Promise<number> {
  const headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
    'x-amz-security-token': sessionToken,
  }
  return (await aws.simulator.fetch(new Request(`http://127.0.0.1/${bucket}`, { method: 'HEAD', headers }))).status
}

function stsOf(aws: TestAws, connection: Connection): Sts {
  const partition = partitionOf(connection.region)
  const identityOf = (roleArn: string): Pick<Sts, 'callerIdentity' | 'assumeRole'> => ({
    callerIdentity: async (region) => {
      const answered = await aws.call('sts', { Action: 'GetCallerIdentity' }, { ...aws.simulator.instanceCredentials(roleArn), region })
      if (answered.status !== 200) return refusalOf(answered)
      return { kind: 'identity', accountId: answered.field('Account') ?? '', arn: answered.field('Arn') ?? '', requestId: '' }
    },
    assumeRole: assumeRoleAs(aws, roleArn),
  })
  return {
    ...identityOf(simulatedVendorRoleArn(vendor, partition)),
    outsiders: [
      { name: 'other-account', ...identityOf(simulatedControlRoleArn(vendor, partition)) },
      { name: 'other-role', ...identityOf(simulatedSecondRoleArn(vendor, partition)) },
    ],
    canary: async () => 'absent',
  }
}

/** Verifies once, with a patience of 30 s. */
export async function look(aws: TestAws, connection: Connection, previous: Verdict | null): Promise<Verdict> {
  const { verdict } = await verify({
    vendor,
    connection,
    sts: stsOf(aws, connection),
    previous,
    firstLookAt: '2026-11-22T08:00:00.000Z',
    now: () => new Date(aws.now()),
    randomBytes: seededBytes('looking'),
    patienceMs: 30_000,
    simulated: true,
    isRoutine: false,
    otherExternalIds: [],
  })
  return verdict
}
