import * as z from 'zod/mini'
import { ApiProblem } from '#core/connection/problem.ts'
import { parseJson } from '#core/text/strings.ts'

export type ClientOptions = {
  /** The origin of the Rolebridge server, for example https://connect.example.com. */
  readonly origin: string
  /** A token of the vendor API. Called for each request, so it should keep the token until shortly before it expires. */
  readonly token: () => Promise<string> | string
  readonly fetch?: typeof globalThis.fetch
  /** A check takes up to 15 s. */
  readonly timeoutMs?: number
}

type Failure =
  | {
      readonly kind: 'problem'
      readonly problem: ApiProblem
      /** Only with `rate-limited`, and where the server says it. */
      readonly retryAfterMs: number | null
    }
  /** There was no response. */
  | { readonly kind: 'unreachable'; readonly error: unknown }
  /** Something else responded, or a version of the server that this client can't read. */
  | { readonly kind: 'unreadable'; readonly status: number }

export type Answer<Value> = { readonly kind: 'answer'; readonly value: Value } | Failure

type Call = { readonly method: 'DELETE' | 'GET' | 'POST'; readonly path: string; readonly body?: unknown }

const defaultTimeoutMs = 30_000

async function respond({ origin, token, timeoutMs = defaultTimeoutMs, ...options }: ClientOptions, { method, path, body }: Call) {
  const send = options.fetch ?? globalThis.fetch
  return send(new URL(path, origin), {
    method,
    headers: { Authorization: `Bearer ${await token()}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    // A redirect could carry the token elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}

/** Sends a request, and parses the response with the schema that the server writes it by. Fields that it doesn't know are left out. */
export async function request<Schema extends z.ZodMiniType>(
  options: ClientOptions,
  call: Call,
  schema: Schema,
): Promise<Answer<z.output<Schema>>> {
  try {
    const response = await respond(options, call)
    const json = parseJson(await response.text())
    const { status } = response
    if (response.ok) {
      const parsed = z.safeParse(schema, json)
      return parsed.success ? { kind: 'answer', value: parsed.data } : { kind: 'unreadable', status }
    }
    const problem = ApiProblem.safeParse(json)
    return problem.success
      ? { kind: 'problem', problem: problem.data, retryAfterMs: retryAfterMs(response) }
      : { kind: 'unreadable', status }
  } catch (error) {
    return { kind: 'unreachable', error }
  }
}
