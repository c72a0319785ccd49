import { namesAction } from '#core/policy/action-pattern.ts'
import type { Edit } from '#core/policy/form/rule.ts'
import { rule } from '#core/policy/form/rule.ts'
import { jsonValue, memberOf } from '#core/policy/json/json-node.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { nestedArn } from './nested-arn.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'

/** S3 has no folders between these: an action works on the bucket's ARN or on those of objects. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const bucketActions = `
  AllowVendedLogDeliveryForResource CreateBucket CreateBucketMetadataTableConfiguration DeleteBucket DeleteBucketMetadataTableConfiguration
  DeleteBucketPolicy DeleteBucketWebsite GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac GetBucketAcl GetBucketCORS
  GetBucketLocation GetBucketLogging GetBucketMetadataTableConfiguration GetBucketNotification GetBucketObjectLockConfiguration
  GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging
  GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration
  GetLifecycleConfiguration GetMetricsConfiguration GetReplicationConfiguration ListBucket ListBucketMultipartUploads ListBucketVersions
  PauseReplication PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl PutBucketCORS PutBucketLogging
  PutBucketNotification PutBucketObjectLockConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
  PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration PutIntelligentTieringConfiguration
  PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration
  UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration`

const objectActions = `
  AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectAnnotation DeleteObjectTagging DeleteObjectVersion
  DeleteObjectVersionAnnotation DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectLegalHold
  GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation
  GetObjectVersionAnnotationForReplication GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging
  GetObjectVersionTorrent InitiateReplication ListMultipartUploadParts ListObjectAnnotations ListObjectVersionAnnotations
  ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl PutObjectAnnotation PutObjectLegalHold PutObjectRetention PutObjectTagging
  PutObjectVersionAcl PutObjectVersionAnnotation PutObjectVersionTagging ReplicateDelete ReplicateObject ReplicateObjectAnnotation
  ReplicateTags RestoreObject UpdateObjectEncryption`

/** Work on something else: an access point, a job, the account. */
const otherActions = `
  AssociateAccessGrantsIdentityCenter CreateAccessGrant CreateAccessGrantsInstance CreateAccessGrantsLocation CreateAccessPoint
  CreateAccessPointForObjectLambda CreateJob CreateMultiRegionAccessPoint CreateStorageLensGroup DeleteAccessGrant
  DeleteAccessGrantsInstance DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation DeleteAccessPoint
  DeleteAccessPointForObjectLambda DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda DeleteJobTagging
  DeleteMultiRegionAccessPoint DeleteStorageLensConfiguration DeleteStorageLensConfigurationTagging DeleteStorageLensGroup DescribeJob
  DescribeMultiRegionAccessPointOperation DissociateAccessGrantsIdentityCenter GetAccessGrant GetAccessGrantsInstance
  GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy GetAccessGrantsLocation GetAccessPoint
  GetAccessPointConfigurationForObjectLambda GetAccessPointForObjectLambda GetAccessPointPolicy GetAccessPointPolicyForObjectLambda
  GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda GetAccountPublicAccessBlock GetDataAccess GetJobTagging
  GetMultiRegionAccessPoint GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus GetMultiRegionAccessPointRoutes
  GetStorageLensConfiguration GetStorageLensConfigurationTagging GetStorageLensDashboard GetStorageLensGroup ListAccessGrants
  ListAccessGrantsInstances ListAccessGrantsLocations ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets
  ListCallerAccessGrants ListJobs ListMultiRegionAccessPoints ListStorageLensConfigurations ListStorageLensGroups ListTagsForResource
  PutAccessGrantsInstanceResourcePolicy PutAccessPointConfigurationForObjectLambda PutAccessPointPolicy PutAccessPointPolicyForObjectLambda
  PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock PutJobTagging PutMultiRegionAccessPointPolicy PutStorageLensConfiguration
  PutStorageLensConfigurationTagging SubmitMultiRegionAccessPointRoutes TagResource UntagResource UpdateAccessGrantsLocation
  UpdateJobPriority UpdateJobStatus UpdateStorageLensGroup`

export type S3Level = 'bucket' | 'object' | 'other'

const actionsOf = (names: string, level: S3Level): [string, S3Level][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [`s3:${name}`, level])

export const s3Levels: ReadonlyMap<string, S3Level> = new Map([
  ...actionsOf(bucketActions, 'bucket'),
  ...actionsOf(objectActions, 'object'),
  ...actionsOf(otherActions, 'other'),
])

/** What the actions that a pattern names work on; empty when it names none of S3's. */
export function s3LevelsOf(pattern: string): ReadonlySet<S3Level> {
  return new Set([...s3Levels].flatMap(([action, level]) => (namesAction(pattern, action) ? [level] : [])))
}

/** The bucket and the key in the ARN of a bucket or an object; null for what is no such ARN. */
export function s3Name(resource: string): string | null {
  return nestedArn(resource) === null ? (/^arn:[^:]*:s3:::(.+)$/s.exec(resource)?.[1] ?? null) : null
}

export const isS3Name = (resource: string): boolean => s3Name(resource) !== null

/**
 * Whether a resource of a policy can stand for a bucket, an object or something else: a slash divides the first two, and
 * the ARNs of all else name an account. What is no ARN of a bucket or an object may be anything.
 */
export function mayBe(level: S3Level, resource: string): boolean {
  const name = s3Name(resource)
  if (name === null) return true
  if (level === 'other') return false
  return level === 'bucket' ? !name.includes('/') : /[/*?]/.test(name)
}

export const pp16Messages = messages('PP16', {
  title: 'Buckets and objects are mixed up',
  what: 'An S3 bucket action on an object ARN, or an object action on a bucket ARN.',
  why: 'Actions such as `s3:ListBucket` work on `arn:aws:s3:::name`, and actions such as `s3:GetObject` on `arn:aws:s3:::name/*`. On the other ARN, they have no effect.',
  todo: 'Use a separate statement for each, with the ARN that the action works on.',
  bucket: 'works on the bucket',
  object: 'works on objects',
  found: (text: string, need: string, resources: string) => `${text} ${need}, but no ARN here is one. Write ${resources}.`,
})

type Level = 'bucket' | 'object'

/** The level that all of the pattern's actions need and that none of the resources has. */
function missingLevel(pattern: string, resources: readonly string[]): Level | null {
  const levels = s3LevelsOf(pattern)
  if (levels.size !== 1) return null
  const [level] = levels
  if (level === undefined || level === 'other') return null
  return resources.some((resource) => mayBe(level, resource)) ? null : level
}

const atLevel = (resources: readonly string[], level: Level): string[] => [
  ...new Set(resources.map((resource) => (level === 'object' ? `${resource}/*` : resource.replace(/\/.*$/s, '')))),
]

type Mismatch = {
  readonly statement: StatementView
  readonly level: Level
  readonly resources: string[]
  readonly misplaced: readonly PlacedText[]
}

function mismatch(statement: StatementView): Mismatch | null {
  const resources = statement.texts('Resource').map(({ text }) => text)
  if (resources.length === 0 || !resources.every(isS3Name)) return null
  const misplaced = statement.texts('Action').filter(({ text }) => missingLevel(text, resources) !== null)
  const level = misplaced[0] === undefined ? null : missingLevel(misplaced[0].text, resources)
  return level === null ? null : { statement, level, resources: atLevel(resources, level), misplaced }
}

/** Actions that fit stay; the others move to a statement of their own, on the ARNs that they need. */
function split(subject: PermissionsSubject, { statement, resources, misplaced }: Mismatch): readonly Edit[] {
  const fitting = statement.texts('Action').filter(({ text }) => !misplaced.some((action) => action.text === text))
  if (fitting.length === 0) return [{ path: [...statement.path, 'Resource'], value: resources }]
  const own = jsonValue(statement.node)
  const [, index] = statement.path
  const list = memberOf(subject.root, 'Statement')?.value
  const all = list?.kind === 'list' ? list.items.map(jsonValue) : [own]
  const at = typeof index === 'number' ? index : 0
  const isObject = typeof own === 'object' && own !== null && !Array.isArray(own)
  const { Sid: _, ...rest } = isObject ? Object.fromEntries(Object.entries(own)) : {}
  const kept = { ...(isObject ? own : {}), Action: fitting.map(({ text }) => text) }
  const moved = { ...rest, Action: misplaced.map(({ text }) => text), Resource: resources }
  return [{ path: ['Statement'], value: all.toSpliced(at, 1, kept, moved) }]
}

const needs: Readonly<Record<Level, Text>> = {
  bucket: (language) => pp16Messages.in(language).bucket,
  object: (language) => pp16Messages.in(language).object,
}

export const pp16S3Level: PermissionsRule = rule(
  pp16Messages,
  'error',
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
  (subject) =>
    subject.statements.flatMap((statement) => {
      const found = mismatch(statement)
      if (found === null) return []
      const fix = split(subject, found)
      return found.misplaced.map(({ text, path }) => ({
        message: (language) => pp16Messages.in(language).found(text, needs[found.level](language), found.resources.slice(0, 2).join(', ')),
        path,
        fix,
      }))
    }),
)
