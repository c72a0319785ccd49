import type { PolicyStatement } from '#core/policy/document.ts'
import {
  externalId,
  policyOf,
  type RuleCases,
  rightTrustPolicy,
  root,
  statement,
  trustPolicyWith,
  vendor,
} from '#core/rules/rule-case.test-data.ts'

const right = { name: 'the proposed policy', text: rightTrustPolicy }
const action = (name: string, Action: string | readonly string[]) => ({ name, text: trustPolicyWith({ Action }) })
const tagging = { ...action('with sts:TagSession', ['sts:AssumeRole', 'sts:TagSession']), context: { sendsSessionTags: true } }
const many = (count: number) => Array.from({ length: count }, (_, index) => `former-4Hq8sD2kW9x-${index}`)
const comparing = (name: string, Condition: NonNullable<PolicyStatement['Condition']>) => ({
  name,
  text: trustPolicyWith({ Condition: { ...Condition, StringEquals: { 'sts:ExternalId': externalId, ...Condition['StringEquals'] } } }),
})
const version = (Version: string | undefined) => JSON.stringify({ Version, Statement: [statement] })

export const documentCases: Readonly<Record<string, RuleCases>> = {
  TP23: {
    bad: [
      action('all of STS', 'sts:*'),
      action('everything', '*'),
      action('SAML', ['sts:AssumeRole', 'sts:AssumeRoleWithSAML']),
      action('a pattern', 'sts:Assume*'),
      action('something else', 's3:GetObject'),
      { name: 'no action', text: trustPolicyWith({ Action: undefined }) },
      { name: 'NotAction', text: trustPolicyWith({ Action: undefined, NotAction: 'sts:TagSession' }) },
    ],
    good: [right, tagging],
    nearMiss: [
      action('other case', 'STS:assumerole'),
      { name: 'everything in a Deny', text: policyOf(statement, { Effect: 'Deny', Principal: { AWS: '444455556666' }, Action: 'sts:*' }) },
      {
        name: 'SAML for an identity provider',
        text: policyOf(statement, {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::444455556666:saml-provider/Okta' },
          Action: 'sts:AssumeRoleWithSAML',
        }),
      },
    ],
  },
  TP24: {
    bad: [
      { ...right, name: 'tags', context: { sendsSessionTags: true } },
      { ...right, name: 'source identity', context: { sendsSourceIdentity: true } },
      { ...tagging, name: 'tags allowed, source identity not', context: { sendsSourceIdentity: true } },
    ],
    good: [right, tagging],
    nearMiss: [
      {
        name: 'tags in a statement of their own',
        text: trustPolicyWith({}, { ...statement, Action: 'sts:tagsession' }),
        context: { sendsSessionTags: true },
      },
    ],
  },
  TP25: {
    bad: [
      { name: 'Resource', text: trustPolicyWith({ Resource: '*' }) },
      { name: 'NotResource', text: trustPolicyWith({ NotResource: 'arn:aws:iam::444455556666:role/x' }) },
    ],
    good: [right],
    nearMiss: [{ name: 'a Sid called Resource', text: trustPolicyWith({ Sid: 'Resource' }) }],
  },
  TP26: {
    bad: [
      { name: 'missing', text: version(undefined) },
      { name: 'old', text: version('2008-10-17') },
      { name: 'of today', text: version('2026-11-22') },
    ],
    good: [right],
    nearMiss: [{ name: 'behind the statements', text: JSON.stringify({ Statement: [statement], Version: '2012-10-17' }) }],
  },
  TP27: {
    bad: [
      { name: 'small letters', text: trustPolicyWith({ Effect: 'allow' }) },
      { name: 'a blank', text: trustPolicyWith({ Effect: 'Allow ' }) },
      { name: 'missing', text: trustPolicyWith({ Effect: undefined }) },
      { name: 'another word', text: trustPolicyWith({ Effect: 'Permit' }) },
    ],
    good: [right],
    nearMiss: [
      {
        name: 'a Deny',
        text: policyOf(statement, { ...statement, Effect: 'Deny', Condition: { StringNotEquals: { 'sts:ExternalId': externalId } } }),
      },
    ],
  },
  TP28: {
    bad: [
      { name: 'a hundred IDs', text: trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': [externalId, ...many(100)] } } }) },
    ],
    good: [right],
    nearMiss: [{ name: 'long by white space only', text: rightTrustPolicy.replaceAll('\n', `\n${' '.repeat(500)}`) }],
  },
  TP37: {
    bad: [
      { name: 'curly quotes', text: rightTrustPolicy.replaceAll('"', '\u201d') },
      { name: 'a zero-width character in the ID', text: rightTrustPolicy.replace(externalId, `${externalId}\u200b`) },
      { name: 'a long dash in the ID', text: rightTrustPolicy.replace('c0ffee-', 'c0ffee\u2013') },
      { name: 'a byte order mark', text: `\ufeff${rightTrustPolicy}` },
    ],
    good: [right],
    nearMiss: [
      {
        name: 'an umlaut, which is within the set',
        text: trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': externalId, 'aws:PrincipalTag/für': 'ja' } } }),
      },
    ],
  },
  TP38: {
    bad: [{ name: 'twice', text: policyOf({ Sid: 'A', ...statement }, { ...statement, Sid: 'A', Action: 'sts:TagSession' }) }],
    good: [right, { name: 'two', text: policyOf({ Sid: 'A', ...statement }, { ...statement, Sid: 'B' }) }],
    nearMiss: [{ name: 'other case', text: policyOf({ Sid: 'A', ...statement }, { ...statement, Sid: 'a' }) }],
  },
  TP44: {
    bad: [
      { name: 'blanks', text: trustPolicyWith({ Sid: 'the vendor' }) },
      { name: 'a hyphen', text: trustPolicyWith({ Sid: 'the-vendor' }) },
    ],
    good: [right, { name: 'letters and digits', text: trustPolicyWith({ Sid: 'Vendor1' }) }],
    nearMiss: [{ name: 'an empty one', text: trustPolicyWith({ Sid: '' }) }],
  },
  TP45: {
    bad: [
      { name: 'a letter left out', text: trustPolicyWith({ Condition: { StringEqual: { 'sts:ExternalId': externalId } } }) },
      {
        name: 'the name of a property of every object',
        text: trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': externalId } } }).replace(
          '"StringEquals"',
          '"__proto__":{"a":"b"},"StringEquals"',
        ),
      },
      { name: 'IfExists of Null', text: trustPolicyWith({ Condition: { NullIfExists: { 'sts:ExternalId': 'false' } } }) },
    ],
    good: [right],
    nearMiss: [
      {
        name: 'a set operator with IfExists',
        text: trustPolicyWith({
          Condition: { StringEquals: { 'sts:ExternalId': externalId }, 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': 'team' } },
        }),
      },
      {
        name: 'another letter case, of which AWS says nothing',
        text: trustPolicyWith({ Condition: { stringequals: { 'sts:ExternalId': externalId } } }),
      },
    ],
  },
  TP41: {
    bad: [
      { name: 'a Deny of the vendor', text: policyOf(statement, { Effect: 'Deny', Principal: { AWS: root }, Action: 'sts:AssumeRole' }) },
      {
        name: 'another role of the vendor',
        text: trustPolicyWith({
          Condition: {
            StringEquals: { 'sts:ExternalId': externalId },
            ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/Old` },
          },
        }),
        context: { applicationRoleArn: `arn:aws:iam::${vendor}:role/App` },
      },
      action('session tags only', 'sts:TagSession'),
    ],
    good: [right],
    nearMiss: [action('another action, which has a rule of its own', 's3:GetObject')],
  },
  TP46: {
    bad: [
      comparing('Bool with another word', { Bool: { 'aws:SecureTransport': 'yes' } }),
      comparing('Null with a number', { Null: { 'aws:TokenIssueTime': '0' } }),
      comparing('a name for an address', { IpAddress: { 'aws:SourceIp': ['203.0.113.7', 'vendor.example'] } }),
      comparing('a range that is longer than an address', { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/33' } }),
      comparing('a text for a number', { NumericLessThan: { 'aws:MultiFactorAuthAge': '1h' } }),
      comparing('a date as people write it', { DateLessThan: { 'aws:CurrentTime': '31.12.2026' } }),
      comparing('a range as a text', { StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } }),
      comparing('no range as a text', { StringNotLike: { 'aws:VpcSourceIp': ['203.0.113.7', '2001:db8::/32'] } }),
    ],
    good: [right, comparing('a boolean', { Bool: { 'aws:SecureTransport': true } })],
    nearMiss: [
      comparing('another letter case of a truth value', {
        Bool: { 'aws:SecureTransport': 'False' },
        Null: { 'aws:TokenIssueTime': 'TRUE' },
      }),
      comparing('one address as a text', { StringEquals: { 'aws:SourceIp': '203.0.113.7' } }),
      comparing('an address of each version', { IpAddress: { 'aws:SourceIp': ['203.0.113.7', '2001:db8::/32'] } }),
      comparing('seconds since 1970 and a day', { DateGreaterThan: { 'aws:CurrentTime': ['1767225600', '2026-01-01'] } }),
      comparing('a number with a fraction', { NumericLessThanEquals: { 'aws:MultiFactorAuthAge': '3600.5' } }),
      comparing('a text with a slash', { StringEquals: { 'aws:PrincipalTag/network': '203.0.113.0/24' } }),
    ],
  },
}
