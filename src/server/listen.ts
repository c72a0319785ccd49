import { serve } from '@hono/node-server'

type Listening = { readonly port: number; readonly stop: () => Promise<void> }

type ListenOptions = {
  readonly fetch: (request: Request, bindings: unknown) => Response | Promise<Response>
  readonly host: string
  readonly port: number
}

/** Time for requests in flight to finish: verification can take 15 seconds. Orchestrators kill after 30. */
const graceMs = 20_000

/** The same `fetch`, and a promise for the requests in flight, also those whose client has gone away. */
function tracked(fetch: ListenOptions['fetch']): { readonly fetch: ListenOptions['fetch']; readonly finished: () => Promise<unknown> } {
  const inFlight = new Set<Promise<unknown>>()
  return {
    fetch: (request, bindings) => {
      const response = fetch(request, bindings)
      if (!(response instanceof Promise)) return response
      const ending = response.catch(() => {}).finally(() => inFlight.delete(ending))
      inFlight.add(ending)
      return response
    },
    finished: () => Promise.race([Promise.all(inFlight), new Promise((resume) => setTimeout(resume, graceMs).unref())]),
  }
}

/** Rejects if the port isn't available. */
export function listen({ fetch, host, port }: ListenOptions): Promise<Listening> {
  const requests = tracked(fetch)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: requests.fetch, hostname: host, port }, (address) => {
      resolve({ port: address.port, stop: async () => void (await Promise.all([closed(), requests.finished()])) })
    })
    const closed = () =>
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
