import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { Connection, type ConnectionRequest } from '#core/connection/connection.ts'
import { GivenHandoff, type HandoffDraft, type HandoffMessageKind, type HandoffPurpose, HandoffView } from '#core/connection/handoff.ts'
import { Session } from '#core/connection/session.ts'
import { navigate, replaceHash } from '#ui/browser/use-hash.ts'
import { publishAdmission } from '#wizard/app/admission.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { enterAsGuest } from '#wizard/app/kept-session.ts'
import { readRoute, routeHash } from '#wizard/app/routes.ts'
import { rememberConnection } from './connection.ts'
import { type Answer, type Failure, request } from './request.ts'
import { serverState } from './server-state.tsx'
import { requestInSession } from './session.ts'

const pollMs = 5_000
const ofConnection = (id: string) => ['handoff', id] as const
const drafts = ['handoffs'] as const

const ConnectionHandoff = z.object({ handoff: z.nullable(HandoffView) })
const Handoffs = z.object({ handoffs: z.array(HandoffView) })

const connectionPath = (id: string) => `api/connections/${encodeURIComponent(id)}`
const handoffPath = (id: string) => `api/handoffs/${encodeURIComponent(id)}`

/** Refetches the handoff of a connection while it is open. */
export function useHandoff(connectionId: string) {
  return useQuery({
    queryKey: ofConnection(connectionId),
    queryFn: () => requestInSession({ method: 'GET', path: `${connectionPath(connectionId)}/handoff`, schema: ConnectionHandoff }),
    refetchInterval: ({ state: { data } }) => (data?.kind === 'answer' && data.value.handoff?.standing !== 'open' ? false : pollMs),
    refetchOnWindowFocus: 'always',
  })
}

const madeOf = (answer: Answer<z.infer<typeof Handoffs>> | undefined): ReadonlyMap<string, string> =>
  new Map(
    answer?.kind === 'answer' ? answer.value.handoffs.flatMap(({ id, connectionId }) => (connectionId ? [[id, connectionId]] : [])) : [],
  )

/** When a draft becomes a connection, the screen that waits for it moves on. */
async function fetchDrafts(): Promise<Answer<z.infer<typeof Handoffs>>> {
  const before = serverState.getQueryData<Answer<z.infer<typeof Handoffs>>>(drafts)
  const after = await requestInSession({ method: 'GET', path: 'api/handoffs', schema: Handoffs })
  const known = madeOf(before)
  const [made] = [...madeOf(after)].filter(([id]) => before?.kind === 'answer' && !known.has(id))
  if (made !== undefined && readRoute(window.location.hash).kind === 'handoff-draft')
    navigate(routeHash({ kind: 'role', connectionId: made[1] }))
  return after
}

export function useHandoffs() {
  return useQuery({ queryKey: drafts, queryFn: fetchDrafts, refetchInterval: pollMs, refetchOnWindowFocus: 'always' })
}

/** The one that brought a guest here. */
export function useOwnHandoff() {
  return useQuery({
    queryKey: ['handoff-mine'],
    queryFn: () => requestInSession({ method: 'GET', path: handoffPath('mine'), schema: HandoffView }),
  })
}

const refresh = () =>
  serverState.invalidateQueries({ predicate: ({ queryKey: [name] }) => ['handoff', 'handoffs', 'handoff-mine'].includes(String(name)) })

const linkKey = (handoffId: string) => `rolebridge.link.${handoffId}`

/** The token of a link that this tab made; the server has it as a hash alone. */
export const tokenOf = (handoffId: string): string | null => readStored('session', linkKey(handoffId), z.string())

async function given(answer: Answer<GivenHandoff>): Promise<Failure | null> {
  if (answer.kind !== 'answer') return answer
  store('session', linkKey(answer.value.handoff.id), answer.value.token)
  await refresh()
  return null
}

/** Null: success. */
export async function handOffConnection(id: string, body: { readonly purpose: HandoffPurpose; readonly note: string }) {
  return given(await requestInSession({ method: 'POST', path: `${connectionPath(id)}/handoff`, body, schema: GivenHandoff }))
}

/** Null: success. */
export async function handOffDraft(body: { readonly draft: HandoffDraft; readonly note: string }) {
  return given(await requestInSession({ method: 'POST', path: 'api/handoffs', body, schema: GivenHandoff }))
}

async function changed(answer: Answer<unknown>): Promise<Failure | null> {
  if (answer.kind !== 'answer') return answer
  await refresh()
  return null
}

/** Null: success. */
export async function revokeHandoff(id: string) {
  return changed(await requestInSession({ method: 'DELETE', path: handoffPath(id), schema: HandoffView }))
}

/** Null: success. */
export async function passTurn(id: string, body: { readonly kind: HandoffMessageKind; readonly note: string }) {
  return changed(await requestInSession({ method: 'POST', path: `${handoffPath(id)}/messages`, body, schema: HandoffView }))
}

export type ChosenPermissions = Pick<ConnectionRequest, 'permissions' | 'permissionsPolicy'>

/** Null: success. */
export async function choosePermissions(id: string, body: ChosenPermissions): Promise<Failure | null> {
  const answer = await requestInSession({
    method: 'PUT',
    path: `${connectionPath(id)}/permissions`,
    body,
    schema: Connection,
  })
  if (answer.kind === 'answer') rememberConnection(answer.value)
  return answer.kind === 'answer' ? null : answer
}

/** The first screen of a guest. The token leaves the address, so that it is neither copied along with it nor kept in the history. */
async function goWhereItLeads({ connectionId, purpose, draft }: HandoffView, keepDraft: KeepDraft): Promise<void> {
  if (draft !== null && connectionId === null) keepDraft(draft)
  const step = purpose === 'choose-permissions' ? 'handoff' : 'role'
  replaceHash(routeHash(connectionId === null ? { kind: 'account' } : { kind: step, connectionId }))
}

type KeepDraft = (draft: HandoffDraft) => void

async function open(token: string, keepDraft: KeepDraft): Promise<Answer<HandoffView>> {
  const session = await request({ method: 'POST', path: 'api/sessions', body: { handoffToken: token }, schema: Session })
  if (session.kind !== 'answer') return session
  enterAsGuest(session.value)
  publishAdmission()
  serverState.clear()
  const handoff = await requestInSession({ method: 'GET', path: handoffPath('mine'), schema: HandoffView })
  if (handoff.kind === 'answer') await goWhereItLeads(handoff.value, keepDraft)
  return handoff
}

export function useHandoffEntry(token: string, keepDraft: KeepDraft) {
  return useQuery({ queryKey: ['opening', token], queryFn: () => open(token, keepDraft), staleTime: Number.POSITIVE_INFINITY })
}
