import type * as z from 'zod/mini'
import { boundedCache } from './bounded-cache.ts'

/** Many requests share a value, so none can change what another one reads. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

const parsedMaximum = 5000

/** Rows of libsql and PostgreSQL are objects. */
const contentOf = (row: unknown, column: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined

/**
 * Parses a row once, and again when one of the columns has changed. It compares everything that it parses, so the value can't be
 * outdated, even if another copy wrote the row. The same content is the same object. The first column identifies the row.
 */
export function parsedOnce<Schema extends z.ZodMiniType>(columns: readonly [string, ...string[]], schema: Schema) {
  type Parsed = { readonly contents: readonly unknown[]; readonly value: z.output<Schema> }
  const known = boundedCache<Parsed>(parsedMaximum)
  return (row: unknown): z.output<Schema> => {
    const id = String(contentOf(row, columns[0]))
    const last = known.get(id)
    const isSame = last?.contents.every((content, index) => content === contentOf(row, columns[index] ?? '')) ?? false
    if (last !== undefined && isSame) return last.value
    const value = frozen(schema.parse(row))
    known.set(id, { contents: columns.map((column) => contentOf(row, column)), value })
    return value
  }
}

/** Parses a frozen value once. It can't change, so what was parsed from it can't be outdated. */
export function parsedFrom<Schema extends z.ZodMiniType>(schema: Schema) {
  const known = new WeakMap<object, { readonly value: z.output<Schema> }>()
  return (source: unknown): z.output<Schema> => {
    if (typeof source !== 'object' || source === null || !Object.isFrozen(source)) return schema.parse(source)
    const last = known.get(source)
    if (last !== undefined) return last.value
    const value = frozen(schema.parse(source))
    known.set(source, { value })
    return value
  }
}
