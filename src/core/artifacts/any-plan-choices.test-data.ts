import fc from 'fast-check'
import { readEditedPolicy } from '#core/connection/edited-policy.ts'
import type { RoleOptionsRequest } from '#core/connection/role-options.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
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
const comparedOne = (values: fc.Arbitrary<unknown>) =>
  fc.dictionary(conditionKeys, values, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
const compared = (values: fc.Arbitrary<string | number | boolean>) => comparedOne(fc.oneof(values, fc.array(values, { maxLength: 3 })))

const conditions = fc
  .record(
    {
      StringLike: compared(fc.oneof(policyTexts, fc.boolean(), fc.integer())),
      'ForAnyValue:StringNotEquals': compared(policyTexts),
      Null: comparedOne(fc.oneof(fc.boolean(), fc.constantFrom('true', 'false'))),
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

export const paths = fc.oneof(
  fc.constant('/'),
  fc.stringMatching(/^\/[!-~]{1,30}\/$/),
  fc.constantFrom("/';exit;'/", '/`x`/$(x)/', `/\${x}/%{y}/"/`),
)

const boundaryNames = fc.oneof(
  fc.stringMatching(/^(\/[!-~]{1,20})?\/[\w+=,.@-]{1,30}$/),
  fc.constantFrom("/';exit;'/x", '/`x`/$(x)/y', '/"x/z', `/%{x}/\${y}/z`),
)

const tagTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '')),
  fc.constantFrom('_.:/=+-@', '--', '@file', '-', 'no', '1e3', 'Team\u00a0Blau', 'été \u212b', '\u2028', 'Ω=1', 'constructor'),
)

const tagLists = fc.uniqueArray(fc.record({ key: tagTexts, value: tagTexts }), { maxLength: 4, selector: ({ key }) => key.toLowerCase() })

/** Whatever this vendor lets a customer's company ask of the role, in this account and partition. */
export function roleOptionsOf(
  vendor: Vendor,
  place: { readonly partition: string; readonly accountId: string },
): fc.Arbitrary<RoleOptionsRequest> {
  const { permissionsBoundary, maxSessionDuration } = vendor.role
  const boundary = boundaryNames.map((name) => `arn:${place.partition}:iam::${place.accountId}:policy${name}`)
  return fc.record(
    {
      ...(mayChoose(vendor, 'path') ? { path: paths } : {}),
      ...(mayChoose(vendor, 'tags') ? { tags: tagLists.map((tags) => tags.filter(({ key }) => key !== '' && !/^aws:/i.test(key))) } : {}),
      ...(mayChoose(vendor, 'maxSessionDuration') ? { maxSessionDuration: fc.integer({ min: 3600, max: maxSessionDuration }) } : {}),
      ...(permissionsBoundary === 'none' ? {} : { permissionsBoundary: boundary }),
    },
    { requiredKeys: permissionsBoundary === 'required' ? ['permissionsBoundary'] : [], noNullPrototype: true },
  )
}
