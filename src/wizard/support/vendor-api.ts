import * as z from 'zod/mini'
import { ApiProblem } from '#core/connection/problem.ts'
import { EventTest, VendorEvent, VendorEvents } from '#core/events/vendor-event.ts'
import { parseJson, percentDecoded } from '#core/text/strings.ts'
import { ConnectionHistory } from '#core/verify/connection-history.ts'
import { VendorConnection, VendorConnections } from '#core/verify/vendor-connection.ts'
import { type ConnectionStatus, VendorOverview } from '#core/verify/vendor-overview.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { createStore } from '#ui/browser/store.ts'
import { send } from '#ui/browser/transport.ts'

/**
 * In the memory of this page alone: a reload forgets it. Null: no token, which is enough where the vendor's proxy adds one to each request.
 */
export const vendorToken = createStore<string | null>(null)

const inFragment = /^#\/support\?token=([^&]+)$/

/** Taken out of the address at once, so that it is neither copied along with it nor kept in the history. */
function takeFromAddress(): void {
  const [, text] = inFragment.exec(window.location.hash) ?? []
  if (text === undefined) return
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${window.location.search}#/support`)
  vendorToken.replace(percentDecoded(text) ?? text)
}

if (typeof window !== 'undefined') {
  takeFromAddress()
  window.addEventListener('hashchange', takeFromAddress)
}

export type VendorFailure =
  | { readonly kind: 'problem'; readonly problem: ApiProblem }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unreadable' }

export type VendorAnswer<Value> = { readonly kind: 'answer'; readonly value: Value } | VendorFailure

const timeoutMs = 30_000

type Request = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown }

function initOf({ method, body }: Request): RequestInit {
  const token = vendorToken.state()
  return {
    method,
    // A redirect could carry the token elsewhere.
    redirect: 'error',
    headers: {
      accept: 'application/json, application/problem+json',
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

async function vendorRequest<Value>(asked: Request, schema: z.ZodMiniType<Value>): Promise<VendorAnswer<Value>> {
  try {
    const response = await send(`api/vendor/${asked.path}`, initOf(asked))
    const json = parseJson(await response.text())
    const value = response.ok ? z.safeParse(schema, json) : null
    if (value?.success) return { kind: 'answer', value: value.data }
    const problem = ApiProblem.safeParse(json)
    return !response.ok && problem.success ? { kind: 'problem', problem: problem.data } : { kind: 'unreadable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

export type ConnectionSearch = Partial<Readonly<Record<'tenant' | 'account' | 'requestId', string>>> & {
  readonly status?: ConnectionStatus | 'failing'
}

const queryOf = (given: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString()

const at = (id: string): string => `connections/${encodeURIComponent(id)}`

const pageOf = (search: ConnectionSearch, cursor?: string) =>
  vendorRequest({ method: 'GET', path: `connections?${queryOf({ ...search, cursor })}` }, VendorConnections)

/** The server knows one status at a time. */
const failing = ['not-ready', 'unsafe', 'partial', 'vendor-fault', 'drifted'] as const satisfies readonly ConnectionStatus[]

/** `isCut`: a status has more than its first page. */
type ConnectionPage = VendorConnections & { readonly isCut?: boolean }

async function failingConnections(search: ConnectionSearch): Promise<VendorAnswer<ConnectionPage>> {
  const answers = await Promise.all(failing.map((status) => pageOf({ ...search, status })))
  const pages: VendorConnections[] = []
  for (const answer of answers) {
    if (answer.kind !== 'answer') return answer
    pages.push(answer.value)
  }
  const connections = pages.flatMap((page) => page.connections).toSorted((one, other) => (one.changedAt < other.changedAt ? -1 : 1))
  const unreadable = pages.reduce((sum, page) => sum + (page.unreadable ?? 0), 0)
  return { kind: 'answer', value: { connections, unreadable, isCut: pages.some(({ next }) => next !== undefined) } }
}

export const listConnections = (search: ConnectionSearch, cursor?: string): Promise<VendorAnswer<ConnectionPage>> =>
  search.status === 'failing' ? failingConnections(search) : pageOf(search, cursor)

export const getConnection = (id: string) => vendorRequest({ method: 'GET', path: at(id) }, VendorConnection)

export const verifyConnection = (id: string) => vendorRequest({ method: 'POST', path: `${at(id)}/verify`, body: { now: true } }, Verdict)

export const getOverview = () => vendorRequest({ method: 'GET', path: 'overview' }, VendorOverview)

/** More pages than any history has that a person could read. */
const pagesMaximum = 20

/** All pages together, oldest first. */
export async function getHistory(id: string): Promise<VendorAnswer<ConnectionHistory>> {
  const pages: ConnectionHistory[] = []
  let cursor: string | undefined
  for (let page = 0; page < pagesMaximum; page += 1) {
    const answer: VendorAnswer<ConnectionHistory> = await vendorRequest(
      { method: 'GET', path: `${at(id)}/history?${queryOf({ cursor })}` },
      ConnectionHistory,
    )
    if (answer.kind !== 'answer') return answer
    pages.push(answer.value)
    cursor = answer.value.next
    if (cursor === undefined) break
  }
  return {
    kind: 'answer',
    value: { connectionId: id, entries: pages.flatMap(({ entries }) => entries), handoffs: pages.flatMap(({ handoffs }) => handoffs) },
  }
}

export const listDeadLetters = () => vendorRequest({ method: 'GET', path: 'events?status=dead' }, VendorEvents)

export const redeliverEvent = (id: string) =>
  vendorRequest({ method: 'POST', path: `events/${encodeURIComponent(id)}/redelivery` }, VendorEvent)

export const sendTestEvent = () => vendorRequest({ method: 'POST', path: 'events/test' }, EventTest)
