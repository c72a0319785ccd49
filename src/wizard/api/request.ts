import * as z from 'zod/mini'
import { Problem } from '#core/connection/problem.ts'
import { parseJson } from '#core/text/strings.ts'
import { send } from '#ui/browser/transport.ts'

/** Why there is no value: the server says no, it cannot be reached, or it does not keep to the contract. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs: number | null }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unreadable'; readonly status: number }

export type Answer<Value> = { readonly kind: 'answer'; readonly value: Value } | Failure

export type Call<Value> = {
  readonly method: 'DELETE' | 'GET' | 'POST' | 'PUT'
  /** Relative to the page, which may be served from any folder. */
  readonly path: string
  readonly body?: unknown
  readonly schema: z.ZodMiniType<Value>
}

/** Longer than a full probe sequence takes. */
const timeoutMs = 30_000

const unreachable: Failure = { kind: 'unreachable' }

function headers(hasBody: boolean, token: string | null): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json, application/jose',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
}

/** `Retry-After` in seconds. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
}

async function read<Value>(response: Response, schema: z.ZodMiniType<Value>): Promise<Answer<Value>> {
  const text = await response.text()
  const json = parseJson(text)
  const value = response.ok ? z.safeParse(schema, isSigned(response) ? text : json) : null
  if (value?.success) return { kind: 'answer', value: value.data }
  const problem = Problem.safeParse(json)
  if (!response.ok && problem.success) return { kind: 'problem', problem: problem.data, retryAfterMs: retryAfterMs(response) }
  return { kind: 'unreadable', status: response.status }
}

/** A JWS stands for itself. https://www.iana.org/assignments/media-types/application/jose */
const isSigned = (response: Response): boolean => response.headers.get('content-type') === 'application/jose'

/** One request. Every way it can end is a value. */
export async function request<Value>(call: Call<Value>, token: string | null = null): Promise<Answer<Value>> {
  try {
    const response = await send(call.path, {
      method: call.method,
      headers: headers(call.body !== undefined, token),
      signal: AbortSignal.timeout(timeoutMs),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    return await read(response, call.schema)
  } catch {
    return unreachable
  }
}
