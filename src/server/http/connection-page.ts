import type { Vendor } from '#core/connection/vendor.ts'
import type { LastCheck } from '#core/verify/verdict.ts'
import { isCurrent, shownCheck } from '#server/aws/verdict-is-current.ts'
import type { ListedConnection } from '#server/registry/connection-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import type { Connections } from './operations/connection-bodies.ts'

export const pageLength = 100

type PageOptions = {
  readonly registry: Pick<Registry, 'list'>
  readonly vendor: Vendor
  readonly tenant: string
  readonly cursor: string | null
}

/** A verdict on an earlier request, or from before a disconnection, is left out. */
function currentCheck({ connection, check }: ListedConnection, vendor: Vendor): LastCheck | null {
  const shown = shownCheck(check)
  if (shown === null || !isCurrent(shown, connection, vendor)) return null
  const { connectionId, kind, diagnosis, checkedAt, simulated } = shown
  return { connectionId, kind, diagnosis, checkedAt, simulated }
}

async function currentChecks(entries: readonly ListedConnection[], vendor: Vendor): Promise<LastCheck[]> {
  const checks: LastCheck[] = []
  const turn = inShortTurns()
  for (const entry of entries) {
    await turn()
    const check = currentCheck(entry, vendor)
    if (check !== null) checks.push(check)
  }
  return checks
}

/** Null for a cursor that does not belong to this tenant. */
export async function connectionPage({ registry, vendor, tenant, cursor }: PageOptions): Promise<Connections | null> {
  const page = await registry.list(tenant, { after: cursor, limit: pageLength })
  if (page === null) return null
  const checks = await currentChecks(page.entries, vendor)
  return {
    connections: page.entries.map(({ connection }) => connection),
    lastChecks: checks,
    lastLooks: checks,
    ...(page.next === null ? {} : { next: page.next }),
    ...(page.unreadable === 0 ? {} : { unreadable: page.unreadable }),
  }
}

/** Runs the work of one key one after the other. Work of other keys does not wait for it. */
type Turns = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const turn = Promise.allSettled([last.get(key)]).then(work)
    last.set(key, turn)
    try {
      return await turn
    } finally {
      if (last.get(key) === turn) last.delete(key)
    }
  }
}
