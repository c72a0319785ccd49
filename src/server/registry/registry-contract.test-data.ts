import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { ConnectionTerms } from '#core/connection/connection.ts'
import { claimedRoleArn, type HeldRole } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { request, vendor, verdictOf } from '#core/fixtures.test-data.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { ConnectionPage, HistoryPage } from './connection-records.ts'
import { untried } from './other-external-ids.ts'
import type { ClaimRequest, Registry } from './registry.ts'

/** Each kind of registry with a function that makes an empty one. */
export type Makers = readonly (readonly [string, () => Registry | Promise<Registry>])[]

let count = 0
const sameTime = '2026-11-22T08:00:00.000Z'

export function claimRequest(
  tenant: string,
  change: Partial<Record<'accountId' | 'region' | 'externalId', string>> = {},
  pendingMaximum = 10,
): ClaimRequest {
  const terms = ConnectionTerms.parse({ ...request, ...change })
  count += 1
  const createdAt = new Date(1_700_000_000_000 + count).toISOString()
  return { tenant, terms, roleArn: () => `arn:aws:iam::${terms.accountId}:role/R`, id: `connection-${count}`, createdAt, pendingMaximum }
}

const verdict = (kind: Verdict['kind']): Verdict => verdictOf({ kind, diagnosis: kind === 'verified' ? 'verified' : 'not-assumable' })

export const last = (kind: Verdict['kind'], asked = 'what was asked for') => ({
  verdict: verdict(kind),
  remembered: verdict('waiting'),
  asked,
})

export const found = (kind: Verdict['kind'], asked = 'what was asked for') => ({
  ...last(kind, asked),
  isIdAccepted: kind === 'verified',
  otherExternalIds: [],
  isChanged: false,
  nextCheckAt: null,
  event: null,
  knownAt: null,
})

export async function claimed(registry: Registry, claim: ClaimRequest) {
  const answer = await registry.claim(claim)
  if (answer.kind !== 'claimed') throw new Error(answer.kind)
  return answer.connection
}

async function claimNewAccount(registry: Registry, request: ClaimRequest) {
  const [answer] = await registry.claimNewAccounts([request])
  return answer
}

/** All entries, page by page. Null as in `history`. */
export async function historyOf(registry: Pick<Registry, 'history'>, tenant: string, id: string): Promise<readonly HistoryEntry[] | null> {
  const entries: HistoryEntry[] = []
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const page: HistoryPage | null = await registry.history(tenant, id, { after, limit: 2 })
    if (page === null) return null
    entries.push(...page.entries)
    after = page.next ?? undefined
  }
  return entries
}

/** The first page of a tenant. */
export async function listed(registry: Registry, tenant: string) {
  const page = await registry.list(tenant, { after: null, limit: 10 })
  return page?.entries.map(({ connection }) => connection)
}

const checksOf = (page: ConnectionPage | null) => page?.entries.flatMap(({ check }) => check ?? [])

/** PostgreSQL stores neither a null character nor half a character in a text or in JSON, and no store takes the half in UTF-8. */
export const unstorableText = 'null \u0000 and half \ud800'

/** The contract of every registry. */
export function registryContract(makers: Makers): void {
  test.each(makers)('a claim is found and listed by its tenant and by nobody else (%s)', async (_, make) => {
    const registry = await make()
    const connection = await claimed(registry, claimRequest('one'))
    const second = await claimed(registry, claimRequest('one', { externalId: 'another-external-id' }))
    expect(connection).toMatchObject({ accountId: '444455556666', region: 'us-east-1', externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P' })
    expect(await registry.find('one', connection.id)).toEqual(connection)
    expect(await listed(registry, 'one')).toEqual([connection, second])
    expect(await registry.find('two', connection.id)).toBeNull()
    expect(await registry.find('one', 'absent')).toBeNull()
    expect(await listed(registry, 'two')).toEqual([])
  })

  test.each(makers)('the state of a connection is what was written last, whatever was read before (%s)', async (_, make) => {
    const registry = await make()
    const connection = await claimed(registry, claimRequest('one'))
    const { id } = connection
    const state = () => registry.state('one', id)
    expect(await state()).toEqual({ connection, last: null, others: [] })
    await registry.saveVerdict(id, found('waiting'))
    expect(await state()).toEqual({ connection, last: last('waiting'), others: [] })
    await registry.saveVerdict(id, found('verified'))
    expect(await state()).toEqual({ connection, last: last('verified'), others: [] })
    const permissions = { writeResults: { resultBucket: 'acme-results' } }
    const changed = await registry.updatePermissions('one', id, { permissions }, sameTime)
    expect(changed?.permissions).toEqual(permissions)
    expect(await state()).toEqual({ connection: changed, last: last('verified'), others: [] })
    const other = await claimed(registry, claimRequest('two', { externalId: 'another-external-id' }))
    expect((await state())?.others).toEqual([{ connectionId: other.id, externalId: other.externalId, isInUse: false, outcome: null }])
    await registry.saveVerdict(other.id, found('verified'))
    expect((await state())?.others).toMatchObject([{ isInUse: true }])
    await registry.disconnect('two', other.id, sameTime)
    expect((await state())?.others).toEqual([])
    expect(await registry.state('two', id)).toBeNull()
    expect(await registry.state('one', 'absent')).toBeNull()
    await registry.disconnect('one', id, sameTime)
    expect(await state()).toBeNull()
  })

  test.each(makers)('gives each of many simultaneous requests its own connection, or none (%s)', async (_, make) => {
    const registry = await make()
    const tenants = ['one', 'two "quoted"', 'drei, [ä]']
    const held = await Promise.all(
      tenants.map((tenant, index) => claimed(registry, claimRequest(tenant, { externalId: `an-external-id-${index}` }))),
    )
    const asked = tenants.flatMap((tenant) => [...held.map(({ id }) => ({ tenant, id })), { tenant, id: '["absent' }])
    const states = await Promise.all(asked.map(({ tenant, id }) => registry.state(tenant, id)))
    const owned = asked.map(({ tenant, id }) => held.find((connection, index) => connection.id === id && tenants[index] === tenant))
    expect(states.map((state) => state?.connection)).toEqual(owned)
  })

  test.each(makers)('asking again is the same connection, with the region and permissions of the later request (%s)', async (_, make) => {
    const registry = await make()
    const connection = await claimed(registry, claimRequest('one'))
    const again = claimRequest('one', { region: 'eu-west-1' })
    const answer = await registry.claim({
      ...again,
      terms: { ...again.terms, permissions: { writeResults: { resultBucket: 'acme-results' } } },
    })
    expect(answer).toEqual({
      kind: 'existing',
      connection: { ...connection, region: 'eu-west-1', permissions: { writeResults: { resultBucket: 'acme-results' } } },
    })
    expect(await listed(registry, 'one')).toHaveLength(1)
  })

  test.each(makers)('an external ID is taken for any other tenant, account or partition (%s)', async (_, make) => {
    const registry = await make()
    await claimed(registry, claimRequest('one'))
    const others = [
      claimRequest('two'),
      claimRequest('one', { accountId: '777788889999' }),
      claimRequest('one', { region: 'us-gov-west-1' }),
    ]
    for (const other of others) expect(await registry.claim(other)).toEqual({ kind: 'external-id-taken' })
    expect(await listed(registry, 'one')).toHaveLength(1)
    expect(await listed(registry, 'two')).toHaveLength(0)
  })

  test.each(makers)('it names each partition in which there is a connection once (%s)', async (_, make) => {
    const registry = await make()
    expect(await registry.partitions()).toEqual([])
    await claimed(registry, claimRequest('one'))
    await claimed(registry, claimRequest('two', { region: 'us-gov-west-1', externalId: 'external-id-of-gov' }))
    await claimed(registry, claimRequest('two', { region: 'us-gov-east-1', externalId: 'external-id-of-gov-east' }))
    expect((await registry.partitions()).toSorted()).toEqual(['aws', 'aws-us-gov'])
  })

  test.each(makers)('an account that is new to the tenant is claimed with its name, and once (%s)', async (_, make) => {
    const registry = await make()
    const requests = Array.from({ length: 20 }, (_unused, index) => ({
      ...claimRequest('one', { externalId: `external-id-of-try-${index}` }, 30),
      name: 'Production',
    }))
    const answers = await Promise.all(requests.map((request) => claimNewAccount(registry, request)))
    expect(answers.map((answer) => answer?.kind).sort()).toEqual(['claimed', ...Array.from({ length: 19 }, () => 'existing')])
    const winner = `external-id-of-try-${answers.findIndex((answer) => answer?.kind === 'claimed')}`
    expect(await listed(registry, 'one')).toMatchObject([{ name: 'Production', externalId: winner }])
    const government = claimRequest('one', { region: 'us-gov-west-1', externalId: 'external-id-of-gov' }, 30)
    expect(await claimNewAccount(registry, government)).toMatchObject({ kind: 'claimed' })
    expect(await claimNewAccount(registry, claimRequest('two', { externalId: 'external-id-of-two' }))).toMatchObject({ kind: 'claimed' })
    expect(await claimNewAccount(registry, claimRequest('two', { accountId: '777788889999', externalId: winner }))).toEqual({
      kind: 'external-id-taken',
    })
  })

  test.each(makers)('a name stays when the same is asked for again without one (%s)', async (_, make) => {
    const registry = await make()
    const request = { ...claimRequest('one'), name: 'Production' }
    await claimNewAccount(registry, request)
    const { name: _name, ...again } = request
    expect(await registry.claim(again)).toMatchObject({ kind: 'existing', connection: { name: 'Production' } })
  })

  test.each(makers)('the last check of every connection of a tenant, with what was asked for then (%s)', async (_, make) => {
    const registry = await make()
    const seen = await claimed(registry, claimRequest('one'))
    await claimed(registry, claimRequest('one', { externalId: 'external-id-not-checked' }))
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-another' }))
    for (const { id } of [seen, other]) await registry.saveVerdict(id, found('unsafe', 'this role'))
    expect(checksOf(await registry.list('one', { after: null, limit: 10 }))).toEqual([
      {
        connectionId: seen.id,
        kind: 'unsafe',
        diagnosis: 'not-assumable',
        checkedAt: '2026-11-22T08:00:00.000Z',
        simulated: true,
        asked: 'this role',
      },
    ])
  })

  test.each(makers)('of 50 claims of one external ID at once, one wins (%s)', async (_, make) => {
    const registry = await make()
    const answers = await Promise.all(Array.from({ length: 50 }, (_unused, index) => registry.claim(claimRequest(`tenant-${index}`))))
    expect(answers.filter((answer) => answer.kind === 'claimed')).toHaveLength(1)
    expect(answers.filter((answer) => answer.kind === 'external-id-taken')).toHaveLength(49)
  })

  test.each(makers)('a tenant holds at most so many connections that were never verified (%s)', async (_, make) => {
    const registry = await make()
    const first = await claimed(registry, claimRequest('one', { externalId: 'first-external-id' }, 2))
    await claimed(registry, claimRequest('one', { externalId: 'second-external-id' }, 2))
    expect(await registry.claim(claimRequest('one', { externalId: 'third-external-id' }, 2))).toEqual({ kind: 'connection-limit' })
    expect(await registry.claim(claimRequest('one', { externalId: 'first-external-id' }, 2))).toMatchObject({ kind: 'existing' })
    expect(await registry.claim(claimRequest('two', { externalId: 'third-external-id' }, 2))).toMatchObject({ kind: 'claimed' })
    await registry.saveVerdict(first.id, found('verified'))
    await registry.saveVerdict(first.id, found('drifted'))
    expect(await registry.claim(claimRequest('one', { externalId: 'fourth-external-id' }, 2))).toMatchObject({ kind: 'claimed' })
  })

  test.each(makers)('a verdict is kept with what was asked for, also when that changes (%s)', async (_, make) => {
    const registry = await make()
    const connection = await claimed(registry, claimRequest('one'))
    expect(await registry.lastVerdict(connection.id)).toBeNull()
    await registry.saveVerdict(connection.id, found('waiting', 'this'))
    const changed = await registry.updatePermissions(
      'one',
      connection.id,
      {
        permissions: { writeResults: { resultBucket: 'acme-results' } },
      },
      sameTime,
    )
    expect(changed).toEqual({ ...connection, permissions: { writeResults: { resultBucket: 'acme-results' } } })
    expect(await registry.lastVerdict(connection.id)).toEqual(last('waiting', 'this'))
    await registry.saveVerdict(connection.id, found('verified', 'that'))
    expect(await registry.lastVerdict(connection.id)).toEqual(last('verified', 'that'))
    expect(await registry.updatePermissions('two', connection.id, { permissions: {} }, sameTime)).toBeNull()
  })

  test.each(makers)(
    'asking again with another path is another role, and an edited policy goes with its permissions (%s)',
    async (_, make) => {
      const registry = await make()
      const request = claimRequest('one')
      const connection = await claimed(registry, request)
      const terms = ConnectionTerms.parse({
        ...request.terms,
        role: { path: '/company/', tags: [{ key: 'Team', value: 'Platform' }], maxSessionDuration: 3600 },
        permissionsPolicy: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } },
      })
      const again = await registry.claim({ ...request, terms, roleArn: () => 'arn:aws:iam::444455556666:role/company/R' })
      const changed = { ...connection, ...terms, roleArn: 'arn:aws:iam::444455556666:role/company/R' }
      expect(again).toEqual({ kind: 'existing', connection: changed })
      expect(await registry.find('one', connection.id)).toEqual(changed)
      const { permissionsPolicy, ...unedited } = changed
      expect(await registry.updatePermissions('one', connection.id, { permissions: changed.permissions }, sameTime)).toEqual(unedited)
      const edited = await registry.updatePermissions(
        'one',
        connection.id,
        { permissions: changed.permissions, permissionsPolicy },
        sameTime,
      )
      expect(edited).toEqual(changed)
    },
  )

  const roleOf = (connectionId: string) => `arn:aws:iam::444455556666:role/R-${connectionId}`

  test.each(makers)('a repeated claim names the role after the connection that exists, also at the same time (%s)', async (_, make) => {
    const registry = await make()
    const requests = Array.from({ length: 5 }, () => ({ ...claimRequest('one'), roleArn: roleOf }))
    const answers = await Promise.all(requests.map((request) => registry.claim(request)))
    const connections = answers.flatMap((answer) => ('connection' in answer ? [answer.connection] : []))
    const [first] = connections
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['claimed', 'existing', 'existing', 'existing', 'existing'])
    expect(new Set(connections.map(({ id }) => id)).size).toBe(1)
    expect(connections.map(({ roleArn }) => roleArn)).toEqual(connections.map(({ id }) => roleOf(id)))
    expect(await registry.find('one', first?.id ?? '')).toEqual(first)
  })

  const suffixed: Vendor = { ...vendor, role: { ...vendor.role, nameSuffix: 'per-connection' } }

  test.each(
    makers.flatMap(([name, make]) => [
      ['no longer has', name, make, suffixed, vendor, {}] as const,
      ['now has', name, make, vendor, suffixed, {}] as const,
      ['no longer has', `${name}, in another path`, make, suffixed, vendor, { path: '/company/' }] as const,
      ['now has', `${name}, in another path`, make, vendor, suffixed, { path: '/company/' }] as const,
    ]),
  )('a repeated claim keeps the role name when the config %s a suffix (%s)', async (_, __, make, before, after, role) => {
    const registry = await make()
    const request = claimRequest('one')
    const namedBy = (served: Vendor, terms = request.terms) => ({
      terms,
      roleArn: (id: string, held: HeldRole | null) => claimedRoleArn(terms, served, id, held),
    })
    const connection = await claimed(registry, { ...request, ...namedBy(before) })
    const terms = ConnectionTerms.parse({ ...request.terms, ...(Object.keys(role).length === 0 ? {} : { role }) })
    const [start, name] = connection.roleArn.split('/')
    const roleArn = 'path' in role ? `${start}${role.path}${name}` : connection.roleArn
    const moved = { ...connection, ...terms, roleArn }
    expect(await registry.claim({ ...claimRequest('one'), ...namedBy(after, terms) })).toEqual({ kind: 'existing', connection: moved })
    expect(await registry.find('one', connection.id)).toEqual(moved)
    const back = await registry.claim({ ...claimRequest('one'), ...namedBy(after) })
    expect(back).toEqual({ kind: 'existing', connection })
  })

  test.each(makers)('a repeated claim leaves an imported role its name and path (%s)', async (_, make) => {
    const registry = await make()
    const request = claimRequest('one')
    const imported = 'arn:aws:iam::444455556666:role/imported/AcmeRole'
    const connection = await claimed(registry, { ...request, roleArn: () => imported })
    const again = {
      ...claimRequest('one'),
      roleArn: (id: string, held: HeldRole | null) => claimedRoleArn(request.terms, vendor, id, held),
    }
    expect(await registry.claim(again)).toEqual({ kind: 'existing', connection })
    expect(connection.roleArn).toBe(imported)
  })

  test.each(makers)('a tenant holds several connections to one account, each with its own external ID and role (%s)', async (_, make) => {
    const registry = await make()
    const first = await claimed(registry, { ...claimRequest('one'), roleArn: roleOf })
    const second = await claimed(registry, { ...claimRequest('one', { externalId: 'second-id-of-one' }), roleArn: roleOf })
    expect(second.accountId).toBe(first.accountId)
    expect([first.roleArn, second.roleArn]).toEqual([roleOf(first.id), roleOf(second.id)])
    expect((await registry.heldOnAccount('one', first.accountId, 'aws')).map(({ id }) => id)).toEqual([first.id, second.id])
    expect(await registry.otherExternalIds('one', first)).toEqual([])
    await registry.saveVerdict(first.id, found('verified'))
    expect(await registry.lastVerdict(second.id)).toBeNull()
    const again = await registry.claimNewAccounts([{ ...claimRequest('one', { externalId: 'third-id-of-one' }), roleArn: roleOf }])
    expect(again).toEqual([{ kind: 'existing', connection: second }])
  })

  test.each(makers)('the first check is remembered (%s)', async (_, make) => {
    const registry = await make()
    const connection = await claimed(registry, claimRequest('one'))
    expect(await registry.firstCheckAt(connection.id, '2026-11-22T08:00:00.000Z')).toBe('2026-11-22T08:00:00.000Z')
    expect(await registry.firstCheckAt(connection.id, '2026-11-22T09:00:00.000Z')).toBe('2026-11-22T08:00:00.000Z')
    // The clock was set back.
    expect(await registry.firstCheckAt(connection.id, '2026-11-21T08:00:00.000Z')).toBe('2026-11-21T08:00:00.000Z')
    expect(await registry.firstCheckAt(connection.id, '2026-11-22T09:00:00.000Z')).toBe('2026-11-21T08:00:00.000Z')
  })

  const shared = 'arn:aws:iam::444455556666:role/R'

  test.each(makers)(
    'lists other tenants’ connections to a role, those that work with it first, and what their IDs did (%s)',
    async (_, make) => {
      const registry = await make()
      const own = await claimed(registry, claimRequest('one'))
      const waiting = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
      const working = await claimed(registry, claimRequest('three', { externalId: 'external-id-of-three' }))
      await claimed(registry, claimRequest('one', { externalId: 'another-id-of-one' }))
      await claimed(registry, claimRequest('four', { accountId: '777788889999', externalId: 'external-id-of-four' }))
      expect(own.roleArn).toBe(shared)
      await registry.saveVerdict(working.id, found('verified'))
      const record = (connection: typeof own, isInUse: boolean, outcome: 'denied' | 'assumed' | null) => ({
        connectionId: connection.id,
        externalId: connection.externalId,
        isInUse,
        outcome,
      })
      expect(await registry.otherExternalIds('one', own)).toEqual([record(working, true, null), record(waiting, false, null)])
      const tried = (outcome: 'denied' | 'assumed' | 'error') => ({
        connectionId: working.id,
        externalId: working.externalId,
        outcome,
        wasAccepted: false,
      })
      const save = (results: ReturnType<typeof tried>[], isChanged: boolean) =>
        registry.saveVerdict(own.id, { ...found('verified'), otherExternalIds: results, isChanged })
      await save([tried('denied')], false)
      expect(await registry.otherExternalIds('one', own)).toEqual([record(working, true, 'denied'), record(waiting, false, null)])
      await save([tried('error')], false)
      expect((await registry.otherExternalIds('one', own))[0]).toEqual(record(working, true, 'denied'))
      await save([tried('assumed')], false)
      expect((await registry.otherExternalIds('one', own))[0]).toEqual(record(working, true, 'assumed'))
      await save([tried('denied')], false)
      expect((await registry.otherExternalIds('one', own))[0]).toEqual(record(working, true, 'denied'))
      await save([], true)
      expect((await registry.otherExternalIds('one', own))[0]).toEqual(record(working, true, null))
      await save([tried('assumed')], true)
      await save([], true)
      expect((await registry.otherExternalIds('one', own))[0]).toEqual(record(working, true, 'assumed'))
      expect(await registry.otherExternalIds('three', working)).toMatchObject([{ isInUse: true }, { isInUse: false }, { isInUse: false }])
    },
  )

  test.each(makers)(
    'lists another connection’s ID to be tried again once its own check finds that the role accepts it (%s)',
    async (_, make) => {
      const registry = await make()
      const own = await claimed(registry, claimRequest('one'))
      const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
      const result = { connectionId: other.id, externalId: other.externalId, outcome: 'denied', wasAccepted: false } as const
      await registry.saveVerdict(own.id, { ...found('verified'), otherExternalIds: [result] })
      const toTry = async () => untried(await registry.otherExternalIds('one', own)).map(({ connectionId }) => connectionId)
      expect(await toTry()).toEqual([])
      await registry.saveVerdict(other.id, { ...found('unsafe'), isIdAccepted: true })
      expect(await toTry()).toEqual([other.id])
      await registry.saveVerdict(other.id, { ...found('not-ready'), isIdAccepted: false })
      expect(await toTry()).toEqual([])
    },
  )

  test.each(makers)('forgets what another connection’s ID did once either one takes a step of a rotation (%s)', async (_, make) => {
    const registry = await make()
    const own = await claimed(registry, claimRequest('one'))
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const at = '2026-11-22T08:00:00.000Z'
    const save = (externalId: string) => {
      const results = [{ connectionId: other.id, externalId, outcome: 'denied', wasAccepted: false } as const]
      return registry.saveVerdict(own.id, { ...found('verified'), otherExternalIds: results })
    }
    const outcome = async () => (await registry.otherExternalIds('one', own))[0]?.outcome
    await save(other.externalId)
    expect(await outcome()).toBe('denied')
    const { externalId: secondId } = claimRequest('two', { externalId: 'the-next-external-id' }).terms
    await registry.rotations.start('two', other.id, { externalId: secondId, at })
    expect(await outcome()).toBe('denied')
    await registry.rotations.confirm('two', other.id, { secondId, at })
    expect(await outcome()).toBeNull()
    // A check that began before the confirmation ends after it.
    await save(other.externalId)
    expect(await outcome()).toBeNull()
    await save(secondId)
    expect(await outcome()).toBe('denied')
    const { externalId: ownSecondId } = claimRequest('one', { externalId: 'the-next-external-id-of-one' }).terms
    await registry.rotations.start('one', own.id, { externalId: ownSecondId, at })
    await registry.rotations.confirm('one', own.id, { secondId: ownSecondId, at })
    expect(await outcome()).toBeNull()
    await save(secondId)
    await registry.rotations.complete('one', own.id, { secondId: own.externalId, at })
    expect(await outcome()).toBeNull()
  })

  test.each(makers)('lists at most five other connections to a role (%s)', async (_, make) => {
    const registry = await make()
    const own = await claimed(registry, claimRequest('one'))
    for (const index of Array(8).keys()) await claimed(registry, claimRequest(`tenant-${index}`, { externalId: `external-id-${index}` }))
    expect(await registry.otherExternalIds('one', own)).toHaveLength(5)
  })

  test.each(makers)('tells how tenants use an account: the first to claim it, and the verified ones (%s)', async (_, make) => {
    const registry = await make()
    const use = (tenant: string) => registry.accountUse(tenant, AccountId.parse('444455556666'), 'aws')
    expect(await use('one')).toEqual({ isFirst: true, wasVerified: false, wasVerifiedByOther: false })
    await claimed(registry, claimRequest('one'))
    const second = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    expect(await use('two')).toEqual({ isFirst: false, wasVerified: false, wasVerifiedByOther: false })
    await registry.saveVerdict(second.id, found('verified'))
    expect(await use('one')).toEqual({ isFirst: true, wasVerified: false, wasVerifiedByOther: true })
    expect(await use('two')).toEqual({ isFirst: false, wasVerified: true, wasVerifiedByOther: false })
    expect(await registry.accountUse('one', AccountId.parse('444455556666'), 'aws-cn')).toMatchObject({ wasVerifiedByOther: false })
  })

  test.each(makers)('lists in pages, and a connection that is added meanwhile comes last (%s)', async (_, make) => {
    const registry = await make()
    const ids: string[] = []
    const add = async (tenant: string, name: string) => {
      const { id } = await claimed(registry, { ...claimRequest(tenant, { externalId: `external-id-${name}` }, 20), createdAt: sameTime })
      if (tenant === 'one') ids.push(id)
    }
    for (const name of ['a', 'b', 'c', 'd', 'e']) await add('one', name)
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const first = await registry.list('one', { after: null, limit: 2 })
    await add('one', 'f')
    const second = await registry.list('one', { after: first?.next ?? null, limit: 2 })
    const third = await registry.list('one', { after: second?.next ?? null, limit: 2 })
    const seen = [first, second, third].flatMap((page) => page?.entries.map(({ connection }) => connection.id) ?? [])
    expect(seen).toEqual(ids)
    expect(ids).toHaveLength(6)
    expect(third?.next).toBeNull()
    for (const bad of ['', 'absent', other.id]) expect(await registry.list('one', { after: bad, limit: 2 })).toBeNull()
  })

  test.each(makers)('finds what a tenant holds on one account, oldest first (%s)', async (_, make) => {
    const registry = await make()
    const first = await claimed(registry, claimRequest('one'))
    const second = await claimed(registry, claimRequest('one', { externalId: 'another-external-id' }))
    await claimed(registry, claimRequest('one', { externalId: 'external-id-of-gov', region: 'us-gov-west-1' }))
    await claimed(registry, claimRequest('one', { externalId: 'external-id-elsewhere', accountId: '777788889999' }))
    await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    expect(await registry.heldOnAccount('one', '444455556666', 'aws')).toEqual(
      [first, second].map(({ id, externalId }) => ({ id, externalId })),
    )
  })

  test.each(makers)('equal claims at the same time make one connection, where an earlier one counts as the same (%s)', async (_, make) => {
    const registry = await make()
    const names = ['a', 'b', 'c', 'd', 'e']
    const request = (tenant: string, name: string, change = {}): ClaimRequest => ({
      ...claimRequest(tenant, { externalId: `external-id-of-${name}`, ...change }),
      earlier: ([first]) => first,
    })
    await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const answers = await Promise.all(names.map((name) => registry.claim(request('one', name))))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['claimed', 'existing', 'existing', 'existing', 'existing'])
    const [made] = (await listed(registry, 'one')) ?? []
    expect(answers).toEqual(names.map(() => expect.objectContaining({ connection: made })))
    expect(await registry.claim(request('one', 'f', { accountId: '777788889999' }))).toMatchObject({ kind: 'claimed' })
    expect(await registry.claim({ ...request('one', 'g'), earlier: () => undefined })).toMatchObject({ kind: 'claimed' })
    expect(await listed(registry, 'one')).toHaveLength(3)
  })

  test.each(makers)('finds nothing wrong with itself (%s)', async (_, make) => {
    const registry = await make()
    expect([await registry.fault(), await registry.fault()]).toEqual([null, null])
    const storeTime = await registry.storeTime()
    expect(storeTime === null || Math.abs(storeTime.getTime() - Date.now()) < 5000).toBe(true)
  })

  test.each(makers)('claims several accounts at once, each with its own answer (%s)', async (_, make) => {
    const registry = await make()
    await claimed(registry, claimRequest('two', { externalId: 'external-id-that-is-taken' }))
    const answers = await registry.claimNewAccounts([
      claimRequest('one', { externalId: 'external-id-of-a' }),
      claimRequest('one', { externalId: 'external-id-of-b' }),
      claimRequest('one', { externalId: 'external-id-that-is-taken', accountId: '777788889999' }),
      claimRequest('one', { externalId: 'external-id-of-c', accountId: '777788889999' }),
    ])
    expect(answers.map(({ kind }) => kind)).toEqual(['claimed', 'existing', 'external-id-taken', 'claimed'])
    expect(await listed(registry, 'one')).toHaveLength(2)
  })
}
