import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { localServer } from '#server/local-server.test-data.ts'

export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

type Received = {
  readonly id: string
  /** The event as the reference library of Standard Webhooks reads it, once it has accepted the signature. */
  readonly event: { readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, unknown>> }
  readonly headers: Readonly<Record<string, string>>
  /** The path with the query of the request. */
  readonly path: string
  readonly status: number
  readonly atMs: number
}

type Accepting = { status: number; headers: Record<string, string>; body: string }

/** A receiver as a vendor builds it, which accepts nothing whose signature the reference library rejects. */
export async function receiver(secret: string, statusFor?: (id: string) => number) {
  const received: Received[] = []
  const response: Accepting = { status: 204, headers: {}, body: '' }
  const webhook = new Webhook(secret)
  const { url, port } = await localServer(async (request, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const event = JSON.parse(JSON.stringify(webhook.verify(Buffer.concat(chunks), headers)))
    const id = headers['webhook-id'] ?? ''
    const status = statusFor?.(id) ?? response.status
    received.push({ id, event, headers, path: request.url ?? '', status, atMs: Date.now() })
    answer.writeHead(status, response.headers).end(response.body)
  })
  return { url: `${url}/hook`, port, received, response, types: () => received.map(({ event }) => event.type) }
}

/** Once it holds, within a time in which a server sends several times. */
export async function eventually<Value>(
  read: () => Value | Promise<Value>,
  isEnough: (value: Value) => boolean,
  ms = 20_000,
): Promise<Value> {
  const lateAt = Date.now() + ms
  for (;;) {
    const value = await read()
    if (isEnough(value) || Date.now() > lateAt) return value
    await new Promise((resume) => setTimeout(resume, 50))
  }
}
