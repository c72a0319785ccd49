import {
  hasEntry,
  isNegated,
  type KnownDifference,
  namesAbsent,
  noRole,
  request,
  trust,
  userGuide,
  withEntries,
  withoutEmptyVariables,
} from './known-difference.test-data.ts'

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
]
