import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import { LastCheck } from '#core/verify/verdict.ts'
import type { Answer } from './request.ts'
import { requestInSession } from './session.ts'

const Page = z.object({
  connections: z.array(Connection),
  lastLooks: z.array(LastCheck),
  next: z.optional(z.string()),
  unreadable: z._default(z.int(), 0),
})

/** All pages together. `unreadable` counts the connections that the server holds and cannot read. */
export type Connections = Omit<z.infer<typeof Page>, 'next'>

const pagePath = (cursor: string | undefined): string =>
  cursor === undefined ? 'api/connections' : `api/connections?${new URLSearchParams({ cursor })}`

const joined = (before: Connections, page: Connections): Connections => ({
  connections: [...before.connections, ...page.connections],
  lastLooks: [...before.lastLooks, ...page.lastLooks],
  unreadable: before.unreadable + page.unreadable,
})

/** Part of a list would look like the whole of it, so one page that fails is the answer. */
export async function allPages(): Promise<Answer<Connections>> {
  let all: Connections = { connections: [], lastLooks: [], unreadable: 0 }
  let cursor: string | undefined
  do {
    const answer = await requestInSession({ method: 'GET', path: pagePath(cursor), schema: Page })
    if (answer.kind !== 'answer') return answer
    all = joined(all, answer.value)
    cursor = answer.value.next
  } while (cursor !== undefined)
  return { kind: 'answer', value: all }
}
