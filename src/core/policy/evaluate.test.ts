import { expect, test } from 'vitest'
import { nearMisses } from '#core/connection/external-id/likeness.ts'
import type { PolicyDocument, PolicyStatement } from './document.ts'
import { type Evaluation, evaluateIdentityPolicies, evaluateTrustPolicy, type TrustRequest } from './evaluate.ts'
import { externalId, roleArn, sessionArn, vendor } from './identities.test-data.ts'

type Condition = NonNullable<PolicyStatement['Condition']>

const root = `arn:aws:iam::${vendor}:root`

function allowing(condition: Condition | null, rest: Partial<PolicyStatement> = {}): PolicyStatement {
  return {
    Effect: 'Allow',
    Principal: { AWS: root },
    Action: 'sts:AssumeRole',
    ...(condition === null ? {} : { Condition: condition }),
    ...rest,
  }
}

const policyOf = (...statements: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement: statements })

const rightId: Condition = { StringEquals: { 'sts:ExternalId': externalId } }
const rightIdAnd = (condition: Condition): Condition => ({ ...rightId, ...condition })

const assuming = (policy: PolicyDocument, request: Partial<TrustRequest> = {}): Evaluation =>
  evaluateTrustPolicy(policy, { callerArn: sessionArn, action: 'sts:AssumeRole', externalId, ...request })

const letters: Readonly<Record<Evaluation, string>> = {
  allowed: 'A',
  'implicitly-denied': 'D',
  'explicitly-denied': 'D',
  unknown: '?',
}

const randomId = 'W8nZc5Hs2Pk7Qm2vK9dRt4X'

const everyNearMiss = nearMisses(externalId)
  .map(({ variant }) => variant)
  .join(' ')

/** Right ID, no ID, random ID; then the near misses that are accepted. */
function signature(policy: PolicyDocument): string {
  const probes = [externalId, undefined, randomId].map((id) => letters[assuming(policy, { externalId: id })])
  const accepted = nearMisses(externalId).filter((miss) => assuming(policy, { externalId: miss.externalId }) === 'allowed')
  return [...probes, ...accepted.map(({ variant }) => variant)].join(' ')
}

test.for<[name: string, statements: PolicyStatement[], signature: string]>([
  ['StringEquals', [allowing(rightId)], 'A D D'],
  ['no condition', [allowing(null)], `A A A ${everyNearMiss}`],
  ['a second Allow without condition', [allowing(rightId), allowing(null)], `A A A ${everyNearMiss}`],
  ['StringEqualsIfExists', [allowing({ StringEqualsIfExists: { 'sts:ExternalId': externalId } })], 'A A D'],
  ['ForAllValues:StringEquals', [allowing({ 'ForAllValues:StringEquals': { 'sts:ExternalId': externalId } })], 'A A D'],
  ['ForAnyValue:StringEquals', [allowing({ 'ForAnyValue:StringEquals': { 'sts:ExternalId': externalId } })], 'A D D'],
  ['StringLike *', [allowing({ StringLike: { 'sts:ExternalId': '*' } })], `A D A ${everyNearMiss}`],
  ['Null false', [allowing({ Null: { 'sts:ExternalId': 'false' } })], `A D A ${everyNearMiss}`],
  ['Null true', [allowing({ Null: { 'sts:ExternalId': true } })], 'D A D'],
  ['StringNotEquals in an Allow', [allowing({ StringNotEquals: { 'sts:ExternalId': externalId } })], `D A A ${everyNearMiss}`],
  [
    'StringNotEquals and Null false in an Allow',
    [allowing({ StringNotEquals: { 'sts:ExternalId': externalId }, Null: { 'sts:ExternalId': 'false' } })],
    `D D A ${everyNearMiss}`,
  ],
  [
    'StringLike with a prefix',
    [allowing({ StringLike: { 'sts:ExternalId': 'c0ffee*' } })],
    'A D D end lowercase longer-end middle quarter-2 quarter-4 quarter-3',
  ],
  [
    'StringLike with a tail',
    [allowing({ StringLike: { 'sts:ExternalId': `*${externalId.slice(-8)}` } })],
    'A D D start longer-start middle quarter-1 quarter-2 quarter-3',
  ],
  ['StringLike with ?', [allowing({ StringLike: { 'sts:ExternalId': `${externalId.slice(0, -1)}?` } })], 'A D D end'],
  ['StringEqualsIgnoreCase', [allowing({ StringEqualsIgnoreCase: { 'sts:ExternalId': externalId } })], 'A D D lowercase uppercase case'],
  ['a list with an old ID', [allowing({ StringEquals: { 'sts:ExternalId': ['old-external-id', externalId] } })], 'A D D'],
  ['everybody as principal', [allowing(rightId, { Principal: { AWS: '*' } })], 'A D D'],
  ['a second account', [allowing(rightId, { Principal: { AWS: [root, '999988887777'] } })], 'A D D'],
  ['the account by its ID', [allowing(rightId, { Principal: { AWS: vendor } })], 'A D D'],
  ['the role', [allowing(rightId, { Principal: { AWS: roleArn } })], 'A D D'],
  ['the session', [allowing(rightId, { Principal: { AWS: sessionArn } })], 'A D D'],
  ['the role by condition', [allowing(rightIdAnd({ ArnEquals: { 'aws:PrincipalArn': roleArn } }))], 'A D D'],
  ['the key in another letter case', [allowing({ StringEquals: { 'STS:externalid': externalId } })], 'A D D'],
  ['the action in another letter case', [allowing(rightId, { Action: 'STS:assumerole' })], 'A D D'],
  [
    'an open Allow beside a Deny of every other ID',
    [allowing(null), allowing({ StringNotEquals: { 'sts:ExternalId': externalId } }, { Effect: 'Deny' })],
    'A D D',
  ],
  [
    'an open Allow beside a Deny of other IDs, with IfExists',
    [allowing(null), allowing({ StringNotEqualsIfExists: { 'sts:ExternalId': externalId } }, { Effect: 'Deny' })],
    'A D D',
  ],
  [
    'an open Allow beside a Deny of present other IDs',
    [allowing(null), allowing({ 'ForAnyValue:StringNotEquals': { 'sts:ExternalId': externalId } }, { Effect: 'Deny' })],
    'A A D',
  ],
  ['a Deny of everything', [allowing(rightId), allowing(null, { Effect: 'Deny' })], 'D D D'],
  ['another account', [allowing(rightId, { Principal: { AWS: 'arn:aws:iam::999988887777:root' } })], 'D D D'],
  ['the account in another partition', [allowing(rightId, { Principal: { AWS: `arn:aws-cn:iam::${vendor}:root` } })], 'D D D'],
  ['another role', [allowing(rightId, { Principal: { AWS: `${roleArn}2` } })], 'D D D'],
  ['the role in another letter case', [allowing(rightId, { Principal: { AWS: `arn:aws:iam::${vendor}:role/app` } })], 'D D D'],
  ['a wildcard in a principal', [allowing(rightId, { Principal: { AWS: `arn:aws:iam::${vendor}:role/*` } })], 'D D D'],
  ['another session', [allowing(rightId, { Principal: { AWS: `${sessionArn}x` } })], 'D D D'],
  ['a user', [allowing(rightId, { Principal: { AWS: `arn:aws:iam::${vendor}:user/deploy` } })], 'D D D'],
  ['a service', [allowing(rightId, { Principal: { Service: 'ec2.amazonaws.com' } })], 'D D D'],
  ['any identity provider', [allowing(rightId, { Principal: { Federated: '*' } })], 'D D D'],
  ['a canonical user', [allowing(rightId, { Principal: { CanonicalUser: vendor } })], 'D D D'],
  ['the unique ID of a deleted role', [allowing(rightId, { Principal: { AWS: 'AROAEXAMPLEID00000000' } })], 'D D D'],
  ['no principal', [{ Effect: 'Allow', Action: 'sts:AssumeRole' }], 'D D D'],
  ['no action', [{ Effect: 'Allow', Principal: { AWS: root } }], 'D D D'],
  ['another action', [allowing(rightId, { Action: 'sts:AssumeRoleWithSAML' })], 'D D D'],
  ['another ID', [allowing({ StringEquals: { 'sts:ExternalId': 'old-external-id' } })], 'D D D'],
  ['the ID in upper case', [allowing({ StringEquals: { 'sts:ExternalId': externalId.toUpperCase() } })], 'D D D uppercase'],
  ['a blank behind the ID', [allowing({ StringEquals: { 'sts:ExternalId': `${externalId} ` } })], 'D D D'],
  ['StringEquals *', [allowing({ StringEquals: { 'sts:ExternalId': '*' } })], 'D D D'],
  ['MFA', [allowing(rightIdAnd({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }))], 'D D D'],
  ['a source account', [allowing({ StringEquals: { 'sts:ExternalId': externalId, 'aws:SourceAccount': vendor } })], 'D D D'],
  ['a source ARN', [allowing(rightIdAnd({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }))], 'D D D'],
  ['the session ARN as aws:PrincipalArn', [allowing(rightIdAnd({ ArnEquals: { 'aws:PrincipalArn': sessionArn } }))], 'D D D'],
  ['an organisation', [allowing({ StringEquals: { 'sts:ExternalId': externalId, 'aws:PrincipalOrgID': 'o-acme' } })], '? D D'],
  ['an address', [allowing(rightIdAnd({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }))], '? D D'],
  ['a Deny by address', [allowing(rightId), allowing({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, { Effect: 'Deny' })], '? D D'],
  ['an operator that is none', [allowing({ StringMatches: { 'sts:ExternalId': externalId } })], '? ? ?'],
])('the probes find the signature of $0', ([, statements, expected]) => {
  expect(signature(policyOf(...statements))).toBe(expected)
})

test('a vendor that denies itself calls without external ID does not see that an open trust policy takes them', () => {
  const own: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/PixelworksAccess' },
      { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', Condition: { Null: { 'sts:ExternalId': 'true' } } },
    ],
  }
  const resource = 'arn:aws:iam::444455556666:role/PixelworksAccess'
  const outcome = (trust: PolicyDocument, id: string | undefined): string => {
    const context = { 'sts:ExternalId': id ?? [] }
    const byOwnPolicy = evaluateIdentityPolicies([own], { action: 'sts:AssumeRole', resource, context })
    return byOwnPolicy === 'allowed' ? letters[assuming(trust, { externalId: id })] : 'D'
  }
  const probes = [externalId, undefined, randomId]
  expect(probes.map((id) => outcome(policyOf(allowing(rightId)), id)).join(' ')).toBe('A D D')
  expect(probes.map((id) => outcome(policyOf(allowing(null)), id)).join(' ')).toBe('A D A')
})

test('an explicit Deny wins over what is not known, and without an Allow nothing else matters', () => {
  const unknown: Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-acme' } }
  const deny = (condition: Condition | null) => allowing(condition, { Effect: 'Deny' })
  expect(assuming(policyOf(allowing(unknown), deny(null)))).toBe('explicitly-denied')
  expect(assuming(policyOf(allowing(unknown), allowing(null)))).toBe('allowed')
  expect(assuming(policyOf(allowing(null), deny(unknown)))).toBe('unknown')
  expect(assuming(policyOf(deny(unknown)))).toBe('implicitly-denied')
})

test('a stated key is known, an empty list states that it is absent, and names have no case', () => {
  const policy = policyOf(allowing({ StringEquals: { 'aws:PrincipalOrgID': 'o-acme' } }))
  expect(assuming(policy, { context: { 'AWS:principalorgid': 'o-acme' } })).toBe('allowed')
  expect(assuming(policy, { context: { 'aws:PrincipalOrgID': 'o-other' } })).toBe('implicitly-denied')
  expect(assuming(policy, { context: { 'aws:PrincipalOrgID': [] } })).toBe('implicitly-denied')
})

test('an MFA condition is answered only where "absent" and "false" give the same', () => {
  const policy = (operator: string, value: string) => policyOf(allowing({ [operator]: { 'aws:MultiFactorAuthPresent': value } }))
  expect(assuming(policy('Bool', 'true'))).toBe('implicitly-denied')
  expect(assuming(policy('BoolIfExists', 'false'))).toBe('allowed')
  expect(assuming(policy('BoolIfExists', 'true'))).toBe('unknown')
  expect(assuming(policy('Bool', 'true'), { context: { 'aws:MultiFactorAuthPresent': 'true' } })).toBe('allowed')
})

test('a variable whose key has two possible values is not known', () => {
  const policy = policyOf(allowing({ StringEquals: { 'aws:PrincipalAccount': `\${aws:MultiFactorAuthPresent}` } }))
  expect(assuming(policy)).toBe('unknown')
  expect(assuming(policy, { context: { 'aws:MultiFactorAuthPresent': [] } })).toBe('implicitly-denied')
})

test('a role with a path is named by its ARN when the context states it', () => {
  const withPath = `arn:aws:iam::${vendor}:role/service/App`
  const context = { 'aws:PrincipalArn': withPath }
  for (const policy of [
    policyOf(allowing(null, { Principal: { AWS: withPath } })),
    policyOf(allowing({ ArnEquals: { 'aws:PrincipalArn': withPath } })),
  ]) {
    expect(assuming(policy, { context })).toBe('allowed')
    expect(assuming(policy)).toBe('implicitly-denied')
  }
})

test.for<[string, Partial<Record<string, string>>]>([
  [sessionArn, { 'aws:PrincipalArn': roleArn, 'aws:PrincipalType': 'AssumedRole' }],
  [
    `arn:aws:iam::${vendor}:user/tools/deploy`,
    { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:user/tools/deploy`, 'aws:username': 'deploy' },
  ],
  [root, { 'aws:PrincipalArn': root, 'aws:PrincipalType': 'Account' }],
  [
    `arn:aws:sts::${vendor}:federated-user/amy`,
    { 'aws:PrincipalArn': `arn:aws:sts::${vendor}:federated-user/amy`, 'aws:PrincipalType': 'FederatedUser' },
  ],
])('the keys of the caller %s are derived from its ARN', ([callerArn, keys]) => {
  const expected = Object.fromEntries(Object.entries({ ...keys, 'aws:PrincipalAccount': vendor }).map(([key, value]) => [key, value ?? '']))
  expect(assuming(policyOf(allowing({ StringEquals: expected })), { callerArn })).toBe('allowed')
})

test('who is nobody that signs calls is let in only by a statement for everyone', () => {
  for (const callerArn of ['', 'AppRole', 'arn:aws:s3:::bucket', `arn:aws:iam:us-east-1:${vendor}:role/App`]) {
    expect(assuming(policyOf(allowing(null)), { callerArn })).toBe('implicitly-denied')
    expect(assuming(policyOf(allowing(null, { Principal: '*' })), { callerArn })).toBe('allowed')
  }
})

test('a policy that IAM refuses is not known, whatever its statements say', () => {
  const right = policyOf(allowing(rightId))
  for (const Version of ['2012-10-18', '2012-10-17 ', '', 'latest']) expect(assuming({ ...right, Version })).toBe('unknown')
  for (const Version of ['2012-10-17', '2008-10-17', undefined]) expect(assuming({ ...right, Version })).toBe('allowed')
  const repeated = allowing({ StringEquals: { 'sts:ExternalId': externalId, 'STS:externalid': externalId } })
  expect(assuming(policyOf(repeated))).toBe('unknown')
  expect(assuming(policyOf(allowing(rightId), { ...repeated, Effect: 'Deny' }))).toBe('unknown')
  for (const condition of [{ StringLike: { 'STS:externalid': '*' } }, { Null: { 'sts:externalid': 'false' } }])
    expect(assuming(policyOf(allowing(rightIdAnd(condition))))).toBe('unknown')
  expect(assuming(policyOf(allowing(rightIdAnd({ Null: { 'sts:ExternalId': 'false' } }))))).toBe('allowed')
  expect(assuming(policyOf(allowing(rightId), allowing({ StringEquals: { 'STS:externalid': externalId } })))).toBe('allowed')
})

test('a condition without anything inside is not known', () => {
  for (const condition of [{}, { StringEquals: {} }, rightIdAnd({ StringLike: {} })])
    expect(assuming(policyOf(allowing(condition)))).toBe('unknown')
  expect(assuming(policyOf(allowing(rightIdAnd({ StringLike: {} }))), { externalId: undefined })).toBe('implicitly-denied')
})

test('an element without a value is not known', () => {
  for (const rest of [
    { Action: [] },
    { Action: undefined, NotAction: [] },
    { Principal: { AWS: [] } },
    { Principal: { AWS: root, Service: [] } },
  ])
    expect(assuming(policyOf(allowing(rightId, rest)))).toBe('unknown')
  expect(assuming(policyOf(allowing(null), { Effect: 'Deny', NotPrincipal: { AWS: [] }, Action: '*' }))).toBe('unknown')
  for (const rest of [{ Resource: [] }, { NotResource: [] }]) {
    const policy = policyOf({ Effect: 'Allow', Action: '*', ...rest })
    expect(evaluateIdentityPolicies([policy], { action: 's3:GetObject', resource: 'arn:aws:s3:::acme/a' })).toBe('unknown')
  }
})

test('a session ARN with a path may mean the session without it', () => {
  const withPath = `arn:aws:sts::${vendor}:assumed-role/service/App/i-0abc`
  expect(assuming(policyOf(allowing(rightId, { Principal: { AWS: withPath } })))).toBe('unknown')
  expect(assuming(policyOf(allowing(rightId, { Principal: { AWS: withPath.replace('App', 'Other') } })))).toBe('implicitly-denied')
  expect(assuming(policyOf(allowing(rightId)), { callerArn: withPath })).toBe('unknown')
  expect(assuming(policyOf(allowing(rightId, { Principal: { AWS: '*' } })), { callerArn: withPath })).toBe('allowed')
  const sparing = { Effect: 'Deny' as const, NotPrincipal: { AWS: [root, withPath] }, Action: '*' }
  expect(assuming(policyOf(allowing(rightId), sparing))).toBe('unknown')
})

test('NotPrincipal spares whom it names with account and role, and leaves open whom it names in part', () => {
  const denied = (...names: string[]): Evaluation =>
    assuming(policyOf(allowing(null), { Effect: 'Deny', NotPrincipal: { AWS: names }, Action: '*' }))
  expect(denied('999988887777')).toBe('explicitly-denied')
  expect(denied(root, roleArn)).toBe('allowed')
  expect(denied(root, sessionArn)).toBe('allowed')
  expect(denied(root)).toBe('unknown')
  expect(denied(roleArn)).toBe('unknown')
})

test.for<[operator: string, value: string | number | string[], key: string, inRequest: string | string[], expected: Evaluation]>([
  ['StringNotLike', 'o-a*', 'aws:PrincipalOrgID', 'o-acme', 'implicitly-denied'],
  ['StringNotLike', 'o-a*', 'aws:PrincipalOrgID', [], 'allowed'],
  ['StringNotEquals', ['o-a', 'o-b'], 'aws:PrincipalOrgID', 'o-b', 'implicitly-denied'],
  ['StringNotEqualsIgnoreCase', 'O-A', 'aws:PrincipalOrgID', 'o-a', 'implicitly-denied'],
  ['StringEquals', [], 'aws:PrincipalOrgID', 'o-a', 'unknown'],
  ['StringEquals', [], 'aws:PrincipalOrgID', [], 'unknown'],
  ['StringNotEqualsIfExists', [], 'aws:PrincipalOrgID', [], 'unknown'],
  ['ForAllValues:StringEquals', [], 'aws:TagKeys', [], 'unknown'],
  ['Null', [], 'aws:PrincipalOrgID', [], 'unknown'],
  ['StringEquals', 12_345_678_901_234_567_000, 'aws:PrincipalOrgID', '12345678901234567890', 'unknown'],
  ['StringEquals', 9_007_199_254_740_992, 'aws:PrincipalOrgID', '9007199254740993', 'unknown'],
  ['StringEquals', 111_122_223_333, 'aws:PrincipalAccount', vendor, 'allowed'],
  ['ArnLike', 'arn:*:iam::*:role/A?p', 'aws:PrincipalArn', roleArn, 'allowed'],
  ['ArnEquals', 'arn:aws:iam::*:role/A*', 'aws:PrincipalArn', roleArn, 'allowed'],
  ['ArnLike', 'arn:aws:*:role/App', 'aws:PrincipalArn', roleArn, 'unknown'],
  ['ArnNotEquals', roleArn, 'aws:PrincipalArn', [], 'allowed'],
  ['ArnLike', 'arn:aws:logs:us-east-1:*:log-group:a*z', 'aws:SourceArn', 'arn:aws:logs:us-east-1:1:log-group:a:b:z', 'allowed'],
  ['NumericLessThan', 300, 'aws:MultiFactorAuthAge', '299', 'allowed'],
  ['NumericLessThan', '300', 'aws:MultiFactorAuthAge', '300', 'implicitly-denied'],
  ['NumericGreaterThanEquals', '300', 'aws:MultiFactorAuthAge', '300.0', 'allowed'],
  ['NumericNotEquals', '300', 'aws:MultiFactorAuthAge', '300.0', 'implicitly-denied'],
  ['NumericEquals', '9007199254740993', 'aws:MultiFactorAuthAge', '9007199254740992', 'unknown'],
  ['NumericLessThan', '9007199254740993', 'aws:MultiFactorAuthAge', '1', 'unknown'],
  ['NumericEquals', '000000000000000000300', 'aws:MultiFactorAuthAge', '300', 'allowed'],
  ['NumericEquals', 299.5, 'aws:MultiFactorAuthAge', '299.5', 'allowed'],
  ['NumericEquals', 1e300, 'aws:MultiFactorAuthAge', '300', 'unknown'],
  ['NumericEquals', 'many', 'aws:MultiFactorAuthAge', '300', 'unknown'],
  ['DateLessThan', '2026-01-01T00:00:00Z', 'aws:CurrentTime', '2025-12-31T23:59:59Z', 'allowed'],
  ['DateEquals', '1767225600', 'aws:CurrentTime', '2026-01-01T00:00:00Z', 'allowed'],
  ['DateGreaterThan', '2026-01-01T00:00:00+01:00', 'aws:CurrentTime', '2025-12-31T23:30:00Z', 'allowed'],
  ['DateEquals', '2026-01-01T00:00:00.0001Z', 'aws:CurrentTime', '2026-01-01T00:00:00.0002Z', 'unknown'],
  ['DateLessThan', '2026-01-01T00:00:00.123456Z', 'aws:CurrentTime', '2026-01-01T00:00:00Z', 'allowed'],
  ['DateLessThan', '2026-01-01T00:00:00.123456+00:00', 'aws:CurrentTime', '2026-01-01T00:00:01Z', 'implicitly-denied'],
  ['DateEquals', '2026-01-01T00:00:00.100000Z', 'aws:CurrentTime', '2026-01-01T00:00:00.1Z', 'allowed'],
  ['DateGreaterThan', 'tomorrow', 'aws:CurrentTime', '2026-01-01T00:00:00Z', 'unknown'],
  ['Bool', 'True', 'aws:SecureTransport', 'true', 'allowed'],
  ['Bool', 'yes', 'aws:SecureTransport', 'true', 'unknown'],
  ['Bool', ['true', 'false'], 'aws:SecureTransport', 'true', 'unknown'],
  ['Bool', ['true'], 'aws:SecureTransport', 'true', 'allowed'],
  ['BinaryEquals', 'QmluYXJ5', 'aws:Key', 'QmluYXJ5', 'allowed'],
  ['IpAddress', '203.0.113.0/24', 'aws:SourceIp', '203.0.113.255', 'allowed'],
  ['IpAddress', ['10.0.0.0/8', '203.0.113.9'], 'aws:SourceIp', '203.0.113.8', 'implicitly-denied'],
  ['IpAddress', '2001:db8::/32', 'aws:SourceIp', '2001:db8:0:1::7', 'allowed'],
  ['IpAddress', '2001:db8::/32', 'aws:SourceIp', '2001:db9::7', 'implicitly-denied'],
  ['IpAddress', '::/0', 'aws:SourceIp', '203.0.113.8', 'implicitly-denied'],
  ['IpAddress', '203.0.113.0/33', 'aws:SourceIp', '203.0.113.8', 'unknown'],
  ['IpAddress', '203.0.113.256', 'aws:SourceIp', '203.0.113.8', 'unknown'],
  ['IpAddress', '1::2::3', 'aws:SourceIp', '1::3', 'unknown'],
  ['ForAllValues:StringEquals', ['team', 'project'], 'aws:TagKeys', ['team'], 'allowed'],
  ['ForAllValues:StringEquals', ['team'], 'aws:TagKeys', ['team', 'project'], 'implicitly-denied'],
  ['ForAllValues:StringNotEquals', ['cost'], 'aws:TagKeys', ['team', 'cost'], 'implicitly-denied'],
  ['ForAnyValue:StringEquals', ['team'], 'aws:TagKeys', ['team', 'project'], 'allowed'],
  ['ForAnyValue:StringNotEquals', ['team'], 'aws:TagKeys', ['team', 'project'], 'allowed'],
  ['ForAnyValue:StringLike', 't*', 'aws:TagKeys', [], 'implicitly-denied'],
  ['ForAnyValue:StringLikeIfExists', 't*', 'aws:TagKeys', [], 'unknown'],
  ['ForAnyValue:StringNotLikeIfExists', 't*', 'aws:TagKeys', [], 'unknown'],
  ['ForAnyValue:StringNotLike', 't*', 'aws:TagKeys', [], 'implicitly-denied'],
  ['ForAllValues:StringLike', 't*', 'aws:TagKeys', [], 'allowed'],
  ['ForAllValues:StringNotLikeIfExists', 't*', 'aws:TagKeys', [], 'allowed'],
  ['StringEquals', 'team', 'aws:TagKeys', ['team', 'project'], 'unknown'],
  ['Null', ['true', 'false'], 'aws:TagKeys', [], 'unknown'],
  ['Null', 'maybe', 'aws:TagKeys', [], 'unknown'],
])('%s %j on %s of %j is %s', ([operator, value, key, inRequest, expected]) => {
  expect(assuming(policyOf(allowing({ [operator]: { [key]: value } })), { context: { [key]: inRequest } })).toBe(expected)
})

test.for<[text: string, expected: Evaluation]>([
  [`\${aws:PrincipalTag/id}`, 'allowed'],
  [`\${AWS:principaltag/id}`, 'allowed'],
  [`\${aws:PrincipalTag/other, '${externalId}'}`, 'allowed'],
  [`\${aws:PrincipalTag/other}`, 'implicitly-denied'],
  [`\${aws:userid}`, 'unknown'],
  [`\${*}`, 'implicitly-denied'],
])('the variable %s as external ID is %s', ([text, expected]) => {
  const context = { 'aws:PrincipalTag/id': externalId, 'aws:PrincipalTag/other': [] }
  const statement = allowing({ StringLike: { 'sts:ExternalId': text } })
  expect(assuming(policyOf(statement), { context })).toBe(expected)
  expect(assuming({ Statement: statement }, { context })).toBe('implicitly-denied')
})

test('the value of a variable has no wildcards', () => {
  const policy = policyOf(allowing({ StringLike: { 'sts:ExternalId': `\${aws:PrincipalTag/id}` } }))
  expect(assuming(policy, { context: { 'aws:PrincipalTag/id': '*' } })).toBe('implicitly-denied')
})
