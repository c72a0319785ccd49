import { listOf } from './document.ts'
import { vendor } from './identities.test-data.ts'
import {
  hasEntry,
  hasVariables,
  isNamedInPart,
  isNegated,
  type KnownDifference,
  namesAbsent,
  nobody,
  noRole,
  request,
  roleOfCaller,
  trust,
  userGuide,
  withoutEmptyVariables,
  withPrincipals,
  withValues,
} from './known-difference.test-data.ts'

/** About who is named. */
export const principalDifferences: readonly KnownDifference[] = [
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
    name: 'A session ARN with a path may mean the session, whose ARN has none',
    documentation: `${userGuide}/reference_identifiers.html#identifiers-arns`,
    example: {
      policy: trust(null, { Principal: { AWS: `arn:aws:sts::${vendor}:assumed-role/service/App/i-0abc` } }),
      request,
      ours: 'unknown',
      theirs: 'implicitly-denied',
    },
    concerns: (policy) => JSON.stringify(policy.Statement).includes(':assumed-role/service/'),
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
]

/** About policy variables. */
export const variableDifferences: readonly KnownDifference[] = [
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
      hasVariables(policy) ? policy : withValues(policy, (value) => (typeof value === 'string' ? value.replaceAll('$', `\${$}`) : value)),
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
      hasVariables(policy) ? withValues(policy, (value) => (typeof value === 'string' ? withoutEmptyVariables(value, of) : value)) : policy,
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
      hasVariables(policy)
        ? withValues(policy, (value) => String(value).replaceAll(`\${aws:PrincipalAccount}`, callerArn.split(':')[4] ?? ''))
        : policy,
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
      hasVariables(policy)
        ? withValues(policy, (value, entry) => (isNegated(entry) && namesAbsent(String(value), of) ? noRole : value))
        : policy,
  },
  {
    kind: 'open',
    name: 'What a variable without name or end means',
    documentation: `${userGuide}/reference_policies_variables.html`,
    example: { policy: trust({ StringNotEquals: { 'sts:ExternalId': `\${}` } }), request, ours: 'unknown', theirs: 'implicitly-denied' },
    concerns: (policy) => hasEntry(policy, ({ values }) => values.some((value) => /\$\{(\}|[^}]*$)/.test(String(value)))),
  },
]
