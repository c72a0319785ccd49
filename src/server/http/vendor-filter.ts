import type { Context } from 'hono'
import * as z from 'zod/mini'
import { AccountId } from '#core/aws/account-id.ts'
import type { Problem } from '#core/connection/problem.ts'
import { ConnectionStatus } from '#core/verify/vendor-overview.ts'
import type { ChangeFilter } from '#server/registry/connection-records.ts'
import { Subject } from '#server/sessions/claims.ts'
import { launchedTenant } from '#server/sessions/sessions.ts'

/** A cursor of the registry has a space, which a URL can't hold. */
export const cursorInUrl = (cursor: string): string => cursor.replace(' ', '~')
export const readCursorInUrl = (cursor: string): string => cursor.replace('~', ' ')

const expected = {
  tenant: 'Use the `sub` of the customer’s launch tokens.',
  status: `Use one of ${ConnectionStatus.options.join(', ')}.`,
  account: 'Use an AWS account ID: 12 digits.',
  updatedSince: 'Use a time in UTC, for example 2026-11-30T08:00:00Z.',
  requestId: 'Use the request ID of an AWS call, as a verdict shows it.',
  cursor: 'Use `next` of the previous page, or leave it out.',
} as const

/** An unknown name is rejected: a misspelled filter would return the connections of all tenants. */
const Query = z.strictObject({
  tenant: z.optional(Subject),
  status: z.optional(ConnectionStatus),
  account: z.optional(AccountId),
  updatedSince: z.optional(z.iso.datetime()),
  requestId: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/))),
  cursor: z.optional(z.string().check(z.regex(/^[^\s~]+~[^\s~]+$/))),
})

type Issues = NonNullable<Problem['issues']>

export type FilterReading =
  | { readonly kind: 'filter'; readonly filter: ChangeFilter; readonly after: string | null }
  | { readonly kind: 'refused'; readonly issues: Issues }

const isExpected = (name: string): name is keyof typeof expected => Object.hasOwn(expected, name)

function issueOf(name: string): Issues[number] {
  const message = isExpected(name) ? expected[name] : `Use only ${Object.keys(expected).join(', ')}.`
  return { path: [name], code: 'value-invalid', message }
}

export const unknownCursor: Issues = [issueOf('cursor')]

/** A name that is given twice is rejected too. */
const givenOnce = (queries: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]))

function namesOf(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String)
}

export function readFilter({ req }: Context): FilterReading {
  const reading = z.safeParse(Query, givenOnce(req.queries()))
  if (!reading.success) return { kind: 'refused', issues: [...new Set(reading.error.issues.flatMap(namesOf))].map(issueOf) }
  const { tenant, status, account, updatedSince, requestId, cursor } = reading.data
  const filter = {
    ...(requestId === undefined ? {} : { requestId }),
    ...(tenant === undefined ? {} : { tenant: launchedTenant(tenant) }),
    ...(status === undefined ? {} : { status }),
    ...(account === undefined ? {} : { accountId: account }),
    ...(updatedSince === undefined ? {} : { changedSince: new Date(updatedSince).toISOString() }),
  }
  return { kind: 'filter', filter, after: cursor === undefined ? null : readCursorInUrl(cursor) }
}
