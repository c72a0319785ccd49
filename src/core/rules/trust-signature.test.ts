import { expect, test } from 'vitest'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { lintTrustPolicy } from './lint.ts'
import { externalId, other, policyOf, root, statement, trustContext, vendor } from './rule-case.test-data.ts'
import { type TrustVerdict, trustVerdict } from './trust-signature.ts'
import { readTrustPolicy, type TrustContext } from './trust-subject.ts'

type Condition = { readonly [operator: string]: { readonly [key: string]: JsonValue } }
type Statement = { readonly [element: string]: JsonValue }

const right: Condition = { StringEquals: { 'sts:ExternalId': externalId } }
const allow = (Condition: Condition, AWS: JsonValue = root): Statement => ({ ...withoutCondition('Allow', AWS), Condition })
const deny = (Condition: Condition): Statement => ({ ...withoutCondition('Deny', '*'), Condition })
const withoutCondition = (Effect: string, AWS: JsonValue): Statement => ({ Effect, Principal: { AWS }, Action: 'sts:AssumeRole' })
const open = withoutCondition('Allow', root)
const notRight: Condition = { StringNotEquals: { 'sts:ExternalId': externalId } }
const safe = allow(right)

const listOf = (count: number, text: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => text(index))
const role = (name: string, account = vendor): string => `arn:aws:iam::${account}:role/${name}`
const appRoles = (count: number): string[] => listOf(count, (index) => role(`App${index}`))
const isIn = (key: string, values: JsonValue, operator = 'StringEquals'): Condition => ({
  ...right,
  [operator]: { ...(operator === 'StringEquals' ? right['StringEquals'] : {}), [key]: values },
})
const someId = (...ids: string[]): Statement => allow({ StringEquals: { 'sts:ExternalId': ids } })

const ownRole: Condition = { ArnLike: { 'aws:PrincipalArn': role('self', '444455556666') } }

test.each<[name: string, statements: readonly Statement[], verdict: TrustVerdict, rules: readonly string[]]>([
  [
    'the role of another account at the end of a list',
    [allow(isIn('aws:PrincipalArn', [...appRoles(12), role('Evil', other)], 'ArnEquals'), '*')],
    'open',
    ['TP09'],
  ],
  ['a list of roles of the vendor alone', [allow(isIn('aws:PrincipalArn', appRoles(12), 'ArnEquals'), '*')], 'safe', []],
  [
    'another account beside five that are denied',
    [
      safe,
      ...listOf(5, (index) => `20000000000${index}`).map((account) => withoutCondition('Deny', account)),
      allow(isIn('aws:PrincipalAccount', '200000000009'), '*'),
    ],
    'open',
    ['TP09'],
  ],
  [
    'another external ID beside twenty that are denied',
    [deny({ StringEquals: { 'sts:ExternalId': listOf(20, (index) => `old-${index}-kQ8z`) } }), someId(externalId, 'zz-last9Qk')],
    'open',
    ['TP21'],
  ],
  [
    'other external IDs that a Deny names as well',
    [deny({ StringEquals: { 'sts:ExternalId': listOf(20, (index) => `old-${index}-kQ8z`) } }), someId(externalId, 'old-19-kQ8z')],
    'safe',
    [],
  ],
  ['the name of the user as external ID', [someId(`\${aws:username}`, externalId)], 'open', ['TP21']],
  ['the ARN of the caller as external ID', [someId(`\${aws:PrincipalArn}`, externalId)], 'open', ['TP21']],
  ['the user ID of the caller as external ID', [someId(`\${aws:userid}`, externalId)], 'unknown', ['TP42']],
  ['a Deny that spares users', [open, deny({ ...notRight, Null: { 'aws:username': 'true' } })], 'open', ['TP11']],
  ['a Deny for one user', [open, deny({ StringNotEquals: { 'sts:ExternalId': externalId, 'aws:username': 'bob' } })], 'open', ['TP11']],
  [
    'a Deny for roles of other accounts',
    [
      allow(right, '*'),
      deny({ StringNotEquals: { 'aws:PrincipalAccount': vendor }, StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }),
    ],
    'open',
    ['TP02'],
  ],
  [
    'a Deny for roles and users of other accounts',
    [
      allow(right, '*'),
      deny({ StringNotEquals: { 'aws:PrincipalAccount': vendor }, StringEquals: { 'aws:PrincipalType': ['AssumedRole', 'User'] } }),
    ],
    'safe',
    [],
  ],
  ['any user', [safe, allow({ StringEquals: { 'aws:PrincipalType': 'User' } })], 'open', ['TP22']],
  [
    'a Deny that spares people with MFA',
    [open, deny({ ...notRight, BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })],
    'open',
    ['TP11'],
  ],
  [
    'a Deny that spares people who signed in lately',
    [open, deny({ ...notRight, NumericGreaterThanIfExists: { 'aws:MultiFactorAuthAge': '300' } })],
    'open',
    ['TP11'],
  ],
  [
    'a Deny for all without MFA, and one for all with MFA',
    [
      open,
      deny({ ...notRight, BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
      deny({ ...notRight, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ],
    'safe',
    [],
  ],
  ['a Deny without conditions on the caller', [open, deny(notRight)], 'safe', []],
  ['a key in other capitalization under another operator', [allow({ ...right, Null: { 'sts:externalid': 'false' } })], 'unknown', ['TP36']],
  ['a key twice, written alike', [allow({ ...right, Null: { 'sts:ExternalId': 'false' } })], 'safe', []],
  ['an operator without a key', [allow({ ...right, StringLike: {} })], 'unknown', ['TP48']],
  ['no operator', [allow({})], 'unknown', ['TP48']],
  ['a principal of another partition', [allow(right, root.replace('aws', 'aws-us-gov'))], 'refused', ['TP29']],
  ['a session with a path', [allow(right, `arn:aws:sts::${vendor}:assumed-role/path/App/session`)], 'unknown', ['TP42']],
  ['the account by a pattern that also means others', [allow(isIn('aws:PrincipalAccount', '1111*', 'StringLike'), '*')], 'open', ['TP09']],
  ['the account number anywhere in the ARN', [allow(isIn('aws:PrincipalArn', `*${vendor}*`, 'StringLike'), '*')], 'open', ['TP02']],
  ['roles of the account by a pattern', [allow(isIn('aws:PrincipalArn', role('app-*'), 'StringLike'), '*')], 'safe', []],
  [
    'roles of all accounts but some',
    [allow(right, '*'), deny({ StringLike: { 'aws:PrincipalAccount': ['2*', '9*', '11119*', '11110*'] } })],
    'unknown',
    ['TP42'],
  ],
  ['an own role that assumes itself', [safe, allow(ownRole, 'arn:aws:iam::444455556666:root')], 'safe', []],
  ['an own role, with any account as principal', [safe, allow(ownRole, '*')], 'safe', []],
])('with %s the verdict is right, and the linter names it', (_, statements, verdict, rules) => {
  const text = policyOf(...statements)
  expect(trustVerdict(readTrustPolicy(text, trustContext)?.signature ?? null)).toBe(verdict)
  expect(lintTrustPolicy(text, trustContext).map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]))
})

const contextOfApp: TrustContext = { ...trustContext, applicationPrincipalArn: role('App') }

test.each<[name: string, statements: readonly Statement[], verdict: TrustVerdict]>([
  ['the role', [allow(isIn('aws:PrincipalArn', role('App'), 'ArnEquals'))], 'safe'],
  ['a pattern of roles', [allow(isIn('aws:PrincipalArn', role('App*'), 'ArnLike'))], 'open'],
  ['the whole account', [safe], 'open'],
  ['another role', [allow(isIn('aws:PrincipalArn', role('Old'), 'ArnEquals'))], 'refused'],
  ['a session of the role with a path', [allow(right, `arn:aws:sts::${vendor}:assumed-role/path/App/session`)], 'unknown'],
])('where the application role is known, %s is judged by what other roles can do', (_, statements, verdict) => {
  expect(trustVerdict(readTrustPolicy(policyOf(...statements), contextOfApp)?.signature ?? null)).toBe(verdict)
})

test('a principal of the commercial partition keeps the vendor out of a role in another one', () => {
  const subject = readTrustPolicy(policyOf(statement), { ...trustContext, partition: 'aws-us-gov' })
  expect(trustVerdict(subject?.signature ?? null)).toBe('refused')
})

test('a policy of the largest size is judged with every name in it', () => {
  const roles = allow(isIn('aws:PrincipalArn', appRoles(150), 'ArnEquals'), '*')
  expect(trustVerdict(readTrustPolicy(policyOf(roles), trustContext)?.signature ?? null)).toBe('safe')
  const ids = listOf(180, (index) => `${index}-7c9e6679-7425-40de-944b-e07fc1f90ae7`)
  const denied = [someId(externalId, ...ids), deny({ StringEquals: { 'sts:ExternalId': ids } })]
  expect(trustVerdict(readTrustPolicy(policyOf(...denied), trustContext)?.signature ?? null)).toBe('safe')
  expect(trustVerdict(readTrustPolicy(policyOf(...denied, someId(externalId, 'W8nZc5Hs2Pk7')), trustContext)?.signature ?? null)).toBe(
    'open',
  )
})

test('a policy that is too long to tell is never called safe', () => {
  const ids = listOf(900, (index) => `${index}-7c9e6679-7425-40de-944b`)
  const text = policyOf(someId(externalId, ...ids), deny({ StringEquals: { 'sts:ExternalId': ids } }))
  expect(trustVerdict(readTrustPolicy(text, trustContext)?.signature ?? null)).toBe('unknown')
})
