import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import { LastCheck } from '#core/verify/verdict.ts'
import type { Answer } from './request.ts'
import { requestInSession } from './session.ts'

/** During an update, a server of version 0.1 may answer, which has `lastLooks` alone. */
const Page = z.object({
  connections: z.array(Connection),
  lastChecks: z.optional(z.array(LastCheck)),
  lastLooks: z.optional(z.array(LastCheck)),
  next: z.optional(z.string()),
  unreadable: z._default(z.int(), 0),
})

/** All pages together. `unreadable` counts the connections that the server holds and cannot read. */
export type Connections = {
  readonly connections: readonly Connection[]
  readonly lastChecks: readonly LastCheck[]
  readonly unreadable: number
}

const pagePath = (cursor: string | undefined): string =>
  cursor === undefined ? 'api/connections' : `api/connections?${new URLSearchParams({ cursor })}`

const joined = (before: Connections, page: z.infer<typeof Page>): Connections => ({
  connections: [...before.connections, ...page.connections],
  lastChecks: [...before.lastChecks, ...(page.lastChecks ?? page.lastLooks ?? [])],
  unreadable: before.unreadable + page.unreadable,
})

/** Part of a list would look like the whole of it, so one page that fails is the answer. */
export async function allPages(): Promise<Answer<Connections>> {
  let all: Connections = { connections: [], lastChecks: [], unreadable: 0 }
  let cursor: string | undefined
  do {
    const answer = await requestInSession({ method: 'GET', path: pagePath(cursor), schema: Page })
    if (answer.kind !== 'answer') return answer
    all = joined(all, answer.value)
    cursor = answer.value.next
  } while (cursor !== undefined)
  return { kind: 'answer', value: all }
}
