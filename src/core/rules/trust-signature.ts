import { nearMisses, randomExternalIdLike } from '#core/connection/external-id/likeness.ts'
import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { awsPrincipals, type PolicyView, readPrincipal } from '#core/policy/policy-view.ts'

export type ProbeName = 'no external ID' | 'a random external ID' | 'a similar external ID'

export type SignatureTerms = {
  readonly vendorAccountId: string
  readonly customerAccountId: string | undefined
  readonly partition: string
  readonly externalId: string
  readonly applicationRoleArn: string | null
}

/** What a trust policy answers to the calls that tell a safe one from all others. */
export type TrustSignature = {
  readonly rightId: Evaluation
  /** Calls of the vendor that must be refused. */
  readonly wrongIds: readonly { readonly probe: ProbeName; readonly evaluation: Evaluation }[]
  /** The right external ID from an account that is not the vendor's. */
  readonly otherAccount: Evaluation
  /** The right external ID from another role of the vendor account; null where the plan names no application role. */
  readonly otherRole: Evaluation | null
  /** Without the right external ID no call is allowed, whatever else the policy requires. */
  readonly requiresExternalId: boolean
  /** No call from another account is allowed, whatever else the policy requires. */
  readonly demandsVendor: boolean
}

type Probed = {
  readonly policy: PolicyDocument
  readonly callers: readonly string[]
  readonly strangers: readonly string[]
  readonly externalId: string
}

/** More callers than this that are treated differently have no policy of one vendor. */
const callersMaximum = 12

/** A session of the role, as it calls. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const sessionOf = (roleArn: string): string =>
  roleArn.replace(/^arn:([^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/s, 'arn:$1:sts::$2:assumed-role/$3/probe')

/** Somebody whom a pattern of ARNs means. */
const filled = (pattern: string, accountId: string): string =>
  pattern
    .split(':')
    .map((part, index) => (index === 4 && /[*?]/.test(part) ? accountId : part.replaceAll('*', 'x').replaceAll('?', 'x')))
    .join(':')

function strangerAccount({ vendorAccountId, customerAccountId }: SignatureTerms, text: string): string {
  const candidates = ['999988887777', '888877776666', '777766665555', '666655554444']
  return candidates.find((id) => id !== vendorAccountId && id !== customerAccountId && !text.includes(id)) ?? '555544443333'
}

function namedCallers(view: PolicyView): string[] {
  const principals = view.statements.flatMap(awsPrincipals).flatMap(({ kind, text }) => (kind === 'everyone' ? [] : [text]))
  const conditions = view.statements.flatMap(({ conditions: all }) => all.filter(({ keyName }) => keyName === 'aws:principalarn'))
  return [...new Set([...principals, ...conditions.flatMap(({ values }) => values.map(({ text }) => text))])]
}

function callersOf(view: PolicyView, terms: SignatureTerms): Pick<Probed, 'callers' | 'strangers'> {
  const { partition, vendorAccountId, applicationRoleArn } = terms
  const stranger = strangerAccount(terms, view.text)
  const role = (accountId: string) => `arn:${partition}:sts::${accountId}:assumed-role/Application/probe`
  const named = namedCallers(view).slice(0, callersMaximum)
  const of = (accountId: string) =>
    named.map((name) => filled(name, accountId)).filter((name) => readPrincipal(name).accountId === accountId && name.startsWith('arn:'))
  return {
    callers: [...(applicationRoleArn === null ? [] : [applicationRoleArn]), ...of(vendorAccountId), role(vendorAccountId)],
    strangers: [...of(stranger), role(stranger)],
  }
}

/** As a session signs, with the role's whole ARN where it has a path. */
function evaluation(policy: PolicyDocument, caller: string, externalId: string | undefined): Evaluation {
  const isRole = /^arn:[^:]*:iam::\d{12}:role\//.test(caller)
  return evaluateTrustPolicy(policy, {
    callerArn: isRole ? sessionOf(caller) : caller,
    action: 'sts:AssumeRole',
    externalId,
    ...(isRole ? { context: { 'aws:PrincipalArn': caller } } : {}),
  })
}

const worst: readonly Evaluation[] = ['allowed', 'unknown', 'implicitly-denied', 'explicitly-denied']

function worstOf(evaluations: readonly Evaluation[]): Evaluation {
  return worst.find((kind) => evaluations.includes(kind)) ?? 'unknown'
}

/** Different bytes with every call, the same ones in every run. */
function bytes(): (length: number) => Uint8Array {
  let state = 1
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state >> 16
    })
}

function wrongIds(externalId: string): { readonly probe: ProbeName; readonly externalId: string | undefined }[] {
  return [
    { probe: 'no external ID', externalId: undefined },
    { probe: 'a random external ID', externalId: randomExternalIdLike(externalId, bytes()) },
    ...nearMisses(externalId).map((miss) => ({
      probe: 'a similar external ID' as const,
      externalId: miss.externalId,
    })),
  ]
}

function answers({ policy, callers, externalId }: Probed): TrustSignature['wrongIds'] {
  return wrongIds(externalId).map(({ probe, externalId: sent }) => ({
    probe,
    evaluation: worstOf(callers.map((caller) => evaluation(policy, caller, sent))),
  }))
}

const isDenied = (answer: Evaluation): boolean => answer === 'implicitly-denied' || answer === 'explicitly-denied'

type Conditions = NonNullable<PolicyStatement['Condition']>

const only = (conditions: Conditions, keys: readonly string[]): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, tests]) => [
      operator,
      Object.fromEntries(Object.entries(tests).filter(([key]) => keys.includes(key.toLowerCase()))),
    ]),
  )

/** Assumes that every caller meets the other conditions, so the result holds for any caller. */
function withOnly(policy: PolicyDocument, keys: readonly string[]): PolicyDocument {
  return {
    ...policy,
    Statement: listOf(policy.Statement).map((statement) =>
      statement.Effect === 'Allow' ? { ...statement, Condition: only(statement.Condition ?? {}, keys) } : statement,
    ),
  }
}

const otherRoleOf = ({ partition, vendorAccountId, applicationRoleArn }: SignatureTerms): string => {
  const name = applicationRoleArn?.endsWith('/SomeOtherRole') ? 'AnotherRole' : 'SomeOtherRole'
  return `arn:${partition}:sts::${vendorAccountId}:assumed-role/${name}/probe`
}

/** Null for a document that is no policy. */
export function trustSignature(view: PolicyView, value: unknown, terms: SignatureTerms): TrustSignature | null {
  const parsed = PolicyDocument.safeParse(value)
  if (!parsed.success) return null
  const policy = parsed.data
  const probed: Probed = { policy, externalId: terms.externalId, ...callersOf(view, terms) }
  const { callers, strangers, externalId } = probed
  const rightCallers = terms.applicationRoleArn === null ? callers : [terms.applicationRoleArn]
  const right = rightCallers.map((caller) => evaluation(policy, caller, externalId))
  const idOnly = answers({ ...probed, policy: withOnly(policy, ['sts:externalid']), callers: [...callers, ...strangers] })
  const vendorOnly = withOnly(policy, ['aws:principalarn', 'aws:principalaccount'])
  return {
    rightId: worstOf(right),
    wrongIds: answers(probed),
    otherAccount: worstOf(strangers.map((caller) => evaluation(policy, caller, externalId))),
    otherRole: terms.applicationRoleArn === null ? null : evaluation(policy, otherRoleOf(terms), externalId),
    requiresExternalId: idOnly.every((answer) => isDenied(answer.evaluation)),
    demandsVendor: strangers.every((caller) => isDenied(evaluation(vendorOnly, caller, externalId))),
  }
}

/** The right external ID opens, and nothing else does. */
export function isSafe(signature: TrustSignature | null): boolean {
  if (signature === null) return false
  const { rightId, wrongIds: wrong, otherAccount } = signature
  return rightId === 'allowed' && wrong.every((answer) => isDenied(answer.evaluation)) && isDenied(otherAccount)
}

export type TrustVerdict = 'safe' | 'refused' | 'open' | 'unknown'

/** The verdict on a trust policy for one plan. Stricter than `isSafe`: the plan's application role is the only one allowed. Unknown is never safe. */
export function trustVerdict(signature: TrustSignature | null): TrustVerdict {
  if (signature === null) return 'unknown'
  const { rightId, wrongIds: ids, otherAccount, otherRole } = signature
  const wrong = [...ids.map((answer) => answer.evaluation), otherAccount, ...(otherRole === null ? [] : [otherRole])]
  if (wrong.includes('allowed')) return 'open'
  if (isDenied(rightId)) return 'refused'
  return rightId === 'allowed' && wrong.every(isDenied) ? 'safe' : 'unknown'
}
