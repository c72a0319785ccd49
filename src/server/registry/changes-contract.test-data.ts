import { expect, test } from 'vitest'
import type { Partition } from '#core/aws/partition.ts'
import type { Disconnection } from '#core/connection/disconnection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import type { ChangeFilter, VerdictKindsPage } from './connection-records.ts'
import { type NewEvent, newEvent } from './event-records.ts'
import type { HandoffRecord } from './records.ts'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found, historyOf, listed, type Makers, unstorableText } from './registry-contract.test-data.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()
const lease = (holder: string, minute: number) => ({ holder, now: at(minute), until: at(minute + 5) })
const dueIn = (holder: string, minute: number, limit: number, partitions: readonly Partition[] = ['aws']) => ({
  ...lease(holder, minute),
  limit,
  partitions,
})
const all = { after: null, limit: 10 }

const newId = (externalId: string, minute = 10) => ({ externalId: ExternalId.parse(externalId), at: at(minute) })
const step = (secondId: string, minute: number) => ({ secondId: ExternalId.parse(secondId), at: at(minute) })

const checkedAt = (kind: Parameters<typeof found>[0], minute: number) => {
  const given = found(kind)
  return { ...given, verdict: { ...given.verdict, checkedAt: at(minute) }, isChanged: true }
}

const eventOf = (connectionId: string, minute: number): NewEvent =>
  newEvent('connection.verified', { tenant: 'one', connectionId, at: at(minute) }, { minute })

async function one(registry: Registry, id: string) {
  const connection = await registry.find('one', id)
  if (connection === null) throw new Error('The connection exists')
  return connection
}

async function changed(registry: Registry, filter: ChangeFilter = {}) {
  const page = await registry.changes(filter, all)
  return page?.entries.map(({ connection }) => connection.id)
}

/** The contract of every registry for lists of changes and for history. */
export function changesContract(makers: Makers): void {
  test.each(makers)('pages through the kinds of the last verdicts, without disconnected connections (%s)', async (_, make) => {
    const registry = await make()
    const ids: string[] = []
    for (const name of ['one', 'two', 'three', 'four'])
      ids.push((await claimed(registry, claimRequest(name, { externalId: `external-id-of-${name}` }))).id)
    await registry.saveVerdict(ids[0] ?? '', checkedAt('verified', 5))
    await registry.saveVerdict(ids[1] ?? '', checkedAt('waiting', 6))
    await registry.disconnect('four', ids[3] ?? '', at(7))
    const kinds: string[] = []
    let after: string | null = null
    do {
      const page: VerdictKindsPage = await registry.verdictKinds({ after, limit: 2 })
      expect(page.kinds.length).toBeLessThanOrEqual(2)
      kinds.push(...page.kinds)
      after = page.next
    } while (after !== null)
    expect(kinds.toSorted()).toEqual(['unchecked', 'verified', 'waiting'])
  })

  test.each(makers)(
    'a connection that someone ends has that status, and no verdict from before after a cancellation (%s)',
    async (_, make) => {
      const registry = await make()
      const { id } = await claimed(registry, claimRequest('one'))
      await registry.saveVerdict(id, checkedAt('verified', 5))
      const expectStatus = async (expected: NonNullable<ChangeFilter['status']>) => {
        expect((await registry.verdictKinds({ after: null, limit: 2 })).kinds).toEqual([expected])
        for (const status of ['verified', 'unchecked', 'disconnecting'] as const)
          expect([status, await changed(registry, { status })]).toEqual([status, status === expected ? [id] : []])
      }
      await expectStatus('verified')
      await registry.disconnections.start('one', id, at(6))
      await expectStatus('disconnecting')
      expect((await registry.list('one', all))?.entries[0]?.check).toMatchObject({ kind: 'verified', disconnectionToldAt: at(6) })
      await registry.disconnections.cancel('one', id, at(7))
      await expectStatus('unchecked')
      const last = await registry.lastVerdict(id)
      const known = { knownAt: last?.verdict.checkedAt ?? null, knownDisconnectionAt: at(6) }
      expect(await registry.saveVerdict(id, { ...checkedAt('verified', 8), ...known })).toEqual({ kind: 'saved' })
      await expectStatus('verified')
    },
  )

  test.each(makers)('a copy whose clock is behind moves no connection back in the list of changes (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    await registry.rename('one', id, 'Production', at(6))
    await registry.updatePermissions('one', id, { permissions: {} }, at(5))
    expect(await registry.ofAnyTenant(id)).toMatchObject({ changedAt: at(6) })
    await registry.disconnect('one', id, at(4))
    expect(await registry.ofAnyTenant(id)).toMatchObject({ changedAt: at(6), disconnectedAt: at(4) })
    expect(await changed(registry, { changedSince: at(6) })).toEqual([id])
  })

  test.each(makers)('lists the connections of all tenants in the order of their last change (%s)', async (_, make) => {
    const registry = await make()
    const first = await claimed(registry, claimRequest('one'))
    const second = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two', accountId: '777788889999' }))
    const third = await claimed(registry, claimRequest('one', { externalId: 'external-id-of-three' }))
    expect(await changed(registry)).toEqual([first.id, second.id, third.id])
    await registry.saveVerdict(first.id, checkedAt('verified', 5))
    await registry.updatePermissions('two', second.id, { permissions: {} }, at(6))
    expect(await changed(registry)).toEqual([third.id, first.id, second.id])
    await registry.saveVerdict(third.id, { ...found('waiting'), isChanged: false })
    expect(await changed(registry)).toEqual([third.id, first.id, second.id])
    expect(await changed(registry, { tenant: 'one' })).toEqual([third.id, first.id])
    expect(await changed(registry, { accountId: '777788889999' })).toEqual([second.id])
    expect(await changed(registry, { status: 'verified' })).toEqual([first.id])
    expect(await changed(registry, { status: 'unchecked' })).toEqual([second.id])
    expect(await changed(registry, { changedSince: at(6) })).toEqual([second.id])
    expect(await changed(registry, { tenant: 'absent' })).toEqual([])
    for (const filter of ['tenant', 'accountId', 'changedSince']) expect(await changed(registry, { [filter]: unstorableText })).toEqual([])
  })

  test.each(makers)(
    'moves a connection in the list of changes for a claim that changes it, and for no repeated one (%s)',
    async (_, make) => {
      const registry = await make()
      const request = claimRequest('one')
      const first = await claimed(registry, request)
      const second = await claimed(registry, claimRequest('one', { externalId: 'external-id-of-two' }))
      await registry.claim({ ...request, createdAt: at(5) })
      expect(await changed(registry)).toEqual([first.id, second.id])
      await registry.claim({
        ...request,
        createdAt: at(6),
        roleArn: (connectionId, held) => `${request.roleArn(connectionId, held)}-changed`,
      })
      expect(await changed(registry)).toEqual([second.id, first.id])
    },
  )

  test.each(makers)('finds no fault while several copies look for one at once (%s)', async (_, make) => {
    const registry = await make()
    expect(await Promise.all(Array.from({ length: 8 }, () => registry.fault()))).toEqual(Array.from({ length: 8 }, () => null))
  })

  test.each(makers)('keeps each text of policies, verdicts and history as it is (%s)', async (_, make) => {
    const registry = await make()
    const statement = { Sid: unstorableText, Effect: 'Allow', Action: '*', Resource: [unstorableText, ''] }
    const permissionsPolicy = PolicyDocument.parse({ Statement: statement })
    const policy = { permissions: { readSourceImages: { [unstorableText]: unstorableText } }, permissionsPolicy }
    const request = claimRequest('one')
    const claim = { ...request, terms: { ...request.terms, ...policy } }
    const { id } = await claimed(registry, claim)
    expect(await registry.find('one', id)).toMatchObject(policy)
    expect(await registry.claim(claim)).toMatchObject({ kind: 'existing', connection: policy })
    expect(await registry.updatePermissions('one', id, policy, at(1))).toMatchObject(policy)
    const given = checkedAt('waiting', 2)
    const probe = { name: 'right-id', outcome: 'error', code: unstorableText, requestId: '', region: unstorableText, at: at(2) } as const
    const verdict = { ...given.verdict, probes: [probe] }
    const event = { ...eventOf(id, 2), data: { note: unstorableText } }
    await registry.saveVerdict(id, { ...given, verdict, remembered: verdict, event })
    expect(await registry.events.find(event.id)).toMatchObject(event)
    expect((await registry.lastVerdict(id))?.verdict).toEqual(verdict)
    expect((await historyOf(registry, 'one', id))?.at(-1)?.verdict).toEqual(verdict)
  })

  test.each(makers)('renames an own connection, and removes its name (%s)', async (_, make) => {
    const registry = await make()
    const { id, name: _none, ...rest } = await claimed(registry, claimRequest('one', { externalId: 'external-id-of-name' }))
    expect(await registry.rename('one', id, 'Acme production', at(1))).toEqual({ id, ...rest, name: 'Acme production' })
    expect(await registry.find('one', id)).toMatchObject({ name: 'Acme production' })
    expect(await registry.rename('two', id, 'Theirs', at(2))).toBeNull()
    expect(await registry.rename('one', id, null, at(3))).toEqual({ id, ...rest })
  })

  test.each(makers)('shows each change with its tenant, its check and its time, a page at a time (%s)', async (_, make) => {
    const registry = await make()
    const ids: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      ids.push((await claimed(registry, claimRequest(`tenant-${name}`, { externalId: `external-id-${name}` }))).id)
    const [, , third = ''] = ids
    await registry.saveVerdict(third, checkedAt('unsafe', 1))
    const pages = []
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const page = await registry.changes({}, { after, limit: 2 })
      pages.push(page?.entries.map(({ connection }) => connection.id))
      after = page?.next ?? undefined
    }
    expect(pages).toEqual([[ids[0], ids[1]], [ids[3], ids[4]], [third]])
    const last = await registry.changes({ changedSince: at(0) }, all)
    expect(last?.entries).toMatchObject([{ tenant: 'tenant-c', changedAt: at(1), disconnectedAt: null, check: { kind: 'unsafe' } }])
    for (const bad of ['', 'absent', third]) expect(await registry.changes({}, { after: bad, limit: 2 })).toBeNull()
  })

  test.each(makers)('keeps the history of a connection for its tenant (%s)', async (_, make) => {
    const registry = await make()
    const request = claimRequest('one')
    const { id, createdAt } = await claimed(registry, request)
    await registry.claim({ ...request, createdAt: at(0) })
    await registry.claim({ ...claimRequest('one', { region: 'eu-west-1' }), createdAt: at(1) })
    const verified = checkedAt('verified', 2)
    await registry.saveVerdict(id, verified)
    await registry.saveVerdict(id, { ...checkedAt('verified', 3), isChanged: false })
    await registry.updatePermissions('one', id, { permissions: {} }, at(4))
    expect(await historyOf(registry, 'one', id)).toEqual([
      { kind: 'claimed', at: createdAt },
      { kind: 'terms-changed', at: at(1) },
      { kind: 'verdict', at: at(2), verdict: verified.verdict },
      { kind: 'terms-changed', at: at(4) },
    ])
    expect([await historyOf(registry, 'two', id), await historyOf(registry, 'one', 'absent')]).toEqual([null, null])
  })

  test.each(makers)('pages through the history of a connection, also while it grows (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    for (const minute of [1, 2, 3, 4]) await registry.rename('one', id, `Name ${minute}`, at(minute))
    const page = async (after: string | null, limit: number) => {
      const found = await registry.history('one', id, { after, limit })
      return [found?.entries.map((entry) => (entry.kind === 'claimed' ? 'claimed' : entry.at)), found?.next ?? null] as const
    }
    const [first, next] = await page(null, 1)
    expect(first).toEqual(['claimed'])
    const [second, afterSecond] = await page(next, 2)
    expect(second).toEqual([at(1), at(2)])
    await registry.rename('one', id, 'Name 5', at(5))
    expect(await page(afterSecond, 3)).toEqual([[at(3), at(4), at(5)], null])
    expect(await page(null, 6)).toEqual([['claimed', at(1), at(2), at(3), at(4), at(5)], null])
    for (const bad of ['', 'absent', '-1', '1.5', id]) expect(await registry.history('one', id, { after: bad, limit: 1 })).toBeNull()
  })
}

/** The contract of every registry for leases, schedules and events. */
export function scheduleContract(makers: Makers): void {
  test.each(makers)('gives a connection to one holder at a time (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const answers = await Promise.all(Array.from({ length: 10 }, (_unused, index) => registry.leases.take(id, lease(`holder-${index}`, 0))))
    expect(answers.filter((isTaken) => isTaken)).toHaveLength(1)
    const holder = `holder-${answers.indexOf(true)}`
    expect(await registry.leases.take(id, lease(holder, 1))).toBe(true)
    await registry.leases.release(id, 'another')
    const isFree = (name: string, minute: number) => registry.leases.isFree(id, lease(name, minute))
    expect([await isFree(holder, 5), await isFree('another', 5), await isFree('another', 6)]).toEqual([true, false, true])
    expect(await registry.leases.take(id, lease('another', 5))).toBe(false)
    expect(await registry.leases.take(id, lease('another', 6))).toBe(true)
    await registry.leases.release(id, 'another')
    expect(await registry.leases.take(id, lease(holder, 6))).toBe(true)
    expect([await isFree(holder, 6), await registry.leases.isFree('absent', lease(holder, 6))]).toEqual([true, false])
    expect(await registry.leases.take('absent', lease(holder, 6))).toBe(false)
  })

  test.each(makers)('gives each due connection to one holder, longest overdue first (%s)', async (_, make) => {
    const registry = await make()
    const scheduled: string[] = []
    for (const minute of [3, 1, 2, 9]) {
      const { id } = await claimed(registry, claimRequest('one', { externalId: `external-id-${minute}` }))
      await registry.saveVerdict(id, { ...found('verified'), nextCheckAt: at(minute) })
      scheduled.push(id)
    }
    const [third, first, second, later] = scheduled
    const taken = await registry.leases.takeDue(dueIn('a', 5, 2))
    expect(taken.map(({ tenant, connection }) => [tenant, connection.id])).toEqual([
      ['one', first],
      ['one', second],
    ])
    const rest = await Promise.all(['b', 'c'].map((holder) => registry.leases.takeDue(dueIn(holder, 6, 5))))
    expect(rest.flat().map(({ connection }) => connection.id)).toEqual([third])
    await registry.saveVerdict(first ?? '', { ...found('verified'), nextCheckAt: null })
    const again = await registry.leases.takeDue(dueIn('d', 12, 5))
    expect(again.map(({ connection }) => connection.id)).toEqual([second, third, later])
  })

  test.each(makers)('takes what is due in the named partitions alone, and leases nothing else (%s)', async (_, make) => {
    const registry = await make()
    const ids: string[] = []
    for (const [index, region] of ['us-east-1', 'us-gov-west-1', 'cn-north-1', 'us-gov-east-1'].entries()) {
      const { id } = await claimed(registry, claimRequest('one', { externalId: `external-id-${index}`, region }))
      await registry.saveVerdict(id, { ...found('verified'), nextCheckAt: at(index) })
      ids.push(id)
    }
    const taken = async (holder: string, limit: number, partitions: readonly Partition[]) =>
      (await registry.leases.takeDue(dueIn(holder, 9, limit, partitions))).map(({ connection }) => connection.id)
    expect(await taken('a', 2, ['aws-cn', 'aws'])).toEqual([ids[0], ids[2]])
    expect(await taken('b', 9, [])).toEqual([])
    expect(await taken('c', 9, ['aws-us-gov', 'aws-cn'])).toEqual([ids[1], ids[3]])
  })

  test.each(makers)('takes due connections of each tenant in turn, however long the others have been due (%s)', async (_, make) => {
    const registry = await make()
    const names = new Map<string, string>()
    const add = async (tenant: string, name: string, minute: number) => {
      const { id } = await claimed(registry, claimRequest(tenant, { externalId: `external-id-${name}` }, 30))
      await registry.saveVerdict(id, { ...found('verified'), nextCheckAt: at(minute) })
      names.set(id, name)
    }
    for (const minute of [3, 1, 2, 4, 5, 6]) await add('large', `large-${minute}`, minute)
    for (const minute of [9, 8]) await add('small', `small-${minute}`, minute)
    await add('late', 'late-10', 10)
    const taken = async (holder: string, limit: number) =>
      (await registry.leases.takeDue(dueIn(holder, 11, limit))).map(({ connection }) => names.get(connection.id))
    expect(await taken('a', 4)).toEqual(['large-1', 'small-8', 'late-10', 'large-2'])
    expect(await taken('b', 4)).toEqual(['large-3', 'small-9', 'large-4', 'large-5'])
  })

  test.each(makers)('gives a due connection to one holder after another one released it (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    await registry.leases.take(id, lease('a', 0))
    await registry.saveVerdict(id, { ...found('verified'), nextCheckAt: at(1) })
    await registry.leases.release(id, 'a')
    const taken = await Promise.all(['b', 'c', 'd'].map((holder) => registry.leases.takeDue(dueIn(holder, 2, 5))))
    expect(taken.flat().map(({ connection }) => connection.id)).toEqual([id])
    expect(await registry.leases.takeDue(dueIn('e', 6, 5))).toEqual([])
  })

  test.each(makers)('stores nothing of a verdict that is older than the stored one, and returns that one (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const newer = { ...checkedAt('unsafe', 5), nextCheckAt: at(30) }
    const otherExternalIds = [{ connectionId: other.id, externalId: other.externalId, outcome: 'denied', wasAccepted: false } as const]
    const older = { ...checkedAt('verified', 4), otherExternalIds, nextCheckAt: at(10), event: eventOf(id, 4) }
    expect(await registry.saveVerdict(id, newer)).toEqual({ kind: 'saved' })
    const before = await historyOf(registry, 'one', id)
    const { verdict, remembered, asked } = newer
    expect(await registry.saveVerdict(id, older)).toEqual({ kind: 'outdated', newer: { verdict, remembered, asked } })
    expect(await registry.lastVerdict(id)).toEqual({ verdict, remembered, asked })
    expect(await historyOf(registry, 'one', id)).toEqual(before)
    expect(await registry.events.take({ now: at(9), until: at(10), limit: 1 })).toEqual([])
    expect(await registry.leases.takeDue(dueIn('a', 20, 1))).toEqual([])
    expect(await registry.otherExternalIds('two', other)).toMatchObject([{ isInUse: false }])
    expect((await registry.otherExternalIds('one', await one(registry, id)))[0]?.outcome).toBeNull()
    expect(await registry.saveVerdict(id, { ...checkedAt('waiting', 5) })).toEqual({ kind: 'saved' })
  })

  test.each(makers)('replaces a verdict of the future if its check knew it (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    await registry.saveVerdict(id, checkedAt('verified', 50))
    expect((await registry.saveVerdict(id, { ...checkedAt('unsafe', 5), knownAt: at(49) })).kind).toBe('outdated')
    expect(await registry.saveVerdict(id, { ...checkedAt('unsafe', 5), knownAt: at(50) })).toEqual({ kind: 'saved' })
    expect((await registry.lastVerdict(id))?.verdict.kind).toBe('unsafe')
  })

  test.each(makers)('keeps the latest verdict of several that are saved at once (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const minutes = [3, 7, 1, 9, 5, 2, 8, 4, 6]
    await Promise.all(minutes.map((minute) => registry.saveVerdict(id, checkedAt(minute === 9 ? 'unsafe' : 'verified', minute))))
    expect((await registry.lastVerdict(id))?.verdict).toEqual(checkedAt('unsafe', 9).verdict)
    const times = (await historyOf(registry, 'one', id))?.slice(1).map((entry) => entry.at) ?? []
    expect(times).toEqual(times.toSorted())
  })

  test.each(makers)('stores neither the verdict nor the event if one of them cannot be stored (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const before = await historyOf(registry, 'one', id)
    const event = {
      ...eventOf(id, 0),
      get data(): unknown {
        throw new Error('This event cannot be stored')
      },
    }
    await expect(registry.saveVerdict(id, { ...checkedAt('verified', 0), event })).rejects.toThrow('This event cannot be stored')
    expect([await registry.lastVerdict(id), await historyOf(registry, 'one', id)]).toEqual([null, before])
    expect(await registry.events.find(eventOf(id, 0).id)).toBeNull()
  })

  test.each(makers)('stores nothing of a check that outlasts its connection, and says so (%s)', async (_, make) => {
    const registry = await make()
    const [ending, ended, deleted] = [
      await claimed(registry, claimRequest('one')),
      await claimed(registry, claimRequest('one', { externalId: 'external-id-of-ended' })),
      await claimed(registry, claimRequest('two', { externalId: 'external-id-of-deleted' })),
    ].map(({ id }) => id)
    const ids = [ending ?? '', ended ?? '', deleted ?? '', 'absent']
    await registry.disconnections.start('one', ids[0] ?? '', at(1))
    await registry.disconnect('one', ids[1] ?? '', at(1))
    await registry.deleteTenant('two')
    const histories = () => Promise.all(ids.map((id) => historyOf(registry, 'one', id)))
    const before = await histories()
    for (const id of ids) {
      expect(await registry.saveVerdict(id, { ...checkedAt('drifted', 2), event: eventOf(id, 2) })).toEqual({ kind: 'ended' })
      expect([await registry.lastVerdict(id), await registry.events.find(eventOf(id, 2).id)]).toEqual([null, null])
    }
    expect(await histories()).toEqual(before)
    expect(await registry.firstCheckAt('absent', at(1))).toBeNull()
    await registry.disconnections.cancel('one', ids[0] ?? '', at(3))
    expect(await registry.saveVerdict(ids[0] ?? '', checkedAt('verified', 4))).toEqual({ kind: 'saved' })
  })
}

const removal = (outcome: 'allowed' | 'denied', minute: number): Disconnection => ({
  requestedAt: at(1),
  check: { outcome, at: at(minute), requestIds: ['request-1'], simulated: true },
  deniedSince: outcome === 'denied' ? at(minute) : null,
})

/** The contract of every registry for the rotation and the end of a connection. */
export function endsContract(makers: Makers): void {
  test.each(makers)('replaces an external ID by another, and neither is free again (%s)', async (_, make) => {
    const registry = await make()
    const { rotations } = registry
    const connection = await claimed(registry, claimRequest('one'))
    const { id, externalId: old } = connection
    await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const next = newId('the-next-external-id')
    const rotation = { externalId: next.externalId, startedAt: next.at, confirmedAt: null }
    expect(await rotations.start('two', id, next)).toEqual({ kind: 'absent' })
    expect(await rotations.start('one', id, newId('external-id-of-two'))).toEqual({ kind: 'external-id-taken' })
    const started = { ...connection, rotation }
    expect(await rotations.start('one', id, next)).toEqual({ kind: 'started', connection: started })
    expect(await rotations.start('one', id, newId('a-third-external-id'))).toEqual({ kind: 'existing', connection: started })
    expect([await registry.find('one', id), (await registry.ofAnyTenant(id))?.connection]).toEqual([started, started])
    expect(await registry.claim(claimRequest('one'))).toEqual({ kind: 'existing', connection: started })
    expect(await registry.claim(claimRequest('three', { externalId: next.externalId }))).toEqual({ kind: 'external-id-taken' })
    expect(await rotations.confirm('one', id, step('a-third-external-id', 11))).toBeNull()
    expect(await rotations.complete('one', id, step(next.externalId, 11))).toBeNull()
    expect(await rotations.confirm('two', id, step(next.externalId, 11))).toBeNull()
    const inUse = { ...connection, externalId: next.externalId }
    const confirmed = { ...inUse, rotation: { externalId: old, startedAt: next.at, confirmedAt: at(11) } }
    expect(await rotations.confirm('one', id, step(next.externalId, 11))).toEqual(confirmed)
    expect(await rotations.confirm('one', id, step(next.externalId, 12))).toBeNull()
    expect(await rotations.cancel('one', id, at(12))).toEqual(confirmed)
    expect(await registry.find('one', id)).toEqual(confirmed)
    expect(await rotations.complete('one', id, step(next.externalId, 13))).toBeNull()
    expect(await rotations.complete('one', id, step(old, 13))).toEqual(inUse)
    expect([await registry.find('one', id), await rotations.complete('one', id, step(old, 14))]).toEqual([inUse, null])
    expect(await registry.claim(claimRequest('one'))).toEqual({ kind: 'external-id-taken', replacedBy: next.externalId })
    for (const externalId of [old, next.externalId]) expect(await registry.claimedBy('one', externalId)).toBe(id)
    expect([await registry.claimedBy('two', old), await registry.claimedBy('one', 'a-third-external-id')]).toEqual([null, null])
    const elsewhere = claimRequest('one', { accountId: '777788889999' })
    for (const request of [claimRequest('three'), elsewhere]) expect(await registry.claim(request)).toEqual({ kind: 'external-id-taken' })
    expect((await registry.claim(claimRequest('one', { externalId: next.externalId }))).kind).toBe('existing')
    expect(await rotations.start('one', id, newId(old))).toEqual({ kind: 'external-id-taken' })
  })

  test.each(makers)('tells of each step of a rotation in its transaction (%s)', async (_, make) => {
    const registry = await make()
    const { rotations, events } = registry
    const { id, externalId: old } = await claimed(registry, claimRequest('one'))
    const rotated = (minute: number) => newEvent('external-id.rotated', { tenant: 'one', connectionId: id, at: at(minute) })
    await rotations.start('one', id, newId('the-next-external-id'))
    expect((await registry.leases.takeDue(dueIn('a', 10, 2))).map(({ connection }) => connection.id)).toEqual([id])
    expect(await events.find(rotated(10).id)).toBeNull()
    await rotations.confirm('one', id, step('the-next-external-id', 11))
    expect(await events.find(rotated(11).id)).toMatchObject({ ...rotated(11), status: 'pending' })
    await rotations.complete('one', id, step(old, 12))
    expect(await events.find(rotated(12).id)).toMatchObject({ ...rotated(12), status: 'pending' })
    await rotations.complete('one', id, step(old, 13))
    expect(await events.find(rotated(13).id)).toBeNull()
    expect((await historyOf(registry, 'one', id))?.map(({ kind }) => kind)).toEqual([
      'claimed',
      'rotation-started',
      'rotation-confirmed',
      'rotation-completed',
    ])
  })

  test.each(makers)('keeps a rotation as it is while its connection is being disconnected (%s)', async (_, make) => {
    const registry = await make()
    const { rotations } = registry
    const { id, externalId: old } = await claimed(registry, claimRequest('one'))
    const next = newId('the-next-external-id')
    await registry.disconnections.start('one', id, at(1))
    expect(await rotations.start('one', id, next)).toEqual({ kind: 'disconnecting' })
    await registry.disconnections.cancel('one', id, at(2))
    await rotations.start('one', id, next)
    const adding = await registry.disconnections.start('one', id, at(11))
    expect(adding?.rotation?.externalId).toBe(next.externalId)
    expect(await rotations.confirm('one', id, step(next.externalId, 12))).toBeNull()
    expect(await rotations.cancel('one', id, at(12))).toEqual(adding)
    expect(await registry.find('one', id)).toEqual(adding)
    await registry.disconnections.cancel('one', id, at(13))
    await rotations.confirm('one', id, step(next.externalId, 14))
    const removing = await registry.disconnections.start('one', id, at(15))
    expect(await rotations.complete('one', id, step(old, 16))).toBeNull()
    expect(await rotations.start('one', id, newId('a-third-external-id'))).toEqual({ kind: 'disconnecting' })
    expect(await registry.find('one', id)).toEqual(removing)
    expect((await registry.claim(claimRequest('two', { externalId: 'a-third-external-id' }))).kind).toBe('claimed')
  })

  test.each(makers)('cancels a rotation, and its external ID stays claimed (%s)', async (_, make) => {
    const registry = await make()
    const { rotations } = registry
    const connection = await claimed(registry, claimRequest('one'))
    const { id } = connection
    const next = newId('the-next-external-id')
    await rotations.start('one', id, next)
    expect(await rotations.cancel('two', id, at(11))).toBeNull()
    const rotation = { externalId: next.externalId, startedAt: next.at, confirmedAt: at(11), canceledAt: at(11) }
    const canceled = { ...connection, rotation }
    expect(await rotations.cancel('one', id, at(11))).toEqual(canceled)
    expect(await rotations.cancel('one', id, at(12))).toEqual(canceled)
    expect([await registry.find('one', id), (await registry.state('one', id))?.connection]).toEqual([canceled, canceled])
    expect(await rotations.start('one', id, newId('a-third-external-id'))).toEqual({ kind: 'existing', connection: canceled })
    expect(await rotations.confirm('one', id, step(next.externalId, 13))).toBeNull()
    expect(await registry.claim(claimRequest('one', { externalId: next.externalId }))).toEqual({
      kind: 'external-id-taken',
      replacedBy: connection.externalId,
    })
    expect((await historyOf(registry, 'one', id))?.map(({ kind }) => kind)).toEqual(['claimed', 'rotation-started', 'rotation-canceled'])
  })

  test.each(makers)('ends a canceled rotation without an event, and the next one is not canceled (%s)', async (_, make) => {
    const registry = await make()
    const { rotations, events } = registry
    const connection = await claimed(registry, claimRequest('one'))
    const { id } = connection
    const rotated = (minute: number) => newEvent('external-id.rotated', { tenant: 'one', connectionId: id, at: at(minute) })
    const [first, second] = [newId('the-next-external-id'), newId('a-third-external-id', 13)]
    await rotations.start('one', id, first)
    await rotations.cancel('one', id, at(11))
    expect(await rotations.complete('one', id, step(first.externalId, 12))).toEqual(connection)
    expect([await registry.find('one', id), await events.find(rotated(12).id)]).toEqual([connection, null])
    expect(await rotations.start('one', id, second)).toMatchObject({ kind: 'started' })
    await rotations.confirm('one', id, step(second.externalId, 14))
    expect(await events.find(rotated(14).id)).toMatchObject(rotated(14))
    const removing = { externalId: connection.externalId, startedAt: second.at, confirmedAt: at(14) }
    expect((await registry.find('one', id))?.rotation).toEqual(removing)
    await rotations.complete('one', id, step(connection.externalId, 15))
    expect(await events.find(rotated(15).id)).toMatchObject(rotated(15))
    expect((await historyOf(registry, 'one', id))?.map(({ kind }) => kind).slice(1, 4)).toEqual([
      'rotation-started',
      'rotation-canceled',
      'rotation-completed',
    ])
  })

  test.each(makers)('ends a connection: nothing but its history and the list of changes has it (%s)', async (_, make) => {
    const registry = await make()
    const request = claimRequest('one', {}, 1)
    const { id, accountId, ...connection } = await claimed(registry, request)
    await registry.saveVerdict(id, { ...found('waiting'), nextCheckAt: at(1) })
    expect(await registry.disconnect('two', id, at(2))).toBe(false)
    expect(await registry.disconnect('one', id, at(2))).toBe(true)
    expect(await registry.disconnect('one', id, at(3))).toBe(false)
    expect([await registry.find('one', id), await listed(registry, 'one')]).toEqual([null, []])
    expect(await registry.heldOnAccount('one', accountId, 'aws')).toEqual([])
    expect(await registry.updatePermissions('one', id, { permissions: {} }, at(3))).toBeNull()
    expect(await registry.leases.takeDue(dueIn('a', 5, 1))).toEqual([])
    expect(await registry.leases.isFree(id, lease('a', 5))).toBe(false)
    expect(await registry.leases.take(id, lease('a', 5))).toBe(false)
    expect((await registry.accountUse('two', accountId, 'aws')).isFirst).toBe(true)
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    expect(other.roleArn).toBe(connection.roleArn)
    expect(await registry.otherExternalIds('two', other)).toEqual([])
    expect((await registry.changes({ tenant: 'one' }, all))?.entries).toMatchObject([{ disconnectedAt: at(2), changedAt: at(2) }])
    expect((await historyOf(registry, 'one', id))?.at(-1)).toEqual({ kind: 'disconnected', at: at(2) })
    const ended = newEvent('connection.disconnected', { tenant: 'one', connectionId: id, at: at(2) })
    expect(await registry.events.find(ended.id)).toMatchObject({ ...ended, status: 'pending' })
    expect(await registry.claim(request)).toEqual({ kind: 'external-id-taken' })
    expect((await registry.claim(claimRequest('one', { externalId: 'another-external-id' }, 1))).kind).toBe('claimed')
  })

  test.each(makers)(
    'tells of a disconnection in the transaction that starts it, once, and the next verdict is news (%s)',
    async (_, make) => {
      const registry = await make()
      const { disconnections, events } = registry
      const { id } = await claimed(registry, claimRequest('one'))
      const told = (minute: number) => newEvent('connection.disconnecting', { tenant: 'one', connectionId: id, at: at(minute) })
      const started = checkedAt('verified', 1)
      await registry.saveVerdict(id, started)
      await disconnections.start('two', id, at(2))
      expect(await events.find(told(2).id)).toBeNull()
      await Promise.all([3, 3].map((minute) => disconnections.start('one', id, at(minute))))
      await disconnections.start('one', id, at(4))
      expect(await events.find(told(3).id)).toMatchObject({ ...told(3), status: 'pending' })
      expect(await events.find(told(4).id)).toBeNull()
      expect((await registry.lastVerdict(id))?.remembered).toEqual({ ...started.remembered, told: null, disconnectionToldAt: at(3) })
      await disconnections.cancel('one', id, at(5))
      const inFlight = { ...checkedAt('verified', 6), knownAt: at(1) }
      expect(await registry.saveVerdict(id, inFlight)).toMatchObject({ kind: 'outdated', newer: { verdict: started.verdict } })
      expect(await registry.saveVerdict(id, { ...inFlight, knownDisconnectionAt: at(3) })).toEqual({ kind: 'saved' })
      await disconnections.start('one', id, at(7))
      expect(await events.find(told(7).id)).toMatchObject({ ...told(7), status: 'pending' })
      await registry.disconnect('one', id, at(8), removal('denied', 8))
      const types = (await events.list({ status: 'pending', after: null, limit: 9 }))?.events.map(({ type }) => type)
      expect(types?.slice(-3)).toEqual(['connection.disconnecting', 'connection.disconnecting', 'connection.disconnected'])
    },
  )

  test.each(makers)('keeps a disconnection with its last check until it is canceled or confirmed (%s)', async (_, make) => {
    const registry = await make()
    const { disconnections } = registry
    const connection = await claimed(registry, claimRequest('one'))
    const { id } = connection
    const requested = { requestedAt: at(1), check: null, deniedSince: null }
    expect(await disconnections.start('two', id, at(1))).toBeNull()
    expect(await disconnections.cancel('one', id, at(1))).toEqual(connection)
    expect(await disconnections.save('one', id, removal('denied', 2), at(3))).toBe(false)
    expect(await registry.disconnect('one', id, at(2), removal('denied', 2))).toBe(false)
    expect(await disconnections.start('one', id, at(1))).toEqual({ ...connection, disconnection: requested })
    expect(await disconnections.start('one', id, at(2))).toEqual({ ...connection, disconnection: requested })
    expect(await registry.find('one', id)).toEqual({ ...connection, disconnection: requested })
    expect((await registry.claim(claimRequest('one'))).kind).toBe('existing')
    expect(await registry.find('one', id)).toEqual({ ...connection, disconnection: requested })
    await registry.saveVerdict(id, { ...found('verified'), nextCheckAt: at(50) })
    expect((await registry.leases.takeDue(dueIn('a', 1, 2))).map((due) => due.connection)).toEqual([
      { ...connection, disconnection: requested },
    ])
    await registry.leases.release(id, 'a')
    expect(await disconnections.save('two', id, removal('allowed', 2), at(5))).toBe(false)
    expect(await disconnections.save('one', id, removal('allowed', 2), at(5))).toBe(true)
    expect((await registry.state('one', id))?.connection).toEqual({ ...connection, disconnection: removal('allowed', 2) })
    expect(await registry.leases.takeDue(dueIn('a', 4, 5))).toEqual([])
    expect(await disconnections.cancel('two', id, at(6))).toBeNull()
    expect(await disconnections.cancel('one', id, at(6))).toEqual(connection)
    await disconnections.start('one', id, at(7))
    expect(await registry.disconnect('one', id, at(9), removal('denied', 9))).toBe(true)
    expect(await disconnections.start('one', id, at(10))).toBeNull()
    expect(await registry.ofAnyTenant(id)).toMatchObject({
      disconnectedAt: at(9),
      connection: { disconnection: removal('denied', 9) },
    })
    expect((await historyOf(registry, 'one', id))?.map(({ kind }) => kind)).toEqual([
      'claimed',
      'disconnect-requested',
      'disconnect-canceled',
      'disconnect-requested',
      'disconnected',
    ])
  })

  test.each(makers)('deletes everything of a tenant, and its external IDs are never free again (%s)', async (_, make) => {
    const registry = await make()
    const { id, accountId, externalId } = await claimed(registry, claimRequest('one'))
    await registry.rotations.start('one', id, newId('the-next-external-id'))
    await registry.saveVerdict(id, { ...checkedAt('verified', 1), nextCheckAt: at(1), event: eventOf(id, 1) })
    const record: HandoffRecord = { tenant: 'one', tokenSha256: 'sha', handoff: { ...handoff, connectionId: id } }
    await registry.handoffs.add(record)
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const results = [{ connectionId: id, externalId, outcome: 'denied', wasAccepted: false } as const]
    await registry.saveVerdict(other.id, { ...found('verified'), otherExternalIds: results })
    expect(await registry.deleteTenant('absent')).toBe(0)
    expect(await registry.deleteTenant('one')).toBe(1)
    expect([await registry.find('one', id), await historyOf(registry, 'one', id), await registry.lastVerdict(id)]).toEqual([
      null,
      null,
      null,
    ])
    expect([await registry.handoffs.list('one'), await registry.handoffs.findByToken('sha')]).toEqual([[], null])
    expect(await registry.events.take({ now: at(9), until: at(10), limit: 1 })).toEqual([])
    expect(await registry.events.find(eventOf(id, 1).id)).toBeNull()
    expect(await registry.leases.takeDue(dueIn('a', 5, 1))).toEqual([])
    expect(await changed(registry)).toEqual([other.id])
    expect(await registry.otherExternalIds('two', other)).toEqual([])
    expect(await registry.accountUse('two', accountId, 'aws')).toEqual({ isFirst: true, wasVerified: true, wasVerifiedByOther: false })
    for (const externalId of [claimRequest('one').terms.externalId, 'the-next-external-id'])
      for (const tenant of ['one', 'two']) {
        const answer = await registry.claim(claimRequest(tenant, { externalId }))
        expect([externalId, tenant, answer]).toEqual([externalId, tenant, { kind: 'external-id-taken' }])
      }
    expect((await registry.claim(claimRequest('one', { externalId: 'a-new-external-id' }))).kind).toBe('claimed')
  })

  test.each(makers)(
    'deletes a disconnected connection with all that is about it, and keeps its external IDs claimed (%s)',
    async (_, make) => {
      const registry = await make()
      const { id, externalId } = await claimed(registry, claimRequest('one'))
      const kept = await claimed(registry, claimRequest('one', { externalId: 'external-id-of-another' }))
      for (const [of, name] of [
        [id, 'one'],
        [kept.id, 'two'],
      ] as const)
        await registry.handoffs.add({ tenant: 'one', tokenSha256: `sha of ${name}`, handoff: { ...handoff, id: name, connectionId: of } })
      await registry.handoffs.add(draftOf('three', 'the-next-external-id'))
      await registry.handoffs.add(draftOf('four', 'external-id-of-another'))
      await registry.saveVerdict(id, { ...checkedAt('verified', 1), isChanged: true, event: eventOf(id, 1) })
      await registry.rotations.start('one', id, { externalId: ExternalId.parse('the-next-external-id'), at: at(2) })
      for (const absent of [id, 'absent', '']) expect(await registry.deleteConnection(absent)).toBe(false)
      await registry.disconnections.start('one', id, at(3))
      expect(await registry.deleteConnection(id)).toBe(false)
      await registry.disconnect('one', id, at(4))
      expect(await registry.deleteConnection(id)).toBe(true)
      expect(await registry.deleteConnection(id)).toBe(false)
      expect([await registry.ofAnyTenant(id), await registry.history('one', id, all), await registry.lastVerdict(id)]).toEqual([
        null,
        null,
        null,
      ])
      expect((await registry.handoffs.list('one')).map((record) => record.handoff.id)).toEqual(['two', 'four'])
      expect([await registry.events.find(eventOf(id, 1).id), await changed(registry)]).toEqual([null, [kept.id]])
      const pending = await registry.events.list({ status: 'pending', after: null, limit: 9 })
      expect(pending?.events.map(({ connectionId }) => connectionId)).toEqual([kept.id])
      for (const used of [externalId, 'the-next-external-id'])
        for (const tenant of ['one', 'two'])
          expect(await registry.claim(claimRequest(tenant, { externalId: used }))).toEqual({ kind: 'external-id-taken' })
      expect(await registry.deleteTenant('one')).toBe(1)
    },
  )
}

const handoff: HandoffRecord['handoff'] = {
  id: 'handoff-of-deleted',
  purpose: 'create-role',
  requestedBy: null,
  connectionId: null,
  draft: null,
  createdAt: at(0),
  expiresAt: at(59),
  openedAt: null,
  revokedAt: null,
  messages: [],
}

/** A link that wasn't opened. */
const draftOf = (id: string, externalId: string): HandoffRecord => ({
  tenant: 'one',
  tokenSha256: `sha of ${id}`,
  handoff: { ...handoff, id, draft: { accountId: '', region: '', externalId, permissions: {} } },
})
