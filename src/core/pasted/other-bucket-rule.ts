import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'
import { messages } from '#core/text/messages.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { storageAction, storageOperation } from './storage-call.ts'

type OtherBucketFacts = PlanFacts & { readonly bucket: string; readonly requested: string }

export const otherBucketMessages = messages('other-bucket-rule', {
  'vendor-other-bucket': {
    title: 'The message is about a bucket that wasn’t requested',
    sentence: ({ bucket, requested }: OtherBucketFacts) =>
      `The message is about the bucket ${bucket}. The requested permissions are for ${requested}.`,
    detail: ({ vendor }: OtherBucketFacts) =>
      `This doesn’t show whether the role can be assumed. If the bucket is yours and ${vendor} needs it, add it to the permissions of this connection. If it’s ${vendor}’s own, ${vendor} needs to fix it. Otherwise, change the bucket in ${vendor}.`,
  },
})

/** Empty where the plan names none, or allows some that it doesn't name. */
function requestedBuckets({ permissionsPolicy, managedPolicyArns }: RolePlan): readonly string[] {
  const resources = listOf(permissionsPolicy.Statement).flatMap(({ Resource, NotResource }) => listOf(Resource ?? NotResource ?? '*'))
  const names = resources.flatMap((arn) => /^arn:[\w-]+:s3:::([^/]+)/.exec(arn)?.[1] ?? (arn.startsWith('*') ? '*' : []))
  return managedPolicyArns.length > 0 || names.some((name) => /[*?$]/.test(name)) ? [] : [...new Set(names)]
}

/** False for a call that no requested permission is for, whatever its bucket is. */
function isRequestedCall({ message, operation }: ErrorTextFact, { permissionsPolicy }: RolePlan): boolean {
  const call = storageOperation(message, operation)
  if (call === null) return true
  const action = storageAction(call).toLowerCase()
  const allowed = listOf(permissionsPolicy.Statement).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? listOf(Action) : []))
  return allowed.some((pattern) => matchesPattern(action, pattern.toLowerCase()))
}

function namedIn({ vendorWords, errors, plan }: PastedRole): readonly string[] {
  const ofWords = vendorWords?.failure === 'bucket' ? vendorWords.buckets : []
  return ofWords.length > 0 ? ofWords : (errors.find((error) => error.buckets !== undefined && isRequestedCall(error, plan))?.buckets ?? [])
}

/** The bucket of a failed call is often another one than the customer entered here. */
export const otherBucketRule: PastedRule = familyRule(otherBucketMessages.in, {
  id: 'vendor-other-bucket',
  part: 'finding',
  suppresses: ['storage-denied', 'vendor-bucket-failed'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
  facts: (pastedRole) => {
    const [buckets, requested] = [namedIn(pastedRole), requestedBuckets(pastedRole.plan)]
    const [bucket] = buckets
    if (bucket === undefined || requested.length === 0 || buckets.some((name) => requested.includes(name))) return null
    return { ...planFacts(pastedRole.plan), bucket: buckets.join(', '), requested: requested.join(', ') }
  },
})
