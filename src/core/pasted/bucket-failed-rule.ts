import { messages } from '#core/text/messages.ts'
import type { BucketCause } from './bucket-cause.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { permissionsCommand, roleCommand } from './permissions-command.ts'

type BucketFacts = PlanFacts & { readonly bucket: string; readonly cause: BucketCause }

export const bucketFailedMessages = messages('bucket-failed-rule', {
  'vendor-bucket-failed': {
    title: 'The message says that a bucket can’t be accessed',
    sentence: ({ bucket, cause }: BucketFacts) => {
      if (cause === 'owner') return 'The text says that another account owns the objects, so a bucket policy doesn’t give access to them.'
      return bucket === ''
        ? 'The message says that Amazon S3 or a bucket couldn’t be accessed.'
        : `The message says that the bucket ${bucket} couldn’t be accessed.`
    },
    detail: ({ cause, ...facts }: BucketFacts) => {
      if (cause === 'owner')
        return 'Set Object Ownership of the bucket to "Bucket owner enforced", which makes its account the owner of all objects in it. Then the bucket policy counts for them. Or read them with a role of the bucket’s account, if the ACL of the objects gives that account access. The text says nothing about a trust policy.'
      const paste = `paste the outputs of: ${roleCommand(facts)} and ${permissionsCommand(facts)}`
      return cause === 'denied'
        ? `It doesn’t show whether the role was assumed first, so check the trusted account and the external ID before the rest. Then check three things: the role allows s3:ListBucket on the bucket and s3:GetObject on its objects, the bucket policy allows the role if the bucket is in another account, such as one for logs, and the KMS key allows kms:Decrypt if the objects are encrypted with one. To check the role, ${paste}`
        : `It doesn’t show whether the role was assumed first. Check the name and the Region of the bucket, and ${paste}`
    },
  },
})

/** The text doesn't show in a form that is read which one of several failed. */
const onlyOf = (buckets: readonly string[]): string | undefined => (buckets.length === 1 ? buckets[0] : undefined)

/** Amazon S3, or a bucket, without AWS's own error. */
export const bucketFailedRule: PastedRule = familyRule(bucketFailedMessages.in, {
  id: 'vendor-bucket-failed',
  part: 'permissions-policy',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
  suppressedBy: ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id', 'vendor-open', 'vendor-lacks-permissions'],
  facts: ({ trust, vendorWords, plan }) =>
    trust !== null || vendorWords?.failure !== 'bucket'
      ? null
      : { ...planFacts(plan), bucket: onlyOf(vendorWords.buckets) ?? '', cause: vendorWords.bucketCause ?? 'unknown' },
})
