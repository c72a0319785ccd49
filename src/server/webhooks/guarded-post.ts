import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import * as z from 'zod/mini'
import type { FailureCode } from '#core/events/delivery.ts'
import { failed, type SendResult } from '#server/events/send-result.ts'
import { type Address, type Guard, judgedAddresses } from './judged-addresses.ts'

type Post = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
}

/** Nothing of a response counts but its status. So much is read only so that the receiver can finish. */
const responseMaximumBytes = 16 * 1024
const responseMaximumMs = 1000

function discard(response: IncomingMessage): void {
  let length = 0
  const end = () => {
    clearTimeout(timer)
    response.destroy()
  }
  const timer = setTimeout(end, responseMaximumMs)
  response.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > responseMaximumBytes) end()
  })
  for (const event of ['end', 'close', 'error'] as const) response.on(event, end)
}

/** Gives the connection the judged addresses, so that the name is not resolved a second time. */
const lookupOf =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, done) => {
    const [first] = addresses
    if (all === true) done(null, [...addresses])
    else if (first !== undefined) done(null, first.address, first.family)
  }

function resultOf(status: number): SendResult {
  if (status >= 200 && status < 300) return { kind: 'accepted', status }
  return failed({ code: status >= 300 && status < 400 ? 'redirect' : 'status', status })
}

/** One connection for each request: one that is kept open would outlive a change of the name. */
function exchange(url: URL, addresses: readonly Address[], { headers, body, signal }: Post): Promise<SendResult> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      agent: false,
      lookup: lookupOf(addresses),
      headers: { ...headers, ...length },
      signal,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      discard(response)
      resolve(resultOf(response.statusCode ?? 0))
    })
    request.end(body)
  })
}

const Coded = z.object({ code: z.string() })

/** https://nodejs.org/api/errors.html#common-system-errors and https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const codes: readonly (readonly [FailureCode, RegExp])[] = [
  ['name-not-found', /^(ENOTFOUND|EAI_|ENODATA)/],
  ['connection-refused', /^ECONNREFUSED$/],
  ['tls', /CERT|^ERR_(TLS|SSL)|^EPROTO$|^UNABLE_TO_|^HOSTNAME_|^INVALID_CA$|^PATH_LENGTH_/],
]

function failureOf(error: unknown): SendResult {
  const reason = Coded.safeParse(error).data?.code ?? 'no code'
  return failed({ code: codes.find(([, pattern]) => pattern.test(reason))?.[0] ?? 'connection-failed', reason })
}

/** Posts to an address that is allowed, and follows no redirect. Never rejects. */
export async function postTo(guard: Guard, post: Post): Promise<SendResult> {
  try {
    const addresses = await judgedAddresses(guard)
    return addresses === null ? failed({ code: 'address-denied' }) : await exchange(guard.url, addresses, post)
  } catch (error) {
    return failureOf(error)
  }
}
