import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { VendorConnection } from 'rolebridge/client'
import { verifyWebhook } from 'rolebridge/client/verify-webhook'

const longestBody = 1_000_000

/** The bytes as they were received: a parsed and rewritten body has another signature. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > longestBody) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

export type ReceiverOptions = {
  readonly secret: string
  /** An event can come twice, and a repeated one must do no harm. */
  readonly onConnection: (connection: VendorConnection, eventType: string) => void
}

async function statusFor(request: IncomingMessage, { secret, onConnection }: ReceiverOptions): Promise<number> {
  if (request.method !== 'POST' || request.url !== '/rolebridge') return 404
  const body = await bodyOf(request)
  if (body === null) return 413
  const reading = verifyWebhook(request.headers, body, secret)
  // A newer server may have types of events that this worker doesn't know.
  if (reading.kind === 'unknown-event') return 204
  if (reading.kind !== 'event') return 401
  const { type, data } = reading.event
  if ('connection' in data) onConnection(data.connection, type)
  return 204
}

/** Receives the events of Rolebridge at `/rolebridge`. Put TLS in front of it. */
export function startReceiver(port: number, options: ReceiverOptions): Server {
  const server = createServer((request, response) => {
    statusFor(request, options).then(
      (status) => response.writeHead(status).end(),
      () => response.destroy(),
    )
  })
  return server.listen(port)
}
