import type { Partition } from '#core/aws/partition.ts'
import type { Region } from '#core/aws/region.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import type { Diagnosis } from '#core/verify/verdict.ts'
import type { Refusal } from './answer.ts'

/** A change to a policy, as a colleague makes it in the console. */
export type PolicyEdit = (document: PolicyDocument, partition: Partition) => PolicyDocument

/** What is known of an AssumeRole call when it reaches the account. */
export type AssumeRoleFacts = {
  readonly region: Region
  readonly partition: Partition
  readonly accountId: string
  readonly callerArn: string
  readonly roleArn: string
  readonly roleExists: boolean
  /** Whether the call states the very external ID that the role asks for. */
  readonly hasRightId: boolean
  /** Since a session of the role was last given; null where none is known. */
  readonly sinceSessionMs: number | null
}

/** Where an account differs from one that behaves well. */
export type Behaviour = {
  /** Applied once, when a role is created; a trust policy that is put in its place later stays as it is. */
  readonly trust?: PolicyEdit
  /** Applied once, to every inline policy that a role is created with or that is put on it first. */
  readonly permissions?: PolicyEdit
  /** A policy of the customer's organization on what the users and roles of its accounts may do. */
  readonly serviceControlPolicy?: PolicyDocument
  /** A policy of the customer's organization on what its accounts own. */
  readonly resourceControlPolicy?: PolicyDocument
  /** What STS answers before it looks at the role; null lets the call pass. */
  readonly refusal?: (facts: AssumeRoleFacts) => Refusal | null
  /** What the vendor's session brings along, which the trust policy has to allow beside sts:AssumeRole. */
  readonly passedOn?: readonly ('sts:TagSession' | 'sts:SetSourceIdentity')[]
  /** The name of the role that the answer speaks of, in the place of the right one. */
  readonly answeredRoleName?: string
  /** What S3 answers to every call for a bucket. */
  readonly bucketRefusal?: Refusal
  /** Where the error text of a silent trust policy names it. */
  readonly namesTrustPolicy?: true
  readonly propagationMs?: number
  /** What becomes of a trust policy some time after its role was created; null: the role is deleted. */
  readonly later?: { readonly afterMs: number; readonly trust: PolicyEdit | null }
}

/** What an account number can stand for. Its words stand in the catalogue of the demo, by its id. */
export type Scenario = {
  /** Ends the account number. */
  readonly number: number
  readonly id: string
  /** What verification says in the end, in whatever partition. */
  readonly expects: Diagnosis
  readonly behaviour: Behaviour
}
