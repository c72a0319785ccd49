import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { LastLook } from '#core/verify/last-check.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import type { ConnectionPage, ListedConnection, Registry } from '#server/registry/registry.ts'
import { othersAnswered } from '#server/registry/yield-to-requests.ts'

/** One page of a tenant's connections, as it is sent. */
export const Connections = z.object({
  connections: z.array(Connection),
  lastLooks: z.array(LastLook),
  next: z.optional(z.string()),
  unreadable: z.optional(z.int()),
})
export type Connections = z.infer<typeof Connections>

export const pageLength = 100
/** So many take a few milliseconds, for which nobody else is answered. */
const readAtOnce = 25

type PageOptions = {
  readonly registry: Pick<Registry, 'list'>
  readonly vendor: Vendor
  readonly tenant: string
  readonly cursor: string | null
}

/** Null for a cursor that is none of this tenant. */
async function readPage({ registry, tenant, cursor }: PageOptions): Promise<ConnectionPage | null> {
  let page = await registry.list(tenant, { after: cursor, limit: readAtOnce })
  for (let read = readAtOnce; read < pageLength && page !== null && page.next !== null; read += readAtOnce) {
    await othersAnswered()
    const more: ConnectionPage | null = await registry.list(tenant, { after: page.next, limit: readAtOnce })
    page = more && { ...more, entries: [...page.entries, ...more.entries], unreadable: page.unreadable + more.unreadable }
  }
  return page
}

/** A verdict on something else than what is asked for now says nothing. */
function currentLook({ connection, look: kept }: ListedConnection, vendor: Vendor): LastLook | null {
  if (kept === null || !isCurrent(kept, connection, vendor)) return null
  const { asked: _, ...look } = kept
  return look
}

async function currentLooks(entries: readonly ListedConnection[], vendor: Vendor): Promise<LastLook[]> {
  const looks: LastLook[] = []
  for (const [index, entry] of entries.entries()) {
    if (index % readAtOnce === 0) await othersAnswered()
    const look = currentLook(entry, vendor)
    if (look !== null) looks.push(look)
  }
  return looks
}

export async function connectionPage(options: PageOptions): Promise<Connections | null> {
  const page = await readPage(options)
  if (page === null) return null
  return {
    connections: page.entries.map(({ connection }) => connection),
    lastLooks: await currentLooks(page.entries, options.vendor),
    ...(page.next === null ? {} : { next: page.next }),
    ...(page.unreadable === 0 ? {} : { unreadable: page.unreadable }),
  }
}
