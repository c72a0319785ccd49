import type { Partition } from '#core/aws/partition.ts'
import type { Region } from '#core/aws/region.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { type Messages, messages } from '#core/text/messages.ts'
import type { Diagnosis } from '#core/verify/verdict.ts'
import { type Refusal, refused } from './answer.ts'

/** A change to a policy, as a colleague makes it in the console. */
export type PolicyEdit = (document: PolicyDocument, partition: Partition) => PolicyDocument

export type AssumeRoleFacts = {
  readonly region: Region
  readonly partition: Partition
  readonly accountId: string
  readonly callerArn: string
  readonly roleArn: string
  readonly roleExists: boolean
  /** True if the call has the external ID that the role requires. */
  readonly hasRightId: boolean
  /** Milliseconds since the last session of the role. Null: none. */
  readonly sinceSessionMs: number | null
}

/** Differences from an account that works. */
export type Behavior = {
  /** Applied once, when a role is created. Later trust policies stay unchanged. */
  readonly trust?: PolicyEdit
  /** Applied once, to the first version of every inline policy. */
  readonly permissions?: PolicyEdit
  readonly serviceControlPolicy?: PolicyDocument
  readonly resourceControlPolicy?: PolicyDocument
  /** STS's error before it evaluates the role. Null: none. */
  readonly refusal?: (facts: AssumeRoleFacts) => Refusal | null
  /** Actions that the trust policy must allow in addition to sts:AssumeRole, because of the vendor's session. */
  readonly passedOn?: readonly ('sts:TagSession' | 'sts:SetSourceIdentity')[]
  readonly answeredRoleName?: string
  /** S3's error for every call. */
  readonly bucketRefusal?: Refusal
  /** True if the error names a trust policy without a matching Allow. */
  readonly namesTrustPolicy?: true
  readonly propagationMs?: number
  /** Changes the trust policy some time after the role was created. Null: deletes the role. */
  readonly later?: { readonly afterMs: number; readonly trust: PolicyEdit | null }
}

/** Read by the presenter of a demo. */
export type ScenarioTexts = { readonly title: string; readonly story: string }

/** One catalog for each scenario, so that a scenario has its texts next to its behavior. */
export const scenarioMessages = (id: string, texts: ScenarioTexts): Messages<ScenarioTexts> =>
  messages<ScenarioTexts>(`scenario.${id}`, texts)

export type Scenario<Id extends string = string> = {
  /** The last two digits of the account number. */
  readonly number: number
  readonly id: Id
  /** The final diagnosis, in every partition. */
  readonly expects: Diagnosis
  /** The doctor's finding for the role. Without one, the role is as planned. */
  readonly doctorFinds?: string
  readonly behavior: Behavior
  readonly messages: Messages<ScenarioTexts>
}

type Definition<Id extends string> = Omit<Scenario<Id>, 'messages'> & { readonly texts: ScenarioTexts }

export const scenario = <const Id extends string>({ texts, ...rest }: Definition<Id>): Scenario<Id> => ({
  ...rest,
  messages: scenarioMessages(rest.id, texts),
})

export const twoMinutes = 120_000

export const throttling = refused(400, 'Throttling', 'Rate exceeded')

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
export const regionDisabled = (accountId: string): Refusal =>
  refused(
    403,
    'RegionDisabledException',
    `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`,
  )

export const deniedBy =
  (reason: string) =>
  ({ callerArn, roleArn }: AssumeRoleFacts): Refusal =>
    refused(
      403,
      'AccessDenied',
      `User: ${callerArn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}${reason === '' ? '' : ` ${reason}`}`,
    )
