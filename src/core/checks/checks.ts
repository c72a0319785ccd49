import type { AwsCheck } from './aws-check.ts'
import { dynamodbDescribeTable } from './dynamodb-describe-table.ts'
import { s3HeadBucket, s3ListObjects } from './s3-buckets.ts'

/** Every check that a vendor's config can name. */
export const checks: readonly AwsCheck[] = [s3HeadBucket, s3ListObjects, dynamodbDescribeTable]

export const checkIds: readonly string[] = checks.map(({ id }) => id)

const checkOf: ReadonlyMap<string, AwsCheck> = new Map(checks.map((check) => [check.id, check]))

/** Undefined for an ID from a newer version. */
export const awsCheck = (id: string): AwsCheck | undefined => checkOf.get(id)

const denials = /^(AccessDenied|AccessDeniedException|Forbidden|403|AllAccessDisabled|KMS\.\w+)$/
const absences = /^(NoSuch\w+|NotFound|404|ResourceNotFoundException)$/

/** Any code that speaks neither of the permission nor of the resource leaves the check open. */
export function codeMeaning(checkId: string, code: string): 'denied' | 'absent' | 'unknown' {
  if (absences.test(code) || checkOf.get(checkId)?.absent.code === code) return 'absent'
  return denials.test(code) ? 'denied' : 'unknown'
}
