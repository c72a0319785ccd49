import { Hono } from 'hono'
import * as z from 'zod/mini'
import { handoffStanding } from '#core/connection/handoff.ts'
import type { Session } from '#core/connection/session.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { OpenedSession } from '#server/sessions/sessions.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { authentication, bearer } from './authentication.ts'
import { problem } from './problems.ts'
import { readBody } from './request-body.ts'
import { byAddress, withinLimit } from './within-limit.ts'

/** With `handoffToken` it is the session of a guest, who sees one connection. */
export const SessionRequest = z.object({ launchToken: z.optional(z.string()), handoffToken: z.optional(z.string()) })

function refusal(opened: Exclude<OpenedSession, { kind: 'session' }>): Response {
  if (opened.kind === 'launch-keys-unavailable') return problem('not-ready', { detail: 'The keys for launch tokens cannot be fetched.' })
  return problem(opened.kind, 'detail' in opened ? { detail: opened.detail } : {})
}

/** The link may be opened as often as one likes, in any browser, until it ends. */
async function openedHandoff(token: string, { sessions, registry, now }: AppDependencies): Promise<Response> {
  const found = await registry.handoffs.findByToken(sha256Hex(token))
  if (found === null || !sessions.admits(found.tenant)) return problem('handoff-unknown')
  const { id, expiresAt, requestedBy } = found.handoff
  const standing = handoffStanding(found.handoff, now())
  if (standing !== 'open') return problem(`handoff-${standing}`)
  await registry.handoffs.change(id, (handoff) => ({ ...handoff, openedAt: handoff.openedAt ?? now().toISOString() }))
  const tenant = requestedBy === null ? {} : { tenant: { id, name: requestedBy } }
  const session: Session = { token: await sessions.guestToken(id), expiresAt, role: 'editor', ...tenant }
  return Response.json(session, { status: 201 })
}

export function sessionRoutes(dependencies: AppDependencies) {
  const { sessions, limits, log } = dependencies
  const routes = new Hono()

  routes.post('/', withinLimit(limits.sessionsPerAddress, byAddress(dependencies)), async (context) => {
    const reading = await readBody(context, SessionRequest)
    if (reading.kind === 'refused') return reading.response
    const { handoffToken, launchToken } = reading.body
    if (handoffToken !== undefined) return openedHandoff(handoffToken, dependencies)
    const opened = await sessions.open(launchToken)
    if (opened.kind === 'session') return context.json(opened.session, 201)
    if (opened.kind === 'launch-token-refused') log.info({ detail: opened.detail }, 'a launch token was rejected')
    return refusal(opened)
  })

  // Read again, as the middleware keeps only what other routes need.
  routes.delete('/current', authentication(sessions, { viewers: 'all' }), async (context) => {
    const member = await sessions.memberOf(bearer(context.req.raw) ?? '')
    if (member !== null) await sessions.end(member)
    return context.body(null, 204)
  })

  return routes
}
