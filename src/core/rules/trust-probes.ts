import { nearMisses, randomExternalIdLike } from '#core/connection/external-id/likeness.ts'
import type { Evaluation } from '#core/policy/evaluate.ts'
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

const worst: readonly Evaluation[] = ['allowed', 'unknown', 'implicitly-denied', 'explicitly-denied']

/** The answer that lets in most. Asks no further after one that is allowed. */
export function worstAnswer<Item>(items: readonly Item[], answer: (item: Item) => Evaluation): Evaluation {
  let found: Evaluation | undefined
  for (const item of items) {
    const next = answer(item)
    if (next === 'allowed') return next
    if (found === undefined || worst.indexOf(next) < worst.indexOf(found)) found = next
  }
  return found ?? 'unknown'
}

/** How often a policy may still be evaluated. */
export type Budget = { readonly spend: () => boolean }

const evaluationsMaximum = 10_000
const charactersMaximum = 8_000_000

/** A policy of a few thousand characters never uses it up; a hostile text of any length is judged in seconds. */
export function budgetFor(text: string): Budget {
  let left = Math.min(evaluationsMaximum, charactersMaximum / text.length)
  return {
    spend: () => {
      left -= 1
      return left >= 0
    },
  }
}

/** More have no policy that AWS takes. What lies beyond is never called safe, because that needs no names. */
const namesMaximum = 300
const accountsMaximum = 100
const idsMaximum = 300

const accountKeys = ['aws:principalarn', 'aws:principalaccount']

export const conditionsOnKeys = ({ statements }: PolicyView, keys: readonly string[]): readonly ConditionView[] =>
  statements.flatMap(({ conditions }) => conditions.filter(({ keyName }) => keys.includes(keyName)))

export const valuesOf = (view: PolicyView, keys: readonly string[]): readonly string[] => [
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

type Account = { readonly partition: string; readonly accountId: string }

/** A caller that matches a pattern of ARNs. */
function filled(pattern: string, { partition, accountId }: Account): string {
  const known = new Map([
    [1, partition],
    [4, accountId],
  ])
  return pattern
    .split(':')
    .map((part, index) => (/[*?]/.test(part) ? (known.get(index) ?? part.replaceAll('*', 'x').replaceAll('?', 'x')) : part))
    .join(':')
}

/** A pattern that is no ARN may match the name of a role, or be a part of its path. */
function namedLike(pattern: string, start: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return []
  const written = pattern.replace(/[*?]/g, '')
  return [`${start}role/${written.split(/[:/]/).at(-1)}`, `${start}role/x${written}`]
}

/** The session that a session ARN with a path may mean. */
const sessionWithoutPath = (name: string): string => name.replace(/^(arn:[^:]*:sts::\d{12}:assumed-role\/).+\/([^/]+\/[^/]+)$/s, '$1$2')

/** AWS doesn't say who is meant, because the ARN of a session has no path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
export const isSessionWithPath = (name: string): boolean => sessionWithoutPath(name) !== name

/** A session of a role, a user, and all that the names mean. None of another partition, which can't call: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
function callersIn(account: Account, names: readonly string[]): readonly string[] {
  const { partition, accountId } = account
  const start = `arn:${partition}:iam::${accountId}:`
  const meant = names.flatMap((name) => [filled(sessionWithoutPath(name), account), ...namedLike(name, start)])
  return [
    ...new Set([
      `arn:${partition}:sts::${accountId}:assumed-role/Application/probe`,
      `${start}user/probe`,
      ...meant.filter((arn) => arn.startsWith(`arn:${partition}:`) && readPrincipal(arn).accountId === accountId),
    ]),
  ]
}

/** Sessions of the role that the policy may mean by an ARN with a path. */
export const sessionsWithPath = (view: PolicyView, roleArn: string): readonly string[] =>
  view.statements
    .flatMap(awsPrincipals)
    .filter(({ text }) => isSessionWithPath(text) && sessionWithoutPath(text).split('/')[1] === roleArn.split('/').at(-1))
    .map(({ text }) => sessionWithoutPath(text))

/** A role of the customer's own account that is named is the customer's own affair. */
export function isOwnRole(arn: string, { customerAccountId, vendorAccountId }: SignatureTerms): boolean {
  const { kind, accountId } = readPrincipal(arn)
  return kind === 'role' && accountId === customerAccountId && accountId !== vendorAccountId
}

/** Roles of the customer's own account that are named, as principals or in conditions, and so the customer's own affair. */
export function ownRolesOf(view: PolicyView, terms: SignatureTerms): readonly string[] {
  const principals = view.statements.flatMap(awsPrincipals).map(({ text }) => text)
  return [...new Set([...principals, ...valuesOf(view, ['aws:principalarn'])])].filter((text) => isOwnRole(text, terms))
}

export function callersOf(view: PolicyView, terms: SignatureTerms): Callers {
  const { partition, vendorAccountId, applicationPrincipalArns } = terms
  const principals = view.statements.flatMap(awsPrincipals).filter(({ kind }) => kind !== 'everyone')
  const compared = valuesOf(view, accountKeys)
  const users = valuesOf(view, ['aws:username']).map((name) => `arn:*:iam::*:user/${name}`)
  const names = [...new Set([...principals.map(({ text }) => text), ...compared, ...users])].slice(0, namesMaximum)
  const accounts = [...new Set([...principals.map(({ text }) => text), ...compared].flatMap(impliedAccounts))]
  const unnamed = unnamedAccount(terms, view.text)
  const ownRoles = ownRolesOf(view, terms)
  return {
    vendor: [...applicationPrincipalArns, ...callersIn({ partition, accountId: vendorAccountId }, names)],
    strangers: callersIn({ partition, accountId: unnamed }, names),
    named: accounts
      .filter((accountId) => accountId !== vendorAccountId && accountId !== unnamed)
      .slice(0, accountsMaximum)
      .map((accountId) => ({ accountId, arns: callersIn({ partition, accountId }, names).filter((arn) => !ownRoles.includes(arn)) })),
  }
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const taken = /^[\w+=,.@:/-]{2,1224}$/

/** The values that a variable has in calls of the callers that are tried: by a session of a role, and by a user. */
function variableValues(vendorAccountId: string): readonly ReadonlyMap<string, string>[] {
  const account = ['aws:principalaccount', vendorAccountId] as const
  const arn = (resource: string) => ['aws:principalarn', `arn:aws:iam::${vendorAccountId}:${resource}`] as const
  return [
    new Map([account, arn('role/Application'), ['aws:principaltype', 'AssumedRole']]),
    new Map([account, arn('user/probe'), ['aws:principaltype', 'User'], ['aws:username', 'probe']]),
  ]
}

const resolved = (value: string, known: ReadonlyMap<string, string>): string =>
  value.replace(/\$\{\s*([^{},]*?)\s*(?:,\s*'([^']*)'\s*)?\}/g, (variable, key: string, otherwise?: string) => {
    if (['*', '?', '$'].includes(key)) return key
    return known.get(key.toLowerCase()) ?? otherwise ?? variable
  })

/** External IDs that a value of a policy lets in, as far as its wildcards and variables tell. */
export function impliedIds(value: string, { vendorAccountId }: Pick<SignatureTerms, 'vendorAccountId'>): readonly string[] {
  const texts = [value, ...variableValues(vendorAccountId).map((known) => resolved(value, known))]
  const like = texts.slice(1).map((text) => text.replaceAll('?', 'x'))
  return [...texts, ...like.flatMap((text) => [text.replaceAll('*', ''), text.replaceAll('*', 'xx')])].filter((id) => taken.test(id))
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

export const timeKeys = ['aws:currenttime', 'aws:epochtime']

const second = 1000
const lastMoment = Date.parse('9999-12-31T23:59:59Z')

/** Now, and every later moment at which an answer can change. */
export function momentsOf(conditions: readonly ConditionView[], now: Date): readonly Date[] {
  const texts = conditions.filter(({ keyName }) => timeKeys.includes(keyName)).flatMap(({ values }) => values.map(({ text }) => text))
  const named = texts.map((text) => (/^\d{5,12}$/.test(text) ? Number(text) * second : Date.parse(text)))
  const later = named.flatMap((time) => [time - second, time, time + second]).filter((time) => time > now.getTime() && time < lastMoment)
  return [now.getTime(), ...later, lastMoment].map((time) => new Date(time))
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent */
export const withMfa = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '300' }
