import { expect, test } from 'vitest'
import type { ChangeFilter } from './connection-records.ts'
import type { Registry } from './registry.ts'
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
