import type { Context } from 'hono'
import * as z from 'zod/mini'
import { boundedBody } from './bounded-body.ts'
import { problem } from './problems.ts'
import { type FormCode, invalid } from './refused-input.ts'

const bodyMaximumBytes = 64 * 1024

type JsonReading = { readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'refused'; readonly response: Response }

/** An empty body counts as an empty object. */
export async function readJson(context: Context, maximumBytes: number = bodyMaximumBytes): Promise<JsonReading> {
  const bytes = await boundedBody(context.req.raw, maximumBytes)
  if (bytes === null) return { kind: 'refused', response: problem('body-too-large') }
  const text = new TextDecoder().decode(bytes)
  try {
    return { kind: 'json', json: text.trim() === '' ? {} : JSON.parse(text) }
  } catch {
    return { kind: 'refused', response: problem('malformed-json') }
  }
}

type BodyReading<Value> = { readonly kind: 'body'; readonly body: Value } | { readonly kind: 'refused'; readonly response: Response }

export async function readBody<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
  form: FormCode = 'value-invalid',
): Promise<BodyReading<z.output<Schema>>> {
  const reading = await readJson(context)
  if (reading.kind === 'refused') return reading
  const parsed = z.safeParse(schema, reading.json)
  return parsed.success ? { kind: 'body', body: parsed.data } : { kind: 'refused', response: invalid(parsed.error.issues, form) }
}
