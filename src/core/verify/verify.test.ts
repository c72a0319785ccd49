import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { nearMisses } from '#core/connection/external-id/likeness.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { namedChecks } from './named-checks.ts'
import type { DenialHint } from './probe-result.ts'
import { noPermissions } from './session-policy.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, CanaryState, CheckAnswer, Sts } from './sts.ts'
import type { Verdict } from './verdict.ts'
import { defaultPatienceMs, type VerifyOptions, verify } from './verify.ts'

const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'

function connectionIn(region: string, id = externalId): Connection {
  const terms = termsOf({ region, externalId: id, permissions: { readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-archive'] } } })
  return Connection.parse({ ...terms, id: 'c1', roleArn: rolePlan(terms, vendor).roleArn, createdAt: '2026-01-02T03:00:00.000Z' })
}

const connection = connectionIn('us-east-1')
const sessionArn = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/rolebridge-verify'
const caller: CallerIdentity = {
  kind: 'identity',
  accountId: '111122223333',
  arn: 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc',
  requestId: 'caller',
}

const outsider = { kind: 'identity', arn: 'arn:aws:sts::999900001111:assumed-role/ControlProbe/s', requestId: 'caller' } as const

type Answer = 'A' | { readonly code: string; readonly hint?: DenialHint }
const denied: Answer = { code: 'AccessDenied' }

/** Calls without an answer here get that of a secure role. */
type World = {
  readonly identity?: CallerIdentity
  readonly answer?: (request: AssumeRole, count: number) => Answer | undefined
  readonly control?: Answer
  readonly check?: (resource: string) => CheckAnswer
  readonly sessionArn?: string
  readonly canary?: CanaryState
}

function world({ identity = caller, answer, control, check, sessionArn: arn = sessionArn, canary = 'absent' }: World) {
  const requests: AssumeRole[] = []
  const checked: string[] = []
  const answered = (given: Answer): AssumedSession | AwsRefusal => {
    const requestId = `request-${requests.length}`
    if (given !== 'A') return { kind: 'refused', code: given.code, hint: given.hint ?? null, requestId }
    return {
      kind: 'assumed',
      assumedRoleArn: arn,
      requestId,
      check: async ({ resource }) => {
        checked.push(resource)
        return check?.(resource) ?? { kind: 'passed', requestId: `check-${resource}` }
      },
      iam: () => async () => ({ kind: 'refused', code: 'NetworkError', hint: null, requestId: '' }),
    }
  }
  const sts: Sts = {
    callerIdentity: async () => identity,
    assumeRole: async (request) => {
      requests.push(request)
      return answered(answer?.(request, requests.length) ?? (request.externalId === externalId ? 'A' : denied))
    },
    outsiders:
      control === undefined
        ? []
        : [
            {
              name: 'other-account',
              callerIdentity: async () => ({ ...outsider, accountId: '999900001111' }),
              assumeRole: async (request) => {
                requests.push(request)
                return answered(control)
              },
            },
          ],
    canary: async () => canary,
  }
  return { sts, requests, checked }
}

type Options = {
  readonly laterMs?: number
  readonly waitedMs?: number
  /** Null: not started. Absent: no client has said either. */
  readonly launchedMs?: number | null
  readonly previous?: Verdict | null
  readonly of?: Connection
  readonly isRoutine?: boolean
  readonly otherExternalIds?: VerifyOptions['otherExternalIds']
  readonly rotationBefore?: VerifyOptions['rotationBefore']
}

const start = Date.parse('2026-01-02T03:04:05.000Z')

const before = (ms: number): string => new Date(start - ms).toISOString()

async function verdictOf(sts: Sts, options: Options = {}): Promise<Verdict> {
  return (await verification(sts, options)).verdict
}

function verification(sts: Sts, options: Options = {}) {
  return verify(baseOptions(sts, options))
}

function baseOptions(sts: Sts, options: Options = {}): VerifyOptions {
  const {
    laterMs = 0,
    waitedMs = 5000,
    launchedMs,
    previous = null,
    of = connection,
    isRoutine = false,
    otherExternalIds = [],
    rotationBefore = null,
  } = options
  return {
    sts,
    connection: of,
    vendor,
    previous,
    start: {
      firstCheckAt: before(waitedMs),
      ...(launchedMs === undefined ? {} : { launchedAt: launchedMs === null ? null : before(launchedMs) }),
    },
    now: () => new Date(start + laterMs),
    randomBytes: (length) => Uint8Array.from({ length }, (_, index) => (index * 41 + 7) % 251),
    patienceMs: defaultPatienceMs,
    simulated: true,
    isRoutine,
    otherExternalIds,
    rotationBefore,
  }
}

const allNearMisses = nearMisses(externalId).map(({ variant }) => variant)

const signature = (verdict: Verdict) =>
  verdict.probes.map(({ name, variant, outcome }) => [name, variant, outcome].filter(Boolean).join(' '))

test('a safe role is asked everything in order and is verified', async () => {
  const { sts, requests, checked } = world({ control: denied })
  const verdict = await verdictOf(sts)
  expect(verdict).toMatchObject({
    kind: 'verified',
    diagnosis: 'verified',
    causes: [],
    simulated: true,
    checkedAt: '2026-01-02T03:04:05.000Z',
  })
  expect(signature(verdict)).toEqual([
    'right-id assumed',
    'no-id denied',
    'random-id denied',
    ...allNearMisses.slice(0, 11).map((variant) => `near-miss ${variant} denied`),
    'other-account denied',
    'right-id-again assumed',
  ])
  expect(verdict.probes).toHaveLength(16)
  expect(verdict.untested).toEqual([{ kind: 'principal-arn' }, { kind: 'other-external-ids' }])
  expect(requests.every(({ sessionName }) => /^[\w+=,.@-]{2,64}$/.test(sessionName))).toBe(true)
  expect(requests.every(({ roleArn }) => roleArn === connection.roleArn)).toBe(true)
  expect(requests[1]).toHaveProperty('externalId', undefined)
  const ids = requests.map((request) => request.externalId)
  expect(ids.filter((id) => id === externalId)).toHaveLength(3)
  expect(ids[2]).toHaveLength(externalId.length)
  expect(checked).toEqual(['acme-uploads', 'acme-archive'])
  expect(JSON.stringify(verdict)).not.toContain('"check"')
})

test('while the right external ID is denied, it is the only call', async () => {
  const { sts, requests } = world({ answer: () => denied })
  const verdict = await verdictOf(sts)
  expect(verdict).toMatchObject({ kind: 'waiting', diagnosis: 'propagating', nextCheckInMs: 2000 })
  expect(requests).toHaveLength(1)
})

test('checks a denied right ID for an inverted condition once patience is over', async () => {
  const inverted = world({ answer: ({ externalId: id }) => (id === externalId ? denied : 'A') })
  const verdict = await verdictOf(inverted.sts, { waitedMs: defaultPatienceMs })
  expect([verdict.kind, verdict.diagnosis]).toEqual(['unsafe', 'condition-inverted'])
  const absent = world({ answer: () => denied })
  expect((await verdictOf(absent.sts, { waitedMs: defaultPatienceMs })).diagnosis).toBe('not-assumable')
  expect(absent.requests).toHaveLength(3)
})

test('patience counts from the launch, and a role that nobody has launched is never late', async () => {
  const absent = world({ answer: () => denied })
  const after = async (launchedMs: number | null) =>
    (await verdictOf(absent.sts, { waitedMs: 10 * defaultPatienceMs, launchedMs })).diagnosis
  expect(await after(defaultPatienceMs - 1)).toBe('propagating')
  expect(await after(defaultPatienceMs)).toBe('not-assumable')
  expect(await after(null)).toBe('not-launched')
})

test('an open role is reported before any launch', async () => {
  const inverted = world({ answer: ({ externalId: id }) => (id === externalId ? denied : 'A') })
  const verdict = await verdictOf(inverted.sts, { waitedMs: defaultPatienceMs, launchedMs: null })
  expect([verdict.kind, verdict.diagnosis]).toEqual(['unsafe', 'condition-inverted'])
})

const wrongCallers = [
  ['another account', { ...caller, accountId: '999999999999' }, 'vendor-identity-wrong'],
  ['the root user', { ...caller, arn: 'arn:aws:iam::111122223333:root' }, 'vendor-identity-wrong'],
  ['a user', { ...caller, arn: 'arn:aws:iam::111122223333:user/PixelworksApplication' }, 'vendor-identity-wrong'],
  ['another role', { ...caller, arn: 'arn:aws:sts::111122223333:assumed-role/Other/s' }, 'vendor-identity-wrong'],
  ['nobody', { kind: 'refused', code: 'ExpiredToken', hint: null, requestId: 'r' }, 'vendor-credentials-refused'],
] as const

test.each(wrongCallers)('nothing is sent to the role when the caller is %s', async (_, identity, diagnosis) => {
  const { sts, requests } = world({ identity })
  expect(await verdictOf(sts)).toMatchObject({ kind: 'vendor-fault', diagnosis, probes: [], nextCheckInMs: 30_000 })
  expect(requests).toEqual([])
})

test('an unsafe role is asked every wrong call, and then nothing more', async () => {
  const { sts, checked } = world({ answer: () => 'A' })
  const verdict = await verdictOf(sts)
  expect([verdict.kind, verdict.diagnosis]).toEqual(['unsafe', 'external-id-not-required'])
  expect(signature(verdict)).toEqual([
    'right-id assumed',
    'no-id assumed',
    'random-id assumed',
    ...allNearMisses.map((variant) => `near-miss ${variant} assumed`),
  ])
  expect(checked).toEqual([])
})

test('after an unsafe verdict it takes two clean rounds', async () => {
  const unsafe = await verdictOf(world({ answer: ({ externalId: id }) => (id === undefined ? 'A' : undefined) }).sts)
  expect(unsafe.diagnosis).toBe('external-id-optional')
  const first = await verdictOf(world({}).sts, { previous: unsafe })
  expect([first.kind, first.diagnosis, first.nextCheckInMs]).toEqual(['waiting', 'confirming-fix', 5000])
  expect((await verdictOf(world({}).sts, { previous: first, laterMs: 1000 })).diagnosis).toBe('confirming-fix')
  expect((await verdictOf(world({}).sts, { previous: first, laterMs: 5000 })).kind).toBe('verified')
})

test('a throttled wrong call is not a refusal', async () => {
  const { sts } = world({ answer: ({ externalId: id }) => (id === undefined ? { code: 'Throttling' } : undefined) })
  expect(await verdictOf(sts)).toMatchObject({ kind: 'inconclusive', diagnosis: 'safety-check-incomplete', causes: ['throttled'] })
})

test('a role that changes during the check is not verified', async () => {
  const { sts, checked } = world({ answer: ({ externalId: id }, count) => (id === externalId && count > 1 ? denied : undefined) })
  expect(await verdictOf(sts)).toMatchObject({ kind: 'inconclusive', diagnosis: 'changed-during-check' })
  expect(checked).toEqual([])
})

test('where STS is off in the region, the home region of the partition answers every call', async () => {
  const off: Answer = { code: 'RegionDisabledException' }
  const { sts, requests } = world({ answer: ({ region }) => (region === 'eu-central-1' ? off : undefined) })
  const verdict = await verdictOf(sts, { of: connectionIn('eu-central-1') })
  expect(verdict.kind).toBe('verified')
  expect(new Set(verdict.probes.map(({ region }) => region))).toEqual(new Set(['us-east-1']))
  expect(requests.filter(({ region }) => region === 'eu-central-1')).toHaveLength(1)
  const everywhere = world({ answer: () => off })
  expect(await verdictOf(everywhere.sts)).toMatchObject({ kind: 'not-ready', diagnosis: 'region-disabled' })
  expect(everywhere.requests).toHaveLength(1)
})

test('a session of another role is dropped before it is used', async () => {
  const { sts, requests, checked } = world({ sessionArn: sessionArn.replace('444455556666', '999999999999') })
  expect(await verdictOf(sts)).toMatchObject({ kind: 'unsafe', diagnosis: 'assumed-role-mismatch' })
  expect([requests.length, checked.length]).toEqual([1, 0])
})

test('a refused permission is partial, an open one inconclusive', async () => {
  const answering = (code: string) =>
    world({
      check: (resource) =>
        resource === 'acme-archive' ? { kind: 'refused', code, hint: null, requestId: 'r' } : { kind: 'passed', requestId: 'r' },
    })
  expect(await verdictOf(answering('AccessDenied').sts)).toMatchObject({ kind: 'partial', diagnosis: 'permissions-incomplete' })
  expect(await verdictOf(answering('SlowDown').sts)).toMatchObject({ kind: 'inconclusive', diagnosis: 'permissions-unchecked' })
})

test('a second account of ours that is let in makes the role unsafe', async () => {
  expect(await verdictOf(world({ control: 'A' }).sts)).toMatchObject({ kind: 'unsafe', diagnosis: 'other-account-accepted' })
})

test('a routine check costs seven calls, and tries other near misses each time', async () => {
  const { sts, requests } = world({})
  const first = await verdictOf(sts)
  const tried: string[] = []
  let previous = first
  for (const _ of Array(3).keys()) {
    requests.length = 0
    previous = await verdictOf(sts, { previous, isRoutine: true })
    expect([previous.kind, requests.length]).toEqual(['verified', 7])
    tried.push(previous.probes.flatMap(({ variant }) => variant ?? []).join(' '))
  }
  expect(tried.slice(0, 2)).toEqual(['end start case', 'longer-end longer-start middle'])
  expect(tried[2]).toMatch(/^quarter-\d quarter-\d quarter-\d$/)
})

test('a routine check makes the calls that it expects, whatever random bytes it draws', async () => {
  const { sts } = world({})
  const middle = await verdictOf(sts, {
    previous: await verdictOf(sts, { previous: await verdictOf(sts), isRoutine: true }),
    isRoutine: true,
  })
  for (const first of Array(16).keys()) {
    let drawn = first
    const randomBytes = (length: number) => Uint8Array.from({ length }, (_, index) => index + 5 * drawn++)
    const { verdict } = await verify({ ...baseOptions(sts, { previous: middle, isRoutine: true }), randomBytes })
    expect([first, verdict.kind, verdict.diagnosis]).toEqual([first, 'verified', 'verified'])
  }
})

test('a denial by a policy of our own proves nothing, at any call that must be denied', async () => {
  for (const hint of [
    'identity-policy',
    'permissions-boundary',
    'session-policy',
    'service-control-policy',
    'vpc-endpoint-policy',
  ] as const) {
    const total = (await verdictOf(world({}).sts)).probes.length
    for (let position = 2; position <= total; position += 1) {
      const { sts } = world({ answer: (_, count) => (count === position ? { code: 'AccessDenied', hint } : undefined) })
      expect((await verdictOf(sts)).kind, `${hint} at ${position}`).toBe('vendor-fault')
    }
  }
})

test.each([
  ['blind', 'vendor-fault', 'verifier-blind'],
  ['unknown', 'inconclusive', 'safety-check-incomplete'],
  ['sighted', 'verified', 'verified'],
] as const)('with a canary that is %s the verdict is %s', async (canary, kind, diagnosis) => {
  expect(await verdictOf(world({ canary }).sts)).toMatchObject({ kind, diagnosis })
})

test('a last call that gives a session of another role is not verified, and nothing is done with it', async () => {
  const { sts, checked } = world({})
  let rightIds = 0
  const assumeRole: Sts['assumeRole'] = async (request) => {
    const answer = await sts.assumeRole(request)
    if (request.externalId === externalId) rightIds += 1
    return answer.kind === 'assumed' && rightIds === 2
      ? { ...answer, assumedRoleArn: sessionArn.replace('PixelworksAccess', 'Other') }
      : answer
  }
  expect(await verdictOf({ ...sts, assumeRole })).toMatchObject({ kind: 'unsafe', diagnosis: 'assumed-role-mismatch' })
  expect(checked).toEqual([])
})

const other = { connectionId: 'another', externalId: 'another-tenants-external-id', wasAccepted: false }

test('another tenant’s external ID that the role accepts makes it unsafe, and appears nowhere in the verdict', async () => {
  const { sts, checked } = world({ answer: ({ externalId: id }) => (id === other.externalId ? 'A' : undefined) })
  const { verdict, otherExternalIds } = await verification(sts, { otherExternalIds: [other] })
  expect([verdict.kind, verdict.diagnosis]).toEqual(['unsafe', 'other-external-id-accepted'])
  expect(otherExternalIds).toEqual([{ connectionId: 'another', wasAccepted: false, outcome: 'assumed' }])
  const alone = await verdictOf(world({}).sts)
  expect(verdict.probes.map(({ name, variant }) => [name, variant])).toEqual(alone.probes.map(({ name, variant }) => [name, variant]))
  expect(JSON.stringify(verdict)).not.toContain('another')
  expect(checked).toEqual([])
})

test.each([
  ['denied', denied, false, 'verified'],
  ['unanswered', { code: 'Throttling' }, false, 'verified'],
  ['unanswered, and accepted before', { code: 'Throttling' }, true, 'inconclusive'],
] as const)('another tenant’s external ID that is %s leaves the verdict as it must be', async (_, answer, wasAccepted, kind) => {
  const { sts } = world({ answer: ({ externalId: id }) => (id === other.externalId ? answer : undefined) })
  expect((await verdictOf(sts, { otherExternalIds: [{ ...other, wasAccepted }] })).kind).toBe(kind)
})

test('another tenant’s external ID is not tried on a role that does not accept the own one', async () => {
  for (const answer of [() => denied, ({ externalId: id }: AssumeRole) => (id === undefined ? 'A' : undefined)] as const) {
    const { sts, requests } = world({ answer })
    await verdictOf(sts, { otherExternalIds: [other], waitedMs: defaultPatienceMs })
    expect(requests.map((request) => request.externalId)).not.toContain(other.externalId)
  }
})

test('a verified role of which the config requires more is not verified until it is updated', async () => {
  const permissionSets = vendor.permissionSets.map((set) => (set.id === 'writeResults' ? { ...set, required: true } : set))
  const options = { ...baseOptions(world({}).sts), vendor: { ...vendor, permissionSets } }
  expect((await verify(options)).verdict).toMatchObject({ kind: 'partial', diagnosis: 'update-required' })
  const fewer = { ...vendor, permissionSets: vendor.permissionSets.filter(({ id }) => id !== 'readSourceImages') }
  expect((await verify({ ...options, vendor: fewer })).verdict).toMatchObject({ kind: 'partial', diagnosis: 'update-required' })
})

test('a check sends no call after its deadline', async () => {
  let nowMs = start
  const { sts, requests } = world({
    answer: () => {
      nowMs += 10_000
      return undefined
    },
  })
  const { verdict } = await verify({ ...baseOptions(sts), now: () => new Date(nowMs) })
  expect(verdict).toMatchObject({ kind: 'inconclusive', diagnosis: 'safety-check-incomplete', causes: ['network'] })
  expect(requests).toHaveLength(1)
})

const plan = { permissions: connection.permissions, region: connection.region, vendor }
const states = (verdict: Verdict | null) => namedChecks(verdict, plan).map(({ title, state }) => `${title}: ${state}`)

test('the named checks of a verified role have all passed, with time and request ID', async () => {
  const verdict = await verdictOf(world({}).sts)
  expect(states(verdict)).toEqual([
    'Role exists: passed',
    'Accepts your external ID: passed',
    'Denies requests without an external ID: passed',
    'Denies a wrong external ID: passed',
    'Denies a near-match external ID: passed',
    'Can access acme-uploads: passed',
    'Can access acme-archive: passed',
  ])
  expect(namedChecks(verdict, plan).every(({ at, requestId }) => at !== null && requestId !== null)).toBe(true)
})

test('the named checks claim nothing before it is known', async () => {
  expect(new Set(namedChecks(null, plan).map(({ state }) => state))).toEqual(new Set(['not-run']))
  const waiting = await verdictOf(world({ answer: () => denied }).sts)
  expect(states(waiting).slice(0, 3)).toEqual([
    'Role exists: running',
    'Accepts your external ID: not-run',
    'Denies requests without an external ID: not-run',
  ])
  const absent = await verdictOf(world({ answer: () => denied }).sts, { waitedMs: 300_000 })
  expect(states(absent).slice(0, 4)).toEqual([
    'Role exists: failed',
    'Accepts your external ID: not-run',
    'Denies requests without an external ID: unknown',
    'Denies a wrong external ID: unknown',
  ])
})

test('a hint that speaks of the trust policy proves that the role exists', async () => {
  const { sts } = world({ answer: () => ({ code: 'AccessDenied', hint: 'trust-policy-silent' }) })
  expect(states(await verdictOf(sts)).slice(0, 2)).toEqual(['Role exists: passed', 'Accepts your external ID: failed'])
})

test('the named checks show which wrong call was accepted, and which got no answer', async () => {
  const prefix = await verdictOf(world({ answer: ({ externalId: id }) => (id?.startsWith(externalId.slice(0, -1)) ? 'A' : undefined) }).sts)
  expect(states(prefix)[4]).toBe('Denies a near-match external ID: failed')
  const throttled = await verdictOf(world({ answer: ({ externalId: id }) => (id === undefined ? { code: 'Throttling' } : undefined) }).sts)
  expect(states(throttled)[2]).toBe('Denies requests without an external ID: unknown')
})

test('another tenant’s ID that a policy of our own denies counts as not tried', async () => {
  const other = { connectionId: 'c2', externalId: 'the-ID-of-another-tenant', wasAccepted: false }
  const answering = (hint: DenialHint | undefined) =>
    world({
      answer: ({ externalId: id }) =>
        id === other.externalId ? { code: 'AccessDenied', ...(hint === undefined ? {} : { hint }) } : undefined,
    })
  const outcomeWith = async (hint?: DenialHint) =>
    (await verification(answering(hint).sts, { otherExternalIds: [other] })).otherExternalIds.map(({ outcome }) => outcome)
  expect(await outcomeWith()).toEqual(['denied'])
  expect(await outcomeWith('trust-policy-silent')).toEqual(['denied'])
  expect(await outcomeWith('identity-policy')).toEqual(['error'])
  expect(await outcomeWith('unrecognized-policy')).toEqual(['error'])
})

test.each(['==', '=:', 'a=', '77', 'aB', 'x-'.repeat(612)])(
  'an ID like %.4s is verified where it is exact, and unsafe in a pattern',
  async (id) => {
    const of = Connection.parse({ ...connection, externalId: id })
    const answering = (isAccepted: (sent: string) => boolean) =>
      world({ answer: ({ externalId: sent }) => (sent !== undefined && isAccepted(sent) ? 'A' : denied) }).sts
    const kindOf = async (isAccepted: (sent: string) => boolean) => (await verdictOf(answering(isAccepted), { of })).kind
    expect(await kindOf((sent) => sent === id)).toBe('verified')
    expect(await kindOf((sent) => sent.startsWith(id.slice(0, -1)))).toBe('unsafe')
    expect(await kindOf((sent) => sent.endsWith(id.slice(1)))).toBe('unsafe')
    expect(await kindOf((sent) => sent.length === id.length && sent.startsWith(id.charAt(0)))).toBe('unsafe')
    if (id.length < 1224) {
      expect(await kindOf((sent) => sent.startsWith(id))).toBe('unsafe')
      expect(await kindOf((sent) => sent.endsWith(id))).toBe('unsafe')
    }
  },
)

test('every probe may do nothing, and the session of the checks may do nothing else', async () => {
  const { sts, requests } = world({ control: denied })
  expect(await verdictOf(sts)).toMatchObject({ kind: 'verified' })
  const last = requests.at(-1)
  expect(requests.slice(0, -1).map(({ sessionPolicy }) => sessionPolicy)).toEqual(requests.slice(1).map(() => noPermissions))
  expect(JSON.parse(last?.sessionPolicy ?? '').Statement).toEqual([
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: ['arn:aws:s3:::acme-uploads', 'arn:aws:s3:::acme-archive'] },
  ])
})

test('a denial by the session policy says nothing about the role', async () => {
  const check = (): CheckAnswer => ({ kind: 'refused', code: 'AccessDenied', hint: 'session-policy', requestId: 'r' })
  const verdict = await verdictOf(world({ check }).sts)
  expect(verdict).toMatchObject({ kind: 'inconclusive', diagnosis: 'permissions-unchecked' })
  expect(verdict.checks).toMatchObject([{ outcome: 'error' }, { outcome: 'error' }])
})

test.each(['OptInRequired', 'UnrecognizedClientException', 'AuthFailure'])('%s of a service means that its Region is off', async (code) => {
  const check = (): CheckAnswer => ({ kind: 'refused', code, hint: null, requestId: 'r' })
  expect(await verdictOf(world({ check }).sts)).toMatchObject({ kind: 'inconclusive', causes: ['region-off'] })
})

const severalRoles = Vendor.parse({
  ...vendor,
  additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }],
  verifierRole: { name: 'Verifier' },
})
const runningAs = async (name: string) => {
  const { sts } = world({ identity: { ...caller, arn: `arn:aws:sts::111122223333:assumed-role/${name}/i-0abc` } })
  return (await verify({ ...baseOptions(sts), vendor: severalRoles })).verdict
}

test.each([
  ['Verifier', ['PixelworksApplication', 'service/OldApplication']],
  ['PixelworksApplication', ['service/OldApplication', 'Verifier']],
  ['OldApplication', ['PixelworksApplication', 'Verifier']],
])('a check that runs as %s says that the other roles of the application were not tried', async (name, others) => {
  const verdict = await runningAs(name)
  expect(verdict.kind).toBe('verified')
  expect(verdict.untriedRoles).toEqual(others.map((other) => `arn:aws:iam::111122223333:role/${other}`))
})

/** Permanent: an earlier version can't read a stored verdict or a receipt with another one. */
const kindsOfEarlierVersions = [
  ...['permission-set', 'managed-policies', 'denied-actions', 'principal-arn', 'other-accounts', 'other-external-ids'],
]

test('an earlier version can read what is untested where there are several roles, and one role adds nothing', async () => {
  const { untested = [] } = await runningAs('Verifier')
  expect(untested.length).toBeGreaterThan(0)
  expect(untested.filter(({ kind }) => !kindsOfEarlierVersions.includes(kind))).toEqual([])
  expect(await verdictOf(world({}).sts)).not.toHaveProperty('untriedRoles')
})

test('a check that runs as a role that the config doesn’t name stops before it reaches the customer’s role', async () => {
  expect(await runningAs('Stranger')).toMatchObject({ kind: 'vendor-fault', diagnosis: 'vendor-identity-wrong', probes: [] })
})
