import fc from 'fast-check'
import { expect, test } from 'vitest'
import { request, vendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { permissionsRules } from '#core/rules/permissions/permissions-rules.ts'
import { anyPolicyRules } from '#core/rules/trust/trust-rules.ts'
import { connectionTerms } from './connection.ts'
import { narrowingRules, permissionsChange, readEditedPolicy } from './edited-policy.ts'
import { refusalMessages } from './refusals.ts'
import { rolePlan } from './role-plan.ts'

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' }
const policyOf = (...changes: readonly object[]) => ({
  Version: '2012-10-17',
  Statement: changes.map((change) => ({ ...statement, ...change })),
})
const textOf = (...changes: readonly object[]) => JSON.stringify(policyOf(...changes))

function codes(text: string): string[] {
  const reading = readEditedPolicy(text)
  return reading.kind === 'policy' ? [] : reading.faults.map(({ path, code }) => `${path.join('.')}: ${code}`)
}

test('what was edited is what the plan asks for, from text or from a document', () => {
  const policy = policyOf({ Action: ['s3:GetObject'], Condition: { NumericLessThan: { 's3:max-keys': 5 } } })
  for (const permissionsPolicy of [policy, JSON.stringify(policy)]) {
    const terms = connectionTerms(vendor).parse({ ...request, permissionsPolicy })
    expect(rolePlan(terms, vendor).permissionsPolicy).toEqual(policy)
    expect(terms.permissions).toEqual(request.permissions)
  }
})

test('what the sets make is taken as it is', () => {
  const { permissionsPolicy } = rolePlan(connectionTerms(vendor).parse(request), vendor)
  expect(readEditedPolicy(policyText(permissionsPolicy))).toEqual({ kind: 'policy', policy: permissionsPolicy })
})

test.each([
  ['narrower, even where it grants nothing', textOf({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads' })],
  ['an action that we do not know', textOf({ Action: 'newservice:DoSomething' })],
  ['a denial', textOf({ Effect: 'Deny', NotAction: undefined })],
  ['broader: it is the account of the customer', textOf({ Action: '*', Resource: '*' })],
  ['every action, as it is sometimes written', textOf({ Action: '*:*', Resource: '*' })],
  ['one statement that is no list', JSON.stringify({ Version: '2012-10-17', Statement: statement })],
  ['a policy variable', textOf({ Resource: `arn:aws:s3:::acme-uploads/\${aws:username}/*` })],
])('%s is taken', (_, text) => {
  expect(codes(text)).toEqual([])
})

test.each([
  ['nothing', '', [': permissions-policy-form']],
  ['YAML', 'Statement: []', [': permissions-policy-form']],
  ['no statement', '{"Version":"2012-10-17","Statement":[]}', ['Statement: permissions-policy-form']],
  ['a list', '[]', [': permissions-policy-form']],
  ['an unknown element', textOf({ Resources: '*' }), ['Statement.0.Resources: permissions-policy-form']],
  [
    'a name twice',
    '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}',
    [': permissions-policy-form', 'Statement: permissions-policy-form'],
  ],
  ['another version', JSON.stringify({ ...policyOf({}), Version: '2026-01-01' }), ['Version: permissions-policy-form']],
  ['a principal', textOf({ Principal: '*' }), ['Statement.0.Principal: permissions-policy-principal']],
  ['no effect', textOf({ Effect: undefined }), ['Statement.0: permissions-policy-incomplete']],
  ['no action', textOf({ Action: undefined }), ['Statement.0: permissions-policy-incomplete']],
  ['a curly quote', textOf({ Resource: 'arn:aws:s3:::acme\u2019s/*' }), [': permissions-policy-characters']],
  ['a Sid twice', textOf({ Sid: 'A' }, { Sid: 'A' }), ['Statement.1.Sid: permissions-policy-sid']],
  ['an action without a service', textOf({ Action: 'GetObject' }), ['Statement.0.Action: permissions-policy-action']],
  ['a resource that is no ARN', textOf({ Resource: 'acme-uploads' }), ['Statement.0.Resource: permissions-policy-resource']],
  [
    'an unknown operator',
    textOf({ Condition: { StringSame: { 'aws:x': 'y' } } }),
    ['Statement.0.Condition.StringSame: permissions-policy-condition'],
  ],
  [
    'a function of CloudFormation',
    textOf({ Condition: { StringEquals: { 'Fn::Transform': 'y' } } }),
    ['Statement.0.Condition: permissions-policy-condition'],
  ],
  [
    'a key without a prefix',
    textOf({ Condition: { StringEquals: { Ref: 'y' } } }),
    ['Statement.0.Condition: permissions-policy-condition'],
  ],
  [
    'the prototype as a key',
    `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"__proto__":{"aws:a":"b"}}}}`,
    ['Statement.Condition.__proto__: permissions-policy-condition'],
  ],
  [
    'more than the quota',
    textOf({ Resource: Array.from({ length: 400 }, (_, index) => `arn:aws:s3:::acme-uploads-${index}/*`) }),
    [': permissions-policy-too-long'],
  ],
])('%s is refused', (_, text, expected) => {
  expect(codes(text)).toEqual(expected)
})

test('a change of the sets drops the edit, unless it brings one', () => {
  const { permissions } = request
  expect(permissionsChange(vendor).parse({ permissions })).toEqual({ permissions })
  expect(permissionsChange(vendor).parse({ permissions, permissionsPolicy: policyOf({}) })).toEqual({
    permissions,
    permissionsPolicy: policyOf({}),
  })
  const refused = permissionsChange(vendor).safeParse({ permissions, permissionsPolicy: policyOf({ Effect: 'allow' }) })
  expect(refused.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['permissionsPolicy.Statement.0.Effect', 'permissions-policy-incomplete'],
  ])
})

test('every error of the linter is either refused here, or known as one that AWS takes', () => {
  const errors = [...anyPolicyRules, ...permissionsRules].filter(({ severity }) => severity === 'error').map(({ id }) => id)
  expect(errors.filter((id) => !narrowingRules.includes(id)).toSorted()).toEqual([
    'PP22',
    'PP23',
    'PP32',
    'PP33',
    'TP37',
    'TP38',
    'TP44',
    'TP45',
    'TP46',
    'TP47',
  ])
})

test('any text is a policy or refusals that have words', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '"Statement"',
    '"Effect":"Allow"',
    '"Action":"s3:*"',
    '"Resource":"*"',
    '__proto__',
    '\u2019',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces).map((parts) => parts.join('')),
    fc.json(),
    fc.anything().map((value) => String(JSON.stringify({ Version: '2012-10-17', Statement: value }))),
  )
  fc.assert(
    fc.property(texts, (text) => {
      for (const found of codes(text)) expect(Object.keys(refusalMessages.in('en').codes)).toContain(found.split(': ').at(-1))
    }),
    { numRuns: 1000 },
  )
})

test('a text with a thousand faults is answered with the first of each kind', () => {
  const members = Array.from({ length: 1000 }, (_, index) => `"member${index}":1`)
  const reading = readEditedPolicy(`{${members.join(',')}}`)
  expect(reading.kind === 'refused' ? reading.faults.length : 0).toBe(50)
})
