import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import type { Evidence } from './evidence.ts'
import type { Inspection } from './inspection/inspection.ts'
import { DenialHint, type PermissionCheckResult, type Probe, ProbeName, VerdictKind } from './probe-result.ts'
import { Cause, Diagnosis, diagnose, type Verdict } from './verdict.ts'

const at = '2026-01-02T03:04:05.000Z'
const vendorAccount = AccountId.parse('111122223333')
const callerArn = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'
const expectedRoleArn = 'arn:aws:iam::444455556666:role/service/PixelworksAccess'
const sessionArn = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/rolebridge-verify'

const nearMisses = [
  { name: 'near-miss', variant: 'end' },
  { name: 'near-miss', variant: 'start' },
  { name: 'near-miss', variant: 'case' },
] as const

/** `A` accepted, `D` denied, any other text an error with that code. */
function probe(name: ProbeName, answer: string, extra: Partial<Probe> = {}): Probe {
  const base = { name, requestId: 'r', region: 'us-east-1', at }
  if (answer === 'A') return { ...base, outcome: 'assumed', ...extra }
  if (answer === 'D') return { ...base, outcome: 'denied', code: 'AccessDenied', ...extra }
  return { ...base, outcome: 'error', code: answer, ...extra }
}

/** The answers to: right ID, no ID, random ID, near misses, right ID again. */
function probes(signature: string, near = 'DDD', again = 'A'): Probe[] {
  const [right = 'A', none = 'D', random = 'D'] = signature.split(' ')
  return [
    probe('right-id', right),
    probe('no-id', none),
    probe('random-id', random),
    ...nearMisses.map(({ name, variant }, index) => probe(name, near[index] ?? 'D', { variant })),
    ...(again === '' ? [] : [probe('right-id-again', again)]),
  ]
}

const denied = (hint?: Probe['hint']) => [probe('right-id', 'D', hint ? { hint } : {})]

const asked = { id: 'source-bucket-answers', permissionSet: 'readSourceImages', call: 's3-head-bucket', resource: 'acme-uploads' } as const
const check = (outcome: PermissionCheckResult['outcome'], code?: string): PermissionCheckResult => ({
  ...asked,
  outcome,
  requestId: 'r',
  at,
  ...(code ? { code } : {}),
})

const getObject = { action: 's3:GetObject', resource: 'arn:aws:s3:::acme-uploads/*' }
const audit = 'arn:aws:iam::aws:policy/SecurityAudit'
const read = (found: Partial<Inspection>): Inspection => ({
  ...{ outcome: 'read', extraPrincipals: [], hasOtherExternalIds: false, trustsOtherRoles: false, added: [], removed: [], denied: [] },
  ...{ attachedPolicies: [], decisions: [], requestIds: ['r'], at },
  ...found,
})

const verdict = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis']): Verdict => ({
  kind,
  diagnosis,
  causes: [],
  probes: [],
  checks: [],
  checkedAt: at,
  nextCheckInMs: 1000,
  simulated: false,
})

const verified = verdict('verified', 'verified')

const good: Evidence = {
  identity: { kind: 'identity', accountId: vendorAccount, arn: callerArn, requestId: 'r' },
  expectedCaller: { accountId: vendorAccount, applicationPrincipalArns: ['arn:aws:iam::111122223333:role/PixelworksApplication'] },
  outsiders: [],
  canary: 'absent',
  probes: probes('A D D'),
  expectedProbes: nearMisses,
  assumedRoleArn: sessionArn,
  assumedAgainRoleArn: sessionArn,
  otherExternalIds: [],
  needsUpdate: false,
  expectedRoleArn,
  checks: [check('passed')],
  expectedChecks: [asked],
  sinceFirstCheckMs: 10_000,
  waitedMs: 10_000,
  patienceMs: 120_000,
  previous: null,
  sincePreviousMs: 5000,
}

const late = { waitedMs: 120_000 }
const refusedIdentity = (code: string): Partial<Evidence> => ({
  identity: { kind: 'refused', code, hint: null, requestId: 'r' },
  probes: [],
  assumedRoleArn: null,
})
const callerIs = (arn: string, accountId = '111122223333'): Partial<Evidence> => ({
  identity: { kind: 'identity', accountId, arn, requestId: 'r' },
  probes: [],
  assumedRoleArn: null,
})
const onlyDenied = (hint?: Probe['hint']): Partial<Evidence> => ({ probes: denied(hint), assumedRoleArn: null, checks: [] })
const inverted = (signature: string): Partial<Evidence> => ({
  probes: probes(signature).slice(0, 3),
  assumedRoleArn: null,
  checks: [],
  ...late,
})
const unsafe = (signature: string, near?: string): Partial<Evidence> => ({ probes: probes(signature, near, ''), checks: [] })

const other = (outcome: Probe['outcome']) => ({ connectionId: 'another', outcome, wasAccepted: false })
const deniedByUs = (name: ProbeName, hint: DenialHint) => probes('A D D').map((p) => (p.name === name ? { ...p, hint } : p))
const cases = ['lowercase', 'uppercase'] as const

const table: readonly (readonly [
  row: string,
  found: Partial<Evidence>,
  kind: VerdictKind,
  diagnosis: Diagnosis,
  firstCause: Cause | undefined,
])[] = [
  ['1 expired', refusedIdentity('ExpiredToken'), 'vendor-fault', 'vendor-credentials-refused', 'credentials-expired'],
  [
    '1 expired, as the SDK names it',
    refusedIdentity('ExpiredTokenException'),
    'vendor-fault',
    'vendor-credentials-refused',
    'credentials-expired',
  ],
  ['1 wrong partition', refusedIdentity('InvalidClientTokenId'), 'vendor-fault', 'vendor-credentials-refused', 'wrong-partition'],
  ['1 clock', refusedIdentity('SignatureDoesNotMatch'), 'vendor-fault', 'vendor-credentials-refused', 'clock'],
  ['1 none at all', refusedIdentity('CredentialsProviderError'), 'vendor-fault', 'vendor-credentials-refused', 'misdeployment'],
  ['1 unknown code', refusedIdentity('SomethingNew'), 'vendor-fault', 'vendor-credentials-refused', 'credentials-expired'],
  ['1 throttled', refusedIdentity('Throttling'), 'inconclusive', 'aws-unavailable', 'throttled'],
  [
    '1 expires between the calls',
    { probes: [probe('right-id', 'ExpiredToken')], assumedRoleArn: null },
    'vendor-fault',
    'vendor-credentials-refused',
    'credentials-expired',
  ],
  [
    '2 other account',
    callerIs('arn:aws:sts::999999999999:assumed-role/PixelworksApplication/s', '999999999999'),
    'vendor-fault',
    'vendor-identity-wrong',
    'misdeployment',
  ],
  [
    '2 other account in the ARN alone',
    callerIs('arn:aws:sts::999999999999:assumed-role/PixelworksApplication/s'),
    'vendor-fault',
    'vendor-identity-wrong',
    'misdeployment',
  ],
  ['2 root', callerIs('arn:aws:iam::111122223333:root'), 'vendor-fault', 'vendor-identity-wrong', 'misdeployment'],
  ['2 user', callerIs('arn:aws:iam::111122223333:user/PixelworksApplication'), 'vendor-fault', 'vendor-identity-wrong', 'misdeployment'],
  ['2 other role', callerIs('arn:aws:sts::111122223333:assumed-role/Other/s'), 'vendor-fault', 'vendor-identity-wrong', 'misdeployment'],
  ['2 root says STS', onlyDenied('root-caller'), 'vendor-fault', 'vendor-identity-wrong', 'misdeployment'],
  ['3 identity policy', onlyDenied('identity-policy'), 'vendor-fault', 'vendor-not-allowed', 'vendor-policy'],
  ['3 boundary', onlyDenied('permissions-boundary'), 'vendor-fault', 'vendor-not-allowed', 'permissions-boundary'],
  ['3 session policy', onlyDenied('session-policy'), 'vendor-fault', 'vendor-not-allowed', 'vendor-policy'],
  ['3 VPC endpoint', onlyDenied('vpc-endpoint-policy'), 'vendor-fault', 'vendor-not-allowed', 'vendor-policy'],
  ['3 service control policy', onlyDenied('service-control-policy'), 'vendor-fault', 'vendor-not-allowed', 'service-control-policy'],
  ['3 beats access-lost', { ...onlyDenied('identity-policy'), previous: verified }, 'vendor-fault', 'vendor-not-allowed', 'vendor-policy'],
  [
    '4',
    { probes: [probe('right-id', 'ValidationError')], assumedRoleArn: null },
    'vendor-fault',
    'vendor-request-refused',
    'misdeployment',
  ],
  ['5', onlyDenied(), 'waiting', 'propagating', 'propagation'],
  ['5 to the last millisecond', { ...onlyDenied(), waitedMs: 119_999 }, 'waiting', 'propagating', 'propagation'],
  ['5 not launched', { ...onlyDenied(), sinceFirstCheckMs: 600_000, waitedMs: null }, 'waiting', 'not-launched', undefined],
  ['6', { ...onlyDenied(), ...late }, 'not-ready', 'not-assumable', 'stack-not-finished'],
  ['6 examined', inverted('D D D'), 'not-ready', 'not-assumable', 'stack-not-finished'],
  ['7 D A D', inverted('D A D'), 'unsafe', 'condition-inverted', 'null-true'],
  ['7 D A A', inverted('D A A'), 'unsafe', 'condition-inverted', 'negated-operator'],
  ['8', inverted('D D A'), 'unsafe', 'condition-inverted', 'negated-operator'],
  ['9', unsafe('A A A', 'AAA'), 'unsafe', 'external-id-not-required', 'no-condition'],
  ['9 with an open answer', unsafe('A A Throttling'), 'unsafe', 'external-id-not-required', 'no-condition'],
  ['10', unsafe('A A D'), 'unsafe', 'external-id-optional', 'if-exists'],
  ['11', unsafe('A D A', 'AAA'), 'unsafe', 'any-external-id-accepted', 'wildcard-value'],
  ['12 prefix', unsafe('A D D', 'ADD'), 'unsafe', 'similar-external-id-accepted', 'pattern-value'],
  ['12 suffix', unsafe('A D D', 'DAD'), 'unsafe', 'similar-external-id-accepted', 'pattern-value'],
  ['12 case', unsafe('A D D', 'DDA'), 'unsafe', 'similar-external-id-accepted', 'ignore-case'],
  ['13', { probes: [...probes('A D D', 'DDD', ''), probe('other-account', 'A')] }, 'unsafe', 'other-account-accepted', 'any-principal'],
  ['14', {}, 'verified', 'verified', undefined],
  ['14 with a control account', { probes: [...probes('A D D'), probe('other-account', 'D')] }, 'verified', 'verified', undefined],
  ['14 with a canary', { canary: 'sighted' }, 'verified', 'verified', undefined],
  ['14 another ID denied', { otherExternalIds: [other('denied')] }, 'verified', 'verified', undefined],
  ['14 another ID without an answer', { otherExternalIds: [other('error')] }, 'verified', 'verified', undefined],
  [
    '26 no ID denied by our own policy',
    { probes: deniedByUs('no-id', 'identity-policy') },
    'vendor-fault',
    'verifier-blind',
    'vendor-policy',
  ],
  [
    '26 random ID denied by our own boundary',
    { probes: deniedByUs('random-id', 'permissions-boundary') },
    'vendor-fault',
    'verifier-blind',
    'permissions-boundary',
  ],
  [
    '26 near miss denied by our organization',
    { probes: deniedByUs('near-miss', 'service-control-policy') },
    'vendor-fault',
    'verifier-blind',
    'service-control-policy',
  ],
  ['26 canary denied', { canary: 'blind' }, 'vendor-fault', 'verifier-blind', 'vendor-policy'],
  ['26 wrongly accepted is worse', { ...unsafe('A A D'), canary: 'blind' }, 'unsafe', 'external-id-optional', 'if-exists'],
  ['15 canary without an answer', { canary: 'unknown' }, 'inconclusive', 'safety-check-incomplete', undefined],
  [
    '15 denied by a policy of an unknown kind',
    { probes: deniedByUs('no-id', 'unrecognized-policy') },
    'inconclusive',
    'safety-check-incomplete',
    undefined,
  ],
  [
    '15 another ID, accepted earlier, without an answer',
    { otherExternalIds: [{ ...other('error'), wasAccepted: true }] },
    'inconclusive',
    'safety-check-incomplete',
    undefined,
  ],
  [
    '3 the last call denied by our own policy',
    { probes: probes('A D D', 'DDD', 'D').map((p) => (p.name === 'right-id-again' ? { ...p, hint: 'session-policy' as const } : p)) },
    'vendor-fault',
    'vendor-not-allowed',
    'vendor-policy',
  ],
  ['27', { otherExternalIds: [other('denied'), other('assumed')] }, 'unsafe', 'other-external-id-accepted', 'several-external-ids'],
  [
    '27 after it was verified',
    { otherExternalIds: [other('assumed')], previous: verified },
    'unsafe',
    'other-external-id-accepted',
    'several-external-ids',
  ],
  [
    '28',
    { probes: [...probes('A D D', 'DDD', ''), probe('other-role', 'A')] },
    'unsafe',
    'other-role-accepted',
    'principal-condition-missing',
  ],
  ['29', { needsUpdate: true }, 'partial', 'update-required', 'vendor-config-changed'],
  [
    '12 two capitalizations',
    {
      ...unsafe('A D D'),
      expectedProbes: cases.map((variant) => ({ name: 'near-miss', variant })),
      probes: [...probes('A D D', 'DDD', ''), probe('near-miss', 'A', { variant: 'lowercase' })],
    },
    'unsafe',
    'similar-external-id-accepted',
    'several-external-ids',
  ],
  ['15 throttled', { probes: probes('A Throttling D') }, 'inconclusive', 'safety-check-incomplete', 'throttled'],
  ['15 network', { probes: probes('A D NetworkError') }, 'inconclusive', 'safety-check-incomplete', 'network'],
  ['15 validation is not a denial', { probes: probes('A D ValidationError') }, 'inconclusive', 'safety-check-incomplete', 'aws-error'],
  [
    '15 a probe is missing',
    { probes: probes('A D D').filter((p) => p.variant !== 'case') },
    'inconclusive',
    'safety-check-incomplete',
    undefined,
  ],
  [
    '15 the last call is open',
    { probes: probes('A D D', 'DDD', 'ServiceUnavailable') },
    'inconclusive',
    'safety-check-incomplete',
    'aws-error',
  ],
  [
    '15 the first call is open',
    { probes: [probe('right-id', 'InternalFailure')], assumedRoleArn: null },
    'inconclusive',
    'aws-unavailable',
    'aws-error',
  ],
  ['15 changed', { probes: probes('A D D', 'DDD', 'D'), checks: [] }, 'inconclusive', 'changed-during-check', 'trust-policy-edited'],
  ['12 read', { inspection: read({ extraPrincipals: ['arn:aws:iam::777788889999:root'] }) }, 'unsafe', 'extra-trust', 'extra-principal'],
  ['12 read, anyone', { inspection: read({ extraPrincipals: ['*'] }) }, 'unsafe', 'extra-trust', 'any-principal'],
  ['12 read, second ID', { inspection: read({ hasOtherExternalIds: true }) }, 'unsafe', 'extra-trust', 'several-external-ids'],
  [
    '12 read, another role by name',
    { inspection: read({ trustsOtherRoles: true, namesOtherRoles: true }) },
    'unsafe',
    'extra-trust',
    'principal-condition-missing',
  ],
  ['12 read, other role', { inspection: read({ trustsOtherRoles: true }) }, 'unsafe', 'extra-trust', 'principal-condition-missing'],
  [
    '15 role',
    { inspection: read({ missingRoles: ['arn:aws:iam::111122223333:role/Application'], removed: [getObject] }) },
    'partial',
    'application-role-missing',
    undefined,
  ],
  ['16 read', { inspection: read({ removed: [getObject] }) }, 'partial', 'permissions-drifted', 'permissions-policy-edited'],
  [
    '16 denied by another policy',
    { inspection: read({ decisions: [{ ...getObject, decision: 'explicitDeny' }] }) },
    'partial',
    'permissions-drifted',
    'permissions-policy-edited',
  ],
  [
    '16 boundary',
    {
      inspection: read({
        decisions: [{ ...getObject, decision: 'implicitDeny' }],
        otherSettings: [{ kind: 'permissions-boundary', requested: null, actual: audit }],
      }),
    },
    'partial',
    'permissions-drifted',
    'permissions-boundary',
  ],
  [
    '16 other settings',
    { inspection: read({ otherSettings: [{ kind: 'permissions-boundary', requested: null, actual: audit }] }) },
    'verified',
    'verified',
    undefined,
  ],
  ['16 added', { inspection: read({ added: [getObject] }) }, 'verified', 'verified', undefined],
  [
    '16 in a managed policy',
    { inspection: read({ removed: [getObject], decisions: [{ ...getObject, decision: 'allowed' }] }) },
    'verified',
    'verified',
    undefined,
  ],
  [
    '12 not read any more',
    { inspection: read({ outcome: 'denied' }), previous: verdict('unsafe', 'extra-trust') },
    'unsafe',
    'trust-unread',
    'permissions-policy-edited',
  ],
  ['12 no longer to be read', { previous: verdict('unsafe', 'extra-trust') }, 'unsafe', 'trust-unread', undefined],
  [
    '12 not read since, and another danger is over',
    { previous: { ...verdict('unsafe', 'external-id-optional'), extraTrust: true } },
    'unsafe',
    'trust-unread',
    undefined,
  ],
  [
    '12 read unclearly now',
    { inspection: read({ outcome: 'unclear' }), previous: verdict('unsafe', 'extra-trust') },
    'inconclusive',
    'safety-check-incomplete',
    undefined,
  ],
  [
    '12 read, and not understood',
    { inspection: read({ outcome: 'unclear', code: 'UnreadablePolicy' }), previous: verdict('unsafe', 'extra-trust') },
    'unsafe',
    'trust-unread',
    undefined,
  ],
  [
    '16 required and not read',
    { inspection: read({ outcome: 'denied' }), requiresReading: true },
    'partial',
    'permissions-drifted',
    'permissions-policy-edited',
  ],
  ['16 detached', { inspection: read({ detachedPolicies: [audit] }) }, 'partial', 'permissions-drifted', 'managed-policy-detached'],
  [
    '16 detached and edited',
    { inspection: read({ removed: [getObject], detachedPolicies: [audit] }) },
    'partial',
    'permissions-drifted',
    'permissions-policy-edited',
  ],
  ['16 blocked', { inspection: read({ blocked: [getObject] }) }, 'partial', 'permissions-drifted', 'permissions-policy-edited'],
  ['12 read again', { inspection: read({}), previous: verdict('unsafe', 'extra-trust') }, 'waiting', 'confirming-fix', 'propagation'],
  ['16 not read', { inspection: read({ outcome: 'denied' }) }, 'verified', 'verified', undefined],
  ['16 read unclearly', { inspection: read({ outcome: 'unclear' }) }, 'verified', 'verified', undefined],
  ['16', { checks: [check('failed', 'AccessDenied')], ...late }, 'partial', 'permissions-incomplete', 'permissions-policy-edited'],
  ['16 early', { checks: [check('failed', 'AccessDenied')] }, 'partial', 'permissions-incomplete', 'propagation'],
  ['16 absent', { checks: [check('failed', 'NoSuchBucket')] }, 'partial', 'permissions-incomplete', 'bucket-absent'],
  ['16 open', { checks: [check('error', 'SlowDown')] }, 'inconclusive', 'permissions-unchecked', 'throttled'],
  ['16 missing', { checks: [] }, 'inconclusive', 'permissions-unchecked', undefined],
  [
    '17 account',
    { assumedRoleArn: sessionArn.replace('444455556666', '999999999999') },
    'unsafe',
    'assumed-role-mismatch',
    'misdeployment',
  ],
  ['17 partition', { assumedRoleArn: sessionArn.replace('arn:aws:', 'arn:aws-cn:') }, 'unsafe', 'assumed-role-mismatch', 'misdeployment'],
  [
    '17 at the end of the check',
    { assumedAgainRoleArn: sessionArn.replace('444455556666', '999999999999') },
    'unsafe',
    'assumed-role-mismatch',
    'misdeployment',
  ],
  [
    '2 the control account is the vendor account',
    { outsiders: [{ name: 'other-account', identity: { kind: 'identity', accountId: vendorAccount, arn: callerArn, requestId: 'r' } }] },
    'vendor-fault',
    'vendor-identity-wrong',
    'misdeployment',
  ],
  [
    '2 the second role is the application role',
    { outsiders: [{ name: 'other-role', identity: { kind: 'identity', accountId: vendorAccount, arn: callerArn, requestId: 'r' } }] },
    'vendor-fault',
    'vendor-identity-wrong',
    'misdeployment',
  ],
  [
    '1 the control account has expired credentials',
    { outsiders: [{ name: 'other-account', identity: { kind: 'refused', code: 'ExpiredToken', hint: null, requestId: 'r' } }] },
    'vendor-fault',
    'vendor-credentials-refused',
    'credentials-expired',
  ],
  [
    '1 the control account is throttled',
    { outsiders: [{ name: 'other-account', identity: { kind: 'refused', code: 'Throttling', hint: null, requestId: 'r' } }] },
    'inconclusive',
    'aws-unavailable',
    'throttled',
  ],
  [
    '17 name',
    { assumedRoleArn: sessionArn.replace('PixelworksAccess', 'pixelworksaccess') },
    'unsafe',
    'assumed-role-mismatch',
    'misdeployment',
  ],
  ['18 tags', onlyDenied('tag-session'), 'not-ready', 'session-tags-refused', 'trust-action-missing'],
  ['18 source identity', onlyDenied('source-identity'), 'not-ready', 'source-identity-refused', 'trust-action-missing'],
  [
    '19',
    { probes: [probe('right-id', 'RegionDisabledException')], assumedRoleArn: null },
    'not-ready',
    'region-disabled',
    'sts-region-off',
  ],
  [
    '20 role',
    { probes: [probe('right-id', 'ValidationError', { hint: 'duration-above-role-maximum' })], assumedRoleArn: null },
    'vendor-fault',
    'vendor-request-refused',
    'vendor-duration',
  ],
  [
    '20 chaining',
    { probes: [probe('right-id', 'ValidationError', { hint: 'duration-above-chaining-maximum' })], assumedRoleArn: null },
    'vendor-fault',
    'vendor-request-refused',
    'vendor-duration',
  ],
  ['21', onlyDenied('resource-control-policy'), 'not-ready', 'resource-control-policy', 'resource-control-policy'],
  ['22', onlyDenied('trust-policy-deny'), 'not-ready', 'explicit-deny', 'deny-statement'],
  ['23', { ...onlyDenied('trust-policy-silent'), ...late }, 'not-ready', 'trust-policy-mismatch', 'external-id-differs'],
  ['24', { ...onlyDenied(), previous: verified }, 'drifted', 'access-lost', 'role-deleted'],
  [
    '24 known reason',
    { ...onlyDenied('resource-control-policy'), previous: verified },
    'drifted',
    'access-lost',
    'resource-control-policy',
  ],
  ['24 still', { ...onlyDenied(), previous: verdict('drifted', 'access-lost') }, 'drifted', 'access-lost', 'role-deleted'],
  ...(['unsafe', 'partial'] as const).map((kind): (typeof table)[number] => {
    const previous = { ...verdict(kind, kind === 'unsafe' ? 'other-external-id-accepted' : 'permissions-incomplete'), wasVerified: true }
    return [`24 after ${kind}`, { ...onlyDenied(), previous }, 'drifted', 'access-lost', 'role-deleted']
  }),
  [
    'never verified',
    { ...onlyDenied(), ...late, previous: verdict('unsafe', 'extra-trust') },
    'not-ready',
    'not-assumable',
    'stack-not-finished',
  ],
  ['25 A A *', { ...unsafe('A A D'), previous: verified }, 'drifted', 'weakened', 'trust-policy-edited'],
  ['25 A * A', { ...unsafe('A D A'), previous: verified }, 'drifted', 'weakened', 'trust-policy-edited'],
  ['25 near miss', { ...unsafe('A D D', 'ADD'), previous: verified }, 'drifted', 'weakened', 'trust-policy-edited'],
  ['25 inverted', { ...inverted('D A D'), previous: verified }, 'drifted', 'weakened', 'trust-policy-edited'],
  ['first clean round', { previous: verdict('unsafe', 'external-id-optional') }, 'waiting', 'confirming-fix', 'propagation'],
  ['first clean round after a drift', { previous: verdict('drifted', 'weakened') }, 'waiting', 'confirming-fix', 'propagation'],
  [
    'second clean round too soon',
    { previous: verdict('waiting', 'confirming-fix'), sincePreviousMs: 3999 },
    'waiting',
    'confirming-fix',
    'propagation',
  ],
  ['second clean round', { previous: verdict('waiting', 'confirming-fix'), sincePreviousMs: 4000 }, 'verified', 'verified', undefined],
  ['access is back', { previous: verdict('drifted', 'access-lost') }, 'verified', 'verified', undefined],
]

test.each(table)('row %s', (_, found, kind, diagnosis, firstCause) => {
  const result = diagnose({ ...good, ...found })
  expect([result.kind, result.diagnosis, result.causes[0]]).toEqual([kind, diagnosis, firstCause])
})

test('every diagnosis is reached by a row of the table', () => {
  // Made by the server where it does not ask AWS at all.
  const reached = [...table.map(([, , , diagnosis]) => diagnosis), 'check-delayed']
  expect([...new Set(reached)].sort()).toEqual([...Diagnosis.options].sort())
})

test('a vendor that names no application role is any role of its account', () => {
  const found = callerIs('arn:aws:sts::111122223333:assumed-role/Anything/s')
  const expectedCaller = { accountId: vendorAccount, applicationPrincipalArns: [] }
  expect(diagnose({ ...good, identity: found.identity ?? good.identity, expectedCaller }).kind).toBe('verified')
})

test.each([
  ['arn:aws:iam::111122223333:user/service/app', 'verified'],
  ['arn:aws:iam::111122223333:user/app', 'vendor-fault'],
  ['arn:aws:iam::111122223333:user/service/APP', 'vendor-fault'],
  ['arn:aws:sts::111122223333:assumed-role/app/s', 'vendor-fault'],
  ['arn:aws-us-gov:iam::111122223333:user/service/app', 'vendor-fault'],
  ['arn:aws:iam::111122223333:root', 'vendor-fault'],
])('a vendor that calls as an IAM user is no other caller: %s', (arn, kind) => {
  const { identity = good.identity } = callerIs(arn)
  const expectedCaller = { accountId: vendorAccount, applicationPrincipalArns: ['arn:aws:iam::111122223333:user/service/app'] }
  expect(diagnose({ ...good, identity, expectedCaller })).toMatchObject({ kind })
})

test('where the role was open behind a vendor policy that refuses calls without an ID, that is among the causes', () => {
  expect(diagnose({ ...good, ...unsafe('A D A') }).causes).toEqual([
    'wildcard-value',
    'null-false',
    'no-condition',
    'second-statement-without-condition',
  ])
})

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined })
const codes = fc.constantFrom(
  'AccessDenied',
  'Throttling',
  'NetworkError',
  'ExpiredToken',
  'ValidationError',
  'RegionDisabledException',
  'Weird',
  '',
)

const anyProbe: fc.Arbitrary<Probe> = fc
  .record({
    name: fc.constantFrom(...ProbeName.options),
    variant: optional(fc.constantFrom('end', 'start', 'case')),
    outcome: fc.constantFrom('assumed', 'denied', 'error'),
    code: optional(codes),
    hint: optional(fc.constantFrom(...DenialHint.options)),
  })
  .map(({ variant, code, hint, ...rest }) => ({
    ...rest,
    ...(variant ? { variant } : {}),
    ...(code ? { code } : {}),
    ...(hint ? { hint } : {}),
    requestId: 'r',
    region: 'us-east-1',
    at,
  }))

const anyCheck = fc.constantFrom(check('passed'), check('failed', 'AccessDenied'), check('error', 'Throttling'), {
  ...check('passed'),
  resource: 'other',
})

/** Near the good case, so that `verified` is reached often. */
const nearlyGoodProbes = fc
  .subarray(probes('A D D'), { minLength: 5 })
  .chain((kept) => fc.array(anyProbe, { maxLength: 1 }).map((more) => [...kept, ...more]))

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  identity: fc.oneof(
    { weight: 4, arbitrary: fc.constant(good.identity) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        callerIs('arn:aws:iam::111122223333:root').identity ?? good.identity,
        callerIs(callerArn, '999999999999').identity ?? good.identity,
      ),
    },
    { weight: 1, arbitrary: codes.map((code) => ({ kind: 'refused' as const, code, hint: null, requestId: '' })) },
  ),
  expectedCaller: fc.constant(good.expectedCaller),
  probes: fc.oneof(fc.array(anyProbe, { maxLength: 9 }), nearlyGoodProbes, fc.constant(probes('A D D'))),
  expectedProbes: fc.constant(nearMisses),
  outsiders: fc.constant([]),
  canary: fc.oneof({ weight: 4, arbitrary: fc.constant('absent' as const) }, fc.constantFrom('sighted', 'blind', 'unknown')),
  assumedRoleArn: fc.oneof({ weight: 4, arbitrary: fc.constant(sessionArn) }, fc.constant(null), fc.string()),
  assumedAgainRoleArn: fc.oneof({ weight: 4, arbitrary: fc.constant(sessionArn) }, fc.constant(null), fc.string()),
  otherExternalIds: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(fc.constantFrom(other('denied'), other('assumed'), other('error')), { maxLength: 2 }),
  ),
  needsUpdate: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  expectedRoleArn: fc.oneof({ weight: 6, arbitrary: fc.constant(expectedRoleArn) }, fc.string()),
  checks: fc.oneof(fc.constant([check('passed')]), fc.array(anyCheck, { maxLength: 3 })),
  expectedChecks: fc.constantFrom([asked], []),
  sinceFirstCheckMs: fc.integer({ min: 0, max: 300_000 }),
  waitedMs: fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: null }),
  patienceMs: fc.constant(120_000),
  sincePreviousMs: fc.integer({ min: 0, max: 20_000 }),
  previous: fc.option(
    fc
      .tuple(fc.constantFrom(...VerdictKind.options), fc.constantFrom(...Diagnosis.options))
      .map(([kind, diagnosis]) => verdict(kind, diagnosis)),
    { nil: null },
  ),
})

const runs = { numRuns: 20_000, seed: 12 }

test('any evidence gives a diagnosis', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const { kind, diagnosis, causes } = diagnose(evidence)
      expect(VerdictKind.safeParse(kind).success && Diagnosis.safeParse(diagnosis).success).toBe(true)
      expect(causes.every((cause) => Cause.safeParse(cause).success)).toBe(true)
      expect(new Set(causes).size).toBe(causes.length)
    }),
    runs,
  )
})

const provingHints: readonly (DenialHint | undefined)[] = [undefined, 'trust-policy-silent', 'trust-policy-deny', 'resource-control-policy']
const hintsOfDenials = ({ probes: all }: Evidence) => all.filter(({ outcome }) => outcome === 'denied').map(({ hint }) => hint)

function expectProof(evidence: Evidence): void {
  const answers = (name: string, variant?: string) =>
    evidence.probes.filter((p) => p.name === name && p.variant === variant).map((p) => p.outcome)
  expect(new Set(answers('right-id'))).toEqual(new Set(['assumed']))
  expect(new Set(answers('right-id-again'))).toEqual(new Set(['assumed']))
  expect(new Set(answers('no-id'))).toEqual(new Set(['denied']))
  expect(new Set(answers('random-id'))).toEqual(new Set(['denied']))
  for (const variant of ['end', 'start', 'case']) expect(new Set(answers('near-miss', variant))).toEqual(new Set(['denied']))
  expect(evidence.probes.filter((p) => !p.name.startsWith('right-id')).every((p) => p.outcome === 'denied')).toBe(true)
  expect(evidence.checks.every((c) => c.outcome === 'passed')).toBe(true)
  for (const wanted of evidence.expectedChecks) expect(evidence.checks.some((c) => c.resource === wanted.resource)).toBe(true)
  expect(evidence.identity).toEqual(good.identity)
  expect([evidence.assumedRoleArn, evidence.assumedAgainRoleArn]).toEqual([sessionArn, sessionArn])
  expect(['absent', 'sighted']).toContain(evidence.canary)
  expect(evidence.otherExternalIds.map(({ outcome }) => outcome)).not.toContain('assumed')
  expect(evidence.needsUpdate).toBe(false)
  for (const hint of hintsOfDenials(evidence)) expect(provingHints).toContain(hint)
  if (evidence.previous?.diagnosis === 'confirming-fix') expect(evidence.sincePreviousMs).toBeGreaterThanOrEqual(4000)
  expect(evidence.previous?.kind === 'unsafe' || evidence.previous?.diagnosis === 'weakened').toBe(false)
}

test('verified means that every call was made and answered as it must be', () => {
  let reached = 0
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      if (diagnose(evidence).kind !== 'verified') return
      reached += 1
      expectProof(evidence)
    }),
    runs,
  )
  expect(reached).toBeGreaterThan(100)
})

test('a wrong call that was accepted is always a danger, unless we are not who we should be', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const isWrong = evidence.probes.some((p) => p.outcome === 'assumed' && !p.name.startsWith('right-id'))
      if (isWrong) expect(['unsafe', 'drifted', 'vendor-fault', 'inconclusive']).toContain(diagnose(evidence).kind)
      if (isWrong && evidence.identity.kind === 'identity') expect(diagnose(evidence).kind).not.toBe('inconclusive')
    }),
    runs,
  )
})
