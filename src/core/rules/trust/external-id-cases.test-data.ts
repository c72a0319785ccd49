import type { JsonValue } from '#core/policy/json/json-node.ts'
import {
  externalId,
  policyOf,
  type RuleCases,
  rightTrustPolicy,
  statement,
  trustPolicyWith,
  vendor,
} from '#core/rules/rule-case.test-data.ts'

const right = { name: 'the proposed policy', text: rightTrustPolicy }
const condition = (name: string, Condition: JsonValue | undefined) => ({ name, text: trustPolicyWith({ Condition }) })
const id = { 'sts:ExternalId': externalId }
const demanded = { StringEquals: id }
const open = { ...statement, Condition: undefined }
const denyWithout = (operator: string) => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition: { [operator]: id },
})

const guardedByDeny = { name: 'open, beside a Deny of all but the right ID', text: policyOf(open, denyWithout('StringNotEquals')) }

export const externalIdCases: Readonly<Record<string, RuleCases>> = {
  TP11: {
    bad: [
      condition('no condition', undefined),
      condition('another condition only', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/App` } }),
      condition('a condition that nobody here meets', { StringEquals: { 'aws:username': 'bob' } }),
      { name: 'a Deny that does not deny what has no ID', text: policyOf(open, denyWithout('ForAnyValue:StringNotEquals')) },
      { name: 'a Deny of which AWS says two things', text: policyOf(open, denyWithout('ForAnyValue:StringNotEqualsIfExists')) },
    ],
    good: [right, guardedByDeny],
    nearMiss: [
      condition('the key in other case', { StringEquals: { 'STS:externalID': externalId } }),
      { name: 'a statement for session tags only', text: policyOf(statement, { ...open, Action: 'sts:TagSession' }) },
      { name: 'a second Allow without it, which has a rule of its own', text: policyOf(statement, open) },
      {
        name: 'a service alone',
        text: policyOf({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      },
    ],
  },
  TP12: {
    bad: [
      condition('any ID', { StringLike: { 'sts:ExternalId': '*' } }),
      condition('a prefix', { StringLike: { 'sts:ExternalId': `${externalId.slice(0, 8)}*` } }),
      condition('one free character', { StringLike: { 'sts:ExternalId': `${externalId.slice(0, -1)}?` } }),
      condition('a pattern in a list', { StringLike: { 'sts:ExternalId': [externalId, 'c0ffee-*'] } }),
    ],
    good: [right, guardedByDeny],
    nearMiss: [
      condition('StringLike without wildcard', { StringLike: id }),
      condition('a pattern beside the exact ID', { ...demanded, StringLike: { 'sts:ExternalId': 'c0ffee-*' } }),
      {
        name: 'a pattern beside a Deny',
        text: policyOf({ ...statement, Condition: { StringLike: { 'sts:ExternalId': '*' } } }, denyWithout('StringNotEquals')),
      },
    ],
  },
  TP13: {
    bad: [
      condition('a prefix with StringEquals', { StringEquals: { 'sts:ExternalId': 'c0ffee-*' } }),
      condition('a role pattern with StringEquals', { StringEquals: { ...id, 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/App-?` } }),
    ],
    good: [right],
    nearMiss: [
      condition('StringLike, which has a rule of its own', { StringLike: { 'sts:ExternalId': 'c0ffee-*' } }),
      condition('a * in a tag, where it may stand', { StringEquals: { ...id, 'aws:PrincipalTag/stars': '***' } }),
    ],
  },
  TP14: {
    bad: [condition('IfExists', { StringEqualsIfExists: id }), condition('IfExists of StringLike', { StringLikeIfExists: id })],
    good: [right],
    nearMiss: [
      condition('IfExists beside the exact ID', { ...demanded, StringEqualsIfExists: id }),
      condition('IfExists beside Null', { Null: { 'sts:ExternalId': 'false' }, StringEqualsIfExists: id }),
      { name: 'IfExists in a Deny', text: policyOf(statement, denyWithout('StringNotEqualsIfExists')) },
      condition('IfExists on another key', { ...demanded, BoolIfExists: { 'aws:SecureTransport': 'true' } }),
    ],
  },
  TP15: {
    bad: [condition('ForAllValues', { 'ForAllValues:StringEquals': id })],
    good: [right],
    nearMiss: [
      condition('ForAnyValue', { 'ForAnyValue:StringEquals': id }),
      { name: 'ForAllValues in a Deny', text: policyOf(statement, denyWithout('ForAllValues:StringNotEquals')) },
    ],
  },
  TP16: {
    bad: [
      condition('any ID', { Null: { 'sts:ExternalId': 'false' } }),
      condition('any ID, as boolean', { Null: { 'sts:ExternalId': false } }),
      condition('none', { Null: { 'sts:ExternalId': 'true' } }),
    ],
    good: [right],
    nearMiss: [
      condition('Null beside the exact ID', { ...demanded, Null: { 'sts:ExternalId': 'false' } }),
      condition('Null on another key', { ...demanded, Null: { 'aws:SourceArn': 'true' } }),
    ],
  },
  TP17: {
    bad: [
      condition('StringNotEquals', { StringNotEquals: id }),
      condition('StringNotLike', { StringNotLike: { 'sts:ExternalId': 'c0ffee-*' } }),
    ],
    good: [right, guardedByDeny],
    nearMiss: [
      { name: 'StringNotEquals in a Deny', text: policyOf(statement, denyWithout('StringNotEquals')) },
      condition('another ID is excluded beside the exact one', { ...demanded, StringNotEquals: { 'sts:ExternalId': 'former-4Hq8sD2k' } }),
    ],
  },
  TP18: {
    bad: [condition('StringEqualsIgnoreCase', { StringEqualsIgnoreCase: id })],
    good: [right],
    nearMiss: [condition('IgnoreCase on another key', { ...demanded, StringEqualsIgnoreCase: { 'aws:PrincipalType': 'assumedrole' } })],
  },
  TP19: {
    bad: [
      condition('a name', { StringEquals: { 'sts:ExternalId': 'pixel-pier' } }),
      condition('the account number', { StringEquals: { 'sts:ExternalId': '444455556666' } }),
      condition('the number of the vendor account', { StringEquals: { 'sts:ExternalId': `vendor-${vendor}` } }),
      condition('five digits', { StringEquals: { 'sts:ExternalId': '48213' } }),
      condition('eight digits', { StringEquals: { 'sts:ExternalId': '84019375' } }),
      condition('the account number and little more', { StringEquals: { 'sts:ExternalId': '444455556666-x7Q' } }),
      condition('a telephone number', { StringEquals: { 'sts:ExternalId': '1234567890' } }),
      {
        ...condition('words, though they are the ID of the connection', { StringEquals: { 'sts:ExternalId': 'my-external-id' } }),
        context: { externalId: 'my-external-id' },
      },
    ],
    good: [right],
    nearMiss: [
      condition('the account number beside a random part', { StringEquals: { 'sts:ExternalId': '444455556666-k7Qm2vK9dRt4XwB8nZc5' } }),
      condition('a UUID', { StringEquals: { 'sts:ExternalId': '7d3f0f6e-58b7-4a0e-9c55-2f1b7f7a9d41' } }),
      condition('a pattern, which has a rule of its own', { StringLike: { 'sts:ExternalId': 'acme*' } }),
    ],
  },
  TP20: {
    bad: [
      condition('a blank at the end', { StringEquals: { 'sts:ExternalId': `${externalId} ` } }),
      condition('a line feed at the end', { StringEquals: { 'sts:ExternalId': `${externalId}\n` } }),
      condition('an umlaut', { StringEquals: { 'sts:ExternalId': 'grün-8sJd72kLq0Xz' } }),
      condition('one character', { StringEquals: { 'sts:ExternalId': 'x' } }),
      condition('nothing', { StringEquals: { 'sts:ExternalId': '' } }),
      condition('quotes in it', { StringEquals: { 'sts:ExternalId': `"${externalId}"` } }),
    ],
    good: [right],
    nearMiss: [
      condition('every sign that is allowed', { StringEquals: { 'sts:ExternalId': 'aZ9_+=,.@:/-kq72Lm' } }),
      condition('a pattern, which has a rule of its own', { StringLike: { 'sts:ExternalId': '*' } }),
    ],
  },
  TP21: {
    bad: [
      condition('two in a list', { StringEquals: { 'sts:ExternalId': [externalId, 'former-4Hq8sD2kW9x'] } }),
      {
        name: 'two in two statements',
        text: policyOf(statement, { ...statement, Condition: { StringEquals: { 'sts:ExternalId': 'former-4Hq8sD2kW9x' } } }),
      },
      {
        name: 'two in the Deny that guards an open Allow',
        text: policyOf(open, {
          ...denyWithout('StringNotEquals'),
          Condition: { StringNotEquals: { 'sts:ExternalId': [externalId, 'former-4Hq8sD2kW9x'] } },
        }),
      },
    ],
    good: [right],
    nearMiss: [
      condition('another one that no call meets, because a second condition counts too', {
        ...demanded,
        StringLike: { 'sts:ExternalId': '*' },
      }),
      condition('optional, and required', { StringEqualsIfExists: id, Null: { 'sts:ExternalId': 'false' } }),
      condition('one in a list', { StringEquals: { 'sts:ExternalId': [externalId] } }),
      condition('the same twice', { StringEquals: { 'sts:ExternalId': [externalId, externalId] } }),
      {
        name: 'two in a Deny, beside an Allow for one',
        text: policyOf(statement, {
          ...denyWithout('StringNotEquals'),
          Condition: { StringNotEquals: { 'sts:ExternalId': [externalId, 'former-4Hq8sD2kW9x'] } },
        }),
      },
    ],
  },
  TP22: {
    bad: [
      { name: 'an Allow without it', text: policyOf(statement, open) },
      { name: 'an Allow without it for one role', text: policyOf(open, { ...statement }) },
    ],
    good: [right, guardedByDeny],
    nearMiss: [
      { name: 'a second Allow for session tags', text: policyOf(statement, { ...open, Action: 'sts:TagSession' }) },
      { name: 'a second Allow beside a Deny', text: policyOf(statement, open, denyWithout('StringNotEquals')) },
      condition('one Allow alone, which has a rule of its own', undefined),
    ],
  },
  TP40: {
    bad: [condition('the ID compared with itself', { StringEquals: { 'sts:ExternalId': ['$', '{sts:ExternalId}'].join('') } })],
    good: [right, guardedByDeny],
    nearMiss: [condition('no condition, which has a rule of its own', undefined)],
  },
  TP43: {
    bad: [
      condition('another ID', { StringEquals: { 'sts:ExternalId': 'former-4Hq8sD2kW9x' } }),
      condition('other case of letters', { StringEquals: { 'sts:ExternalId': externalId.toLowerCase() } }),
    ],
    good: [right],
    nearMiss: [
      condition('the right one among several', { StringEquals: { 'sts:ExternalId': ['former-4Hq8sD2kW9x', externalId] } }),
      condition('a blank at the end, which has a rule of its own', { StringEquals: { 'sts:ExternalId': `${externalId} ` } }),
      condition('other case where case does not count', { StringEqualsIgnoreCase: { 'sts:ExternalId': externalId.toUpperCase() } }),
      {
        ...condition('any one when nobody said which', { StringEquals: { 'sts:ExternalId': 'former-4Hq8sD2kW9x' } }),
        context: { externalId: '' },
      },
    ],
  },
}
