import type { Vendor } from '#core/connection/vendor.ts'
import { listen } from '#server/listen.ts'
import { createSimulator } from '#simulation/aws/simulator.ts'

/** AWS in memory behind a port. `first` can respond to what the simulator doesn't know. */
export async function awsBehindPort(vendor: Vendor, first: (request: Request) => Promise<Response | null> = async () => null) {
  const simulator = createSimulator({
    vendor,
    store: { load: () => null, save: () => undefined },
    now: () => Date.now(),
    delayMs: 0,
    templates: [],
  })
  const fetch = async (request: Request) => (await first(request)) ?? simulator.fetch(request)
  const { port, stop } = await listen({ fetch, host: '127.0.0.1', port: 0 })
  return { simulator, endpoint: `http://127.0.0.1:${port}`, stop }
}
