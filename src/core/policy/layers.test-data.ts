import fc from 'fast-check'
import { globalConditions } from './conditions.test-data.ts'
import type { PolicyDocument, PolicyStatement } from './document.ts'
import type { TrustRequest } from './evaluate.ts'
import type { Layers } from './iam-simulate.test-data.ts'
import { oneOrMany, sessionArn, vendor } from './identities.test-data.ts'
import { either, statedContexts } from './policies.test-data.ts'

export const resource = 'arn:aws:s3:::acme-uploads/2026/a.png'

const actions = oneOrMany(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('s3:GetObject', 's3:*', '*') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'S3:getobject',
        's3:Get*',
        's3:?etObject',
        's3:GetObjectVersion',
        's3:PutObject',
        'iam:*',
        'sts:AssumeRole',
      ),
    },
  ),
)

const resources = oneOrMany(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(resource, '*', 'arn:aws:s3:::acme-uploads/*') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'arn:aws:s3:::acme-uploads',
        'arn:aws:s3:::acme-results/*',
        'arn:aws:s3:::acme-*/????/*.png',
        'arn:aws:s3:::ACME-uploads/*',
        'arn:aws:s3:::acme-uploads/2026/a.pn',
        `arn:aws:s3:::acme-uploads/\${aws:PrincipalTag/year}/*`,
        `arn:aws:s3:::acme-uploads/\${aws:PrincipalTag/year, '2026'}/*`,
        `arn:aws:s3:::acme-uploads/2026/\${*}`,
      ),
    },
  ),
)

const effects = (deny: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant('Allow' as const) }, { weight: deny, arbitrary: fc.constant('Deny' as const) })

const statements = (effect: fc.Arbitrary<PolicyStatement['Effect']>): fc.Arbitrary<PolicyStatement> =>
  fc
    .record({
      Effect: effect,
      what: either(
        actions.map((Action) => ({ Action })),
        actions.map((NotAction) => ({ NotAction })),
      ),
      on: either(
        resources.map((Resource) => ({ Resource })),
        resources.map((NotResource) => ({ NotResource })),
      ),
      condition: globalConditions,
    })
    .map(({ Effect, what, on, condition }) => ({
      Effect,
      ...what,
      ...on,
      ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
    }))

const policies = (effect: fc.Arbitrary<PolicyStatement['Effect']>): fc.Arbitrary<PolicyDocument> =>
  fc.record({
    Version: either(fc.constant('2012-10-17'), fc.constant('2008-10-17')),
    Statement: fc.array(statements(effect), { minLength: 1, maxLength: 3 }),
  })

const everything: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' }

/** Mostly what AWS attaches, and something that takes away from it. */
const serviceControl = fc.oneof(
  { weight: 2, arbitrary: policies(effects(1)) },
  {
    weight: 3,
    arbitrary: fc.array(statements(fc.constant('Deny')), { maxLength: 2 }).map((denying) => ({
      Version: '2012-10-17',
      Statement: [everything, ...denying],
    })),
  },
)

/** Beside the one that allows everything, they can only deny. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const resourceControl = fc
  .array(
    statements(fc.constant('Deny')).filter(({ NotAction, Action }) => NotAction === undefined && Action !== undefined),
    { minLength: 1, maxLength: 2 },
  )
  .map((denying) => ({
    Version: '2012-10-17',
    Statement: denying.map((statement) => ({ ...statement, Principal: '*', Action: ['s3:GetObject'] })),
  }))

/** Policies of all kinds around one object in a bucket. */
export const layeredPolicies: fc.Arbitrary<Layers> = fc.record({
  identity: fc.array(policies(effects(1)), { minLength: 1, maxLength: 2 }),
  boundary: fc.option(policies(effects(1)), { nil: null }),
  serviceControl: fc.array(serviceControl, { maxLength: 2 }),
  resourceControl: fc.array(resourceControl, { maxLength: 1 }),
})

/** Calls for the object, from a session or a user of its own account. */
export const objectRequests: fc.Arbitrary<TrustRequest> = fc.record({
  callerArn: fc.constantFrom(sessionArn, `arn:aws:iam::${vendor}:user/deploy`),
  action: fc.constant('s3:GetObject'),
  context: fc
    .tuple(statedContexts, fc.constantFrom<string[]>(['2026'], ['2025'], []))
    .map(([context, year]) => ({ ...context, 'aws:PrincipalTag/year': year })),
})
