import { expect, test } from 'vitest'
import { templateParameters } from '#core/artefacts/template-parameters.ts'
import { type Connection, connectionTerms } from '#core/connection.ts'
import { partitionOf } from '#core/region.ts'
import { rolePlan } from '#core/role-plan.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { AssumedSession, AwsRefusal, Sts } from '#core/verify/sts.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { verify } from '#core/verify/verify.ts'
import { scenarioAccounts } from './accounts.ts'
import { randomBytes } from './identifiers.ts'
import { type Answered, type Credentials, type TestAws, templateUrl, testAws, vendor } from './testing.ts'
import { simulatedControlRoleArn, simulatedVendorRoleArn } from './vendor-roles.ts'

function connectionTo(accountId: string, region: string): Connection {
  const terms = connectionTerms(vendor).parse({
    accountId,
    region,
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] }, writeResults: { resultBucket: 'acme-results' } },
  })
  return { ...terms, id: 'c1', roleArn: rolePlan(terms, vendor).roleArn, createdAt: '2026-11-22T08:00:00.000Z' }
}

async function launch(aws: TestAws, connection: Connection): Promise<Answered> {
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
  const machine = aws.simulator.instanceCredentials(simulatedVendorRoleArn(vendor, partition))
  return {
    callerIdentity: async (region) => {
      const answered = await aws.call('sts', { Action: 'GetCallerIdentity' }, { ...machine, region })
      if (answered.status !== 200) return refusalOf(answered)
      return { kind: 'identity', accountId: answered.field('Account') ?? '', arn: answered.field('Arn') ?? '', requestId: '' }
    },
    assumeRole: assumeRoleAs(aws, simulatedVendorRoleArn(vendor, partition)),
    assumeRoleFromControlAccount: assumeRoleAs(aws, simulatedControlRoleArn(vendor, partition)),
  }
}

function look(aws: TestAws, connection: Connection, previous: Verdict | null): Promise<Verdict> {
  return verify({
    vendor,
    connection,
    sts: stsOf(aws, connection),
    previous,
    firstLookAt: '2026-11-22T08:00:00.000Z',
    now: () => new Date(aws.now()),
    randomBytes,
    patienceMs: 30_000,
    simulated: true,
  })
}

const signature = (verdict: Verdict): string =>
  verdict.probes
    .map(({ name, variant, outcome, code }) => `${[name, variant].filter(Boolean).join(':')} ${outcome === 'error' ? code : outcome}`)
    .join(', ')

const regions = ['us-west-2', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1']

test.each(regions.flatMap((region) => scenarioAccounts.map((scenario) => ({ ...scenario, region }))))(
  '$accountId in $region: $title ends in $expects',
  async ({ accountId, expects, region }) => {
    const aws = testAws(1000)
    const connection = connectionTo(accountId, region)
    expect(await launch(aws, connection)).toMatchObject({ status: 200 })
    expect(await look(aws, connection, null)).toMatchObject({ kind: expect.stringMatching(/waiting|not-ready|inconclusive|vendor-fault/) })
    aws.pass(60_000)
    const first = await look(aws, connection, null)
    aws.pass(120_000)
    const second = await look(aws, connection, first)
    expect(second.diagnosis).toBe(expects)
  },
)

test('every scenario account shows its own probe signature', async () => {
  const seen: Record<string, string> = {}
  for (const { id, accountId } of scenarioAccounts) {
    const aws = testAws()
    const connection = connectionTo(accountId, 'eu-central-1')
    await launch(aws, connection)
    aws.pass(60_000)
    const verdict = await look(aws, connection, null)
    seen[id] = `${verdict.diagnosis}: ${signature(verdict)}`
  }
  expect(seen).toMatchInlineSnapshot(`
    {
      "any-principal": "other-account-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account assumed",
      "any-value": "any-external-id-accepted: right-id assumed, no-id denied, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:case assumed, other-account denied",
      "every-region-off": "region-disabled: right-id RegionDisabledException",
      "explicit-deny": "explicit-deny: right-id denied, no-id denied, random-id denied",
      "external-id-differs": "not-assumable: right-id denied, no-id denied, random-id denied",
      "for-all-values": "external-id-optional: right-id assumed, no-id assumed, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied",
      "if-exists": "external-id-optional: right-id assumed, no-id assumed, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied",
      "ignore-case": "similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case assumed, other-account denied",
      "mfa-condition": "not-assumable: right-id denied, no-id denied, random-id denied",
      "no-condition": "external-id-not-required: right-id assumed, no-id assumed, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:case assumed, other-account denied",
      "null-false": "any-external-id-accepted: right-id assumed, no-id denied, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:case assumed, other-account denied",
      "null-true": "condition-inverted: right-id denied, no-id assumed, random-id denied",
      "other-principal": "not-assumable: right-id denied, no-id denied, random-id denied",
      "permissions-edited": "permissions-incomplete: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied, right-id-again assumed",
      "prefix-pattern": "similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end assumed, near-miss:start denied, near-miss:case denied, other-account denied",
      "region-off": "verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied, right-id-again assumed",
      "resource-control-policy": "resource-control-policy: right-id denied, no-id denied, random-id denied",
      "role-deleted-later": "verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied, right-id-again assumed",
      "safety-check-throttled": "safety-check-incomplete: right-id assumed, no-id Throttling, random-id Throttling, near-miss:end Throttling, near-miss:start Throttling, near-miss:case Throttling, other-account denied, right-id-again assumed",
      "second-open-statement": "external-id-not-required: right-id assumed, no-id assumed, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:case assumed, other-account denied",
      "slow": "verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied, right-id-again assumed",
      "stack-rolled-back": "not-assumable: right-id denied, no-id denied, random-id denied",
      "string-not-equals": "condition-inverted: right-id denied, no-id assumed, random-id assumed",
      "string-not-equals-present": "condition-inverted: right-id denied, no-id denied, random-id assumed",
      "suffix-pattern": "similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start assumed, near-miss:case denied, other-account denied",
      "throttled": "aws-unavailable: right-id Throttling",
      "trailing-blank": "not-assumable: right-id denied, no-id denied, random-id denied",
      "trust-policy-named": "trust-policy-mismatch: right-id denied, no-id denied, random-id denied",
      "vendor-credentials-expired": "vendor-credentials-refused: right-id ExpiredToken",
      "vendor-not-allowed": "vendor-not-allowed: right-id denied",
      "weakened-later": "verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:case denied, other-account denied, right-id-again assumed",
    }
  `)
})

test('an ordinary account verifies', async () => {
  const aws = testAws(3000)
  const connection = connectionTo('444455556666', 'eu-central-1')
  expect(await look(aws, connection, null)).toMatchObject({ diagnosis: 'propagating' })
  await launch(aws, connection)
  aws.pass(3000)
  expect(await look(aws, connection, null)).toMatchObject({ diagnosis: 'propagating' })
  aws.pass(1000)
  expect(await look(aws, connection, null)).toMatchObject({ diagnosis: 'verified' })
})

test('account numbers and ids of scenarios are unique', () => {
  expect(new Set(scenarioAccounts.map(({ accountId }) => accountId)).size).toBe(scenarioAccounts.length)
  expect(new Set(scenarioAccounts.map(({ id }) => id)).size).toBe(scenarioAccounts.length)
})
