import * as ofAccount from './account-checks.ts'
import type { AwsCheck } from './aws-check.ts'
import { dynamodbDescribeTable } from './dynamodb-describe-table.ts'
import { kmsDescribeKey } from './kms-describe-key.ts'
import { logsDescribeLogStreams } from './logs-describe-log-streams.ts'
import { s3HeadBucket, s3ListObjects } from './s3-buckets.ts'
import { secretsManagerDescribeSecret } from './secretsmanager-describe-secret.ts'
import { snsGetTopicAttributes } from './sns-get-topic-attributes.ts'
import { sqsGetQueueAttributes } from './sqs-get-queue-attributes.ts'

/** Every check that a vendor's config can name, and from which its checks derive. Of two with one permission the first one is derived. */
export const checks: readonly AwsCheck[] = [
  s3HeadBucket,
  s3ListObjects,
  dynamodbDescribeTable,
  sqsGetQueueAttributes,
  snsGetTopicAttributes,
  kmsDescribeKey,
  secretsManagerDescribeSecret,
  logsDescribeLogStreams,
  ofAccount.ec2DescribeInstances,
  ofAccount.rdsDescribeInstances,
  ofAccount.ecsListClusters,
  ofAccount.lambdaListFunctions,
  ofAccount.cloudTrailDescribeTrails,
  ofAccount.organizationsDescribeOrganization,
  ofAccount.costExplorerGetCostAndUsage,
  ofAccount.stsGetCallerIdentity,
]

export const checkIds: readonly string[] = checks.map(({ id }) => id)

const checkOf: ReadonlyMap<string, AwsCheck> = new Map(checks.map((check) => [check.id, check]))

/** Undefined for an ID from a newer version. */
export const awsCheck = (id: string): AwsCheck | undefined => checkOf.get(id)

const denials =
  /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthorizationError|AuthorizationErrorException|Forbidden|403|AllAccessDisabled|KMS\.\w+)$/
const absences = /^(NoSuch\w+|NotFound|404|ResourceNotFoundException)$/

/**
 * A service knows no session in a Region that the account has turned off; the session itself was given a moment before.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
const regionsOff = /^(RegionDisabled|RegionDisabledException|OptInRequired|AuthFailure|UnrecognizedClientException|InvalidClientTokenId)$/

/** Any code that speaks neither of the permission nor of the resource leaves the check open. */
export function codeMeaning(checkId: string, code: string): 'denied' | 'absent' | 'region-off' | 'unknown' {
  if (absences.test(code) || checkOf.get(checkId)?.absent?.code === code) return 'absent'
  if (regionsOff.test(code)) return 'region-off'
  return denials.test(code) ? 'denied' : 'unknown'
}
