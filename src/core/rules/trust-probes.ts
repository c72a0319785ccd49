import { nearMisses, randomExternalIdLike } from '#core/connection/external-id/likeness.ts'
import { awsPrincipals, type ConditionView, type PolicyView, readPrincipal } from '#core/policy/policy-view.ts'

export type ProbeName = 'no external ID' | 'a random external ID' | 'a similar external ID' | 'another external ID'

export type SignatureTerms = {
  readonly vendorAccountId: string
  readonly customerAccountId: string | undefined
  readonly partition: string
  readonly externalId: string
  /** The new external ID while it replaces the other. */
  readonly nextExternalId: string | null
  /** While the external ID is replaced, an allowed call with one of these is no fault. */
  readonly otherIds: readonly string[]
  /** None: any role of the vendor account is the application. */
  readonly applicationPrincipalArns: readonly string[]
  /** Time of the earliest call. */
  readonly now: Date
}

/** Callers that are tried against a policy to see who is allowed. */
export type Callers = {
  /** In the vendor account. */
  readonly vendor: readonly string[]
  /** In an account that the policy doesn't name. */
  readonly strangers: readonly string[]
  /** In each other account that the policy names. */
  readonly named: readonly { readonly accountId: string; readonly arns: readonly string[] }[]
}

/** More of them that are treated differently have no policy of one vendor. */
const namesMaximum = 12
const accountsMaximum = 4
const idsMaximum = 16

const accountKeys = ['aws:principalarn', 'aws:principalaccount']

const conditionsOnKeys = ({ statements }: PolicyView, keys: readonly string[]): readonly ConditionView[] =>
  statements.flatMap(({ conditions }) => conditions.filter(({ keyName }) => keys.includes(keyName)))

const valuesOf = (view: PolicyView, keys: readonly string[]): readonly string[] => [
  ...new Set(conditionsOnKeys(view, keys).flatMap(({ values }) => values.map(({ text }) => text))),
]

/** An account number that matches the pattern, with the given digits in place of its wildcards. */
function accountLike(pattern: string, digit: string): string | null {
  if (!/^(?=.*\d)[\d*?]+$/.test(pattern)) return null
  const [head = '', ...others] = pattern.replaceAll('?', digit).split('*')
  const missing = 12 - head.length - others.join('').length
  const filled = others.length === 0 ? head : `${head}${digit.repeat(Math.max(0, missing))}${others.join('')}`
  return filled.length === 12 ? filled : null
}

/** Every account number that a value names or has a pattern for. */
export const impliedAccounts = (value: string): readonly string[] => [
  ...(value.match(/\d{12}/g) ?? []),
  ...value.split(/[:/]/).flatMap((part) => ['9', '0'].flatMap((digit) => accountLike(part, digit) ?? [])),
]

function unnamedAccount({ vendorAccountId, customerAccountId }: SignatureTerms, text: string): string {
  const candidates = ['999988887777', '888877776666', '777766665555', '666655554444']
  return candidates.find((id) => id !== vendorAccountId && id !== customerAccountId && !text.includes(id)) ?? '555544443333'
}

/** A caller that matches a pattern of ARNs. */
const filled = (pattern: string, accountId: string): string =>
  pattern
    .split(':')
    .map((part, index) => (index === 4 && /[*?]/.test(part) ? accountId : part.replaceAll('*', 'x').replaceAll('?', 'x')))
    .join(':')

/** A pattern that is no ARN may match the name of a role, or be a part of its path. */
function namedLike(pattern: string, start: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return []
  const written = pattern.replace(/[*?]/g, '')
  return [`${start}role/${written.split(/[:/]/).at(-1)}`, `${start}role/x${written}`]
}

function callersIn(accountId: string, names: readonly string[], partition: string): readonly string[] {
  const start = `arn:${partition}:iam::${accountId}:`
  const meant = names.flatMap((name) => [filled(name, accountId), ...namedLike(name, start)])
  return [
    ...new Set([
      `arn:${partition}:sts::${accountId}:assumed-role/Application/probe`,
      ...meant.filter((arn) => arn.startsWith('arn:') && readPrincipal(arn).accountId === accountId),
    ]),
  ]
}

export function callersOf(view: PolicyView, terms: SignatureTerms): Callers {
  const { partition, vendorAccountId, customerAccountId, applicationPrincipalArns } = terms
  const principals = view.statements.flatMap(awsPrincipals).filter(({ kind }) => kind !== 'everyone')
  const compared = valuesOf(view, accountKeys)
  const names = [...new Set([...principals.map(({ text }) => text), ...compared])].slice(0, namesMaximum)
  const accounts = [...new Set([...principals.map(({ text }) => text), ...compared].flatMap(impliedAccounts))]
  const ownRoles = principals.filter(({ kind, accountId }) => kind === 'role' && accountId === customerAccountId).map(({ text }) => text)
  const unnamed = unnamedAccount(terms, view.text)
  return {
    vendor: [...applicationPrincipalArns, ...callersIn(vendorAccountId, names, partition)],
    strangers: callersIn(unnamed, names, partition),
    // A role of the customer's own account that is named is the customer's own affair.
    named: accounts
      .filter((accountId) => accountId !== vendorAccountId && accountId !== unnamed)
      .slice(0, accountsMaximum)
      .map((accountId) => ({ accountId, arns: callersIn(accountId, names, partition).filter((arn) => !ownRoles.includes(arn)) })),
  }
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const taken = /^[\w+=,.@:/-]{2,1224}$/

/** External IDs that a value of a policy lets in, as far as its wildcards and variables tell. */
export function impliedIds(value: string, { vendorAccountId }: Pick<SignatureTerms, 'vendorAccountId'>): readonly string[] {
  const resolved = value
    .replace(/\$\{\s*aws:principalaccount\s*\}/gi, vendorAccountId)
    .replace(/\$\{\s*aws:principaltype\s*\}/gi, 'AssumedRole')
    .replace(/\$\{[^{},]*,\s*'([^']*)'\s*\}/g, '$1')
  const plain = resolved.replaceAll('?', 'x')
  return [value, resolved, plain.replaceAll('*', ''), plain.replaceAll('*', 'xx')].filter((id) => taken.test(id))
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

type WrongId = { readonly probe: ProbeName; readonly externalId: string | undefined }

/** No ID, a random one, and those similar to the right one. */
export const unknownIds = ({ externalId }: SignatureTerms): readonly WrongId[] => [
  { probe: 'no external ID', externalId: undefined },
  { probe: 'a random external ID', externalId: randomExternalIdLike(externalId, bytes()) },
  ...nearMisses(externalId).map((miss) => ({ probe: 'a similar external ID' as const, externalId: miss.externalId })),
]

/** All that the policy compares external IDs with, but for the right ones. */
export const namedIds = (view: PolicyView, terms: SignatureTerms): readonly string[] =>
  [...new Set(valuesOf(view, ['sts:externalid']).flatMap((value) => impliedIds(value, terms)))]
    .filter((id) => id !== terms.externalId && !terms.otherIds.includes(id))
    .slice(0, idsMaximum)

const timeKeys = ['aws:currenttime', 'aws:epochtime']

const second = 1000
const lastMoment = Date.parse('9999-12-31T23:59:59Z')

/** Now, and every later moment at which an answer can change. */
export function momentsOf(conditions: readonly ConditionView[], now: Date): readonly Date[] {
  const texts = conditions.filter(({ keyName }) => timeKeys.includes(keyName)).flatMap(({ values }) => values.map(({ text }) => text))
  const named = texts.map((text) => (/^\d{5,12}$/.test(text) ? Number(text) * second : Date.parse(text)))
  const later = named.flatMap((time) => [time - second, time, time + second]).filter((time) => time > now.getTime() && time < lastMoment)
  return [now.getTime(), ...later, lastMoment].map((time) => new Date(time))
}
