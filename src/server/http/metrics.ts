import type { Verdict } from '#core/verify/verdict.ts'

type Labels = Readonly<Record<string, string | number>>

type AnsweredRequest = { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }

/** Counts since the start. Labels are routes and codes: no customer data, and a limited number. */
export type Metrics = {
  readonly countRequest: (request: AnsweredRequest) => void
  readonly countVerdict: (verdict: Pick<Verdict, 'kind' | 'diagnosis'>) => void
  /** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
  readonly text: () => string
}

export const metricsMediaType = 'text/plain; version=0.0.4; charset=utf-8'

const labelText = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${String(value).replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',')

/** One metric. `part` is the suffix of a histogram series. */
function family(type: 'counter' | 'histogram', name: string, help: string) {
  const values = new Map<string, number>()
  return {
    series: (labels: Labels, part: '' | '_bucket' | '_sum' | '_count' = '') => {
      const series = `${name}${part}{${labelText(labels)}}`
      return (amount: number) => void values.set(series, (values.get(series) ?? 0) + amount)
    },
    lines: () => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...[...values].map(([series, value]) => `${series} ${value}`)],
  }
}

/** Seconds. A check of a role takes up to a dozen AWS calls. */
const buckets = [0.01, 0.05, 0.25, 1, 2.5, 5, 10, 30] as const

/** A client can name any method, so the others count as one. */
const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']

/** What was made of the same parts before, or a new one. */
function kept<Parts extends readonly unknown[], Made>(make: (parts: Parts) => Made): (parts: Parts) => Made {
  const made = new Map<string, Made>()
  return (parts) => {
    const key = parts.join(' ')
    const found = made.get(key) ?? make(parts)
    made.set(key, found)
    return found
  }
}

export function createMetrics(): Metrics {
  const requests = family('counter', 'rolebridge_requests_total', 'Answered requests.')
  const durations = family('histogram', 'rolebridge_request_duration_seconds', 'Duration of requests, in seconds.')
  const verdicts = family('counter', 'rolebridge_verdicts_total', 'Verdicts, by kind and diagnosis.')

  /** A function for each route, because naming all series again costs more than the rest of a request. */
  function observer(labels: Labels): (seconds: number) => void {
    const atMost = buckets.map((le) => [le, durations.series({ ...labels, le }, '_bucket')] as const)
    const all = durations.series({ ...labels, le: '+Inf' }, '_bucket')
    const [sum, count] = [durations.series(labels, '_sum'), durations.series(labels, '_count')]
    return (seconds) => {
      for (const [le, add] of atMost) add(seconds <= le ? 1 : 0)
      all(1)
      sum(seconds)
      count(1)
    }
  }
  const observers = kept(([method, route]: readonly [string, string]) => observer({ method, route }))
  const counters = kept(([method, route, status]: readonly [string, string, number]) => requests.series({ method, route, status }))

  return {
    countRequest: ({ method: named, route, status, ms }) => {
      const method = methods.includes(named) ? named : 'other'
      counters([method, route, status])(1)
      observers([method, route])(ms / 1000)
    },
    countVerdict: ({ kind, diagnosis }) => verdicts.series({ kind, diagnosis })(1),
    text: () => [requests, durations, verdicts].flatMap(({ lines }) => [...lines(), '']).join('\n'),
  }
}
