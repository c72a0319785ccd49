import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConnectionTerms } from '#core/connection/connection.ts'
import { request, vendor, verdictOf } from '#core/fixtures.test-data.ts'
import { overviews } from '#server/campaign/overview.ts'
import { tellOfUpdates } from '#server/campaign/update-campaign.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { newAccountsMaximum } from '#server/registry/registry.ts'

/** How long the support view waits for its counts, and a start for the comparison with the config, with many connections in a file. */
const count = Number(process.argv[2] ?? 100_000)
const startMs = Date.parse('2026-11-22T08:00:00.000Z')
/** Long before the counts. */
const timeAt = (ms: number) => new Date(startMs - 3_600_000 + ms).toISOString()

const folder = mkdtempSync(join(tmpdir(), 'overview-'))
const registry = libsqlRegistry(join(folder, 'registry.db'))

function claimOf(index: number) {
  const accountId = String(100_000_000_000 + index)
  const terms = ConnectionTerms.parse({ ...request, accountId, externalId: `external-id-${index}` })
  const roleArn = () => `arn:aws:iam::${accountId}:role/R`
  return { tenant: `tenant-${index % 500}`, terms, roleArn, id: `connection-${index}`, createdAt: timeAt(index), pendingMaximum: count }
}

const verdict = verdictOf()
const found = {
  verdict,
  remembered: verdict,
  asked: 'asked',
  isIdAccepted: true,
  otherExternalIds: [],
  isChanged: false,
  nextCheckAt: null,
  event: null,
  knownAt: null,
}

for (let start = 0; start < count; start += newAccountsMaximum) {
  const claims = Array.from({ length: Math.min(newAccountsMaximum, count - start) }, (_, index) => claimOf(start + index))
  await registry.claimNewAccounts(claims)
  for (const { id } of claims) await registry.saveVerdict(id, found)
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const [before, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const used = process.cpuUsage(cpu)
  console.log(`${what}: ${Math.round(performance.now() - before)} ms, ${Math.round((used.user + used.system) / 1000)} ms of CPU time`)
}

let now = startMs + count
const overview = overviews({ registry, vendor, now: () => new Date(now) })
const compare = () => tellOfUpdates({ registry, vendor, holder: 'bench', now: () => new Date(now) })
console.log(`${count} connections`)
await timed('The first count', overview)
now += 120_000
for (let index = 0; index < 10; index += 1)
  await registry.rename(`tenant-${index}`, `connection-${index}`, 'Renamed', new Date(now).toISOString())
now += 31_000
await timed('A count after 10 changes', overview)
await timed('The first start with a config', compare)
await timed('Another start with it', compare)
await registry.close()
rmSync(folder, { recursive: true })
