import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { denialCodes } from '#core/verify/probe.ts'
import type { Metrics } from './measurements.ts'

type Sample = { readonly labels: Readonly<Record<string, string>>; readonly value: number }

/** A number that is read when Prometheus asks. Its labels must be of a limited number. */
export type Measured = {
  readonly name: string
  readonly help: string
  readonly labels: readonly string[]
  readonly read: () => Promise<readonly Sample[]>
}

/** Seconds. A check of a role takes up to a dozen AWS calls. */
const buckets = [0.01, 0.05, 0.25, 1, 2.5, 5, 10, 30]

/** A client can name any method, so the others count as one. */
const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']

/** AWS has more codes than labels should have. */
function resultOf(code: string | null): string {
  if (code === null) return 'granted'
  if (denialCodes.includes(code)) return 'denied'
  if (/throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i.test(code)) return 'throttled'
  return code === 'NetworkError' ? 'no-response' : 'error'
}

function addGauge(registers: Registry[], { name, help, labels, read }: Measured): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers,
    collect: async () => {
      const samples = await read()
      gauge.reset()
      for (const sample of samples) gauge.set(sample.labels, sample.value)
    },
  })
}

type GrowingMetrics = Metrics & { readonly measure: (added: readonly Measured[]) => void }

/** The metrics of one app, which shares none with another. With `isOfProcess` also memory, CPU, garbage collection, and delays of the event loop. */
export function createMetrics({ isOfProcess = false } = {}): GrowingMetrics {
  const register = new Registry()
  const registers = [register]
  const counter = (name: string, help: string, labelNames: string[]) => new Counter({ name, help, labelNames, registers })
  const histogram = (name: string, help: string, labelNames: string[]) => new Histogram({ name, help, labelNames, buckets, registers })
  const requests = counter('rolebridge_requests_total', 'Answered requests.', ['method', 'route', 'status'])
  const durations = histogram('rolebridge_request_duration_seconds', 'Duration of requests, in seconds.', ['method', 'route'])
  const verdicts = counter('rolebridge_verdicts_total', 'Verdicts, by kind and diagnosis.', ['kind', 'diagnosis'])
  const calls = counter('rolebridge_sts_calls_total', 'Calls to STS, by result.', ['partition', 'action', 'result'])
  const latency = histogram('rolebridge_sts_call_duration_seconds', 'Duration of calls to STS, in seconds.', ['partition', 'action'])
  const events = counter('rolebridge_event_attempts_total', 'Attempts to send an event, by result.', ['type', 'result'])
  if (isOfProcess) collectDefaultMetrics({ register })

  return {
    countRequest: ({ method: named, route, status, ms }) => {
      const method = methods.includes(named) ? named : 'other'
      requests.inc({ method, route, status })
      durations.observe({ method, route }, ms / 1000)
    },
    countVerdict: ({ kind, diagnosis }) => verdicts.inc({ kind, diagnosis }),
    countStsCall: ({ partition, action, code, ms }) => {
      calls.inc({ partition, action, result: resultOf(code) })
      latency.observe({ partition, action }, ms / 1000)
    },
    countEvent: ({ type, result }) => events.inc({ type, result }),
    measure: (added) => {
      for (const each of added) addGauge(registers, each)
    },
    text: () => register.metrics(),
  }
}
