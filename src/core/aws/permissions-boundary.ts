import * as z from 'zod/mini'
import { pastedText } from '#core/text/strings.ts'
import type { AccountId } from './account-id.ts'
import type { Partition } from './partition.ts'

/**
 * The ARN of a managed policy: an owner, a path, a name of 1 to 128 characters.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
const policyArn = /^arn:([a-z-]+):iam::(\d{12}|aws):policy\/(?:[\u0021-\u007e]*\/)?[\w+=,.@-]{1,128}$/
const maximumLength = 2048

const isPolicyArn = (text: string): boolean => text.length <= maximumLength && policyArn.test(text)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const PermissionsBoundary = z
  .string({ error: 'permissions-boundary-invalid' })
  .check(z.refine(isPolicyArn, { error: 'permissions-boundary-invalid' }))
  .brand<'PermissionsBoundary'>()
export type PermissionsBoundary = z.infer<typeof PermissionsBoundary>

export type BoundaryReading =
  | { readonly kind: 'boundary'; readonly arn: PermissionsBoundary }
  | { readonly kind: 'refused'; readonly reason: BoundaryRefusal }

type BoundaryRefusal =
  | 'permissions-boundary-invalid'
  | 'permissions-boundary-not-a-policy'
  | 'permissions-boundary-partition'
  | 'permissions-boundary-account'

type Place = { readonly partition: Partition; readonly accountId: AccountId | undefined }

const refused = (reason: BoundaryRefusal): BoundaryReading => ({ kind: 'refused', reason })

/**
 * A boundary is a policy of AWS or of the account that the role is in. Without an account the owner is not checked.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export function readPermissionsBoundary(text: string, { partition, accountId }: Place): BoundaryReading {
  const parsed = PermissionsBoundary.safeParse(pastedText(text))
  if (!parsed.success)
    return refused(
      /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?!policy\/)/.test(pastedText(text))
        ? 'permissions-boundary-not-a-policy'
        : 'permissions-boundary-invalid',
    )
  const [, found, owner] = policyArn.exec(parsed.data) ?? []
  if (found !== partition) return refused('permissions-boundary-partition')
  if (accountId !== undefined && owner !== 'aws' && owner !== accountId) return refused('permissions-boundary-account')
  return { kind: 'boundary', arn: parsed.data }
}

/** The policy of the same path and name in another account: what a customer means who names one boundary for many accounts. One of AWS stays. */
export function boundaryInAccount(
  text: string,
  { partition, accountId }: { readonly partition: Partition; readonly accountId: string },
): string {
  return pastedText(text).replace(
    /^arn:[a-z-]+:iam::(\d{12}|aws):/,
    (_, owner: string) => `arn:${partition}:iam::${owner === 'aws' ? 'aws' : accountId}:`,
  )
}
