import * as z from 'zod/mini'
import { sha256Hex } from '#core/text/sha256.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { bearer } from '#server/http/authentication.ts'
import { metricsMediaType } from '#server/http/measurements.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'

const health = body('Health', z.object({ status: z.literal('alive') }), { status: 'The process responds.' })
const Impaired = z.object({ partition: z.string(), fault: z.string() })
const Ready = z.object({ status: z.literal('ready'), partitions: z.array(z.string()), impaired: z.optional(z.array(Impaired)) })

const ready = body('Ready', Ready, {
  status: 'The registry can be written and read, and in no partition AWS says that the caller is someone else than the vendor’s role.',
  partitions: 'The partitions that the vendor config serves.',
  impaired:
    'Partitions in which AWS does not respond, or a policy of the vendor blocks checks. The page works, and checks there give no clear result. Absent if there are none.',
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

/** Long enough for the first request to a store on another machine. */
const registryPatienceMs = 2000
const lateRegistry = `does not respond within ${registryPatienceMs} ms`

/** The next check starts only once the last one has ended, so that they don't pile up in front of a registry that hangs. */
function registryFault({ registry, now }: AppDependencies): () => Promise<string | null> {
  let last: { readonly at: number; readonly fault: Promise<string | null> } | null = null
  let isRunning = false
  async function check(): Promise<string | null> {
    isRunning = true
    try {
      return await registry.fault()
    } finally {
      isRunning = false
    }
  }
  return async () => {
    const at = now().getTime()
    if (last === null || (!isRunning && Math.abs(at - last.at) >= registryCheckLifetimeMs)) last = { at, fault: check() }
    const { fault } = last
    const inTime = await withinDeadline(registryPatienceMs, () => fault)
    return inTime === 'late' ? lateRegistry : inTime
  }
}

const checkReadiness: Operation = {
  method: 'get',
  path: '/readyz',
  id: 'checkReadiness',
  title: 'Check readiness',
  description:
    'For a load balancer: can this copy serve the page? Writes and reads a row of the registry, and responds within two seconds. Asks STS for the caller identity: it must be the vendor account and a role, not a user and not the root user. An outage of AWS does not fail it, but is in `impaired`. Fails once the server was told to stop.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The server is ready.', body: ready }],
  problems: ['not-ready'],
  handler: (dependencies) => {
    const faultOfRegistry = registryFault(dependencies)
    return async (context) => {
      if (dependencies.isStopping()) return problem('not-ready', { detail: 'The server is stopping.' })
      const [partitions, registry] = await Promise.all([dependencies.readiness(), faultOfRegistry()])
      const faulty = partitions.flatMap(({ partition, fault, isWrongIdentity }) =>
        fault === null ? [] : [{ partition, fault, isWrongIdentity }],
      )
      const wrong = faulty.filter(({ isWrongIdentity }) => isWrongIdentity)
      const faults = [
        ...(registry === null ? [] : [`registry: ${registry}`]),
        ...wrong.map(({ partition, fault }) => `${partition}: ${fault}`),
      ]
      if (faults.length > 0) return problem('not-ready', { detail: faults.join('; ') })
      const impaired = faulty.map(({ partition, fault }) => ({ partition, fault }))
      const served = { status: 'ready', partitions: partitions.map(({ partition }) => partition) }
      return context.json(impaired.length === 0 ? served : { ...served, impaired })
    }
  },
}

const readMetrics: Operation = {
  method: 'get',
  path: '/metrics',
  id: 'readMetrics',
  title: 'Get the metrics',
  description:
    'For Prometheus: requests and verdicts since this server started, connections by state, calls to STS, and the process. See [Metrics](operations.md#metrics). Requires `ROLEBRIDGE_METRICS_TOKEN` as bearer token. Not found if that is not set.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The Prometheus text format.', mediaType: 'text/plain' }],
  problems: ['unauthenticated', 'not-found'],
  handler:
    ({ metrics, metricsToken }) =>
    async (context) => {
      if (metricsToken === null) return problem('not-found')
      // Comparing hashes keeps the response time independent of the token.
      if (sha256Hex(bearer(context.req.raw) ?? '') !== sha256Hex(metricsToken))
        return problem('unauthenticated', {
          detail: 'This route requires the token in ROLEBRIDGE_METRICS_TOKEN.',
          headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge-metrics"' },
        })
      return context.body(await metrics.text(), 200, { 'Content-Type': metricsMediaType, 'Cache-Control': 'no-store' })
    },
}

export const monitoringOperations: readonly Operation[] = [checkHealth, checkReadiness, readMetrics]
