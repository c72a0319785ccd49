import { SignJWT } from 'jose'
import { Session } from '#core/connection/session.ts'
import { type appDouble, launchAudience } from '#server/http/app-double.test-data.ts'

const launchSecret = new TextEncoder().encode('the secret of the back end of the vendor')

/** Options of `appDouble` for a server that expects launch tokens. */
export const launch = { kind: 'secret', secret: launchSecret } as const

/** Seconds, when the clock of `appDouble` starts. */
export const start = Date.parse('2026-11-22T08:00:00.000Z') / 1000

let count = 0

/** The claims of a token that is accepted, each with a `jti` of its own. */
export function launchClaims(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  count += 1
  return { sub: 'acme', name: 'Acme Inc.', aud: launchAudience, iat: start, exp: start + 300, jti: `launch-${count}`, ...change }
}

export function launchToken(change: Readonly<Record<string, unknown>> = {}, secret = launchSecret, alg = 'HS256'): Promise<string> {
  const claims = JSON.parse(JSON.stringify(launchClaims(change)))
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(secret)
}

type Double = Pick<ReturnType<typeof appDouble>, 'send'>

export const launched = async ({ send }: Double, change: Readonly<Record<string, unknown>> = {}): Promise<Session> =>
  Session.parse(await (await send('POST', '/api/sessions', { body: { launchToken: await launchToken(change) } })).json())
