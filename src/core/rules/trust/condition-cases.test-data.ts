import type { JsonValue } from '#core/policy/json/json-value.ts'
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
    ],
    good: [right],
    nearMiss: [and('under two operators', { StringLike: { 'STS:EXTERNALID': externalId } })],
  },
  TP42: {
    bad: [
      and('a tag of the caller', { StringLike: { 'aws:PrincipalTag/team': 'core' } }),
      and('a key of the future', { StringLike: { 'aws:Weather': 'fine' } }),
      and('an operator that does not exist', { StringSimilar: { 'aws:PrincipalAccount': vendor } }),
    ],
    good: [right],
    nearMiss: [
      and('a key that is known', { StringLike: { 'aws:PrincipalAccount': vendor } }),
      and('the address, which has a rule of its own', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    ],
  },
}
