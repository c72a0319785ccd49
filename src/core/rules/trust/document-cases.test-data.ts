import type { PolicyStatement } from '#core/policy/document.ts'
import type { JsonValue } from '#core/policy/json/json-node.ts'
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
        context: { applicationPrincipalArn: `arn:aws:iam::${vendor}:role/App` },
      },
      action('session tags only', 'sts:TagSession'),
    ],
    good: [right],
    nearMiss: [action('another action, which has a rule of its own', 's3:GetObject')],
  },
  TP47: {
    bad: [
      { name: 'of today', text: version('2026-11-22') },
      { name: 'a blank behind it', text: version('2012-10-17 ') },
    ],
    good: [right],
    nearMiss: [
      { name: 'the old one, which has a rule of its own', text: version('2008-10-17') },
      { name: 'none, which has a rule of its own', text: version(undefined) },
    ],
  },
  TP48: {
    bad: [
      { name: 'no action', text: trustPolicyWith({ Action: [] }) },
      { name: 'no principal', text: trustPolicyWith({ Principal: { AWS: [] } }) },
      { name: 'no external ID', text: trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': [] } } }) },
      comparing('no value of another key', { StringNotEquals: { 'aws:PrincipalTag/team': [] } }),
      { name: 'no condition', text: trustPolicyWith({ Condition: {} }) },
      { name: 'no key of an operator', text: trustPolicyWith({ Condition: { StringEquals: {} } }) },
      {
        name: 'an operator without a key beside the external ID',
        text: trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': externalId }, StringLike: {} } }),
      },
    ],
    good: [right],
    nearMiss: [comparing('one value in a list', { StringNotEquals: { 'aws:PrincipalTag/team': ['images'] } })],
  },
  TP49: {
    bad: [
      comparing('a day in the past', { DateLessThan: { 'aws:CurrentTime': '2020-06-01T00:00:00Z' } }),
      comparing('seconds in the past', { NumericLessThan: { 'aws:EpochTime': '1590969600' } }),
      comparing('a moment', { DateEquals: { 'aws:CurrentTime': '2020-06-01' } }),
    ],
    good: [right],
    nearMiss: [
      comparing('since a day in the past', { DateGreaterThan: { 'aws:CurrentTime': '2020-06-01T00:00:00Z' } }),
      comparing('until a day to come', { DateLessThan: { 'aws:CurrentTime': '2199-06-01T00:00:00Z' } }),
      comparing('a day that cannot be read', { DateLessThan: { 'aws:CurrentTime': 'yesterday' } }),
      {
        name: 'a Deny until a day in the past',
        text: policyOf(statement, {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: { DateLessThan: { 'aws:CurrentTime': '2020-06-01T00:00:00Z' } },
        }),
      },
    ],
  },
  TP46: {
    bad: [
      comparing('Bool with another word', { Bool: { 'aws:SecureTransport': 'yes' } }),
      comparing('Null with a number', { Null: { 'aws:TokenIssueTime': '0' } }),
      comparing('a name for an address', { IpAddress: { 'aws:SourceIp': ['203.0.113.7', 'vendor.example'] } }),
      comparing('a range that is longer than an address', { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/33' } }),
      comparing('a text for a number', { NumericLessThan: { 'aws:MultiFactorAuthAge': '1h' } }),
      comparing('a date as people write it', { DateLessThan: { 'aws:CurrentTime': '31.12.2026' } }),
      comparing('true and false', { Bool: { 'aws:SecureTransport': ['true', 'false'] } }),
      comparing('a number that is rounded', { NumericLessThan: { 'aws:MultiFactorAuthAge': '9007199254740993' } }),
      comparing('an account with too many digits, without quotes', { StringEquals: { 'aws:PrincipalAccount': 11112222333344440 } }),
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
      comparing('a text of many digits', { StringEquals: { 'aws:PrincipalTag/serial': '12345678901234567890' } }),
      comparing('a number with a fraction', { NumericLessThanEquals: { 'aws:MultiFactorAuthAge': '3600.5' } }),
      comparing('a text with a slash', { StringEquals: { 'aws:PrincipalTag/network': '203.0.113.0/24' } }),
    ],
  },
}

const id = { 'sts:ExternalId': externalId }
const and = (name: string, Condition: { readonly [operator: string]: JsonValue }) => ({
  name,
  text: trustPolicyWith({ Condition: { StringEquals: id, ...Condition } }),
})
const deny = (Condition: JsonValue) =>
  policyOf(statement, { Effect: 'Deny', Principal: { AWS: root }, Action: 'sts:AssumeRole', Condition })

export const conditionCases: Readonly<Record<string, RuleCases>> = {
  TP31: {
    bad: [
      and('aws:SourceArn', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme' } }),
      { name: 'aws:SourceAccount', text: trustPolicyWith({ Condition: { StringEquals: { ...id, 'aws:SourceAccount': vendor } } }) },
      { name: 'a Deny of all without it', text: deny({ StringNotEquals: { 'aws:SourceAccount': vendor } }) },
    ],
    good: [right],
    nearMiss: [
      and('with IfExists', { StringEqualsIfExists: { 'aws:SourceAccount': vendor } }),
      and('that it is absent', { Null: { 'aws:SourceArn': 'true' } }),
      {
        name: 'a service alone',
        text: policyOf({
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': vendor } },
        }),
      },
      and('aws:PrincipalAccount', { StringLike: { 'aws:PrincipalAccount': vendor } }),
    ],
  },
  TP32: {
    bad: [
      and('MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      and('MFA as boolean', { Bool: { 'aws:MultiFactorAuthPresent': true } }),
      and('MFA with IfExists', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
      and('recent MFA', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }),
      { name: 'a Deny without MFA', text: deny({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }) },
    ],
    good: [right],
    nearMiss: [
      and('no MFA', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
      { name: 'a Deny of calls with MFA', text: deny({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }) },
    ],
  },
  TP33: {
    bad: [
      and('an address', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      and('a private address', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }),
      { name: 'a Deny of other addresses', text: deny({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }) },
    ],
    good: [right],
    nearMiss: [and('an address as user name', { StringNotEquals: { 'aws:username': '10.0.0.1' } })],
  },
  TP34: {
    bad: [
      and('a session', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:sts::${vendor}:assumed-role/App/i-0abc` } }),
      and('sessions by a pattern', { ArnLike: { 'aws:PrincipalArn': `arn:aws:sts::${vendor}:assumed-role/App/*` } }),
    ],
    good: [right, and('a role', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/App` } })],
    nearMiss: [and('a role called assumed-role', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/assumed-role` } })],
  },
  TP35: {
    bad: [
      and('an organization', { StringLike: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }),
      { name: 'a Deny of other organizations', text: deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }) },
      and('a part of an organization', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/*' } }),
    ],
    good: [right],
    nearMiss: [
      { name: 'a Deny of one organization', text: deny({ StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }) },
      and('any organization but one', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }),
    ],
  },
  TP36: {
    bad: [
      { name: 'the external ID', text: trustPolicyWith({ Condition: { StringEquals: { ...id, 'sts:externalid': externalId } } }) },
      {
        name: 'another key',
        text: trustPolicyWith({ Condition: { StringEquals: { ...id, 'aws:PrincipalAccount': vendor, 'AWS:principalaccount': vendor } } }),
      },
      and('under two operators', { StringLike: { 'STS:EXTERNALID': externalId } }),
      and('compared and required', { Null: { 'sts:externalid': 'false' } }),
    ],
    good: [right],
    nearMiss: [
      and('under two operators, written alike', { Null: { 'sts:ExternalId': 'false' } }),
      {
        name: 'in two statements',
        text: policyOf(statement, { ...statement, Condition: { StringEquals: { 'STS:externalid': externalId } } }),
      },
    ],
  },
  TP42: {
    bad: [
      and('a tag of the caller', { StringLike: { 'aws:PrincipalTag/team': 'core' } }),
      and('a key of the future', { StringLike: { 'aws:Weather': 'fine' } }),
      and('an operator that does not exist', { StringSimilar: { 'aws:PrincipalAccount': vendor } }),
      {
        name: 'a session with a path',
        text: trustPolicyWith({ Principal: { AWS: `arn:aws:sts::${vendor}:assumed-role/service/App/i-0abc` } }),
      },
    ],
    good: [right],
    nearMiss: [
      and('a key that is known', { StringLike: { 'aws:PrincipalAccount': vendor } }),
      and('the address, which has a rule of its own', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    ],
  },
}
