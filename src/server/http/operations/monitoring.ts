import * as z from 'zod/mini'
import { sha256Hex } from '#core/text/sha256.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { bearer } from '#server/http/authentication.ts'
import { metricsMediaType } from '#server/http/metrics.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'

const health = body('Health', z.object({ status: z.literal('alive') }), { status: 'The process responds.' })
const ready = body('Ready', z.object({ status: z.literal('ready'), partitions: z.array(z.string()) }), {
  status: 'In each partition the caller is the vendor account and a role.',
  partitions: 'The partitions that were checked.',
})

const checkHealth: Operation = {
  method: 'get',
  path: '/healthz',
  id: 'checkHealth',
  title: 'Check liveness',
  description: 'The process is running. A liveness probe: restart the server when it does not respond.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The server is alive.', body: health }],
  handler: () => (context) => context.json({ status: 'alive' }),
}

/** Anyone can call this route, and each check writes to the disk. */
const registryCheckLifetimeMs = 1000

function registryFault({ registry, now }: AppDependencies): () => Promise<string | null> {
  let last: { readonly at: number; readonly fault: Promise<string | null> } | null = null
  return () => {
    const at = now().getTime()
    if (last === null || Math.abs(at - last.at) >= registryCheckLifetimeMs) last = { at, fault: registry.fault() }
    return last.fault
  }
}

const checkReadiness: Operation = {
  method: 'get',
  path: '/readyz',
  id: 'checkReadiness',
  title: 'Check readiness',
  description:
    'Asks STS for the caller identity: it must be the vendor account and a role, not a user and not the root user. Writes and reads a row of the registry.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The server is ready.', body: ready }],
  problems: ['not-ready'],
  handler: (dependencies) => {
    const faultOfRegistry = registryFault(dependencies)
    return async (context) => {
      const partitions = await dependencies.readiness()
      const registry = await faultOfRegistry()
      const faults = [
        ...(registry === null ? [] : [`registry: ${registry}`]),
        ...partitions.filter(({ fault }) => fault !== null).map(({ partition, fault }) => `${partition}: ${fault}`),
      ]
      if (faults.length > 0) return problem('not-ready', { detail: faults.join('; ') })
      return context.json({ status: 'ready', partitions: partitions.map(({ partition }) => partition) })
    }
  },
}

const readMetrics: Operation = {
  method: 'get',
  path: '/metrics',
  id: 'readMetrics',
  title: 'Get the metrics',
  description:
    'Requests, their duration, and the verdicts of checks since this server started, for Prometheus. Requires `ROLEBRIDGE_METRICS_TOKEN` as bearer token. Not found if that is not set.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The Prometheus text format.', mediaType: 'text/plain' }],
  problems: ['unauthenticated', 'not-found'],
  handler:
    ({ metrics, metricsToken }) =>
    (context) => {
      if (metricsToken === null) return problem('not-found')
      // Comparing hashes keeps the response time independent of the token.
      if (sha256Hex(bearer(context.req.raw) ?? '') !== sha256Hex(metricsToken))
        return problem('unauthenticated', {
          detail: 'This route requires the token in ROLEBRIDGE_METRICS_TOKEN.',
          headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge-metrics"' },
        })
      return context.body(metrics.text(), 200, { 'Content-Type': metricsMediaType, 'Cache-Control': 'no-store' })
    },
}

export const monitoringOperations: readonly Operation[] = [checkHealth, checkReadiness, readMetrics]
