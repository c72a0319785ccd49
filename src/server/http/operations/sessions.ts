import type { Context } from 'hono'
import * as z from 'zod/mini'
import { handoffStanding } from '#core/connection/handoff.ts'
import { Session } from '#core/connection/session.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { bearer } from '#server/http/authentication.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { readBody } from '#server/http/request-body.ts'
import { type Identified, note, shortHash } from '#server/http/request-facts.ts'
import type { OpenedSession } from '#server/sessions/sessions.ts'

const SessionRequest = z.object({ launchToken: z.optional(z.string()), handoffToken: z.optional(z.string()) })

const sessionRequest = body('SessionRequest', SessionRequest, {
  handoffToken: 'The token of a hand-off link. The session is then a guest’s, who sees the one connection of the link.',
  launchToken:
    'A JWT that your back end signed. `sub` identifies your customer. It opens one session. Without it the tenant is anonymous, if the server allows that.',
})

const session = body('Session', Session, {
  token: 'Goes into `Authorization: Bearer`.',
  expiresAt: 'UTC.',
  role: '`viewer` only reads.',
  tenant: 'The customer: an ID to tell customers apart, and the display name. Absent: an anonymous tenant.',
  prefill:
    '`accountId`, `region`, `externalId` and `permissions`: first values for the Account screen, from the launch token. They can be invalid.',
  returnUrl: 'Where the customer came from, from the launch token.',
})

function refusal(opened: Exclude<OpenedSession, { kind: 'session' }>): Response {
  if (opened.kind === 'launch-keys-unavailable') return problem('not-ready', { detail: 'The keys for launch tokens can’t be fetched.' })
  return problem(opened.kind, 'detail' in opened ? { detail: opened.detail } : {})
}

/** A link can be opened any number of times, in any browser, until it expires or is revoked. */
async function openGuestSession(context: Context<Identified>, token: string, dependencies: AppDependencies): Promise<Response> {
  const { sessions, registry, now } = dependencies
  const found = await registry.handoffs.findByToken(sha256Hex(token))
  if (found === null || !sessions.admits(found.tenant)) return problem('handoff-unknown')
  const { id, expiresAt, requestedBy } = found.handoff
  const status = handoffStanding(found.handoff, now())
  if (status !== 'open') return problem(`handoff-${status}`)
  await registry.handoffs.change(id, (handoff) => ({ ...handoff, openedAt: handoff.openedAt ?? now().toISOString() }))
  const tenant = requestedBy === null ? {} : { tenant: { id, name: requestedBy } }
  note(context, { tenant: shortHash(found.tenant), role: 'colleague', handoff: shortHash(id) })
  const opened: Session = { token: await sessions.guestToken(id), expiresAt, role: 'editor', ...tenant }
  return Response.json(opened, { status: 201 })
}

const openSession: Operation = {
  method: 'post',
  path: '/api/sessions',
  id: 'openSession',
  title: 'Open a session',
  description: 'Identifies the customer. Every request about connections needs the token.',
  access: 'anyone',
  limits: { address: 'sessionsPerAddress' },
  request: sessionRequest,
  audit: 'session.opened',
  responses: [{ status: 201, description: 'A session.', body: session }],
  problems: [
    'launch-token-required',
    'launch-token-refused',
    'launch-token-used',
    'handoff-unknown',
    'handoff-expired',
    'handoff-revoked',
    'not-ready',
  ],
  handler: (dependencies) => async (context) => {
    const { sessions, log } = dependencies
    const reading = await readBody(context, SessionRequest)
    if (reading.kind === 'refused') return reading.response
    const { handoffToken, launchToken } = reading.body
    if (handoffToken !== undefined) return openGuestSession(context, handoffToken, dependencies)
    const opened = await sessions.open(launchToken)
    if (opened.kind === 'session') {
      note(context, { tenant: shortHash(opened.tenant), role: opened.session.role })
      return context.json(opened.session, 201)
    }
    if (opened.kind === 'launch-token-refused') log.info({ detail: opened.detail }, 'a launch token was rejected')
    return refusal(opened)
  },
}

const endSession: Operation = {
  method: 'delete',
  path: '/api/sessions/current',
  id: 'endSession',
  title: 'End the session',
  description: 'Revokes the token of this request permanently, for every copy of the server that shares the registry.',
  access: 'tenant',
  viewers: 'all',
  audit: 'session.ended',
  responses: [{ status: 204, description: 'The session has ended.' }],
  handler:
    ({ sessions }) =>
    async (context) => {
      const member = await sessions.memberOf(bearer(context.req.raw) ?? '')
      if (member !== null) await sessions.end(member)
      return context.body(null, 204)
    },
}

export const sessionOperations: readonly Operation[] = [openSession, endSession]
