import fc from 'fast-check'
import { ParameterKind } from '#core/aws/parameter-kind.ts'
import { partitionIds } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { withInspectionSet } from '#core/connection/inspection-set.ts'
import { offeredSets } from '#core/connection/permission-set.ts'
import { type RolePlan, roleArnOf, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { HostingPlatform, VendorFields } from '#core/connection/vendor-fields.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { editedPolicies, paths, roleOptionsOf } from './any-plan-choices.test-data.ts'

export const hostile = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'no',
    "it's",
    'a: b # c',
    `x'\n      Effect: Allow`,
    `\${AWS::AccountId}`,
    '!Ref AWS::Region',
    '\u2028x',
    '"',
    '\\',
    '{{partition}}',
    `$\${x} $$\${y} %%{z}`,
    '%{ if true }x%{ endif }',
    '"; throw new Error("broken out"); "',
    "'@\n'; throw 'broken out'; '",
    '\u2018; throw \u2019',
    '`; $(touch broken)',
    '*/ // #',
    '```\n2. **Another step**',
    'e\u0301 \u202e \u0000 \r\n\t \u{1f600}',
    'constructor',
    '__proto__',
  ),
)

const parameterValues: Readonly<Record<ParameterKind, fc.Arbitrary<string>>> = {
  's3-bucket': fc.stringMatching(/^[a-z0-9]{3,20}$/),
  'kms-key-id': fc.uuid(),
  'sqs-queue': fc.stringMatching(/^[\w-]{1,20}$/),
  'dynamodb-table': fc.stringMatching(/^[\w.-]{3,20}$/),
  'sns-topic': fc.stringMatching(/^[\w-]{1,20}$/),
  secret: fc.stringMatching(/^[\w/+=.@-]{1,20}$/),
  'log-group': fc.stringMatching(/^[\w./#-]{1,20}$/),
  region: fc.constant('us-east-1'),
  arn: fc.stringMatching(/^[\w.:/=+@#-]{1,20}$/).map((end) => `arn:aws:kinesis:us-east-1:444455556666:${end}`),
  'tag-value': fc.stringMatching(/^[\w.:/=+@-]([\w.:/=+@ -]{0,20}[\w.:/=+@-])?$/),
  text: fc.stringMatching(/^[\w./=+@-]{1,20}$/),
}

/** Values of the kind that a customer in the Region can enter. */
const parameterValuesIn = (kind: ParameterKind, region: Region): fc.Arbitrary<string> => {
  if (kind === 'region') return fc.constantFrom(...[1, 2, 3].map((number) => region.replace(/\d+$/, String(number))))
  const partition = partitionOf(region)
  return parameterValues[kind].map((value) => (kind === 'arn' ? value.replace('arn:aws:', `arn:${partition}:`) : value))
}

const literalPart = fc.oneof(
  fc.constantFrom(
    '',
    ':',
    '/*',
    '-',
    ',',
    '|',
    ' ',
    '<>',
    '$',
    '${',
    '}',
    `\${aws:username}`,
    `\${!x}`,
    '{{region}}',
    '{{accountId}}',
    '{{partition}}',
    '{{rolePath}}',
    '{{roleName}}',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[{}]/g, '')),
)

const textShape = fc.record({ start: literalPart, parameter: fc.nat(5), middle: literalPart, second: fc.nat(9), end: literalPart })

const setShape = fc.record({
  required: fc.boolean(),
  partitions: fc.option(fc.subarray([...partitionIds], { minLength: 1 }), { nil: undefined, freq: 2 }),
  parameters: fc.array(fc.record({ kind: fc.constantFrom(...ParameterKind.options), many: fc.boolean() }), {
    maxLength: 3,
  }),
  statements: fc.array(
    fc.record({
      effect: fc.constantFrom('Allow', 'Deny', undefined),
      actions: fc.array(fc.constantFrom('s3:GetObject', 'sqs:*', 'kms:Decrypt'), { minLength: 1, maxLength: 2 }),
      resources: fc.array(textShape, { minLength: 1, maxLength: 3 }),
      filled: fc.array(textShape, { maxLength: 3 }),
      conditions: fc.option(
        fc.dictionary(
          fc.constantFrom('StringEquals', 'StringLike', 'Bool'),
          fc.dictionary(fc.constantFrom('aws:PrincipalTag/team', 's3:prefix', 'kms:ViaService'), fc.oneof(hostile, fc.array(hostile)), {
            noNullPrototype: true,
          }),
          { noNullPrototype: true },
        ),
      ),
    }),
    { maxLength: 3 },
  ),
  managedPolicyArns: fc.array(
    fc.constantFrom(
      'arn:aws:iam::aws:policy/SecurityAudit',
      'arn:{{partition}}:iam::aws:policy/SecurityAudit',
      'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
      'arn:{{partition}}:iam::aws:policy/-+=,.@_/-+=,.@_',
    ),
    { maxLength: 3 },
  ),
  title: hostile,
  why: hostile,
})

type SetShape = typeof setShape extends fc.Arbitrary<infer Shape> ? Shape : never
type TextShape = typeof textShape extends fc.Arbitrary<infer Shape> ? Shape : never
type NamedParameter = { readonly id: string; readonly many: boolean }

/** A condition on one text and one on a list of them. */
function filledConditions([first, ...others]: readonly TextShape[], parameters: readonly NamedParameter[]) {
  if (first === undefined) return {}
  return {
    StringNotEquals: {
      'aws:ResourceTag/team': filledText(first, parameters),
      'aws:RequestedRegion': others.map((text) => filledText(text, parameters)),
    },
  }
}

/** Texts with up to two parameters, of which one has several values at most. */
function filledText({ start, parameter, middle, second, end }: TextShape, parameters: readonly NamedParameter[]): string {
  const [one, other] = [parameters[parameter], parameters[second]]
  const isTwice = one !== undefined && (one === other || (one.many && other?.many === true))
  const [first, last] = [one, isTwice ? undefined : other].map((named) => (named === undefined ? '' : `{{${named.id}}}`))
  return `${start}${first}${middle}${last}${end}`
}

function permissionSet(shape: SetShape, index: number) {
  const parameters = shape.parameters.map((parameter, position) => ({ ...parameter, id: `set${index}Name${position}`, title: shape.title }))
  const statements = shape.statements.map(({ effect, actions, resources, conditions, filled }, position) => ({
    sid: `S${index}x${position}`,
    ...(effect === undefined ? {} : { effect }),
    actions,
    resources: resources.map((text) => `arn:{{partition}}:${filledText(text, parameters)}`),
    ...(conditions === null && filled.length === 0 ? {} : { conditions: { ...conditions, ...filledConditions(filled, parameters) } }),
  }))
  return {
    id: `set${index}`,
    title: shape.title,
    why: shape.why,
    required: shape.required,
    ...(shape.partitions === undefined ? {} : { partitions: shape.partitions }),
    parameters,
    statements,
    managedPolicyArns: shape.managedPolicyArns,
  }
}

export const anyVendor = fc
  .record({
    name: hostile.filter((text) => text.length > 0),
    purpose: hostile,
    application: fc.oneof(
      fc.constant({}),
      fc.record({ applicationRoleName: fc.stringMatching(/^[\w+=,.@-]{1,64}$/) }),
      fc.record({
        applicationRoleName: fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
        applicationRolePath: fc.constantFrom('/', '/service/'),
        additionalApplicationRoles: fc.array(
          fc.record({ name: fc.stringMatching(/^[\w+=,.@-]{1,64}$/), path: fc.constantFrom('/', '/service/') }),
          { maxLength: 3 },
        ),
        verifierRole: fc.record({ name: fc.stringMatching(/^[\w+=,.@-]{1,64}$/), path: fc.constantFrom('/', '/a+b=c/d,e.f@g-h/') }),
      }),
      fc.record({
        applicationUser: fc.record({
          name: fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
          path: fc.constantFrom('/', '/service/', '/a+b=c/d,e.f@g-h/'),
        }),
      }),
    ),
    named: fc.oneof(
      fc.record({ name: fc.stringMatching(/^[\w+=,.@-]{1,64}$/) }),
      fc.record({ name: fc.stringMatching(/^[\w+=,.@-]{8,53}$/), nameSuffix: fc.constant('per-connection') }),
    ),
    path: paths,
    maxSessionDuration: fc.integer({ min: 3600, max: 43200 }),
    permissionsBoundary: fc.constantFrom('none', 'optional', 'required'),
    customerMayChoose: fc.subarray(['path', 'tags', 'maxSessionDuration']),
    tags: fc.dictionary(
      hostile.filter((text) => text.length > 0 && text !== '__proto__'),
      hostile,
      { maxKeys: 3, noNullPrototype: true },
    ),
    sets: fc.array(setShape, { minLength: 1, maxLength: 3 }),
    hosting: fc.constantFrom(...HostingPlatform.options),
    roleInspection: fc.constantFrom('none', 'optional', 'required'),
  })
  .map(({ application, named, path, maxSessionDuration, permissionsBoundary, customerMayChoose, tags, sets, ...fields }) =>
    // Without the rules: artifacts have to survive every text.
    withInspectionSet(
      VendorFields.parse({
        ...demoVendor,
        applicationRoleName: undefined,
        ...application,
        role: { ...named, path, maxSessionDuration, permissionsBoundary, customerMayChoose, tags },
        permissionSets: sets.map(permissionSet),
        ...fields,
      }),
    ),
  )

const externalIds = fc.oneof(
  fc.stringMatching(/^[\w+=,.@:/-]{2,40}$/),
  fc.stringMatching(/^[\w+=,.@:/-]{1224}$/),
  fc.constantFrom('0123456789', 'no', '+=,.@:/-_', 'true', 'a,b'),
)

const rotations = fc.record({
  externalId: externalIds.map((text) => ExternalId.parse(`${text.slice(0, 1000)}-second`)),
  startedAt: fc.constant('2026-11-22T08:00:00.000Z'),
  confirmedAt: fc.constantFrom(null, '2026-11-22T08:10:00.000Z'),
})

const choiceIn = (vendor: Vendor, region: Region) =>
  fc.record(
    Object.fromEntries(
      offeredSets(vendor.permissionSets, region).map((set) => [
        set.id,
        fc.record(
          Object.fromEntries(
            set.parameters.map(({ id, kind, many }) => {
              const value = parameterValuesIn(kind, region)
              return [id, many ? fc.uniqueArray(value, { minLength: 1, maxLength: kind === 'region' ? 3 : 20 }) : value]
            }),
          ),
        ),
      ]),
    ),
    {
      requiredKeys: offeredSets(vendor.permissionSets, region)
        .filter((set) => set.required)
        .map((set) => set.id),
      noNullPrototype: true,
    },
  )

/** `earlier`: the config had no suffix when the account was connected. */
export function plansOf(vendor: Vendor, earlier: fc.Arbitrary<boolean> = fc.constant(false)): fc.Arbitrary<RolePlan> {
  return fc
    .constantFrom(...vendor.regions)
    .chain((region) =>
      fc.record({
        accountId: fc.stringMatching(/^\d{12}$/).filter((id) => !Object.values(vendor.accounts).some((account) => account === id)),
        region: fc.constant(region),
        externalId: externalIds,
        id: fc.option(fc.stringMatching(/^[2-9A-Za-z]{22}$/), { nil: undefined }),
        permissions: choiceIn(vendor, region),
        permissionsPolicy: fc.option(editedPolicies, { nil: undefined, freq: 2 }),
        rotation: fc.option(rotations, { nil: undefined, freq: 3 }),
        isEarlier: earlier,
      }),
    )
    .chain(({ rotation, id, isEarlier, ...request }) =>
      roleOptionsOf(vendor, { partition: partitionOf(request.region), accountId: request.accountId }).map((role) => {
        const terms = connectionTerms(vendor, { externalId: 'any' }).parse({ ...request, role })
        const before: Vendor = { ...vendor, role: { ...vendor.role, nameSuffix: 'none' } }
        return rolePlan(
          {
            ...terms,
            ...(isEarlier ? { roleArn: roleArnOf(terms, before, null) } : {}),
            ...(rotation === undefined ? {} : { rotation }),
            ...(id === undefined ? {} : { id }),
          },
          vendor,
        )
      }),
    )
}

export const anyPlan = anyVendor.chain(plansOf)
