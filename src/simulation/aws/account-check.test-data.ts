import { templateParameters } from '#core/artifacts/template-choice.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import type { Sts } from '#core/verify/sts.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { verify } from '#core/verify/verify.ts'
import { simulatedSts } from '#simulation/demo/simulated-sts.ts'
import { seededBytes } from './identifiers.ts'
import { credentialsInPage } from './metadata.ts'
import { type Answered, type TestAws, templateUrl, vendor } from './testing.test-data.ts'

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

/** STS as the vendor's roles in a partition call it. */
export function stsIn({ simulator, now }: TestAws, partition: Partition): Sts {
  return simulatedSts({
    simulator,
    credentials: credentialsInPage(simulator, `${partition}/application`),
    controlCredentials: credentialsInPage(simulator, `${partition}/control`),
    secondRoleCredentials: credentialsInPage(simulator, `${partition}/second-role`),
    now,
  })
}

/** Verifies once, with a patience of 30 s. */
export async function verifyRole(aws: TestAws, connection: Connection, previous: Verdict | null): Promise<Verdict> {
  const { verdict } = await verify({
    vendor,
    connection,
    sts: stsIn(aws, partitionOf(connection.region)),
    previous,
    start: { firstCheckAt: '2026-11-22T08:00:00.000Z' },
    now: () => new Date(aws.now()),
    randomBytes: seededBytes('looking'),
    patienceMs: 30_000,
    simulated: true,
    isRoutine: false,
    otherExternalIds: [],
    rotationBefore: null,
  })
  return verdict
}
