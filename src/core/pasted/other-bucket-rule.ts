import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'

type OtherBucketFacts = PlanFacts & { readonly bucket: string; readonly requested: string }

export const otherBucketMessages = messages('other-bucket-rule', {
  'vendor-other-bucket': {
    title: 'The message is about a bucket that wasn’t requested',
    sentence: ({ bucket, requested }: OtherBucketFacts) =>
      `The message is about the bucket ${bucket}. The requested permissions are for ${requested}.`,
    detail: ({ vendor }: OtherBucketFacts) =>
      `This doesn’t show whether the role can be assumed. If ${vendor} needs that bucket, add it to the permissions of this connection. Otherwise, change the bucket in ${vendor}.`,
  },
})

/** Empty where the plan names none, or allows some that it doesn't name. */
function requestedBuckets({ permissionsPolicy, managedPolicyArns }: RolePlan): readonly string[] {
  const resources = listOf(permissionsPolicy.Statement).flatMap(({ Resource, NotResource }) => listOf(Resource ?? NotResource ?? '*'))
  const names = resources.flatMap((arn) => /^arn:[\w-]+:s3:::([^/]+)/.exec(arn)?.[1] ?? (arn.startsWith('*') ? '*' : []))
  return managedPolicyArns.length > 0 || names.some((name) => /[*?$]/.test(name)) ? [] : [...new Set(names)]
}

const namedIn = ({ vendorWords, errors }: PastedRole): string | null =>
  (vendorWords?.failure === 'bucket' ? vendorWords.bucket : null) ?? errors.find(({ bucket }) => bucket !== undefined)?.bucket ?? null

/** The bucket of a failed call is often another one than the customer entered here. */
export const otherBucketRule: PastedRule = familyRule(otherBucketMessages.in, {
  id: 'vendor-other-bucket',
  part: 'vendor',
  suppresses: ['storage-denied', 'vendor-bucket-failed'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
  facts: (pastedRole) => {
    const [bucket, requested] = [namedIn(pastedRole), requestedBuckets(pastedRole.plan)]
    if (bucket === null || requested.length === 0 || requested.includes(bucket)) return null
    return { ...planFacts(pastedRole.plan), bucket, requested: requested.join(', ') }
  },
})
