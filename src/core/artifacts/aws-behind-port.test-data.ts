import type { Vendor } from '#core/connection/vendor.ts'
import { listen } from '#server/listen.ts'
import { createSimulator } from '#simulation/aws/simulator.ts'

/** AWS in memory behind a port. */
export async function awsBehindPort(vendor: Vendor) {
  const simulator = createSimulator({
    vendor,
    store: { load: () => null, save: () => undefined },
    now: () => Date.now(),
    delayMs: 0,
    templates: [],
  })
  const { port, stop } = await listen({ fetch: (request) => simulator.fetch(request), host: '127.0.0.1', port: 0 })
  return { simulator, endpoint: `http://127.0.0.1:${port}`, stop }
}
