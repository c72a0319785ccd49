/**
 * Checks 10,000 waiting connections on two copies of the server over PostgreSQL, with a budget of 100 calls a second: `npm run test:budget`.
 * `npm run test:budget 1000 20` is a smaller run, of 1,000 connections in 20 s.
 * One tenant has half of them, 50 others share the rest, and tenants with one connection come one after another while the others wait.
 * Fails if a second has more calls, if a connection is not checked in 150 s, or if a tenant with one connection waits longer than two rounds.
 */

import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { Connection, ConnectionTerms } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import { request } from '#core/fixtures.test-data.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { openRegistry } from '#server/registry/open-registry.ts'
import { connect } from '#server/registry/postgres/database.ts'
import { newAccountsMaximum } from '#server/registry/registry.ts'
import { startPostgres } from '#tools/engines.ts'
import { mostInASecond, newDataFolder, post, startCopies, startSts } from '#tools/server-copies.ts'
import { quantile } from './report.ts'

const [total, seconds] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 150)]
const perSecond = 100
const copies = 2
const single = total / 100
const tenants = 50

const log = { info: () => {}, warn: () => {}, error: () => {} }
const firstAccount = 200_000_000_000

function claimRequest(tenant: string, index: number) {
  const terms = ConnectionTerms.parse({ ...request, accountId: String(firstAccount + index), externalId: crypto.randomUUID() })
  const roleArn = () => `arn:aws:iam::${terms.accountId}:role/PixelworksAccess`
  return { tenant, terms, roleArn, id: `waiting-${index}`, createdAt: new Date().toISOString(), pendingMaximum: total }
}

/** Half of the connections have one tenant, and the rest several, without those that come later. */
const tenantOf = (index: number): string => (index < total / 2 ? 'large' : `tenant ${index % tenants}`)

async function seed(url: string): Promise<void> {
  const registry = await openRegistry({ url, dataFolder: newDataFolder(), isNewAllowed: false, isMigration: true, aws: null, log })
  const requests = Array.from({ length: total - single }, (_, index) => claimRequest(tenantOf(index), index))
  for (const tenant of new Set(requests.map((claim) => claim.tenant))) {
    const claims = requests.filter((claim) => claim.tenant === tenant)
    for (let start = 0; start < claims.length; start += newAccountsMaximum)
      await registry.claimNewAccounts(claims.slice(start, start + newAccountsMaximum))
  }
  await registry.close()
}

/** A customer with one account, whose wizard asks again when the server says so. Returns the wait for the first verdict. */
async function customer(url: string, index: number): Promise<number> {
  const { token } = Session.parse(await (await post(url, '/api/sessions', null)).json())
  const body = { ...request, accountId: String(firstAccount - 1 - index), externalId: crypto.randomUUID() }
  const { id } = Connection.parse(await (await post(url, '/api/connections', token, body)).json())
  const startedAt = performance.now()
  for (;;) {
    const { diagnosis, nextCheckInMs } = Verdict.parse(await (await post(url, `/api/connections/${id}/verify`, token)).json())
    if (diagnosis !== 'check-delayed') return performance.now() - startedAt
    await pause(nextCheckInMs)
  }
}

const CountRow = z.object({ checked: z.int() })

const engine = await startPostgres()
const sts = await startSts()
console.log(`Claiming ${total - single} connections`)
await seed(engine.url)
const { urls, stop } = await startCopies(copies, sts.url, {
  ROLEBRIDGE_REGISTRY: engine.url,
  ROLEBRIDGE_STS_PER_SECOND: String(perSecond),
})
const sql = connect(engine.url)
await sql`update connections set next_check_at = ${new Date().toISOString()}`
const before = (await sts.calls()).length
// The servers look for scheduled checks 15 s after they start.
while ((await sts.calls()).length < before + perSecond) await pause(100)
const startedAt = performance.now()
console.log(`Checking for ${seconds} s`)
const waits = await Promise.all(
  Array.from({ length: single }, async (_, index) => {
    await pause((index / single) * seconds * 500)
    return customer(urls[index % copies] ?? '', index)
  }),
)
const countChecked = async () => CountRow.parse((await sql`select count(*)::int as checked from verdicts`)[0]).checked
while (performance.now() - startedAt < seconds * 1000 && (await countChecked()) < total) await pause(500)
const tookMs = performance.now() - startedAt
const checked = await countChecked()
const calls = (await sts.calls()).slice(before)
await Promise.all([sql.end(), stop()])
await Promise.all([sts.stop(), engine.stop()])

const most = mostInASecond(calls.map(({ at }) => at))
const roundMs = (tenants + 2) / (calls.length / tookMs)
const slowest = quantile(waits, 0.99)
const longest = waits.map((ms, index) => ({ ms, atS: (index / single) * seconds * 0.5 })).sort((one, other) => other.ms - one.ms)
console.log(
  [
    `Connections: ${total}, checked: ${checked}, in ${(tookMs / 1000).toFixed(1)} s`,
    `Calls: ${calls.length}, on average ${((calls.length / tookMs) * 1000).toFixed(1)} a second, the most in any second: ${most} of ${perSecond}`,
    `A round of ${tenants + 2} tenants: ${Math.round(roundMs)} ms`,
    `Wait of a tenant with one connection: median ${Math.round(quantile(waits, 0.5))} ms, p99 ${Math.round(slowest)} ms, ${(slowest / roundMs).toFixed(1)} rounds`,
    `The longest: ${longest
      .slice(0, 5)
      .map(({ ms, atS }) => `${Math.round(ms)} ms at ${atS.toFixed(1)} s`)
      .join(', ')}`,
  ].join('\n'),
)
const isKept = most <= perSecond && checked === total && slowest <= 2 * roundMs
process.exit(isKept ? 0 : 1)
