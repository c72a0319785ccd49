import fc from 'fast-check'
import { readEditedPolicy } from '#core/connection/edited-policy.ts'
import type { PolicyDocument } from '#core/policy/document.ts'

/** What AWS takes in a policy, with what other languages would take for their own in it. */
const policyTexts = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
  fc.constantFrom(
    `\${aws:username}`,
    `$\${x} %%{y} %{ if true }`,
    `"; throw new Error("broken out"); "`,
    "'@; throw 'broken out'",
    "it's `id` $(id) !!",
    '*/ // #',
    '{{sourceBuckets}}',
    'no',
    '~',
    '\u0085\u00a0\u00ad',
    'constructor',
  ),
)

const conditionKeys = fc.oneof(
  fc.constantFrom('aws:SourceIp', 's3:prefix'),
  policyTexts.map((text) => `aws:RequestTag/${text}`),
)

/** Keys with values of a kind that their operator can compare. */
const compared = (values: fc.Arbitrary<string | number | boolean>) =>
  fc.dictionary(conditionKeys, fc.oneof(values, fc.array(values, { maxLength: 3 })), { minKeys: 1, maxKeys: 3, noNullPrototype: true })

const conditions = fc
  .record(
    {
      StringLike: compared(fc.oneof(policyTexts, fc.boolean(), fc.integer())),
      'ForAnyValue:StringNotEquals': compared(policyTexts),
      Null: compared(fc.oneof(fc.boolean(), fc.constantFrom('true', 'false'))),
      NumericLessThanIfExists: compared(fc.oneof(fc.integer(), fc.integer().map(String))),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .filter((operators) => Object.keys(operators).length > 0)

const actions = fc.oneof(
  fc.constantFrom('*', 's3:GetObject', 's3:Get*'),
  fc.array(fc.constantFrom('s3:PutObject', 'kms:Decrypt', 'new-service:Do?omething'), { minLength: 1, maxLength: 3 }),
)
const arn = policyTexts.map((text) => `arn:aws:s3:::acme/${text}`)
const resources = fc.oneof(fc.constant('*'), arn, fc.array(arn, { minLength: 1, maxLength: 3 }))

const statements = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    sid: fc.boolean(),
    actions,
    resources,
    isNot: fc.boolean(),
    conditions: fc.option(conditions),
  })
  .map(({ effect, sid, isNot, ...shape }) => (index: number) => ({
    ...(sid ? { Sid: `Statement${index}` } : {}),
    Effect: effect,
    ...(isNot ? { NotAction: shape.actions } : { Action: shape.actions }),
    ...(isNot ? { NotResource: shape.resources } : { Resource: shape.resources }),
    ...(shape.conditions === null ? {} : { Condition: shape.conditions }),
  }))

/** Permissions policies as customers may edit them. */
export const editedPolicies: fc.Arbitrary<PolicyDocument> = fc
  .record({
    list: fc.array(statements, { minLength: 1, maxLength: 3 }),
    id: fc.option(policyTexts),
    version: fc.constantFrom('2012-10-17', '2008-10-17', null),
  })
  .map(({ list, id, version }) => {
    const made = list.map((statement, index) => statement(index))
    const reading = readEditedPolicy(
      JSON.stringify({
        ...(version === null ? {} : { Version: version }),
        ...(id === null ? {} : { Id: id }),
        Statement: made.length === 1 ? made[0] : made,
      }),
    )
    if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.faults))
    return reading.policy
  })
