import { serve } from '@hono/node-server'

type Listening = { readonly port: number; readonly stop: () => Promise<void> }

type ListenOptions = {
  readonly fetch: (request: Request, bindings: unknown) => Response | Promise<Response>
  readonly host: string
  readonly port: number
}

/** Time for requests in flight to finish. */
const graceMs = 10_000

/** Rejects if the port isn't available. */
export function listen({ fetch, host, port }: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port, overrideGlobalObjects: false }, (address) => {
      resolve({ port: address.port, stop })
    })
    const stop = () =>
      new Promise<void>((stopped) => {
        const closeIdle = () => 'closeIdleConnections' in server && server.closeIdleConnections()
        const closeAll = () => 'closeAllConnections' in server && server.closeAllConnections()
        // An idle keep-alive connection would keep the server open long after its last response.
        const timers = [setInterval(closeIdle, 50), setTimeout(closeAll, graceMs)]
        server.close(() => {
          timers.forEach(clearInterval)
          stopped()
        })
        closeIdle()
      })
    server.once('error', reject)
  })
}
