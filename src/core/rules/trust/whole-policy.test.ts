import { expect, test } from 'vitest'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import {
  externalId,
  other,
  policyOf,
  rightTrustPolicy,
  statement,
  trustContext,
  trustPolicyWith,
  vendor,
} from '#core/rules/rule-case.test-data.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { readTrustPolicy } from '#core/rules/trust-subject.ts'

const customer = '444455556666'
const self = `arn:aws:iam::${customer}:role/self`
const everyone = { Principal: { AWS: '*' } }
const ownAccount = { Principal: { AWS: `arn:aws:iam::${customer}:root` } }

const allow = (Condition: JsonValue | undefined, more = {}) => ({ ...statement, Condition, ...more })
const deny = (Condition: JsonValue | undefined, more = {}) => ({ ...statement, Effect: 'Deny', ...everyone, Condition, ...more })
const withId = (more: { readonly [operator: string]: JsonValue }) => ({ StringEquals: { 'sts:ExternalId': externalId }, ...more })
const selfOnly = { ArnLike: { 'aws:PrincipalArn': self } }
const past = { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }

const rulesIn = (text: string, context = {}): string[] => [
  ...new Set(lintTrustPolicy(text, { ...trustContext, ...context }).map(({ rule }) => rule)),
]

/** All that is said of a policy with these statements beside the right one. */
const beside: readonly (readonly [name: string, statements: readonly ReturnType<typeof allow>[], told: readonly string[]])[] = [
  ['a role of the own account that assumes itself, by the account', [allow(selfOnly, ownAccount)], ['TP50']],
  ['a role of the own account that assumes itself, with the ID', [allow(withId(selfOnly), ownAccount)], ['TP50']],
  ['a role of the own account that assumes itself, by everyone', [allow(selfOnly, everyone)], ['TP50']],
  ['a role of the own account as principal', [allow(undefined, { Principal: { AWS: self } })], ['TP50']],
  ['several roles of the own account', [allow({ ArnLike: { 'aws:PrincipalArn': `${self}*` } }, ownAccount)], ['TP09']],
  ['the own account', [allow(undefined, ownAccount)], ['TP09']],
  [
    'a guard of the organization that spares the vendor',
    [
      deny({
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij', 'aws:PrincipalAccount': vendor },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      }),
    ],
    [],
  ],
  [
    'a guard of the organization of the role that spares the vendor',
    [deny({ StringNotEquals: { 'aws:PrincipalOrgID': `\${aws:ResourceOrgID}`, 'aws:PrincipalAccount': [vendor] } })],
    [],
  ],
  ['a guard of the organization', [deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } })], ['TP35']],
  [
    'a guard of the organization for the own account',
    [deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }, ownAccount)],
    [],
  ],
  [
    'MFA for all but the vendor',
    [deny({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' }, StringNotEquals: { 'aws:PrincipalAccount': vendor } })],
    [],
  ],
  ['MFA for the own account', [deny({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, ownAccount)], []],
  ['MFA for everyone', [deny({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })], ['TP32']],
  [
    'a source account that spares the vendor',
    [deny({ StringNotEquals: { 'aws:SourceAccount': customer, 'aws:PrincipalAccount': vendor } })],
    [],
  ],
  ['a source account for everyone', [deny({ StringNotEquals: { 'aws:SourceAccount': customer } })], ['TP31']],
  [
    'addresses for all but the vendor',
    [deny({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringNotEquals: { 'aws:PrincipalAccount': vendor } })],
    [],
  ],
  ['addresses for everyone', [deny({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })], ['TP33']],
  ['MFA in an Allow of the same ID', [allow(withId({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }))], []],
  ['an end in the past', [allow(past)], []],
  ['an end in the past for another account', [allow(withId(past), { Principal: { AWS: other } })], []],
  ['an end in the past for another ID', [allow({ StringEquals: { 'sts:ExternalId': 'old-kQ8z7Hs2Pw' }, ...past })], []],
  ['an end in the future', [allow({ DateLessThan: { 'aws:CurrentTime': '2199-01-01T00:00:00Z' } })], ['TP22', 'TP42']],
  [
    'another account that is denied again',
    [allow(undefined, { Principal: { AWS: other } }), deny(undefined, { Principal: { AWS: other } })],
    [],
  ],
]

test.each(beside)('beside the right statement, %s: what is said is true', (_, statements, told) => {
  expect(rulesIn(policyOf(statement, ...statements))).toEqual(told)
})

const numbered = (number: string): string => rightTrustPolicy.replace(`"${externalId}"`, number)

const alone: readonly (readonly [name: string, text: string, told: readonly string[], context?: { readonly externalId: string }])[] = [
  [
    'a guard of the ID in calls that no service makes',
    policyOf(allow(undefined), deny({ StringNotEquals: { 'sts:ExternalId': externalId }, Null: { 'aws:SourceAccount': 'true' } })),
    [],
  ],
  [
    'a pattern with an exception',
    trustPolicyWith({
      Condition: { StringLike: { 'sts:ExternalId': 'c0ffee-*' }, StringNotEquals: { 'sts:ExternalId': 'c0ffee-old7Qm2' } },
    }),
    ['TP12'],
  ],
  ['every ID but one', trustPolicyWith({ Condition: { StringNotEquals: { 'sts:ExternalId': externalId } } }), ['TP17']],
  ['Null without a value', trustPolicyWith({ Condition: { Null: { 'sts:ExternalId': [] } } }), ['TP48']],
  ['no ID but none', trustPolicyWith({ Condition: { StringNotEquals: { 'sts:ExternalId': [] } } }), ['TP48']],
  [
    'IfExists, with an ID required',
    trustPolicyWith({ Condition: { StringLikeIfExists: { 'sts:ExternalId': 'c0*' }, Null: { 'sts:ExternalId': 'false' } } }),
    ['TP12'],
  ],
  [
    'other letters, with the exact ID required',
    trustPolicyWith({ Condition: withId({ StringEqualsIgnoreCase: { 'sts:ExternalId': externalId } }) }),
    [],
  ],
  [
    'everyone of an organization',
    trustPolicyWith({ ...everyone, Condition: withId({ StringLike: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }) }),
    ['TP35'],
  ],
  [
    'everyone of any organization',
    trustPolicyWith({ ...everyone, Condition: withId({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }) }),
    ['TP02', 'TP42'],
  ],
  [
    'everyone with the unique ID of a role',
    trustPolicyWith({ ...everyone, Condition: withId({ StringLike: { 'aws:userid': 'AROAEXAMPLEEXAMPLEEX:*' } }) }),
    ['TP42'],
  ],
  ['everyone', trustPolicyWith(everyone), ['TP02']],
  ['a number of 16 digits', numbered('9007199254740993'), ['TP46'], { externalId: '9007199254740993' }],
  ['a number of 20 digits', numbered('12345678901234567890'), ['TP46'], { externalId: '12345678901234567890' }],
  ['a number with a zero at its end', numbered('1.50'), ['TP46'], { externalId: '1.50' }],
  ['a short number', numbered('739104628315'), ['TP19'], { externalId: '739104628315' }],
  ...['.1Z', '.123Z', '.123456Z', '.123456+00:00', '.123456789Z'].map((fraction): (typeof alone)[number] => [
    `an end with the fraction ${fraction}`,
    trustPolicyWith({ Condition: withId({ DateLessThan: { 'aws:CurrentTime': `2099-01-01T00:00:00${fraction}` } }) }),
    ['TP42'],
  ]),
  [
    'an end in the past, with millionths',
    trustPolicyWith({ Condition: withId({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00.123456Z' } }) }),
    ['TP49'],
  ],
  ['a placeholder', trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': 'REPLACE_ME' } } }), ['TP19', 'TP43']],
]

test.each(alone.map(([name, text, told, context = { externalId }]) => ({ name, text, told, context })))(
  'alone, $name: what is said is true',
  ({ text, told, context }) => {
    expect(rulesIn(text, context).sort()).toEqual(told)
  },
)

test('a placeholder that is accepted besides is no old external ID', () => {
  const text = trustPolicyWith({ Condition: { StringEquals: { 'sts:ExternalId': [externalId, 'REPLACE_ME'] } } })
  const [found] = lintTrustPolicy(text, trustContext).filter(({ rule }) => rule === 'TP21')
  expect(found?.message).toBe('The trust policy also accepts external ID "REPLACE_ME", a placeholder that anyone can guess. Remove it.')
})

test('a number is named as it was written', () => {
  const messages = lintTrustPolicy(numbered('9007199254740993'), { ...trustContext, externalId: '9007199254740993' }).map(
    ({ message }) => message,
  )
  expect(messages.join()).toContain('9007199254740993')
  expect(messages.join()).not.toContain('9007199254740992')
})

const faults: readonly (readonly [name: string, condition: JsonValue | undefined])[] = [
  ['a pattern', { StringLike: { 'sts:ExternalId': 'c0ffee-*' } }],
  ['no condition', undefined],
  ['MFA', withId({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
  ['another ID', { StringEquals: { 'sts:ExternalId': 'old-kQ8z7Hs2Pw' } }],
]

test.each(faults)('no fix of %s locks a role out that assumes itself', (_, Condition) => {
  for (const own of [allow(selfOnly, ownAccount), allow(withId(selfOnly), ownAccount), allow(undefined, { Principal: { AWS: self } })]) {
    const fixes = lintTrustPolicy(policyOf(allow(Condition), own), trustContext).flatMap(({ fix }) => fix ?? [])
    expect(fixes.length).toBeGreaterThan(0)
    for (const fix of fixes) {
      expect(fix).toContain(self)
      expect(isSafe(readTrustPolicy(fix, trustContext)?.signature ?? null)).toBe(true)
      expect(rulesIn(fix)).toContain('TP50')
    }
  }
})

test('a Deny that keeps the vendor out is taken away, not widened', () => {
  const guard = deny({
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' },
    StringNotEquals: { 'aws:PrincipalAccount': other },
  })
  const [found] = lintTrustPolicy(policyOf(statement, allow(selfOnly, ownAccount), guard), trustContext)
  expect(found?.message).toBe('Unless the named organization is the vendor’s, this Deny blocks the vendor. Remove the statement.')
  expect(JSON.parse(found?.fix ?? '')).toEqual(JSON.parse(policyOf(statement, allow(selfOnly, ownAccount))))
})
