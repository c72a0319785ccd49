import fc from 'fast-check'
import { conditionsOf, keys } from './conditions.test-data.ts'
import type { PolicyDocument, PolicyStatement } from './document.ts'
import type { TrustRequest } from './evaluate.ts'
import { externalId, oneOrMany, orEmpty, roleArn, sessionArn, stranger, upper, vendor } from './identities.test-data.ts'

const principals = fc.constantFrom(
  '*',
  vendor,
  `arn:aws:iam::${vendor}:root`,
  `arn:aws-cn:iam::${vendor}:root`,
  roleArn,
  `arn:aws:iam::${vendor}:role/app`,
  `arn:aws:iam::${vendor}:role/service/App`,
  `arn:aws:iam::${vendor}:role/Other`,
  `arn:aws:iam::${vendor}:user/tools/deploy`,
  `arn:aws-cn:iam::${vendor}:role/App`,
  sessionArn,
  `arn:aws:sts::${vendor}:assumed-role/App/i-0def`,
  `arn:aws:sts::${vendor}:assumed-role/service/App/i-0abc`,
  `arn:aws:iam::${vendor}:user/deploy`,
  stranger,
  `arn:aws:iam::${stranger}:root`,
  `arn:aws:iam::${stranger}:role/App`,
  'AROAEXAMPLEID00000000',
)

const principalElements: fc.Arbitrary<NonNullable<PolicyStatement['Principal']>> = fc.oneof(
  { weight: 8, arbitrary: orEmpty(oneOrMany(principals)).map((AWS) => ({ AWS })) },
  { weight: 2, arbitrary: fc.constant([vendor, `arn:aws:iam::${stranger}:root`]).map((AWS) => ({ AWS: [...AWS] })) },
  { weight: 1, arbitrary: fc.constant('*') },
  { weight: 1, arbitrary: fc.constant({ Service: 'ec2.amazonaws.com' }) },
  {
    weight: 1,
    arbitrary: oneOrMany(principals).map((AWS) => ({
      AWS,
      Service: ['lambda.amazonaws.com'],
      Federated: 'cognito-identity.amazonaws.com',
    })),
  },
)

const actions = orEmpty(
  oneOrMany(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('sts:AssumeRole') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'STS:assumerole',
          'sts:*',
          '*',
          'sts:Assume*',
          'sts:?ssumeRole',
          'sts:AssumeRol?e',
          'sts:AssumeRoleWithSAML',
          'sts:TagSession',
          's3:GetObject',
          'sts:*Role*',
        ),
      },
    ),
  ),
)

export const either = <Usual, Rare>(usual: fc.Arbitrary<Usual>, rare: fc.Arbitrary<Rare>): fc.Arbitrary<Usual | Rare> =>
  fc.oneof({ weight: 7, arbitrary: usual }, { weight: 1, arbitrary: rare })

const statements: fc.Arbitrary<PolicyStatement> = fc
  .record({
    effect: fc.oneof({ weight: 3, arbitrary: fc.constant('Allow' as const) }, { weight: 1, arbitrary: fc.constant('Deny' as const) }),
    who: either(
      principalElements.map((Principal) => ({ Principal })),
      principalElements.map((NotPrincipal) => ({ NotPrincipal })),
    ),
    what: either(
      actions.map((Action) => ({ Action })),
      actions.map((NotAction) => ({ NotAction })),
    ),
    condition: conditionsOf(keys),
    isKept: fc.integer({ min: 0, max: 20 }).map((chance) => chance === 0),
  })
  .map(({ effect, who, what, condition, isKept }) => ({
    Effect: effect,
    ...who,
    ...what,
    ...(Object.keys(condition).length === 0 && !isKept ? {} : { Condition: condition }),
  }))

/** Policies around one vendor account, one role and one external ID, so that most of their parts nearly match. */
export const trustPolicies: fc.Arbitrary<PolicyDocument> = fc.record({
  Version: fc.oneof(
    { weight: 30, arbitrary: either(fc.constant('2012-10-17'), fc.constant('2008-10-17')) },
    { weight: 1, arbitrary: fc.constant('2012-10-18') },
  ),
  Statement: fc.array(statements, { minLength: 1, maxLength: 4 }),
})

const maybe = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | string[]> => fc.oneof(values, fc.constant<string[]>([]))

/** Every key that the policies use and no caller gives is stated, so nothing is unknown. */
export const statedContexts = fc.record({
  'aws:PrincipalOrgID': maybe(fc.constantFrom('o-vendor1234', 'o-other56789')),
  'aws:SourceAccount': maybe(fc.constant('444455556666')),
  'aws:PrincipalTag/team': maybe(fc.constantFrom('images', '')),
  'aws:MultiFactorAuthPresent': maybe(fc.constantFrom('true', 'false')),
  'aws:MultiFactorAuthAge': maybe(fc.constant('300')),
  'aws:TagKeys': maybe(fc.constantFrom(['team'], ['team', 'project'], ['Project'])),
  'aws:PrincipalTag/blob': maybe(fc.constant('QmluYXJ5')),
  'aws:PrincipalOrgPaths': maybe(
    fc.constantFrom(['o-vendor1234/r-ab12/ou-ab12-11111111/'], ['o-vendor1234/r-ab12/ou-ab12-11111111/', 'o-other56789/r-cd34/']),
  ),
  'aws:TokenIssueTime': maybe(fc.constant('2025-12-31T12:00:00Z')),
  'aws:CurrentTime': fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z'),
  'aws:SourceIp': fc.constantFrom('203.0.113.7', '203.0.113.9', '2001:db8::7', '2001:db9:8000::1'),
})

/** Every call of a role, with the keys that it states. */
export const trustRequests: fc.Arbitrary<TrustRequest> = fc.record({
  callerArn: fc.oneof(
    { weight: 4, arbitrary: fc.constant(sessionArn) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        `arn:aws:sts::${vendor}:assumed-role/App/i-0def`,
        `arn:aws:sts::${vendor}:assumed-role/Other/i-0abc`,
        `arn:aws-cn:sts::${vendor}:assumed-role/App/i-0abc`,
        `arn:aws:sts::${stranger}:assumed-role/App/i-0abc`,
        `arn:aws:iam::${vendor}:user/deploy`,
        `arn:aws:iam::${vendor}:user/tools/deploy`,
      ),
    },
  ),
  action: fc.constant('sts:AssumeRole'),
  externalId: fc.oneof(
    { weight: 4, arbitrary: fc.constant(externalId) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'W8nZc5Hs2Pk7Qm2vK9dRt4X',
        `${externalId.slice(0, -1)}a`,
        `a${externalId.slice(1)}`,
        upper(externalId),
        `${externalId}x`,
        'deploy',
        vendor,
        'User',
        'AssumedRole',
        roleArn,
        `arn:aws:iam::${vendor}:user/deploy`,
      ),
    },
  ),
  context: statedContexts,
})
