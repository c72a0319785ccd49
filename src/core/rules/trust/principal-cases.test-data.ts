import type { PolicyStatement } from '#core/policy/document.ts'
import {
  externalId,
  other,
  policyOf,
  type RuleCases,
  rightTrustPolicy,
  root,
  statement,
  trustPolicyWith,
  vendor,
} from '#core/rules/rule-case.test-data.ts'

const right = { name: 'the proposed policy', text: rightTrustPolicy }
const principal = (name: string, AWS: string | readonly string[]) => ({ name, text: trustPolicyWith({ Principal: { AWS } }) })
const roleArn = `arn:aws:iam::${vendor}:role/App`
const denyOthers = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition: { StringNotEquals: { 'aws:PrincipalAccount': vendor } },
}

const compared = (name: string, Condition: NonNullable<PolicyStatement['Condition']>) => ({
  name,
  text: trustPolicyWith({
    Principal: { AWS: '*' },
    Condition: { ...Condition, StringEquals: { 'sts:ExternalId': externalId, ...Condition['StringEquals'] } },
  }),
})

export const principalCases: Readonly<Record<string, RuleCases>> = {
  TP01: {
    bad: [
      { name: 'a bare *', text: trustPolicyWith({ Principal: '*' }) },
      { name: 'a bare * in a Deny', text: policyOf(statement, { ...denyOthers, Principal: '*' }) },
    ],
    good: [right],
    nearMiss: [
      principal('a * below AWS, which has a rule of its own', '*'),
      { name: 'everyone in a Deny', text: policyOf(statement, denyOthers) },
    ],
  },
  TP02: {
    bad: [
      principal('everyone', '*'),
      principal('everyone in a list', [root, '*']),
      {
        name: 'everyone who has some user name',
        text: trustPolicyWith({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:username': 'bob' } } }),
      },
    ],
    good: [right],
    nearMiss: [
      { name: 'everyone in a Deny', text: policyOf(statement, denyOthers) },
      { name: 'everyone, beside a Deny of all but the vendor', text: policyOf({ ...statement, Principal: { AWS: '*' } }, denyOthers) },
      {
        name: 'everyone of the vendor account, by a condition',
        text: trustPolicyWith({
          Principal: { AWS: '*' },
          Condition: { StringEquals: { 'sts:ExternalId': 'c0ffee-7Qm2vK9dRt4XwB8n', 'aws:PrincipalAccount': vendor } },
        }),
      },
    ],
  },
  TP03: {
    bad: [{ name: 'NotPrincipal in place of Principal', text: trustPolicyWith({ Principal: undefined, NotPrincipal: { AWS: root } }) }],
    good: [right],
    nearMiss: [{ name: 'no principal at all', text: trustPolicyWith({ Principal: undefined }) }],
  },
  TP04: {
    bad: [
      principal('another account', `arn:aws:iam::${other}:root`),
      principal('another account by its number', other),
      principal('a role of another account', `arn:aws:iam::${other}:role/App`),
      principal('a word', 'vendor'),
      principal('eleven digits', '11112222333'),
      principal('an ARN that is nobody', `arn:aws:s3:::bucket`),
    ],
    good: [right, principal('the account by its number', vendor)],
    nearMiss: [
      principal('another account beside the vendor, which has a rule of its own', [root, other]),
      {
        name: 'another account in a Deny',
        text: policyOf(statement, { Effect: 'Deny', Principal: { AWS: other }, Action: 'sts:AssumeRole' }),
      },
    ],
  },
  TP05: {
    bad: [
      principal('any role', `arn:aws:iam::${vendor}:role/*`),
      principal('any account', 'arn:aws:iam::*:root'),
      principal('a question mark', '11112222333?'),
    ],
    good: [right],
    nearMiss: [
      principal('everyone, which has a rule of its own', '*'),
      {
        name: 'a wildcard in aws:PrincipalArn',
        text: trustPolicyWith({
          Condition: {
            StringEquals: { 'sts:ExternalId': 'c0ffee-7Qm2vK9dRt4XwB8n' },
            ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/App-*` },
          },
        }),
      },
    ],
  },
  TP06: {
    bad: [principal('a deleted role', 'AROAJQABLZS4A3QDU576Q'), principal('a deleted user', 'AIDACKCEVSQ6C2EXAMPLE')],
    good: [right],
    nearMiss: [principal('a role whose name looks like one', `arn:aws:iam::${vendor}:role/AROAJQABLZS4A3QDU576Q`)],
  },
  TP07: {
    bad: [principal('a role', roleArn), principal('a role with a path', `arn:aws:iam::${vendor}:role/service/App`)],
    good: [right],
    nearMiss: [
      {
        name: 'the role in a condition',
        text: trustPolicyWith({
          Condition: { StringEquals: { 'sts:ExternalId': 'c0ffee-7Qm2vK9dRt4XwB8n' }, ArnEquals: { 'aws:PrincipalArn': roleArn } },
        }),
      },
      principal('a role of another account, which has a rule of its own', `arn:aws:iam::${other}:role/App`),
    ],
  },
  TP08: {
    bad: [
      principal('a user', `arn:aws:iam::${vendor}:user/deploy`),
      principal('two users', [`arn:aws:iam::${vendor}:user/a`, `arn:aws:iam::${vendor}:user/b`]),
    ],
    good: [right],
    nearMiss: [principal('a role called user', `arn:aws:iam::${vendor}:role/user`)],
  },
  TP09: {
    bad: [
      principal('another account', [root, `arn:aws:iam::${other}:root`]),
      principal('two other accounts', [other, root, '222233334444']),
      {
        name: 'another account in a statement of its own',
        text: trustPolicyWith({}, { ...statement, Principal: { AWS: other } }),
      },
      compared('another account beside the vendor, as the accounts of everyone', {
        StringEquals: { 'aws:PrincipalAccount': [vendor, other] },
      }),
      compared('roles of two accounts, of everyone', {
        ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${vendor}:role/App`, `arn:aws:iam::${other}:role/App`] },
      }),
      compared('accounts that begin alike', { StringLike: { 'aws:PrincipalAccount': `${vendor.slice(0, 4)}*` } }),
      principal('the whole own account', [root, '444455556666']),
      {
        name: 'an identity provider',
        text: trustPolicyWith({ Principal: { AWS: root, Federated: 'arn:aws:iam::444455556666:saml-provider/Okta' } }),
      },
    ],
    good: [right],
    nearMiss: [
      compared('the vendor alone, as the account of everyone', { StringEquals: { 'aws:PrincipalAccount': vendor } }),
      compared('one role of the vendor, of everyone', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/App` } }),
      principal('a role of the own account, which has a rule of its own', [root, 'arn:aws:iam::444455556666:role/PixelPier']),
      principal('the vendor twice', [root, vendor]),
      principal('another account alone, which has a rule of its own', other),
      { name: 'others in a Deny', text: policyOf(statement, { Effect: 'Deny', Principal: { AWS: other }, Action: 'sts:AssumeRole' }) },
    ],
  },
  TP10: {
    bad: [principal('a session', `arn:aws:sts::${vendor}:assumed-role/App/i-0abc`)],
    good: [right],
    nearMiss: [principal('a role, which has a rule of its own', roleArn)],
  },
  TP29: {
    bad: [
      principal('an account of China', `arn:aws-cn:iam::${vendor}:root`),
      { ...right, name: 'an account of aws for a role in GovCloud', context: { partition: 'aws-us-gov' } },
    ],
    good: [
      right,
      { name: 'China for a role in China', text: rightTrustPolicy.replace('arn:aws:', 'arn:aws-cn:'), context: { partition: 'aws-cn' } },
    ],
    nearMiss: [
      { ...principal('an account number, which belongs to every partition', vendor), context: { partition: 'aws-cn' } },
      {
        name: 'China when nobody said where the role is',
        text: rightTrustPolicy.replace('arn:aws:', 'arn:aws-cn:'),
        context: { partition: undefined },
      },
    ],
  },
  TP30: {
    bad: [
      {
        name: 'EC2 in the same statement, which doesn’t require the external ID',
        text: trustPolicyWith({
          Principal: { AWS: root, Service: 'ec2.amazonaws.com' },
          Condition: { StringEqualsIfExists: { 'sts:ExternalId': externalId } },
        }),
      },
      {
        name: 'Lambda in a statement of its own',
        text: trustPolicyWith({}, { Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: 'sts:AssumeRole' }),
      },
    ],
    good: [right],
    nearMiss: [
      {
        name: 'EC2 in the same statement, which requires the external ID',
        text: trustPolicyWith({ Principal: { AWS: root, Service: 'ec2.amazonaws.com' } }),
      },
      {
        name: 'a service in a Deny',
        text: policyOf(statement, { Effect: 'Deny', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      },
    ],
  },
  TP50: {
    bad: [principal('the role itself', [root, 'arn:aws:iam::444455556666:role/PixelPier'])],
    good: [right],
    nearMiss: [
      principal('the own account, which has a rule of its own', [root, '444455556666']),
      principal('an own role alone', 'arn:aws:iam::444455556666:role/PixelPier'),
    ],
  },
  TP39: {
    bad: [
      { name: 'no principal', text: trustPolicyWith({ Principal: undefined }) },
      { name: 'a text as principal', text: trustPolicyWith({ Principal: root }) },
      { name: 'a kind in small letters', text: trustPolicyWith({ Principal: { aws: root } }) },
    ],
    good: [right],
    nearMiss: [
      { name: 'NotPrincipal, which has a rule of its own', text: trustPolicyWith({ Principal: undefined, NotPrincipal: { AWS: root } }) },
    ],
  },
}
