import { listOf } from './document.ts'
import { vendor } from './identities.test-data.ts'
import {
  isNamedInPart,
  type KnownDifference,
  nobody,
  request,
  roleOfCaller,
  trust,
  userGuide,
  withPrincipals,
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
