import type { Context } from 'hono'
import * as z from 'zod/mini'
import type { Problem } from '#core/connection/problem.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import { parseJson } from '#core/text/strings.ts'
import { problem } from './problems.ts'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The code for a value of the wrong type, for which zod has its own words and none of our codes. */
export type FormCode = 'request-invalid' | 'permissions-invalid' | 'value-invalid'

function codeOf({ path, message }: Issue, form: FormCode): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(message)) return message
  return path[0] === 'permissions' ? 'permissions-invalid' : form
}

export function issuesOf(issues: readonly Issue[], form: FormCode): NonNullable<Problem['issues']> {
  return issues.map((issue) => {
    const code = codeOf(issue, form)
    return { path: issue.path.map(String), code, message: refusalMessage(code) }
  })
}

export function invalid(issues: readonly Issue[], form: FormCode): Response {
  return problem('invalid', { issues: issuesOf(issues, form) })
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

async function boundedStream(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maximumBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(chunks, length)
    length += value.length
    if (length > maximumBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/** Node reads no more than the stated length, and asking for the stream would cost more than the rest of a request. */
const isBounded = ({ headers }: Request): boolean => headers.has('Content-Length') && !headers.has('Transfer-Encoding')

/**
 * The body, or null when it is longer. The excess is not read, whatever Content-Length says.
 * Not bodyLimit of hono: it copies a chunked request with the global Request class, which rejects the request of @hono/node-server unless
 * that replaces the class for the whole process, and it checks nothing in browsers that do not stream requests.
 */
export async function boundedBody(request: Request, maximumBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maximumBytes) return null
  // The body is null where there is none, and undefined in browsers that do not stream requests.
  const stream = isBounded(request) ? null : request.body
  if (stream) return boundedStream(stream.getReader(), maximumBytes)
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length > maximumBytes ? null : bytes
}

const defaultMaximumBytes = 64 * 1024
const decoder = new TextDecoder()

type Refused = { readonly kind: 'refused'; readonly response: Response }
type JsonBody = { readonly kind: 'json'; readonly json: unknown } | Refused

/** An empty body counts as an empty object. */
export async function readJsonBody(context: Context, maximumBytes: number = defaultMaximumBytes): Promise<JsonBody> {
  const bytes = await boundedBody(context.req.raw, maximumBytes)
  if (bytes === null) return { kind: 'refused', response: problem('body-too-large') }
  const text = decoder.decode(bytes)
  const json = text.trim() === '' ? {} : parseJson(text)
  return json === undefined ? { kind: 'refused', response: problem('malformed-json') } : { kind: 'json', json }
}

type ParsedBody<Value> = { readonly kind: 'body'; readonly body: Value } | Refused

export async function readBody<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
  form: FormCode = 'value-invalid',
): Promise<ParsedBody<z.output<Schema>>> {
  const reading = await readJsonBody(context)
  if (reading.kind === 'refused') return reading
  const parsed = z.safeParse(schema, reading.json)
  return parsed.success ? { kind: 'body', body: parsed.data } : { kind: 'refused', response: invalid(parsed.error.issues, form) }
}

/** A handler that runs only with a valid body. */
export function withBody<Env extends object, Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: (body: z.output<Schema>, context: Context<Env>) => Promise<Response>,
): (context: Context<Env>) => Promise<Response> {
  return async (context) => {
    const reading = await readBody(context, schema)
    return reading.kind === 'refused' ? reading.response : handle(reading.body, context)
  }
}
