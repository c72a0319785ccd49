import { Hono } from 'hono'
import type { AppDependencies } from './app-dependencies.ts'
import { problem } from './problems.ts'

/** Anyone may ask, and each time the disk is written. */
const lifetimeMs = 1000

/** Asks the registry for its fault, not more often than that. */
function registryFault({ registry, now }: Pick<AppDependencies, 'registry' | 'now'>): () => Promise<string | null> {
  let last: { readonly at: number; readonly fault: Promise<string | null> } | null = null
  return () => {
    const at = now().getTime()
    if (last === null || Math.abs(at - last.at) >= lifetimeMs) last = { at, fault: registry.fault() }
    return last.fault
  }
}

export function healthRoutes(dependencies: AppDependencies) {
  const { readiness } = dependencies
  const faultOfRegistry = registryFault(dependencies)
  return new Hono()
    .get('/healthz', (context) => context.json({ status: 'alive' }))
    .get('/readyz', async (context) => {
      const partitions = await readiness()
      const registry = await faultOfRegistry()
      const faults = [
        ...(registry === null ? [] : [`registry: ${registry}`]),
        ...partitions.filter(({ fault }) => fault !== null).map(({ partition, fault }) => `${partition}: ${fault}`),
      ]
      if (faults.length > 0) return problem('not-ready', { detail: faults.join('; ') })
      return context.json({ status: 'ready', partitions: partitions.map(({ partition }) => partition) })
    })
}
