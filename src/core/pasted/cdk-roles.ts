import { policyDocument } from './json-text.ts'
import { mark } from './open-value.ts'
import type { AttachedPolicies, PastedFact } from './pasted-fact.ts'
import { looseValue } from './unquoted-value.ts'

/** In characters. A call without an end is read no further, so that many of them take no longer than the text is long. */
const longestCall = 10_000
/** More are no program for one role. */
const mostRoles = 20

/** From an opening bracket to the one that closes it. */
function balanced(text: string, start: number): string {
  let depth = 0
  const end = Math.min(text.length, start + longestCall)
  for (let at = start; at < end; at += 1) {
    const sign = text.charAt(at)
    if (/[([{]/.test(sign)) depth += 1
    if (/[)\]}]/.test(sign)) depth -= 1
    if (depth === 0) return text.slice(start, at + 1)
  }
  return text.slice(start, end)
}

/** Up to the comma that ends a property, or to the end of its call. */
function expressionAt(text: string, start: number): string {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (/[([{]/.test(sign)) depth += 1
    if (/[)\]}]/.test(sign)) depth -= 1
    if (depth < 0 || (depth === 0 && /[,;]/.test(sign))) return text.slice(start, at)
  }
  return text.slice(start)
}

/** `assumedBy: …`, `assumed_by=…`, `.assumedBy(…)`, `AssumedBy = …`. */
function property(text: string, name: string): string | null {
  const [key, ...rest] = name.split('-')
  const found = new RegExp(`\\b${key}_?${rest.join('_?')}\\s*(?:[:=(])\\s*`, 'i').exec(text)
  return found === null ? null : expressionAt(text, found.index + found[0].length)
}

const literal = /^\s*(?:f|r)?(["'`])(.*?)\1\s*$/s

/** A text in quotes, or its expression as what is left open. */
function textOf(expression: string): string {
  const [, quote = '', inner] = literal.exec(expression) ?? []
  if (inner === undefined) return mark(expression.trim().slice(0, 80))
  return quote === '`' ? inner.replace(/\$\{([^{}]*)\}/g, (_, name: string) => mark(name.trim())) : inner
}

/** Each text in quotes, and each name that is none. */
const textsOf = (list: string): readonly string[] =>
  [...list.matchAll(/(["'`])(.*?)\1|[A-Za-z_]\w*(?:\.\w+)+|\b(?!List|of|new|string|Arrays|asList|Set)[a-z]\w*\b(?!\s*\()/gs)].map(
    ([found]) => textOf(found),
  )

type Principals = { readonly AWS: string[]; readonly Service: string[]; readonly Federated: string[] }

function addPrincipal(principals: Principals, kind: string, argument: string): void {
  const [first = ''] = argument.split(/,(?![^([{]*[)\]}])/)
  if (kind === 'Account') principals.AWS.push(`arn:aws:iam::${textOf(first)}:root`)
  else if (kind === 'Arn') principals.AWS.push(textOf(first))
  else if (kind === 'AccountRoot') principals.AWS.push(`arn:aws:iam::${mark('AWS::AccountId')}:root`)
  else if (/^(?:Any|Star|AnyPrincipal)$/.test(kind)) principals.AWS.push('*')
  else if (kind === 'Service') principals.Service.push(textOf(first))
  else if (/^(?:WebIdentity|Federated|OpenIdConnect|Saml)$/.test(kind)) principals.Federated.push(textOf(first))
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.RoleProps.html */
function principalsOf(assumedBy: string): Principals {
  const principals: Principals = { AWS: [], Service: [], Federated: [] }
  for (const { 1: kind = '', index, 0: found } of assumedBy.matchAll(/\b(\w+?)Principal\(/g)) {
    if (/^(?:Composite|PrincipalWithConditions)$/.test(kind)) continue
    addPrincipal(principals, kind, balanced(assumedBy, index + found.length - 1).slice(1, -1))
  }
  for (const { 1: argument = '' } of assumedBy.matchAll(/fromRole(?:Arn|_arn)?\([^)]*?["'`](arn:[^"'`]*)["'`]/gi))
    principals.AWS.push(argument)
  return principals
}

type Tests = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const operatorStart =
  /["'`]?((?:For(?:All|Any)Values?:)?(?:String|Arn|Bool|Null|IpAddress|NotIpAddress|Date|Numeric)\w*)["'`]?\s*:\s*(?=\{)/g

function conditionsOf(assumedBy: string): Tests {
  const tests = [...assumedBy.matchAll(operatorStart)].flatMap(({ 1: operator = '', index, 0: found }) => {
    const [value] = [looseValue(balanced(assumedBy, index + found.length))].flat()
    const inner: unknown = typeof value === 'object' && value !== null ? Object.values(value)[0] : null
    return typeof inner === 'object' && inner !== null ? [[operator, Object.fromEntries(Object.entries(inner))] as const] : []
  })
  return Object.fromEntries(tests)
}

function trustOf(text: string, assumedBy: string): object {
  const ids = textsOf(property(text, 'external-ids') ?? property(text, 'external-id') ?? '')
  const tests = conditionsOf(assumedBy)
  const Condition = ids.length === 0 ? tests : { ...tests, StringEquals: { ...tests['StringEquals'], 'sts:ExternalId': ids } }
  const Principal = Object.fromEntries(Object.entries(principalsOf(assumedBy)).filter(([, texts]) => texts.length > 0))
  const hasCondition = Object.keys(Condition).length > 0
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(hasCondition ? { Condition } : {}) }],
  }
}

function secondsOf(duration: string | null): number | null {
  const [, unit = '', count = ''] = /Duration\.(hours|minutes|seconds)\((\d+)\)/i.exec(duration ?? '') ?? []
  const seconds = { hours: 3600, minutes: 60, seconds: 1 }[unit.toLowerCase()]
  return seconds === undefined ? null : seconds * Number(count)
}

const quoted = (expression: string | null): string | null => literal.exec(expression ?? '')?.[2] ?? null

const awsPolicy = /[\w.]{0,80}\bfrom_?aws_?managed_?policy_?name\(\s*["'`]([\w+=,.@/-]+)["'`]\s*\)/gi

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.ManagedPolicy.html */
function attachedPoliciesOf(text: string, call: string): AttachedPolicies | undefined {
  const list = property(call, 'managed-policies')
  const names = [...call.matchAll(awsPolicy)].map(([, name = '']) => name)
  if (list === null && names.length === 0) return undefined
  const isList = list !== null && /^[\s[\],]*$/.test(list.replace(awsPolicy, ''))
  return {
    arns: names.map((name) => `arn:\${AWS::Partition}:iam::aws:policy/${name}`),
    isWhole: isList && !/\badd_?managed_?policy\(/i.test(text),
  }
}

/** The statements that a program adds to a trust policy, each as a policy of its own. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html */
export function cdkStatements(text: string): readonly PastedFact[] {
  return [...text.matchAll(/\bPolicyStatement\(/g)].slice(0, mostRoles).flatMap(({ index, 0: found }): PastedFact[] => {
    const call = balanced(text, index + found.length - 1)
    const principals = property(call, 'principals')
    const isTrust = /["'`]sts:AssumeRole["'`]/.test(property(call, 'actions') ?? '') && !/\bDENY\b/.test(property(call, 'effect') ?? '')
    const conditions = property(call, 'conditions') ?? ''
    const document = isTrust && /Principal\(/.test(principals ?? '') ? policyDocument(trustOf(call, `${principals} ${conditions}`)) : null
    return document === null ? [] : [{ kind: 'trust-policy', document }]
  })
}

/** The roles that a program of the AWS CDK makes, in any of its languages. */
export function cdkRoles(text: string): readonly PastedFact[] {
  return [...text.matchAll(/\bRole(?:\.Builder\.create)?\(/g)].slice(0, mostRoles).flatMap(({ index, 0: found }): PastedFact[] => {
    const isBuilder = found.includes('Builder')
    const call = isBuilder ? text.slice(index, index + longestCall) : balanced(text, index + found.length - 1)
    const assumedBy = property(call, 'assumed-by')
    const trustPolicy = assumedBy === null || !/Principal\(|fromRole/i.test(assumedBy) ? null : policyDocument(trustOf(call, assumedBy))
    if (trustPolicy === null) return []
    return [
      {
        kind: 'role',
        arn: null,
        partition: null,
        accountId: null,
        roleName: quoted(property(call, 'role-name')),
        path: quoted(property(call, 'path')),
        maxSessionDuration: secondsOf(property(call, 'max-session-duration')),
        permissionsBoundary: undefined,
        trustPolicy,
        attachedPolicies: attachedPoliciesOf(text, call),
      },
    ]
  })
}
