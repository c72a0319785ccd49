import { readCaller } from './caller.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'
import type { Evaluation, TrustRequest } from './evaluate.ts'
import { externalId, roleArn, sessionArn, vendor } from './policies.test-data.ts'

type Case = { readonly policy: PolicyDocument; readonly request: TrustRequest }

type Example = Case & { readonly ours: Evaluation; readonly theirs: Evaluation }

/** Where iam-simulate differs from AWS's documentation, or the documentation leaves open what we then call unknown. */
export type KnownDifference = { readonly name: string; readonly documentation: string; readonly example: Example } & (
  | {
      readonly kind: 'documented'
      /** The policy so written that iam-simulate reads it as documented; every other policy as it is. */
      readonly amended: (policy: PolicyDocument, request: TrustRequest) => PolicyDocument
    }
  | { readonly kind: 'open'; readonly concerns: (policy: PolicyDocument, request: TrustRequest) => boolean }
)

type Condition = NonNullable<PolicyStatement['Condition']>
type Principal = NonNullable<PolicyStatement['Principal']>
type Entry = { readonly operator: string; readonly key: string; readonly values: readonly (string | boolean | number)[] }

const nobody = 'arn:aws:iam::000000000000:root'
const noRole = 'arn:aws:iam::000000000000:role/None'
const request: TrustRequest = { callerArn: sessionArn, action: 'sts:AssumeRole', externalId }
const userGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

function trust(condition: Condition | null, statement: Partial<PolicyStatement> = {}): PolicyDocument {
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

function withPrincipals(policy: PolicyDocument, change: (name: string) => string): PolicyDocument {
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
function withEntries(policy: PolicyDocument, change: (entry: Entry) => Entry | null): PolicyDocument {
  return withStatements(policy, ({ Condition, ...rest }) => {
    const changed: Condition = {}
    for (const entry of entriesOf(Condition ?? {}).map(change)) {
      if (entry !== null) changed[entry.operator] = { ...changed[entry.operator], [entry.key]: [...entry.values] }
    }
    return { ...rest, ...(Object.keys(changed).length === 0 ? {} : { Condition: changed }) }
  })
}

const hasEntry = (policy: PolicyDocument, is: (entry: Entry) => boolean): boolean =>
  listOf(policy.Statement).some(({ Condition }) => entriesOf(Condition ?? {}).some(is))

function valuesInRequest({ callerArn, externalId: id, context = {} }: TrustRequest, key: string): readonly string[] {
  const caller = readCaller(callerArn)
  const name = key.toLowerCase()
  if (name === 'sts:externalid') return id === undefined ? [] : [id]
  if (name === 'aws:username') return caller?.kind.userName(caller.resource) ?? []
  const stated = Object.entries(context).find(([other]) => other.toLowerCase() === name)?.[1]
  return stated === undefined ? ['derived'] : listOf(stated)
}

const isNegated = ({ operator }: Entry): boolean => /Not(Equals|Like|IpAddress)|NotIpAddress/.test(operator)
const isQuantified = ({ operator }: Entry): boolean => /^For(All|Any)/.test(operator) || operator === 'Null'

const roleOfCaller = (callerArn: string): string =>
  callerArn.replace(/^arn:([\w-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3')

function isNamedInPart(principal: Principal, { callerArn }: TrustRequest): boolean {
  const [, partition = '', , , account = ''] = callerArn.split(':')
  const names = typeof principal === 'string' ? [] : listOf(principal['AWS'])
  const isNamed = (...own: string[]): boolean => own.some((name) => names.includes(name))
  return isNamed(account, `arn:${partition}:iam::${account}:root`) !== isNamed(callerArn, roleOfCaller(callerArn))
}

const multivalued: readonly string[] = ['aws:TagKeys', 'aws:PrincipalOrgPaths']

const epoch = /^\d{10}$/

const asRange = (value: string): string | null => {
  if (/^\d+(\.\d+){3}$/.test(value)) return `${value}/32`
  return /^[\da-f]+:[\da-f:]+$/.test(value) ? `${value}/128` : null
}

/** True when a policy text names a variable that has no value in this request. */
const namesAbsent = (text: string, of: TrustRequest): boolean =>
  [...text.matchAll(/\$\{([\w:/]+)\}/g)].some(([, key = '']) => valuesInRequest(of, key).length === 0)

const withoutEmptyVariables = (text: string, of: TrustRequest): string =>
  text.replace(/\$\{([\w:/]+)(?:, '([^']*)')?\}/g, (variable, key: string, otherwise?: string) =>
    (valuesInRequest(of, key)[0] ?? otherwise) === '' ? '' : variable,
  )

export const knownDifferences: readonly KnownDifference[] = [
  {
    kind: 'documented',
    name: 'The root ARN of another partition names another account, whatever its number',
    documentation: `${userGuide}/reference-arns.html`,
    example: {
      policy: trust(null, { Principal: { AWS: `arn:aws-cn:iam::${vendor}:root` } }),
      request,
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy, { callerArn }) =>
      withPrincipals(policy, (name) => (name.endsWith(':root') && name.split(':')[1] !== callerArn.split(':')[1] ? nobody : name)),
  },
  {
    kind: 'documented',
    name: 'A role ARN as principal names the role in its own letter case',
    documentation: `${userGuide}/troubleshoot_roles.html#troubleshoot_roles_cant-assume-role`,
    example: {
      policy: trust(null, { Principal: { AWS: `arn:aws:iam::${vendor}:role/app` } }),
      request,
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy, { callerArn }) =>
      withPrincipals(policy, (name) => {
        const role = roleOfCaller(callerArn)
        return name !== role && name.toLowerCase() === role.toLowerCase() ? nobody : name
      }),
  },
  {
    kind: 'documented',
    name: 'The path is a part of the ARN of a role: without it, it is another role',
    documentation: `${userGuide}/reference_identifiers.html#identifiers-arns`,
    example: {
      policy: trust(null, { Principal: { AWS: `arn:aws:iam::${vendor}:role/service/App` } }),
      request,
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy) => withPrincipals(policy, (name) => (/:role\/.+\//.test(name) ? nobody : name)),
  },
  {
    kind: 'open',
    name: 'NotPrincipal that names the account without the role, or the role without the account, may mean the session or not',
    documentation: `${userGuide}/reference_policies_elements_notprincipal.html`,
    example: {
      policy: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
          { Effect: 'Deny', NotPrincipal: { AWS: `arn:aws:iam::${vendor}:root` }, Action: 'sts:AssumeRole' },
        ],
      },
      request,
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: (policy, of) =>
      listOf(policy.Statement).some(({ NotPrincipal }) => NotPrincipal !== undefined && isNamedInPart(NotPrincipal, of)),
  },
  {
    kind: 'documented',
    name: 'IfExists is true without the key, after ForAnyValue too',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    example: {
      policy: trust({ 'ForAnyValue:StringEqualsIfExists': { 'sts:ExternalId': externalId } }),
      request: { ...request, externalId: undefined },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      withEntries(policy, (entry) =>
        /^ForAnyValue:.*IfExists$/.test(entry.operator) && valuesInRequest(of, entry.key).length === 0 ? null : entry,
      ),
  },
  {
    kind: 'documented',
    name: 'ForAllValues is true of an empty text, as of no values',
    documentation: `${userGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    example: {
      policy: trust({ 'ForAllValues:StringEquals': { 'aws:PrincipalTag/team': 'images' } }),
      request: { ...request, context: { 'aws:PrincipalTag/team': '' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      withEntries(policy, (entry) =>
        /^ForAllValues:(?!Null)/.test(entry.operator) && valuesInRequest(of, entry.key).every((value) => value === '') ? null : entry,
      ),
  },
  {
    kind: 'documented',
    name: 'The range with the prefix length 0 holds every address',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    example: {
      policy: trust({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
      request: { ...request, context: { 'aws:SourceIp': '203.0.113.7' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy) =>
      withEntries(policy, (entry) => ({
        ...entry,
        values: entry.values.flatMap((value) => (value === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : [value])),
      })),
  },
  {
    kind: 'documented',
    name: 'An address without prefix length is a range of one, which no address of the other version is in',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    example: {
      policy: trust({ NotIpAddress: { 'aws:SourceIp': '203.0.113.7' } }),
      request: { ...request, context: { 'aws:SourceIp': '2001:db8::7' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy) =>
      withEntries(policy, (entry) => ({
        ...entry,
        values: entry.values.map((value) => asRange(String(value)) ?? value),
      })),
  },
  {
    kind: 'documented',
    name: 'A date may be written as seconds since 1970',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_Date`,
    example: {
      policy: trust({ DateGreaterThan: { 'aws:CurrentTime': '1767225600' } }),
      request: { ...request, context: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy) =>
      withEntries(policy, (entry) =>
        /Date/.test(entry.operator)
          ? {
              ...entry,
              values: entry.values.map((value) =>
                epoch.test(String(value)) ? new Date(Number(value) * 1000).toISOString().replace('.000', '') : value,
              ),
            }
          : entry,
      ),
  },
  {
    kind: 'documented',
    name: 'Variables are plain text before version 2012-10-17',
    documentation: `${userGuide}/reference_policies_elements_version.html`,
    example: {
      policy: { ...trust({ StringLike: { 'aws:PrincipalArn': `*\${aws:PrincipalAccount}*` } }), Version: '2008-10-17' },
      request,
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy) =>
      policy.Version === '2012-10-17'
        ? policy
        : withEntries(policy, (entry) => ({
            ...entry,
            values: entry.values.map((value) => (typeof value === 'string' ? value.replaceAll('$', `\${$}`) : value)),
          })),
  },
  {
    kind: 'documented',
    name: 'A variable stands for its value or its default, also for an empty one',
    documentation: `${userGuide}/reference_policies_variables.html#policy-vars-intro`,
    example: {
      policy: trust({ StringEquals: { 'aws:PrincipalTag/team': `\${aws:PrincipalTag/team}` } }),
      request: { ...request, context: { 'aws:PrincipalTag/team': '' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      policy.Version !== '2012-10-17'
        ? policy
        : withEntries(policy, (entry) => ({
            ...entry,
            values: entry.values.map((value) => (typeof value === 'string' ? withoutEmptyVariables(value, of) : value)),
          })),
  },
  {
    kind: 'documented',
    name: 'The colon in a variable does not end a component of an ARN',
    documentation: `${userGuide}/reference_policies_variables.html#policy-vars-wheretouse`,
    example: {
      policy: trust({ ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::\${aws:PrincipalAccount}:role/App` } }),
      request,
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, { callerArn }) =>
      policy.Version !== '2012-10-17'
        ? policy
        : withEntries(policy, (entry) => ({
            ...entry,
            values: entry.values.map((value) => String(value).replaceAll(`\${aws:PrincipalAccount}`, callerArn.split(':')[4] ?? '')),
          })),
  },
  {
    kind: 'documented',
    name: 'The first component of an ARN counts as the others do',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_ARN`,
    example: {
      policy: trust({ ArnEquals: { 'aws:PrincipalArn': ` ${roleArn}` } }),
      request,
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy) =>
      withEntries(policy, (entry) =>
        /Arn/.test(entry.operator)
          ? { ...entry, values: entry.values.map((value) => (/^[ ?]arn:.*:.*:.*:.*:/.test(String(value)) ? noRole : value)) }
          : entry,
      ),
  },
  {
    kind: 'documented',
    name: 'A text differs from a variable without a value',
    documentation: `${userGuide}/reference_policies_variables.html#policy-vars-no-value`,
    example: {
      policy: trust({ StringNotEquals: { 'sts:ExternalId': `\${aws:username}` } }),
      request,
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      policy.Version !== '2012-10-17'
        ? policy
        : withEntries(policy, (entry) => ({
            ...entry,
            values: entry.values.map((value) => (isNegated(entry) && namesAbsent(String(value), of) ? noRole : value)),
          })),
  },
  {
    kind: 'open',
    name: 'What a variable without name or end means',
    documentation: `${userGuide}/reference_policies_variables.html`,
    example: { policy: trust({ StringNotEquals: { 'sts:ExternalId': `\${}` } }), request, ours: 'unknown', theirs: 'implicitly-denied' },
    concerns: (policy) => hasEntry(policy, ({ values }) => values.some((value) => /\$\{(\}|[^}]*$)/.test(String(value)))),
  },
  {
    kind: 'open',
    name: 'What an ARN operator makes of a text that is no ARN',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_ARN`,
    example: { policy: trust({ ArnNotLike: { 'aws:PrincipalArn': 'arn:*' } }), request, ours: 'unknown', theirs: 'implicitly-denied' },
    concerns: (policy) =>
      hasEntry(policy, ({ operator, values }) => /Arn/.test(operator) && values.some((value) => String(value).split(':').length < 6)),
  },
  {
    kind: 'documented',
    name: 'A multivalued key with one value, in a comparison without set operator',
    documentation: `${userGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    example: {
      policy: trust({ StringEquals: { 'aws:TagKeys': 'team' } }),
      request: { ...request, context: { 'aws:TagKeys': ['team'] } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      withEntries(policy, (entry) =>
        multivalued.includes(entry.key) && !isQuantified(entry) && valuesInRequest(of, entry.key).length === 1
          ? { ...entry, operator: `ForAnyValue:${entry.operator}` }
          : entry,
      ),
  },
  {
    kind: 'open',
    name: 'A multivalued key with several values, in a comparison without set operator',
    documentation: `${userGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    example: {
      policy: trust({ StringEquals: { 'aws:TagKeys': 'team' } }),
      request: { ...request, context: { 'aws:TagKeys': ['team', 'project'] } },
      ours: 'unknown',
      theirs: 'implicitly-denied',
    },
    concerns: (policy, of) => hasEntry(policy, (entry) => !isQuantified(entry) && valuesInRequest(of, entry.key).length > 1),
  },
  {
    kind: 'open',
    name: 'Tagging the session is asked with the external ID of the same call',
    documentation: `${userGuide}/id_session-tags.html#id_session-tags_permissions-required`,
    example: {
      policy: trust({ StringEquals: { 'sts:ExternalId': externalId } }, { Action: ['sts:AssumeRole', 'sts:TagSession'] }),
      request: { ...request, action: 'sts:TagSession' },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    concerns: (_, { action }) => action !== 'sts:AssumeRole',
  },
  {
    kind: 'open',
    name: 'Operator names in another letter case are not documented',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html`,
    example: { policy: trust({ stringequals: { 'sts:ExternalId': externalId } }), request, ours: 'unknown', theirs: 'allowed' },
    concerns: (policy) => hasEntry(policy, ({ operator }) => /^[a-z]/.test(operator)),
  },
  {
    kind: 'open',
    name: 'Null has neither set operators nor IfExists',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    example: {
      policy: trust({ NullIfExists: { 'sts:ExternalId': 'true' } }),
      request: { ...request, externalId: undefined },
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: (policy) => hasEntry(policy, ({ operator }) => /.Null|Null./.test(operator)),
  },
]

/** The policy as iam-simulate has to be given it. */
export const amendedForAll = (policy: PolicyDocument, request: TrustRequest): PolicyDocument =>
  knownDifferences.reduce((before, difference) => (difference.kind === 'documented' ? difference.amended(before, request) : before), policy)

export const isOpen = (policy: PolicyDocument, request: TrustRequest): boolean =>
  knownDifferences.some((difference) => difference.kind === 'open' && difference.concerns(policy, request))
