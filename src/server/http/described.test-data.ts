import { isDeepStrictEqual } from 'node:util'
import type { Operation, Success } from './operation.ts'
import { operations } from './operations/operations.ts'

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`)

/** A path without a named part comes first: `/api/connections/batch` is no connection. */
const routes = operations
  .toSorted((one, other) => Number(one.path.includes(':')) - Number(other.path.includes(':')))
  .map((operation) => ({ operation, pattern: patternOf(operation.path) }))

export function operationAt(method: string, path: string): Operation | null {
  const [pathname = ''] = path.split('?')
  return routes.find(({ operation, pattern }) => operation.method === method.toLowerCase() && pattern.test(pathname))?.operation ?? null
}

const bodyOf = (success: Success) => ('body' in success ? success.body : null)

/** The schema of a response's body. Null where the description has none. */
export const describedBody = ({ responses }: Operation, { status }: Response) =>
  responses.flatMap((success) => (success.status === status ? (bodyOf(success) ?? []) : []))[0] ?? null

/** Throws for a body that has another form than the description says, or a field, at any depth, that it doesn't name. */
export async function checkDescribed(operation: Operation, response: Response): Promise<void> {
  const body = describedBody(operation, response)
  if (body === null) return
  const json = await response.clone().json()
  const reading = body.schema.safeParse(json)
  if (!reading.success) throw new Error(`${operation.id} returns no ${body.name}: ${reading.error.message}`)
  // Parsing drops what the schema doesn't name.
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(reading.data)), json))
    throw new Error(`${operation.id} returns more than ${body.name} names: ${JSON.stringify(json)}`)
}
