import { describe, expect, onTestFinished, test } from 'vitest'
import { silent } from '#server/assembled-app.test-data.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'
import { openRegistry } from '#server/registry/open-registry.ts'
import type { Registry } from '#server/registry/registry.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { newFolder, run, serverAddress } from '#server/started-server.test-data.ts'
import { isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { eventually, newWebhookSecret, receiver } from './receiver.test-data.ts'

const stores = [
  { name: 'a file', isInstalled: true, registry: async () => 'file:' },
  {
    name: 'PostgreSQL',
    isInstalled: isPostgresInstalled(),
    registry: async () => {
      const engine = await startPostgres()
      onTestFinished(engine.stop)
      return engine.url
    },
  },
]

const connections = 40
const types = ['connection.verified', 'connection.lost', 'connection.recovered', 'connection.drifted', 'connection.lost'] as const

/** Writes events of one connection, each in the transaction of a verdict, as a check does. */
async function write(registry: Registry, index: number): Promise<readonly NewEvent[]> {
  const createdAt = new Date().toISOString()
  const request = claimRequest('launched:acme', { externalId: `external-id-${index}` }, connections)
  const { id: connectionId } = await claimed(registry, { ...request, createdAt })
  const written = [newEvent('connection.created', { tenant: '', connectionId, at: createdAt })]
  for (const [step, type] of types.entries()) {
    const at = new Date(Date.parse(createdAt) + step + 1).toISOString()
    const event = newEvent(type, { tenant: 'launched:acme', connectionId, at })
    const given = found('drifted')
    await registry.saveVerdict(connectionId, { ...given, verdict: { ...given.verdict, checkedAt: at }, event })
    written.push(event)
  }
  return written
}

describe.each(stores.filter(({ isInstalled }) => isInstalled))('two processes over $name', ({ registry }) => {
  test('deliver each event, in the order of its connection, also those that the receiver refuses once', { timeout: 180_000 }, async () => {
    const url = await registry()
    const secret = newWebhookSecret()
    const tried = new Set<string>()
    const isRefused = (id: string) => {
      const isFirst = !tried.has(id)
      tried.add(id)
      return isFirst && Number.parseInt(id.replace(/\D/g, '').slice(-2), 10) % 10 === 0
    }
    const { url: hook, received } = await receiver(secret, (id) => (isRefused(id) ? 503 : 204))
    const dataFolder = newFolder()
    const settings = { ROLEBRIDGE_REGISTRY: url, ROLEBRIDGE_DATA: dataFolder, ROLEBRIDGE_WEBHOOK_SECRET: secret }
    const copies = ['one', 'two'].map((name) => run({ ...settings, ROLEBRIDGE_WEBHOOK_URL: `${hook}?copy=${name}` }))
    for (const copy of copies) await serverAddress(copy)
    const store = await openRegistry({ url, dataFolder, isNewAllowed: false, isMigration: false, aws: null, log: silent })
    onTestFinished(store.close)
    const written = await Promise.all(Array.from({ length: connections }, (_, index) => write(store, index)))
    const count = written.flat().length
    const accepted = () => received.filter(({ status }) => status === 204)
    await eventually(accepted, (all) => new Set(all.map(({ id }) => id)).size === count, 120_000)
    for (const events of written) {
      const ids = new Set(events.map(({ id }) => id))
      const inOrder = [...new Set(accepted().flatMap(({ id }) => (ids.has(id) ? [id] : [])))]
      expect(inOrder).toEqual([...ids])
    }
    expect(accepted()).toHaveLength(count)
    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/hook?copy=one', '/hook?copy=two']))
    expect(received.some(({ status }) => status === 503)).toBe(true)
    // An event is pending until its process has stored that the receiver accepted it.
    const pending = async () => (await store.events.list({ status: 'pending', after: null, limit: 1 }))?.events
    expect(await eventually(pending, (events) => events?.length === 0)).toEqual([])
  })
})
