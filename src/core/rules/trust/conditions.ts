import type { Edit } from '#core/policy/form/rule.ts'
import { type RuleMessages, rule, type Severity } from '#core/policy/form/rule.ts'
import { type JsonValue, jsonValue } from '#core/policy/json/json-node.ts'
import type { ConditionView, PrincipalKind, PrincipalView } from '#core/policy/policy-view.ts'
import { applicationsOf, applicationUserOf, type TrustRule, type TrustStatement, type TrustSubject } from '#core/rules/trust-subject.ts'

export const externalIdKey = 'sts:externalid'

/** Keys have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const conditionsOn = ({ conditions }: TrustStatement, ...keys: readonly string[]): readonly ConditionView[] =>
  conditions.filter(({ keyName }) => keys.includes(keyName))

/** That it holds for a call without the key. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function holdsWithoutKey({ comparison, quantifier, isIfExists, isNegated, values }: ConditionView): boolean {
  if (comparison === 'Null') return values.some(({ text }) => text.toLowerCase() === 'true')
  return isIfExists || quantifier === 'ForAllValues:' || (isNegated && quantifier === '')
}

/** That a call without the key gets nothing from an Allow, or is refused by a Deny. */
export const refusesWithoutKey = (statement: TrustStatement, condition: ConditionView): boolean =>
  statement.isAllow !== holdsWithoutKey(condition)

/** One of its principals may be in the vendor account, or an element is missing or wrong. */
export function isForVendor({ principals, otherPrincipals }: TrustStatement, { context }: TrustSubject): boolean {
  const isOther = ({ accountId }: PrincipalView) => accountId !== null && accountId !== context.vendorAccountId
  return principals.length + otherPrincipals.length === 0 || principals.some((principal) => !isOther(principal))
}

type ConditionObject = { readonly [operator: string]: JsonValue }

function isObject(value: JsonValue | undefined): value is ConditionObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function conditionObject({ element }: TrustStatement): ConditionObject {
  const node = element('Condition')
  const value = node === undefined ? {} : jsonValue(node)
  return isObject(value) ? value : {}
}

function without(statement: TrustStatement, keys: readonly string[]): ConditionObject {
  const kept = Object.entries(conditionObject(statement)).map(([operator, tests]): [string, JsonValue] => [
    operator,
    isObject(tests) ? Object.fromEntries(Object.entries(tests).filter(([key]) => !keys.includes(key.toLowerCase()))) : tests,
  ])
  return Object.fromEntries(kept.filter(([, tests]) => !isObject(tests) || Object.keys(tests).length > 0))
}

const edit = ({ path }: TrustStatement, condition: ConditionObject): readonly Edit[] => [
  Object.keys(condition).length === 0 ? { path: [...path, 'Condition'] } : { path: [...path, 'Condition'], value: condition },
]

/** The statement without its conditions on these keys. */
export const dropKeys = (statement: TrustStatement, ...keys: readonly string[]): readonly Edit[] =>
  edit(statement, without(statement, keys))

/** The statement with one test of a key in place of all that it has. */
function demand(statement: TrustStatement, { operator, key, value }: { operator: string; key: string; value: JsonValue }): readonly Edit[] {
  const others = without(statement, [key.toLowerCase()])
  const tests = others[operator]
  return edit(statement, { ...others, [operator]: { ...(isObject(tests) ? tests : {}), [key]: value } })
}

/** The statement with the condition on the right external ID, or on both while one replaces the other. */
export function requireExternalId(statement: TrustStatement, { context }: TrustSubject): readonly Edit[] {
  const { externalId, nextExternalId: next } = context
  return demand(statement, { operator: 'StringEquals', key: 'sts:ExternalId', value: next ? [externalId, next] : externalId })
}

export type PlacedPrincipal = { readonly statement: TrustStatement; readonly principal: PrincipalView }

/** The principals of these kinds, in the statements that the filter takes. */
export function principalsOf(
  { statements }: TrustSubject,
  kinds: readonly PrincipalKind[],
  isMeant: (statement: TrustStatement) => boolean = ({ isAllow }) => isAllow,
): readonly PlacedPrincipal[] {
  return statements
    .filter(isMeant)
    .flatMap((statement) => statement.principals.filter(({ kind }) => kinds.includes(kind)).map((principal) => ({ statement, principal })))
}

const vendorPrincipal = ({ partition, context }: TrustSubject): string =>
  applicationUserOf(context) ?? `arn:${partition}:iam::${context.vendorAccountId}:root`

export const trustVendor = ({ path }: TrustStatement, subject: TrustSubject): readonly Edit[] => [
  { path: [...path, 'Principal'], value: { AWS: vendorPrincipal(subject) } },
]

/** The same role, named by a condition that goes on to hold when the role is created again. */
const trustRole = (statement: TrustStatement, subject: TrustSubject, roleArn: string): readonly Edit[] => [
  ...trustVendor(statement, subject),
  ...demand(statement, { operator: 'ArnEquals', key: 'aws:PrincipalArn', value: roleValue(roleArn, subject) }),
]

/** All of the application's roles, where the named one is one of several. */
function roleValue(roleArn: string, { context }: TrustSubject): JsonValue {
  const roles = applicationsOf(context)
  return roles.length > 1 && roles.includes(roleArn) ? [...roles] : roleArn
}

/** `1111 2222 3333`, as the console shows it. */
export const inGroups = (accountId: string): string => accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3')

/** The linter's rules about principals that are not the vendor account. */
export const lintedPrincipalRules: readonly string[] = [
  'TP01',
  'TP02',
  'TP03',
  'TP04',
  'TP05',
  'TP06',
  'TP07',
  'TP08',
  'TP09',
  'TP10',
  'TP29',
  'TP30',
  'TP39',
]

type PrincipalForm = {
  readonly kind: PrincipalKind
  /** Also in a Deny. */
  readonly everywhere?: boolean
  /** Only principals of the vendor account. The fix keeps the role, in a condition, unless the vendor has a user. */
  readonly roleArn?: (principal: PrincipalView) => string
}

/** Tests a principal. `user` is the ARN of the IAM user that the vendor calls as, if it does. */
type PrincipalFound = string | ((text: string, user: string | null) => string)

/** Reports principals of one kind, which the vendor account replaces. */
export const principalRule = (
  texts: RuleMessages<{ readonly found: PrincipalFound }>,
  severity: Severity,
  source: string,
  { kind, everywhere = false, roleArn }: PrincipalForm,
): TrustRule =>
  rule(texts, severity, source, (subject) => {
    const user = applicationUserOf(subject.context)
    return principalsOf(subject, [kind], ({ isAllow }) => everywhere || isAllow)
      .filter(({ principal }) => principal.text !== user)
      .filter(({ principal }) => roleArn === undefined || principal.accountId === subject.context.vendorAccountId)
      .map(({ statement, principal }) => ({
        message: (language) => {
          const { found } = texts.in(language)
          return typeof found === 'string' ? found : found(principal.text, user)
        },
        path: principal.path,
        fix: roleArn === undefined || user !== null ? trustVendor(statement, subject) : trustRole(statement, subject, roleArn(principal)),
      }))
  })
