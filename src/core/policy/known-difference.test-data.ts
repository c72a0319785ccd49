import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'
import type { Evaluation, TrustRequest } from './evaluate.ts'
import { externalId, sessionArn, vendor } from './identities.test-data.ts'
import { readCaller } from './request-context.ts'

type Case = { readonly policy: PolicyDocument; readonly request: TrustRequest }

type Example = Case & { readonly ours: Evaluation; readonly theirs: Evaluation | 'refused' }

/** Where iam-simulate differs from AWS's documentation, or the documentation leaves open what we then call unknown. */
export type KnownDifference = { readonly name: string; readonly documentation: string; readonly example: Example } & (
  | {
      readonly kind: 'documented'
      /** The policy so written that iam-simulate reads it as documented; every other policy as it is. */
      readonly amended: (policy: PolicyDocument, request: TrustRequest) => PolicyDocument
    }
  /** Refused: by IAM, whatever the statements say. */
  | { readonly kind: 'open' | 'refused'; readonly concerns: (policy: PolicyDocument, request: TrustRequest) => boolean }
)

export type Condition = NonNullable<PolicyStatement['Condition']>
export type Principal = NonNullable<PolicyStatement['Principal']>
export type Entry = { readonly operator: string; readonly key: string; readonly values: readonly (string | boolean | number)[] }

export const nobody = 'arn:aws:iam::000000000000:root'
export const noRole = 'arn:aws:iam::000000000000:role/None'
export const request: TrustRequest = { callerArn: sessionArn, action: 'sts:AssumeRole', externalId }
export const userGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

export function trust(condition: Condition | null, statement: Partial<PolicyStatement> = {}): PolicyDocument {
  const Statement = {
    Effect: 'Allow' as const,
    Principal: { AWS: vendor },
    Action: 'sts:AssumeRole',
    ...(condition === null ? {} : { Condition: condition }),
    ...statement,
  }
  return { Version: '2012-10-17', Statement }
}

function withStatements(policy: PolicyDocument, change: (statement: PolicyStatement) => PolicyStatement): PolicyDocument {
  return { ...policy, Statement: listOf(policy.Statement).map(change) }
}

export function withPrincipals(policy: PolicyDocument, change: (name: string) => string): PolicyDocument {
  const changed = (principal: Principal): Principal =>
    typeof principal === 'string' || principal['AWS'] === undefined
      ? principal
      : { ...principal, AWS: listOf(principal['AWS']).map(change) }
  return withStatements(policy, ({ Principal, NotPrincipal, ...rest }) => ({
    ...rest,
    ...(Principal === undefined ? {} : { Principal: changed(Principal) }),
    ...(NotPrincipal === undefined ? {} : { NotPrincipal: changed(NotPrincipal) }),
  }))
}

const entriesOf = (condition: Condition): Entry[] =>
  Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => ({ operator, key, values: listOf(value) })),
  )

/** Null takes the comparison out: it is true. */
export function withEntries(policy: PolicyDocument, change: (entry: Entry) => Entry | null): PolicyDocument {
  return withStatements(policy, ({ Condition, ...rest }) => {
    if (Condition === undefined) return rest
    const changed: Condition = Object.fromEntries(Object.entries(Condition).filter(([, keys]) => Object.keys(keys).length === 0))
    for (const entry of entriesOf(Condition).map(change)) {
      if (entry !== null) changed[entry.operator] = { ...changed[entry.operator], [entry.key]: [...entry.values] }
    }
    const isWhole = Object.keys(changed).length > 0 || Object.keys(Condition).length === 0
    return { ...rest, ...(isWhole ? { Condition: changed } : {}) }
  })
}

export const withValues = (
  policy: PolicyDocument,
  change: (value: Entry['values'][number], entry: Entry) => Entry['values'][number],
): PolicyDocument => withEntries(policy, (entry) => ({ ...entry, values: entry.values.map((value) => change(value, entry)) }))

/** In an older policy a variable is a plain text. */
export const hasVariables = ({ Version }: PolicyDocument): boolean => Version === '2012-10-17'

export const hasEntry = (policy: PolicyDocument, is: (entry: Entry) => boolean): boolean =>
  listOf(policy.Statement).some(({ Condition }) => entriesOf(Condition ?? {}).some(is))

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

export const hasEmptyElement = (policy: PolicyDocument): boolean =>
  listOf(policy.Statement).some(({ Principal = {}, NotPrincipal = {}, ...rest }) =>
    [...Object.values(rest), ...Object.values(Principal), ...Object.values(NotPrincipal)].some(isEmpty),
  )

/** In one Condition, under whatever operators. */
export const hasRepeatedKey = (policy: PolicyDocument): boolean =>
  listOf(policy.Statement).some(({ Condition = {} }) => {
    const keys = new Set(entriesOf(Condition).map(({ key }) => key))
    return new Set([...keys].map((key) => key.toLowerCase())).size < keys.size
  })

export const hasEmptyCondition = (policy: PolicyDocument): boolean =>
  listOf(policy.Statement).some(
    ({ Condition }) =>
      Condition !== undefined && [Condition, ...Object.values(Condition)].some((object) => Object.keys(object).length === 0),
  )

export function valuesInRequest({ callerArn, externalId: id, context = {} }: TrustRequest, key: string): readonly string[] {
  const caller = readCaller(callerArn)
  const name = key.toLowerCase()
  if (name === 'sts:externalid') return id === undefined ? [] : [id]
  if (name === 'aws:username') return caller?.kind.userName(caller.resource) ?? []
  const stated = Object.entries(context).find(([other]) => other.toLowerCase() === name)?.[1]
  return stated === undefined ? ['derived'] : listOf(stated)
}

export const isNegated = ({ operator }: Entry): boolean => /Not(Equals|Like|IpAddress)|NotIpAddress/.test(operator)
export const isQuantified = ({ operator }: Entry): boolean => /^For(All|Any)/.test(operator) || operator === 'Null'

export const roleOfCaller = (callerArn: string): string =>
  callerArn.replace(/^arn:([\w-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3')

export function isNamedInPart(principal: Principal, { callerArn }: TrustRequest): boolean {
  const [, partition = '', , , account = ''] = callerArn.split(':')
  const names = typeof principal === 'string' ? [] : listOf(principal['AWS'])
  const isNamed = (...own: string[]): boolean => own.some((name) => names.includes(name))
  return isNamed(account, `arn:${partition}:iam::${account}:root`) !== isNamed(callerArn, roleOfCaller(callerArn))
}

export const multivalued: readonly string[] = ['aws:TagKeys', 'aws:PrincipalOrgPaths']

export const epoch = /^\d{10}$/

export const asRange = (value: string): string | null => {
  if (/^\d+(\.\d+){3}$/.test(value)) return `${value}/32`
  return /^[\da-f]+:[\da-f:]+$/.test(value) ? `${value}/128` : null
}

/** True when a policy text names a variable that has no value in this request. */
export const namesAbsent = (text: string, of: TrustRequest): boolean =>
  [...text.matchAll(/\$\{([\w:/]+)\}/g)].some(([, key = '']) => valuesInRequest(of, key).length === 0)

export const withoutEmptyVariables = (text: string, of: TrustRequest): string =>
  text.replace(/\$\{([\w:/]+)(?:, '([^']*)')?\}/g, (variable, key: string, otherwise?: string) =>
    (valuesInRequest(of, key)[0] ?? otherwise) === '' ? '' : variable,
  )
