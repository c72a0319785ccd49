import { expect, test } from 'vitest'
import type { Probe } from '#core/verify/probe-result.ts'
import type { ChangeFilter } from './connection-records.ts'
import type { FoundVerdict, Registry } from './registry.ts'
import { claimed, claimRequest, found, type Makers, unstorableText } from './registry-contract.test-data.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()

/** The connections of each page, with pages as long as those of the vendor API. */
async function pages(registry: Registry, filter: ChangeFilter): Promise<readonly (readonly string[])[]> {
  const found: string[][] = []
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const page = await registry.changes(filter, { after, limit: 200 })
    found.push(page?.entries.map(({ connection }) => connection.id) ?? [])
    after = page?.next ?? undefined
  }
  return found
}

/** The result of a check, with calls of these request IDs. */
function foundIn(kind: 'waiting' | 'verified' | 'drifted', requestIds: readonly string[], minute: number, isChanged = true): FoundVerdict {
  const given = found(kind)
  const probes = requestIds.map(
    (requestId): Probe => ({ name: 'right-id', outcome: 'denied', requestId, region: 'us-east-1', at: at(minute) }),
  )
  return { ...given, verdict: { ...given.verdict, probes, checkedAt: at(minute) }, isChanged }
}

/** For a store that does not remove them. */
export function requestIdRemovalContract(makers: Makers): void {
  test.each(makers)('no longer finds a connection by the request ID of a check of 30 days ago (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    await registry.saveVerdict(id, foundIn('waiting', ['request-1'], 0))
    await registry.requestIds.removeExpired('2026-12-22T07:59:59.999Z')
    expect(await pages(registry, { requestId: 'request-1' })).toEqual([[id]])
    await registry.requestIds.removeExpired('2026-12-22T08:00:00.000Z')
    expect(await pages(registry, { requestId: 'request-1' })).toEqual([[]])
    expect(await registry.find('one', id)).not.toBeNull()
  })
}

/** The contract of every registry for requests of the vendor, who sees all tenants. */
export function vendorContract(makers: Makers): void {
  test.each(makers)('finds a connection of any tenant by its ID, with what the list of changes says of it (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const entry = async () => (await registry.changes({ tenant: 'one' }, { after: null, limit: 2 }))?.entries[0]
    expect(await registry.ofAnyTenant(id)).toMatchObject({ tenant: 'one', check: null, disconnectedAt: null, connection: { id } })
    expect(await registry.ofAnyTenant(id)).toEqual(await entry())
    const verified = found('verified')
    await registry.saveVerdict(id, { ...verified, verdict: { ...verified.verdict, checkedAt: at(1) }, isChanged: true })
    expect(await registry.ofAnyTenant(id)).toMatchObject({ changedAt: at(1), check: { kind: 'verified', asked: verified.asked } })
    await registry.disconnect('one', id, at(2))
    expect(await registry.ofAnyTenant(id)).toMatchObject({ changedAt: at(2), disconnectedAt: at(2) })
    expect(await registry.ofAnyTenant(id)).toEqual(await entry())
    for (const absent of ['', 'absent', unstorableText]) expect(await registry.ofAnyTenant(absent)).toBeNull()
    await registry.deleteTenant('one')
    expect(await registry.ofAnyTenant(id)).toBeNull()
  })

  test.each(makers)('has the status disconnected for an ended connection alone, whatever was found before (%s)', async (_, make) => {
    const registry = await make()
    const [ended, waiting, verified] = [
      await claimed(registry, claimRequest('one')),
      await claimed(registry, claimRequest('one', { externalId: 'external-id-of-two' })),
      await claimed(registry, claimRequest('one', { externalId: 'external-id-of-three' })),
    ]
    for (const { id } of [ended, verified]) await registry.saveVerdict(id, found('verified'))
    await registry.disconnect('one', ended.id, at(1))
    expect(await pages(registry, { status: 'verified' })).toEqual([[verified.id]])
    expect(await pages(registry, { status: 'unchecked' })).toEqual([[waiting.id]])
    expect(await pages(registry, { status: 'disconnected' })).toEqual([[ended.id]])
  })

  test.each(makers)('finds a connection by the request ID of each call of a check that found something (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await claimed(registry, claimRequest('one'))
    const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    await registry.saveVerdict(id, foundIn('waiting', ['request-1', '', unstorableText, 'request-1'], 1))
    await registry.saveVerdict(id, foundIn('waiting', ['request-2'], 2, false))
    await registry.saveVerdict(other.id, foundIn('verified', ['request-3'], 3))
    await registry.saveVerdict(other.id, foundIn('verified', ['request-4'], 4, false))
    const many = Array.from({ length: 70 }, (_unused, index) => `request-of-many-${index}`)
    await registry.saveVerdict(other.id, foundIn('drifted', many, 5))
    for (const requestId of ['request-1', 'request-2']) expect(await pages(registry, { requestId })).toEqual([[id]])
    for (const requestId of ['request-3', 'request-of-many-0', 'request-of-many-59'])
      expect(await pages(registry, { requestId })).toEqual([[other.id]])
    for (const requestId of ['', 'request', 'request-4', unstorableText]) expect(await pages(registry, { requestId })).toEqual([[]])
    expect(await pages(registry, { requestId: 'request-1', tenant: 'two' })).toEqual([[]])
    expect(await pages(registry, { requestId: 'request-1', status: 'waiting' })).toEqual([[id]])
    await registry.deleteTenant('one')
    expect(await pages(registry, { requestId: 'request-1' })).toEqual([[]])
  })

  test.each(makers)('pages through more connections than one page has, once each, also with a filter (%s)', async (_, make) => {
    const registry = await make()
    const ids: string[] = []
    for (let count = 0; count < 205; count += 1) {
      const change = { externalId: `external-id-${count}`, accountId: String(100_000_000_000 + count) }
      ids.push((await claimed(registry, claimRequest(count === 7 ? 'two' : 'one', change, 300))).id)
    }
    expect(await pages(registry, {})).toEqual([ids.slice(0, 200), ids.slice(200)])
    expect(await pages(registry, { tenant: 'two' })).toEqual([[ids[7]]])
    const ofOne = ids.filter((_id, index) => index !== 7)
    expect(await pages(registry, { tenant: 'one' })).toEqual([ofOne.slice(0, 200), ofOne.slice(200)])
  })
}
