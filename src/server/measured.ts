import type { Partition } from '#core/aws/partition.ts'
import { VerdictKind } from '#core/verify/probe-result.ts'
import type { PartitionSts } from './aws/partition-access.ts'
import type { Readiness } from './aws/readiness.ts'
import type { Measured } from './http/metrics.ts'
import { letOtherRequestsRun, type Registry } from './registry/registry.ts'

const pageLimit = 1000
/** Some 100,000 connections take half a second of a database, spread over a hundred turns. More are not counted. */
const pagesMaximum = 100
const countLifetimeMs = 10 * 60_000

type Counted = { readonly counts: ReadonlyMap<string, number>; readonly isComplete: boolean }

async function counted({ verdictKinds }: Pick<Registry, 'verdictKinds'>): Promise<Counted> {
  const counts = new Map<string, number>([...VerdictKind.options, 'unchecked', 'disconnecting', 'unreadable'].map((state) => [state, 0]))
  let after: string | null = null
  for (let pages = 0; pages < pagesMaximum; pages += 1) {
    const { kinds, next } = await verdictKinds({ after, limit: pageLimit })
    for (const kind of kinds) {
      const state = counts.has(kind) ? kind : 'unreadable'
      counts.set(state, (counts.get(state) ?? 0) + 1)
    }
    if (next === null) return { counts, isComplete: true }
    after = next
    await letOtherRequestsRun()
  }
  return { counts, isComplete: false }
}

/** Counts again only some minutes after the last count, however often Prometheus asks. */
function keptCount(registry: Pick<Registry, 'verdictKinds'>, nowMs: () => number): () => Promise<Counted> {
  let last: { readonly at: number; readonly count: Promise<Counted> } | null = null
  return () => {
    if (last === null || nowMs() - last.at >= countLifetimeMs) last = { at: nowMs(), count: counted(registry) }
    const { count } = last
    count.catch(() => {
      last = null
    })
    return count
  }
}

type Sources = {
  readonly registry: Pick<Registry, 'verdictKinds' | 'events'>
  readonly readiness: Readiness
  readonly partitions: readonly Partition[]
  readonly stsOf: (partition: Partition) => Pick<PartitionSts, 'waitingCalls' | 'queue'>
  readonly nowMs: () => number
}

/** Gauges that are read when someone asks for the metrics. */
export function measured({ registry, readiness, partitions, stsOf, nowMs }: Sources): readonly Measured[] {
  const count = keptCount(registry, nowMs)
  const inPartitions = (name: string, help: string, value: (partition: Partition) => number): Measured => ({
    name,
    help,
    labels: ['partition'],
    read: async () => partitions.map((partition) => ({ labels: { partition }, value: value(partition) })),
  })
  return [
    {
      name: 'rolebridge_connections',
      help: 'Connections by the kind of their last verdict. Counted every ten minutes.',
      labels: ['state'],
      read: async () => [...(await count()).counts].map(([state, value]) => ({ labels: { state }, value })),
    },
    {
      name: 'rolebridge_connections_counted_all',
      help: '1: rolebridge_connections has every connection. 0: there are more, which were not counted.',
      labels: [],
      read: async () => [{ labels: {}, value: Number((await count()).isComplete) }],
    },
    {
      name: 'rolebridge_aws_ready',
      help: '1: AWS can be used in the partition. 0: it does not respond, the identity is wrong, or a policy blocks checks.',
      labels: ['partition'],
      read: async () => (await readiness()).map(({ partition, fault }) => ({ labels: { partition }, value: Number(fault === null) })),
    },
    {
      name: 'rolebridge_events',
      help: 'Events for the vendor that wait to be sent (pending), or that were given up (dead).',
      labels: ['status'],
      read: async () => Object.entries(await registry.events.counts()).map(([status, value]) => ({ labels: { status }, value })),
    },
    inPartitions('rolebridge_sts_waiting_calls', 'Calls to STS that wait for their turn.', (partition) => stsOf(partition).waitingCalls()),
    inPartitions('rolebridge_waiting_checks', 'Checks that wait for others.', (partition) => stsOf(partition).queue.waitingChecks()),
    inPartitions('rolebridge_running_checks', 'Checks in progress.', (partition) => stsOf(partition).queue.runningChecks()),
  ]
}
