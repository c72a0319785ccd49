import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { AppDependencies } from './app-dependencies.ts'
import { problem, rateLimited } from './problems.ts'
import { readBody } from './request-body.ts'
import type { OpenedSession } from './sessions.ts'

export const SessionRequest = z.object({ launchToken: z.optional(z.string()) })

const refusals: Readonly<Record<Exclude<OpenedSession['kind'], 'session'>, () => Response>> = {
  'launch-token-refused': () => problem('launch-token-refused'),
  'launch-keys-unavailable': () => problem('not-ready', { detail: 'The keys for launch tokens cannot be fetched.' }),
}

export function sessionRoutes({ sessions, limits, clientAddress }: AppDependencies) {
  return new Hono().post('/', async (context) => {
    const limit = await limits.sessionsPerAddress(clientAddress(context.env, context.req.raw))
    if (limit.kind === 'refused') return rateLimited(limit.retryAfterSeconds)
    const reading = await readBody(context, SessionRequest)
    if (reading.kind === 'refused') return reading.response
    const opened = await sessions.open(reading.body.launchToken)
    return opened.kind === 'session' ? context.json(opened.session, 201) : refusals[opened.kind]()
  })
}
