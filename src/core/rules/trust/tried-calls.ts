import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import type { StatedContext } from '#core/policy/request-context.ts'
import { type Callers, callersOf, momentsOf, namedIds, ownRolesOf, timeKeys, unknownIds, withMfa } from '#core/rules/trust-probes.ts'
import type { TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { externalIdKey } from './conditions.ts'

type ExternalId = string | undefined

type Tried = {
  readonly statements: readonly PolicyStatement[]
  readonly version: string | undefined
  readonly callers: Callers
  readonly moments: readonly Date[]
}

/** More statements than these take too long to be tried one by one. */
const statementsMaximum = 60

function readTried(subject: TrustSubject): Tried | null {
  const parsed = subject.signature === null ? undefined : PolicyDocument.safeParse(subject.value).data
  const statements = listOf(parsed?.Statement)
  if (parsed === undefined || statements.length > statementsMaximum) return null
  const conditions = subject.statements.flatMap((statement) => statement.conditions)
  const { terms } = subject
  return { statements, version: parsed.Version, callers: callersOf(subject, terms), moments: momentsOf(conditions, terms.now) }
}

function kept<Value>(make: (subject: TrustSubject) => Value): (subject: TrustSubject) => Value {
  const made = new WeakMap<TrustSubject, { readonly value: Value }>()
  return (subject) => {
    const { value } = made.get(subject) ?? { value: make(subject) }
    made.set(subject, { value })
    return value
  }
}

/** Null for a document that can't be evaluated. */
const triedOf = kept(readTried)

function statementAt({ statements }: Tried, { path: [, index = 0] }: Pick<TrustStatement, 'path'>): PolicyStatement | undefined {
  return typeof index === 'number' ? statements[index] : undefined
}

type Call = { readonly callerArn: string; readonly externalId: ExternalId }

const answer = ({ version, moments }: Tried, statements: readonly PolicyStatement[], call: Call, context: StatedContext = {}): Evaluation =>
  evaluateTrustPolicy(
    { ...(version === undefined ? {} : { Version: version }), Statement: [...statements] },
    { ...call, action: 'sts:AssumeRole', moments, context },
  )

type Trial = {
  readonly callers: (callers: Callers) => readonly string[] | undefined
  readonly externalIds: readonly ExternalId[]
  /** The keys of the statement's conditions that are tried. The callers are taken to meet the others. */
  readonly tries: (keyName: string) => boolean
  readonly context?: StatedContext
}

function onlyTried({ Condition = {}, ...statement }: PolicyStatement, tries: Trial['tries']): PolicyStatement {
  const conditions = Object.entries(Condition).map(([operator, tests]) => [
    operator,
    Object.fromEntries(Object.entries(tests).filter(([key]) => tries(key.toLowerCase()))),
  ])
  return { ...statement, Condition: Object.fromEntries(conditions.filter(([, tests]) => Object.keys(tests ?? {}).length > 0)) }
}

/** `open`: one of the calls is allowed. `closed`: each of them is denied. `untried`: the document can't be evaluated. */
type Admission = 'open' | 'unknown' | 'closed' | 'untried'

/** The answer of one Allow of the policy, together with its Denies, to these calls. */
function admission(subject: TrustSubject, statement: TrustStatement, { callers, externalIds, tries, context }: Trial): Admission {
  const tried = triedOf(subject)
  const [allow, arns] = tried === null ? [] : [statementAt(tried, statement), callers(tried.callers)]
  if (tried === null || allow === undefined || arns === undefined) return 'untried'
  const statements = [onlyTried(allow, tries), ...tried.statements.filter(({ Effect }) => Effect === 'Deny')]
  const contexts = context === undefined ? [{}, withMfa] : [context]
  const answers = arns.flatMap((callerArn) =>
    externalIds.flatMap((externalId) => contexts.map((each) => answer(tried, statements, { callerArn, externalId }, each))),
  )
  if (answers.includes('allowed')) return 'open'
  return answers.includes('unknown') ? 'unknown' : 'closed'
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention */
export const serviceKeys = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']

/** All calls from one account have the same values of them, or none. */
const accountKeys = ['aws:principalarn', 'aws:principalaccount', ...serviceKeys, ...timeKeys]

const isOfIdOrAccount = (keyName: string): boolean => keyName === externalIdKey || accountKeys.includes(keyName)

const allCallers = ({ vendor, strangers, named }: Callers): readonly string[] => [
  ...vendor,
  ...strangers,
  ...named.flatMap(({ arns }) => arns),
]

/** The answer to calls with these external IDs, from any account. */
export const admits = (subject: TrustSubject, statement: TrustStatement, ...externalIds: readonly ExternalId[]): Admission =>
  admission(subject, statement, { callers: allCallers, externalIds, tries: isOfIdOrAccount })

const wrongIds = (subject: TrustSubject): readonly ExternalId[] => unknownIds(subject.terms).map(({ externalId }) => externalId)

const ofVendor = ({ vendor }: Callers): readonly string[] => vendor

/** True where a call of the vendor without the right external ID gets in. */
export const admitsVendorWithoutId = (subject: TrustSubject, statement: TrustStatement): boolean =>
  admission(subject, statement, { callers: ofVendor, externalIds: wrongIds(subject), tries: isOfIdOrAccount }) !== 'closed'

/** True where a call of the vendor with the right external ID gets in. */
export const admitsVendorWithId = (subject: TrustSubject, statement: TrustStatement): boolean =>
  admission(subject, statement, { callers: ofVendor, externalIds: [subject.terms.externalId], tries: isOfIdOrAccount }) !== 'closed'

/** The right external ID, none, and each that the policy may accept. */
const everyId = (subject: TrustSubject): readonly ExternalId[] => [
  subject.terms.externalId,
  ...wrongIds(subject),
  ...namedIds(subject, subject.terms),
]

/** Each Allow for AWS principals that lets a call without the right external ID in. */
export const looseAllows = kept((subject: TrustSubject): readonly TrustStatement[] =>
  subject.signature?.requiresExternalId
    ? []
    : subject.statements.filter((statement) => statement.admits && admits(subject, statement, ...wrongIds(subject)) !== 'closed'),
)

/** True where a call of the vendor account gets in, with whatever external ID. */
export const admitsVendorAccount = (subject: TrustSubject, statement: TrustStatement): boolean =>
  admission(subject, statement, { callers: ofVendor, externalIds: everyId(subject), tries: isOfIdOrAccount }) !== 'closed'

/** True where a caller of another account gets in, except for roles of the customer's own that the policy names. */
export const admitsAccount = (subject: TrustSubject, statement: TrustStatement, accountId: string): boolean =>
  admission(subject, statement, {
    callers: ({ named }) => named.find((account) => account.accountId === accountId)?.arns,
    externalIds: everyId(subject),
    tries: isOfIdOrAccount,
  }) !== 'closed'

/** True where a caller of any account gets in, except for roles of the customer's own that the policy names. */
export const admitsOthers = (subject: TrustSubject, statement: TrustStatement): boolean =>
  admission(subject, statement, { callers: allCallers, externalIds: everyId(subject), tries: isOfIdOrAccount }) !== 'closed'

/**
 * A caller of another account is in an organization of its own, if in any, and has no unique ID or network that a policy names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const ofOthers: StatedContext = {
  'aws:PrincipalOrgID': 'o-ofthecaller',
  'aws:PrincipalOrgPaths': ['o-ofthecaller/r-ab12/ou-ab12-11111111/'],
  'aws:ResourceOrgID': 'o-oftherole0',
  'aws:ResourceOrgPaths': ['o-oftherole0/r-cd34/ou-cd34-22222222/'],
  'aws:userid': 'AROAOFTHECALLER00000A:probe',
  'aws:SourceVpc': [],
  'aws:SourceVpce': [],
  'aws:SourceVpcArn': [],
}

const keyNames = (context: StatedContext): readonly string[] => Object.keys(context).map((key) => key.toLowerCase())

/** True where a caller of any other account gets in. */
export const admitsEveryAccount = (subject: TrustSubject, statement: TrustStatement): boolean =>
  admission(subject, statement, {
    callers: ({ strangers }) => strangers,
    externalIds: everyId(subject),
    tries: (keyName) => isOfIdOrAccount(keyName) || keyNames(ofOthers).includes(keyName),
    context: ofOthers,
  }) !== 'closed'

const everyone: PolicyStatement = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }

function rightCalls({ terms }: TrustSubject, { callers }: Tried): readonly Call[] {
  const { externalId, nextExternalId, applicationPrincipalArns } = terms
  return (applicationPrincipalArns.length > 0 ? applicationPrincipalArns : callers.vendor).flatMap((callerArn) =>
    [externalId, ...(nextExternalId === null ? [] : [nextExternalId])].map((id) => ({ callerArn, externalId: id })),
  )
}

/** True where an Allow, with the Denies, may let a call in that the vendor must be allowed. */
export function mayAdmitVendor(subject: TrustSubject, { path }: TrustStatement): boolean {
  const tried = triedOf(subject)
  const allow = tried === null ? undefined : statementAt(tried, { path })
  if (tried === null || allow === undefined) return false
  const statements = [allow, ...tried.statements.filter(({ Effect }) => Effect === 'Deny')]
  return rightCalls(subject, tried).some((call) => ['allowed', 'unknown'].includes(answer(tried, statements, call, ofOthers)))
}

/** The effect of a Deny on the calls that the vendor must be allowed. */
export function blocked(subject: TrustSubject, deny: TrustStatement): 'always' | 'maybe' | 'never' {
  const tried = triedOf(subject)
  const statement = tried === null ? undefined : statementAt(tried, deny)
  if (tried === null || statement === undefined) return 'always'
  const answers = rightCalls(subject, tried).map((call) => answer(tried, [everyone, statement], call, ofOthers))
  // Each of the named applications must get in; without names, one of the roles that were tried.
  const isFor = (is: (kind: Evaluation) => boolean) =>
    subject.terms.applicationPrincipalArns.length > 0 ? answers.some(is) : answers.every(is)
  if (isFor((kind) => kind === 'explicitly-denied')) return 'always'
  return isFor((kind) => kind !== 'allowed') ? 'maybe' : 'never'
}

/** True where every call that the vendor must be allowed meets this condition of a statement. */
export function meets(subject: TrustSubject, statement: TrustStatement, { operator, key }: ConditionView): boolean {
  const tried = triedOf(subject)
  const value = tried === null ? undefined : statementAt(tried, statement)?.Condition?.[operator]?.[key]
  if (tried === null || value === undefined) return false
  const conditioned = { ...everyone, Condition: { [operator]: { [key]: value } } }
  return rightCalls(subject, tried).every((call) => answer(tried, [conditioned], call, ofOthers) === 'allowed')
}

/** Calls of roles of the customer's own account that the policy names, and that it allows: with the external ID, or without. */
export function ownCalls(subject: TrustSubject): readonly Call[] {
  const tried = triedOf(subject)
  if (tried === null) return []
  const calls = ownRolesOf(subject, subject.terms).flatMap((callerArn) =>
    [subject.terms.externalId, undefined].map((externalId) => ({ callerArn, externalId })),
  )
  return calls.filter((call) => answer(tried, tried.statements, call) === 'allowed')
}

/** True where another policy allows them too. */
export function allowsCalls(subject: TrustSubject, calls: readonly Call[]): boolean {
  const tried = triedOf(subject)
  return calls.every((call) => tried !== null && answer(tried, tried.statements, call) === 'allowed')
}
