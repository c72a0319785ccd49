import { type Messages, messages } from '#core/text/messages.ts'
import type { Evidence } from '#core/verify/evidence.ts'
import type { Actor, ExplanationFacts, ExplanationTexts, PasteCode } from '#core/verify/explanation.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'

/** One row of the decision table, with the texts of its diagnosis. The first row that applies decides. */
export type Diagnosed<Code extends string = string, Cause extends string = string> = {
  /** Permanent: documentation and other people's code refer to it. */
  readonly code: Code
  readonly kind: VerdictKind
  readonly actor: Actor
  readonly paste: readonly PasteCode[]
  readonly applies: (evidence: Evidence) => boolean
  /** Most probable first. */
  readonly causes: (evidence: Evidence) => readonly Cause[]
  readonly messages: Messages<ExplanationTexts>
}

type Definition<Code extends string, Cause extends string> = Omit<Diagnosed<Code, Cause>, 'messages'> & { readonly texts: ExplanationTexts }

/** A row and its texts in one place: English is given here, other languages are added to `messages`. */
export const diagnosis = <const Code extends string, const Cause extends string>({
  texts,
  ...row
}: Definition<Code, Cause>): Diagnosed<Code, Cause> => ({
  ...row,
  messages: messages<ExplanationTexts>(`diagnosis.${row.code}`, texts),
})

export const trustPaste: readonly PasteCode[] = ['trust-policy', 'trust-policy-command']

export const rechecks = 'Keep this page open. We’ll re-check automatically.'

/** Nothing where none was requested. */
export const attachPolicies = ({ managedPolicyArns, roleName, account }: ExplanationFacts): readonly string[] =>
  managedPolicyArns.length === 0
    ? []
    : [`In account ${account}, open IAM, Roles, ${roleName}, Permissions, and attach what is missing of: ${managedPolicyArns.join(', ')}.`]

/** Shared by the diagnoses of a role that is not secure. */
export const danger = { kind: 'unsafe', actor: 'customer', paste: trustPaste } as const

export const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): readonly string[] => [
  `In account ${account}, open IAM, Roles, ${roleName}, Trust relationships, and choose Edit trust policy.`,
  'Paste the corrected trust policy and choose Update policy, or run the CLI fix in CloudShell.',
  'Keep this page open. We’ll check twice, because policy changes take a moment to apply.',
]

export const notUsed = ({ vendor }: ExplanationFacts) => `${vendor} won’t use the role until this is fixed.`
