import { Hono } from 'hono'
import { sha256Hex } from '#core/text/sha256.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { bearer } from './authentication.ts'
import { metricsMediaType } from './metrics.ts'
import { problem } from './problems.ts'

/** For who has the token that the vendor set; without one there is nothing here. */
export function metricsRoutes({ metrics, metricsToken }: Pick<AppDependencies, 'metrics' | 'metricsToken'>) {
  return new Hono().get('/metrics', (context) => {
    if (metricsToken === null) return problem('not-found')
    // Of hashes, so that how long it takes tells nothing of the token.
    if (sha256Hex(bearer(context.req.raw) ?? '') !== sha256Hex(metricsToken))
      return problem('unauthenticated', {
        detail: 'Here it is the token of ROLEBRIDGE_METRICS_TOKEN.',
        headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge-metrics"' },
      })
    return context.body(metrics.text(), 200, { 'Content-Type': metricsMediaType, 'Cache-Control': 'no-store' })
  })
}
