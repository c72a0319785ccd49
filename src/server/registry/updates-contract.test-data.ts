import { expect, test } from 'vitest'
import { newEvent } from './event-records.ts'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found, historyOf, type Makers } from './registry-contract.test-data.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()

const mark = (connectionId: string, minute: number, before: string | null, after: string) => ({
  before,
  after,
  toldRole: null,
  at: at(minute),
  event: newEvent('connection.needs-update', { tenant: 'one', connectionId, at: at(minute) }),
})

const markOf = async (registry: Registry, id: string) => (await registry.ofAnyTenant(id))?.updateMark

/** The contract of every registry for what the vendor's config asks of connections that exist. */
export function updatesContract(makers: Makers): void {
  test.each(makers)('tells of an update once, with the mark, the history and the last status that was told (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    await registry.saveVerdict(id, found('verified'))
    expect(await markOf(registry, id)).toBeNull()
    const first = mark(id, 1, null, 'first')
    const answers = await Promise.all([1, 2, 3].map(() => registry.markUpdate(id, first)))
    expect(answers.filter((isMarked) => isMarked)).toHaveLength(1)
    expect(await markOf(registry, id)).toBe('first')
    expect(await registry.events.find(first.event.id)).toMatchObject({ type: 'connection.needs-update', connectionId: id })
    expect((await registry.lastVerdict(id))?.remembered.told).toBe('connection.needs-update')
    expect((await registry.lastVerdict(id))?.verdict).toEqual(found('verified').verdict)
    expect((await historyOf(registry, 'one', id))?.filter(({ kind }) => kind === 'needs-update')).toEqual([
      { kind: 'needs-update', at: at(1) },
    ])
    expect((await registry.changes({ changedSince: at(1) }, { after: null, limit: 2 }))?.entries).toMatchObject([
      { changedAt: at(1), updateMark: 'first' },
    ])
  })

  test.each(makers)('replaces a mark without an event, and a wrong one never (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const quiet = { ...mark(id, 1, null, 'first'), event: null }
    expect(await registry.markUpdate(id, quiet)).toBe(true)
    const history = await historyOf(registry, 'one', id)
    expect(history?.map(({ kind }) => kind)).toEqual(['claimed'])
    expect(await registry.markUpdate(id, mark(id, 2, null, 'second'))).toBe(false)
    expect(await registry.markUpdate(id, mark(id, 2, 'another', 'second'))).toBe(false)
    expect(await registry.events.find(mark(id, 2, null, '').event.id)).toBeNull()
    expect(await registry.markUpdate(id, mark(id, 3, 'first', 'second'))).toBe(true)
    expect([await markOf(registry, id), await registry.lastVerdict(id)]).toEqual(['second', null])
  })

  test.each(makers)('remembers of which role it was told, until a later mark says otherwise (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const given = found('verified')
    const applicationRoles = ['arn:aws:iam::111122223333:role/PixelworksApplication', 'arn:aws:iam::111122223333:role/checks/Verifier']
    const verifiedRole = { chosen: 'the choice', role: 'the role', applicationRoles }
    await registry.saveVerdict(id, { ...given, remembered: { ...given.remembered, verifiedRole } })
    const told = async () => (await registry.lastVerdict(id))?.remembered
    await registry.markUpdate(id, { ...mark(id, 1, null, 'first'), toldRole: 'another role' })
    expect(await told()).toMatchObject({ told: 'connection.needs-update', verifiedRole: { ...verifiedRole, toldRole: 'another role' } })
    await registry.markUpdate(id, { ...mark(id, 2, 'first', 'second'), event: null })
    expect(await told()).toMatchObject({ told: 'connection.needs-update' })
    expect((await told())?.verifiedRole).toEqual(verifiedRole)
    expect((await registry.ofAnyTenant(id))?.check?.verifiedRole).toEqual(verifiedRole)
  })

  test.each(makers)('remembers every role of the application that it was told to trust (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const given = found('verified')
    const verifiedRole = { chosen: 'the choice', role: 'the role', applicationRoles: ['first'] }
    await registry.saveVerdict(id, { ...given, remembered: { ...given.remembered, verifiedRole } })
    const marked = async (minute: number, before: string | null, after: string, ...applicationRoles: readonly string[]) => {
      await registry.markUpdate(id, { ...mark(id, minute, before, after), applicationRoles })
      return (await registry.lastVerdict(id))?.remembered.verifiedRole
    }
    expect(await marked(1, null, 'one', 'first')).toEqual(verifiedRole)
    expect(await marked(2, 'one', 'two', 'first', 'second')).toEqual({ ...verifiedRole, toldApplicationRoles: ['second'] })
    expect(await marked(3, 'two', 'three', 'first', 'third')).toEqual({ ...verifiedRole, toldApplicationRoles: ['second', 'third'] })
    expect(await marked(4, 'three', 'four', 'first')).toEqual({ ...verifiedRole, toldApplicationRoles: ['second', 'third'] })
  })

  test.each(makers)('marks no connection that has ended (%s)', async (_, make) => {
    const registry = await make()
    const ending = await claimed(registry, claimRequest('one'))
    const ended = await claimed(registry, claimRequest('one', { externalId: 'external-id-of-ended' }))
    await registry.disconnections.start('one', ending.id, at(1))
    await registry.disconnect('one', ended.id, at(1))
    for (const id of [ending.id, ended.id, 'absent']) {
      expect(await registry.markUpdate(id, mark(id, 2, null, 'first'))).toBe(false)
      expect(await registry.events.find(mark(id, 2, null, 'first').event.id)).toBeNull()
    }
    expect([await markOf(registry, ending.id), await markOf(registry, ended.id)]).toEqual([null, null])
  })
}
