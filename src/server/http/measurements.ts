import type { Partition } from '#core/aws/partition.ts'
import type { Verdict } from '#core/verify/verdict.ts'

type AnsweredRequest = { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }

type StsAnswer = {
  readonly partition: Partition
  readonly action: string
  /** The AWS error code. Null: AWS granted the call. */
  readonly code: string | null
  readonly ms: number
}

type SentEvent = { readonly type: string; readonly result: 'delivered' | 'failed' | 'dead' }

/** Counts since the start. Labels are routes and codes: no customer data, and a limited number. */
export type Metrics = {
  readonly countRequest: (request: AnsweredRequest) => void
  readonly countVerdict: (verdict: Pick<Verdict, 'kind' | 'diagnosis'>) => void
  readonly countStsCall: (call: StsAnswer) => void
  /** An attempt to send an event. `dead`: the last one. */
  readonly countEvent: (event: SentEvent) => void
  /** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
  readonly text: () => Promise<string>
}

/** For an app that no one measures. */
export const noMetrics: Metrics = {
  countRequest: () => {},
  countVerdict: () => {},
  countStsCall: () => {},
  countEvent: () => {},
  text: async () => '',
}

export const metricsMediaType = 'text/plain; version=0.0.4; charset=utf-8'
