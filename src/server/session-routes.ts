import { Hono } from 'hono'
import * as z from 'zod/mini'
import { handoffStanding } from '#core/handoff.ts'
import type { Session } from '#core/problem.ts'
import { sha256Hex } from '#core/receipt.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { problem } from './problems.ts'
import { readBody } from './request-body.ts'
import type { OpenedSession } from './sessions.ts'
import { byAddress, withinLimit } from './within-limit.ts'

/** With `handoffToken` it is the session of a guest, who sees one connection. */
export const SessionRequest = z.object({ launchToken: z.optional(z.string()), handoffToken: z.optional(z.string()) })

const refusals: Readonly<Record<Exclude<OpenedSession['kind'], 'session'>, () => Response>> = {
  'launch-token-refused': () => problem('launch-token-refused'),
  'launch-keys-unavailable': () => problem('not-ready', { detail: 'The keys for launch tokens cannot be fetched.' }),
}

/** The link may be opened as often as one likes, in any browser, until it ends. */
async function openedHandoff(token: string, { sessions, registry, now }: AppDependencies): Promise<Response> {
  const found = await registry.handoffs.findByToken(sha256Hex(token))
  if (found === null) return problem('handoff-unknown')
  const { id, expiresAt } = found.handoff
  const standing = handoffStanding(found.handoff, now())
  if (standing !== 'open') return problem(`handoff-${standing}`)
  await registry.handoffs.change(id, (handoff) => ({ ...handoff, openedAt: handoff.openedAt ?? now().toISOString() }))
  const session: Session = { token: await sessions.guestToken(id), expiresAt }
  return Response.json(session, { status: 201 })
}

export function sessionRoutes(dependencies: AppDependencies) {
  const { sessions, limits } = dependencies
  return new Hono().post('/', withinLimit(limits.sessionsPerAddress, byAddress(dependencies)), async (context) => {
    const reading = await readBody(context, SessionRequest)
    if (reading.kind === 'refused') return reading.response
    const { handoffToken, launchToken } = reading.body
    if (handoffToken !== undefined) return openedHandoff(handoffToken, dependencies)
    const opened = await sessions.open(launchToken)
    return opened.kind === 'session' ? context.json(opened.session, 201) : refusals[opened.kind]()
  })
}
