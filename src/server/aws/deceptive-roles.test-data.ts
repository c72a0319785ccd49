import type { PolicyStatement } from '#core/policy/document.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import type { Diagnosis } from '#core/verify/verdict.ts'

/** A trust policy that looks right at first glance, and the diagnosis that a check must give. */
export type DeceptiveRole = {
  readonly name: string
  readonly statements: (externalId: string) => readonly PolicyStatement[]
  readonly expected: readonly [VerdictKind, Diagnosis]
}

type Condition = NonNullable<PolicyStatement['Condition']>

const vendorAccount = 'arn:aws:iam::111122223333'
const controlAccount = 'arn:aws:iam::999900001111:root'
const fromApplication: Condition = { ArnEquals: { 'aws:PrincipalArn': `${vendorAccount}:role/PixelworksApplication` } }

const allow = (condition: Condition, change: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { AWS: `${vendorAccount}:root` },
  Action: 'sts:AssumeRole',
  Condition: { ...condition, ...fromApplication },
  ...change,
})

const deny = (condition: Condition): PolicyStatement => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition: condition,
})

const idIs = (operator: string, ...values: readonly string[]): Condition => ({ [operator]: { 'sts:ExternalId': [...values] } })
const equals = (...ids: readonly string[]) => idIs('StringEquals', ...ids)

/** One character in the place of a single one. */
const oneCharacterAt = (id: string, position: number) => `${id.slice(0, position)}?${id.slice(position + 1)}`

const pattern = (name: string, value: (id: string) => string, operator = 'StringLike'): DeceptiveRole => ({
  name: `${operator} with ${name}`,
  statements: (id) => [allow(idIs(operator, value(id)))],
  expected: ['unsafe', 'similar-external-id-accepted'],
})

const patterns: readonly DeceptiveRole[] = [
  pattern('the first four and last four characters', (id) => `${id.slice(0, 4)}*${id.slice(-4)}`),
  pattern('the ID and a star', (id) => `${id}*`),
  pattern('a star and the ID', (id) => `*${id}`),
  pattern('a prefix and a suffix that every tenant has', () => 'acme-*-prod'),
  pattern('a prefix', (id) => `${id.slice(0, 12)}*`),
  pattern('a suffix', (id) => `*${id.slice(-12)}`),
  pattern('any one character in the middle', (id) => oneCharacterAt(id, Math.floor(id.length / 2))),
  pattern('any one character before the middle', (id) => oneCharacterAt(id, Math.floor(id.length / 2) - 1)),
  pattern('any one character at the start', (id) => oneCharacterAt(id, 0)),
  pattern('any one character at the end', (id) => oneCharacterAt(id, id.length - 1)),
  pattern('any characters, as many as the ID has', (id) => '?'.repeat(id.length).replace(/^.{5}/, 'acme-')),
  pattern('a prefix', (id) => `${id.slice(0, 12)}*`, 'ForAnyValue:StringLike'),
  pattern('other letters', (id) => id.toUpperCase(), 'StringEqualsIgnoreCase'),
]

const similar = ['unsafe', 'similar-external-id-accepted'] as const
const role = (
  name: string,
  expected: DeceptiveRole['expected'],
  ...statements: readonly ((id: string) => PolicyStatement)[]
): DeceptiveRole => ({
  name,
  expected,
  statements: (id) => statements.map((statement) => statement(id)),
})

const lists: readonly DeceptiveRole[] = [
  role('the ID and its lower-case spelling', similar, (id) => allow(equals(id, id.toLowerCase()))),
  role('the ID and its upper-case spelling', similar, (id) => allow(equals(id, id.toUpperCase()))),
  role('the ID and another exact value, which no call can guess', ['verified', 'verified'], (id) => allow(equals(id, 'Xy7Qp3Wn8Rt2Kd6V'))),
  role(
    'the ID, and a pattern in a second statement',
    similar,
    (id) => allow(equals(id)),
    () => allow(idIs('StringLike', 'acme-*')),
  ),
]

const optional = ['unsafe', 'external-id-optional'] as const
const notRequired = ['unsafe', 'external-id-not-required'] as const
const anyAccepted = ['unsafe', 'any-external-id-accepted'] as const
const inverted = ['unsafe', 'condition-inverted'] as const

const operators: readonly DeceptiveRole[] = [
  role('no condition on the ID', notRequired, () => allow({})),
  role('StringLike with a star alone', anyAccepted, () => allow(idIs('StringLike', '*'))),
  role('StringEqualsIfExists', optional, (id) => allow(idIs('StringEqualsIfExists', id))),
  role('ForAllValues:StringEquals', optional, (id) => allow(idIs('ForAllValues:StringEquals', id))),
  role('Null with false', anyAccepted, () => allow({ Null: { 'sts:ExternalId': 'false' } })),
  role('Null with true', inverted, () => allow({ Null: { 'sts:ExternalId': 'true' } })),
  role('StringNotEquals', inverted, (id) => allow(idIs('StringNotEquals', id))),
  role('StringNotEquals with another ID', notRequired, () => allow(idIs('StringNotEquals', 'another'))),
  role('the key in other letters', ['verified', 'verified'], (id) => allow({ StringEquals: { 'STS:externalid': id } })),
]

const statements: readonly DeceptiveRole[] = [
  role(
    'a second statement without the condition',
    notRequired,
    (id) => allow(equals(id)),
    () => allow({}),
  ),
  role(
    'a second statement with NotAction',
    notRequired,
    (id) => allow(equals(id)),
    () => {
      const { Action: _, ...open } = allow({})
      return { ...open, NotAction: 's3:*' }
    },
  ),
  role('any action of STS, with the ID', ['verified', 'verified'], (id) => allow(equals(id), { Action: 'sts:*' })),
  role(
    'an open Allow and a Deny of every other ID',
    ['verified', 'verified'],
    () => allow({}),
    (id) => deny(idIs('StringNotEquals', id)),
  ),
  role(
    'an open Allow and a Deny of other IDs where one is sent',
    ['verified', 'verified'],
    () => allow({}),
    (id) => deny(idIs('StringNotEqualsIfExists', id)),
  ),
  role(
    'an open Allow and a Deny of calls without an ID',
    anyAccepted,
    () => allow({}),
    () => deny({ Null: { 'sts:ExternalId': 'true' } }),
  ),
  role(
    'an open Allow and a Deny of what fits no pattern',
    similar,
    () => allow({}),
    () => deny(idIs('StringNotLike', 'acme-*')),
  ),
  role(
    'an open Allow and a Deny of one other ID',
    notRequired,
    () => allow({}),
    () => deny(idIs('StringEquals', 'another')),
  ),
  role(
    'an Allow of the ID and a Deny of the same',
    ['not-ready', 'explicit-deny'],
    (id) => allow(equals(id)),
    (id) => deny(equals(id)),
  ),
]

const otherAccount = ['unsafe', 'other-account-accepted'] as const
const otherRole = ['unsafe', 'other-role-accepted'] as const
const of = (...AWS: readonly string[]) => ({ Principal: { AWS: [...AWS] } })

const principals: readonly DeceptiveRole[] = [
  role('any AWS account', otherAccount, (id) => allow({}, { Principal: { AWS: '*' }, Condition: equals(id) })),
  role(
    'any AWS account in a second statement',
    otherAccount,
    (id) => allow(equals(id)),
    (id) => allow({}, { Principal: { AWS: '*' }, Condition: equals(id) }),
  ),
  role('a second account', otherAccount, (id) => allow({}, { ...of(`${vendorAccount}:root`, controlAccount), Condition: equals(id) })),
  role('no condition on the application role', otherRole, (id) => allow({}, { Condition: equals(id) })),
  role(
    'another role of the same account in a second statement',
    otherRole,
    (id) => allow(equals(id)),
    (id) => allow({}, { ...of(`${vendorAccount}:role/SecondRoleProbe`), Condition: equals(id) }),
  ),
  role('any role of the account', otherRole, (id) =>
    allow({}, { Condition: { ...equals(id), ArnLike: { 'aws:PrincipalArn': `${vendorAccount}:role/*` } } }),
  ),
  role('the application role or any other, if the key is there', otherRole, (id) =>
    allow({}, { Condition: { ...equals(id), ArnNotEqualsIfExists: { 'aws:PrincipalArn': `${vendorAccount}:role/Former` } } }),
  ),
  role('another role only', ['not-ready', 'not-assumable'], (id) =>
    allow({}, { Condition: { ...equals(id), ArnEquals: { 'aws:PrincipalArn': `${vendorAccount}:role/Other` } } }),
  ),
]

export const deceptiveRoles: readonly DeceptiveRole[] = [...patterns, ...lists, ...operators, ...statements, ...principals]

/** A policy that the vendor needs, as the customer gives it. */
export const allowing = (...externalIds: readonly string[]): readonly PolicyStatement[] => [allow(equals(...externalIds))]
export const open: readonly PolicyStatement[] = [allow({})]
export const likeAll: readonly PolicyStatement[] = [allow(idIs('StringLike', 'acme-*-prod'))]
