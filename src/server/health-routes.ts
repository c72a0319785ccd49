import { Hono } from 'hono'
import type { AppDependencies } from './app-dependencies.ts'
import { problem } from './problems.ts'

export function healthRoutes({ readiness }: AppDependencies) {
  return new Hono()
    .get('/healthz', (context) => context.json({ status: 'alive' }))
    .get('/readyz', async (context) => {
      const partitions = await readiness()
      const faults = partitions.filter(({ fault }) => fault !== null).map(({ partition, fault }) => `${partition}: ${fault}`)
      if (faults.length > 0) return problem('not-ready', { detail: faults.join('; ') })
      return context.json({ status: 'ready', partitions: partitions.map(({ partition }) => partition) })
    })
}
