import { expect, test } from 'vitest'
import { type CheckTurn, checkQueue } from './check-queue.ts'

/** A budget of ten calls a second, and checks of one call that the test ends one by one. */
function queueOfTen() {
  let sent = 0
  const queue = checkQueue({
    callsPerSecond: 10,
    budget: { gapMs: () => 100, waitMs: () => 0, sentCalls: () => sent },
    nowMs: () => sent * 100,
  })
  const order: string[] = []
  const ends: (() => void)[] = []
  function enter(tenant: string, wasVerified = false): CheckTurn<string> {
    const run = () =>
      new Promise<string>((resolve) => {
        order.push(tenant)
        ends.push(() => resolve(tenant))
      })
    return queue.enter({ tenant, wasVerified, run })
  }
  const settle = () => new Promise<void>((resume) => setImmediate(resume))
  /** Ends the check that has run longest. */
  async function endOne() {
    await settle()
    sent += 1
    ends.shift()?.()
    await settle()
  }
  async function endAll(most = Number.POSITIVE_INFINITY) {
    await settle()
    for (let count = 0; ends.length > 0 && count < most; count += 1) await endOne()
  }
  return { queue, order, enter, endOne, endAll, settle }
}

test('gives each tenant one check a turn, and a tenant that comes later the present turn', async () => {
  const { enter, order, endAll } = queueOfTen()
  for (let count = 0; count < 50; count += 1) enter('large')
  for (let count = 0; count < 50; count += 1) for (const tenant of ['b', 'c']) enter(tenant)
  await endAll(20)
  enter('late')
  await endAll()
  expect(order.indexOf('late')).toBeLessThan(30)
  const share = order.slice(3, 123).filter((tenant) => tenant === 'large').length
  expect(share).toBeGreaterThanOrEqual(38)
  expect(share).toBeLessThanOrEqual(42)
  expect(order).toHaveLength(151)
})

test('takes accounts that were verified before first, and does not starve the others', async () => {
  const { enter, order, endAll } = queueOfTen()
  for (let count = 0; count < 40; count += 1) enter(`new ${count}`)
  for (let count = 0; count < 40; count += 1) enter(`verified ${count}`, true)
  await endAll()
  const half = order.slice(4, 44)
  const verified = half.filter((tenant) => tenant.startsWith('verified')).length
  expect(verified).toBeGreaterThanOrEqual(28)
  expect(verified).toBeLessThanOrEqual(31)
})

test('runs more checks at once when each needs few calls, and the wait says how long the rest takes', async () => {
  const { queue, enter, endAll } = queueOfTen()
  const turns = Array.from({ length: 200 }, (_, index) => enter(`tenant ${index}`))
  const before = queue.runningChecks()
  expect(turns.at(-1)?.waitMs()).toBeGreaterThan(30_000)
  await endAll(150)
  expect(queue.runningChecks()).toBeGreaterThan(before)
  const waits = turns.slice(-10).map(({ waitMs }) => waitMs())
  expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  expect(waits.at(-1)).toBeLessThan(6000)
  expect(turns[0]?.waitMs()).toBe(0)
})

test('passes over a check that gave up its place, and goes on after one that fails', async () => {
  const { queue, order, enter, endAll } = queueOfTen()
  const failing = queue.enter({ tenant: 'failing', wasVerified: false, run: () => Promise.reject(new Error('broken')) })
  const turns = ['a', 'b', 'c', 'd', 'e', 'f'].map((tenant) => enter(tenant))
  turns.at(4)?.leave()
  await expect(failing.answer).rejects.toThrow('broken')
  await endAll()
  expect(order).toEqual(['a', 'b', 'c', 'd', 'f'])
  expect([await turns.at(4)?.answer, await turns.at(5)?.answer]).toEqual(['left', 'f'])
  expect([queue.waitingChecks(), queue.runningChecks()]).toEqual([0, 0])
})

test('lets waiting checks leave when it closes, ends running ones, and starts no more', async () => {
  const { queue, order, enter, endOne, settle } = queueOfTen()
  const [first, second, third] = ['a', 'b', 'c'].map((tenant) => enter(tenant))
  await settle()
  const closed = queue.close()
  expect([await third?.answer, await enter('d').answer]).toEqual(['left', 'left'])
  first?.leave()
  for (let count = 0; count < 2; count += 1) await endOne()
  await closed
  expect([await first?.answer, await second?.answer]).toEqual(['a', 'b'])
  expect(order).toEqual(['a', 'b'])
})
