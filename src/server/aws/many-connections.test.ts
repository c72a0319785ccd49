import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import type { AssumeRole } from '#core/verify/sts.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { unlimited } from '#server/registry/limits.ts'
import { claimed, claimRequest } from '#server/registry/registry-contract.test-data.ts'
import { mostInASecond } from '#tools/server-copies.ts'
import { checkQueue } from './check-queue.ts'
import { roleVerification } from './role-verification.ts'
import { stsBudget } from './sts-budget.ts'
import { stsDouble } from './sts-double.test-data.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const perSecond = 100
const [ofLarge, ofOthers, singles, others] = [300, 10, 30, 45] as const
const nowMs = () => Date.now()
const wait = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

function copies() {
  const registry = libsqlRegistry(':memory:')
  const { sts } = stsDouble({ roles: new Map() })
  const sentAt: number[] = []
  const counted = {
    ...sts,
    assumeRole: async (asked: AssumeRole) => {
      sentAt.push(nowMs())
      return sts.assumeRole(asked)
    },
  }
  const verifications = ['one', 'two'].map((holder) => {
    const budget = stsBudget({ partition: 'aws', callsPerSecond: perSecond, slots: registry.stsSlots, nowMs, wait })
    const queue = checkQueue({ callsPerSecond: perSecond, budget, nowMs })
    const stsOfCheck = budget.limited(counted)
    return roleVerification({
      vendor,
      registry,
      stsFor: stsOfCheck,
      queueOf: () => queue,
      limits: unlimited,
      simulated: false,
      now: () => new Date(nowMs()),
      settings: () => ({ randomBytes: (length) => new Uint8Array(length).fill(7), patienceMs: 120_000 }),
      holder,
    }).verification
  })
  return { registry, sentAt, verifications }
}

test('checks every waiting connection on two copies within the budget, and lets no tenant starve', async () => {
  const { registry, sentAt, verifications } = copies()
  let count = 0
  const newConnection = (tenant: string) => {
    count += 1
    const change = { accountId: String(200_000_000_000 + count), externalId: `external-id-number-${count}` }
    return claimed(registry, claimRequest(tenant, change, ofLarge))
  }
  const waits = new Map<string, number>()
  /** A wizard, which asks again when the server says so, any copy. */
  async function customer(tenant: string, connection: Connection, copy: number): Promise<void> {
    const startedAt = nowMs()
    for (let attempt = copy; !waits.has(connection.id); attempt += 1) {
      const verdict = await verifications[attempt % 2]?.(tenant, connection, { now: false })
      if (verdict?.diagnosis === 'check-delayed') await wait(verdict.nextCheckInMs)
      else waits.set(connection.id, nowMs() - startedAt)
    }
  }
  const customers: Promise<void>[] = []
  const tenants = ['large', ...Array.from({ length: others }, (_, index) => `tenant ${index}`)]
  for (const tenant of tenants)
    for (let index = 0; index < (tenant === 'large' ? ofLarge : ofOthers); index += 1)
      customers.push(customer(tenant, await newConnection(tenant), index))
  const late: string[] = []
  for (let index = 0; index < singles; index += 1) {
    await vi.advanceTimersByTimeAsync(100)
    const tenant = `single ${index}`
    const connection = await newConnection(tenant)
    late.push(connection.id)
    customers.push(customer(tenant, connection, index))
  }
  await vi.advanceTimersByTimeAsync(60_000)
  await Promise.all(customers)
  expect(waits.size).toBe(ofLarge + others * ofOthers + singles)
  expect(mostInASecond(sentAt)).toBeLessThanOrEqual(perSecond)
  const roundMs = ((others + 2) * 1300) / perSecond
  const longest = Math.max(...late.map((id) => waits.get(id) ?? Number.POSITIVE_INFINITY))
  expect(longest).toBeLessThanOrEqual(2 * roundMs)
})
