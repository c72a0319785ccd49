import { Hono } from 'hono'
import type { Connection } from '#core/connection/connection.ts'
import { randomCharacters } from '#core/connection/external-id/external-id.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { receipt } from '#core/verify/receipt.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import { admittedConnection } from './admitted-connection.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { admission } from './authentication.ts'
import { problem } from './problems.ts'

export const publicKeysPath = '/.well-known/jwks.json'

const idLength = 22

/** A receipt attests what is so now, so an older verdict is renewed first. */
const maximumVerdictAgeMs = 5 * 60_000
const toleranceMs = 1000

/** Whoever is given a receipt may check it, from any page. */
const publicKeysHeaders = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }

/** The evidence of a recent verdict, signed, and the keys to check it with. */
export function receiptRoutes({ vendor, registry, sessions, receipts, verification, now, randomBytes }: AppDependencies) {
  const routes = new Hono<Authenticated>()

  routes.get(publicKeysPath, (context) => context.json(receipts.publicKeys, 200, publicKeysHeaders))

  /** A viewer only reads, so no check is started for one. */
  const renewed = async ({ tenant, role }: Authenticated['Variables'], connection: Connection, verdict: Verdict): Promise<Verdict> =>
    role === 'viewer' ? verdict : verification(tenant, connection, { now: false, maximumAgeMs: maximumVerdictAgeMs })

  routes.get('/api/connections/:id/receipt', admission({ sessions, registry, now }), async (context) => {
    const connection = await admittedConnection(context, registry)
    if (connection === null) return problem('not-found')
    const last = await registry.lastVerdict(connection.id)
    // A verdict on what was requested before a change of the connection or of the vendor's config proves nothing about what is requested now.
    if (last?.verdict.kind !== 'verified' || !isCurrent(last, connection, vendor)) return problem('not-verified')
    const verdict = await renewed(context.var, connection, last.verdict)
    // A check may have been delayed, which leaves an older verdict.
    const isRecent = now().getTime() - Date.parse(verdict.checkedAt) < maximumVerdictAgeMs + toleranceMs
    if (!isRecent) return problem('not-verified')
    const plan = rolePlan(connection, vendor)
    const jti = randomCharacters(idLength, randomBytes)
    const content = receipt({ plan, connectionId: connection.id, verdict, now: now(), jti })
    if (content === null) return problem('not-verified')
    return context.body(await receipts.signed(content), 200, { 'Content-Type': 'application/jose' })
  })

  return routes
}
