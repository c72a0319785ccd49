import type { PolicyView } from './policy-view.ts'

/** What the trust policy should say. */
export type TrustContext = {
  readonly vendorAccountId: string
  readonly externalId: string
  readonly customerAccountId?: string | undefined
  /** Of the customer account. */
  readonly partition?: string | undefined
  readonly vendorName?: string | undefined
  /** The ARN of the application role, where the vendor names it. */
  readonly applicationRoleArn?: string | null | undefined
  readonly sendsSessionTags?: boolean | undefined
  readonly sendsSourceIdentity?: boolean | undefined
}

export type TrustSubject = PolicyView & { readonly context: TrustContext }
