import fc from 'fast-check'
import type { PolicyStatement } from './document.ts'
import { externalId, oneOrMany, orEmpty, roleArn, sessionArn, stranger, upper, vendor } from './identities.test-data.ts'

type Kind = 'string' | 'arn' | 'bool' | 'number' | 'date' | 'address' | 'binary'

type Key = { readonly key: string; readonly kind: Kind; readonly values: fc.Arbitrary<string | boolean | number> }

const near = (text: string): string[] => [
  text,
  upper(text),
  text.toLowerCase(),
  `${text}x`,
  ` ${text}`,
  `${text} `,
  text.slice(0, -1),
  `${text.slice(0, 4)}*`,
  `*${text.slice(-4)}`,
  `${text.slice(0, 3)}*${text.slice(-3)}`,
  `${text.slice(0, -1)}?`,
  `?${text}`,
  '*',
  '**?*',
  '',
]

const variables = [
  `\${aws:username}`,
  `\${aws:PrincipalArn}`,
  `\${aws:PrincipalAccount}`,
  `\${sts:ExternalId}`,
  `\${AWS:principaltype}`,
  `\${*}`,
  `\${?}`,
  `\${$}`,
  `c0ffee-\${*}`,
  `\${aws:PrincipalAccount}*`,
  `\${aws:username, 'c0ffee-7Qm2vK9dRt4XwB8n'}`,
  `\${aws:PrincipalTag/team, 'c0ffee-7Qm2vK9dRt4XwB8n'}`,
  `\${aws:PrincipalTag/team, 'c0ffee-*'}`,
  `\${aws:PrincipalTag/team, ''}`,
  `\${sts:ExternalId, 'deploy'}`,
  `c0ffee-\${aws:SourceAccount, '7Qm2vK9dRt4XwB8n'}`,
  `\${}`,
  `\${`,
]

const texts = (...values: (string | boolean | number)[]) => fc.constantFrom(...values)

export const keys: readonly Key[] = [
  { key: 'sts:ExternalId', kind: 'string', values: texts(externalId, ...near(externalId), ...variables) },
  { key: 'STS:externalid', kind: 'string', values: texts(externalId, ...near(externalId)) },
  {
    key: 'aws:PrincipalArn',
    kind: 'arn',
    values: texts(
      roleArn,
      ...near(roleArn),
      sessionArn,
      `arn:*:iam::${vendor}:role/App`,
      'arn:aws:iam::*:role/A*',
      'arn:aws:iam::1111*:role/App',
      'arn:aws:iam::*:root',
      'arn:aws:*:*:*:*',
      'arn:aws:iam::*',
      'arn:aws:iam:*App',
      `arn:aws:iam::${vendor}:*/App`,
      `arn:aws:iam::\${aws:PrincipalAccount}:role/App`,
      `arn:aws:iam::\${aws:PrincipalAccount}:role/\${*}`,
    ),
  },
  {
    key: 'aws:PrincipalAccount',
    kind: 'string',
    values: texts(...near(vendor), stranger, Number(vendor), Number(`${vendor}00000`), `\${aws:PrincipalAccount}`),
  },
  { key: 'aws:PrincipalOrgID', kind: 'string', values: texts(...near('o-vendor1234')) },
  { key: 'aws:SourceAccount', kind: 'string', values: texts(...near(vendor), '444455556666') },
  {
    key: 'aws:PrincipalType',
    kind: 'string',
    values: texts('AssumedRole', 'User', 'Account', 'assumedrole', 'A*', `\${aws:PrincipalType}`),
  },
  { key: 'aws:username', kind: 'string', values: texts('deploy', 'Deploy', 'd*', '*') },
  {
    key: 'aws:PrincipalTag/team',
    kind: 'string',
    values: texts('images', 'i*', `\${aws:PrincipalTag/team}`, `\${aws:username, 'images'}`, ''),
  },
  { key: 'aws:PrincipalTag/blob', kind: 'binary', values: texts('QmluYXJ5', 'QmluYXJ6', 'qmluyxj5', 'Qmlu*', '') },
  {
    key: 'aws:PrincipalOrgPaths',
    kind: 'string',
    values: texts('o-vendor1234/r-ab12/ou-ab12-11111111/', 'o-vendor1234/*', '*', 'o-other56789/*'),
  },
  { key: 'aws:SecureTransport', kind: 'bool', values: texts('true', 'false', true, false, 'True') },
  { key: 'aws:MultiFactorAuthPresent', kind: 'bool', values: texts('true', 'false', true, false) },
  { key: 'aws:TagKeys', kind: 'string', values: texts('team', 'project', 'Team', 't*', '*') },
  {
    key: 'aws:MultiFactorAuthAge',
    kind: 'number',
    values: texts('9007199254740993', '300', 300, '299', '301', '0', '300.0', '299.5', '-1', '+300', '0300'),
  },
  {
    key: 'aws:CurrentTime',
    kind: 'date',
    values: texts(
      '2026-01-01T00:00:00Z',
      '2025-12-31T23:59:59Z',
      '2026-01-02',
      '2020-01-01T00:00:00Z',
      '1767225600',
      '1767225599',
      '2026-01-01T01:00:00+01:00',
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00Z',
      '2026-01',
    ),
  },
  {
    key: 'aws:TokenIssueTime',
    kind: 'date',
    values: texts('2025-12-31T12:00:00Z', '1767182400', '2025-12-31', '2026-01-01T00:00:00Z'),
  },
  {
    key: 'aws:SourceIp',
    kind: 'address',
    values: texts(
      '203.0.113.7',
      '203.0.113.0/24',
      '203.0.113.7/32',
      '10.0.0.0/8',
      '0.0.0.0/0',
      '2001:db8::/32',
      '203.0.113.8/29',
      '2001:DB8::/32',
      '2001:db8::7',
      '2001:db8::7/128',
      '2001:db8:0:0::/64',
      '::/0',
      '2001:db9::/33',
    ),
  },
]

const stringNames = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
]
const arnNames = ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike']
const ordered = (type: string): string[] =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((name) => `${type}${name}`)

const operatorNames: Readonly<Record<Kind, readonly string[]>> = {
  string: stringNames,
  arn: [...arnNames, ...stringNames],
  bool: ['Bool'],
  number: ordered('Numeric'),
  date: ordered('Date'),
  address: ['IpAddress', 'NotIpAddress'],
  binary: ['BinaryEquals'],
}

const qualifiers = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('ForAllValues:', 'ForAnyValue:') },
)
const suffixes = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant('IfExists') })

type Entry = { readonly operator: string; readonly key: string; readonly value: string | boolean | number | (string | boolean | number)[] }

const nulls = (of: readonly Key[]): fc.Arbitrary<Entry> =>
  fc.record({
    operator: fc.oneof(
      { weight: 8, arbitrary: fc.constant('Null') },
      { weight: 1, arbitrary: fc.constantFrom('ForAllValues:Null', 'ForAnyValue:Null', 'NullIfExists') },
    ),
    key: fc.constantFrom(...of.map(({ key }) => key)),
    value: oneOrMany(texts('true', 'false', true, false), 2),
  })

/** Long lists, as somebody kept adding to them. Only texts can have any value. */
const longListOf = (kind: Kind, values: Key['values']): fc.Arbitrary<(string | boolean | number)[]> =>
  kind === 'string' || kind === 'arn'
    ? fc
        .tuple(fc.integer({ min: 10, max: 25 }), values)
        .map(([count, last]) => [
          ...Array.from({ length: count }, (_, index) => (kind === 'arn' ? `${roleArn}${index}` : `${externalId}${index}`)),
          last,
        ])
    : fc.array(values, { minLength: 1, maxLength: 3 })

const comparisons = (of: readonly Key[]): fc.Arbitrary<Entry> =>
  fc.oneof(
    ...of.map(({ key, kind, values }) => ({
      weight: key === 'sts:ExternalId' ? 8 : 2,
      arbitrary: fc.record({
        operator: fc.tuple(qualifiers, fc.constantFrom(...operatorNames[kind]), suffixes).map((parts) => parts.join('')),
        key: fc.constant(key),
        value: orEmpty(fc.oneof({ weight: 20, arbitrary: oneOrMany(values) }, { weight: 1, arbitrary: longListOf(kind, values) })),
      }),
    })),
  )

type Conditions = NonNullable<PolicyStatement['Condition']>

/** Several entries on the external ID, under operators that are joined by AND. */
const several = (of: readonly Key[]): fc.Arbitrary<Entry[]> =>
  fc.array(fc.oneof({ weight: 6, arbitrary: comparisons(of) }, { weight: 1, arbitrary: nulls(of) }), { maxLength: 4 })

/** Now and then the first key once more, in other capitalization, under its operator or another one. */
const repeating = (entries: fc.Arbitrary<Entry[]>): fc.Arbitrary<Entry[]> =>
  fc.tuple(entries, fc.integer({ min: 0, max: 60 })).map(([all, chance]) => {
    const [first] = all
    if (first === undefined || chance > 1) return all
    return [...all, { ...first, key: first.key.toUpperCase(), ...(chance === 0 ? {} : { operator: 'Null', value: 'false' }) }]
  })

/** Rarely an operator without a key. */
const emptyOperators: fc.Arbitrary<Conditions> = fc.oneof(
  { weight: 60, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom('StringLike', 'StringEquals', 'Null').map((operator) => ({ [operator]: {} })) },
)

export const conditionsOf = (of: readonly Key[]): fc.Arbitrary<Conditions> =>
  fc.tuple(repeating(several(of)), emptyOperators).map(([entries, empty]) => {
    const condition: Conditions = { ...empty }
    for (const { operator, key, value } of entries) condition[operator] = { ...condition[operator], [key]: value }
    return condition
  })

/** Of the keys that every request has, whatever its service. */
export const globalConditions = conditionsOf(keys.filter(({ key }) => key.startsWith('aws:')))
