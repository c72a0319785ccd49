import { type AccountListReading, readAccountList } from '#core/accounts/account-list.ts'
import type { BatchLine, ConnectionBatchRequest } from '#core/accounts/connection-batch.ts'
import type { Connection } from '#core/connection.ts'
import { boundaryInAccount } from '#core/permissions-boundary.ts'
import { refusalMessage } from '#core/refusals.ts'
import { partitionOf, Region } from '#core/region.ts'
import type { Vendor } from '#core/vendor.ts'
import type { AccountError, AccountForm } from '../account/account-form.ts'
import { readAccountForm } from '../account/account-rules.ts'
import { createConnections } from '../api/connections.ts'
import { failureWords } from '../words/failure-words.ts'
import { manyWords } from '../words/many.ts'

const words = manyWords.list

/** A line that the server refused, as it was pasted. */
export type ServerRefusal = { readonly line: number; readonly text: string; readonly message: string }

export type ListAttempt = {
  readonly errors: readonly AccountError[]
  readonly refused: readonly ServerRefusal[]
  /** What of the list is still to be connected; null where nothing was connected. */
  readonly left: string | null
}

export type ListContext = {
  readonly vendor: Vendor
  readonly form: AccountForm
  readonly text: string
  readonly connected: readonly Connection[]
}

export function readList({ vendor, form, text, connected }: ListContext): AccountListReading {
  return readAccountList(text, { vendor, region: form.region, connected })
}

/** These need no mending: there is a connection, or another line makes it. */
const settledCodes = ['account-connected', 'account-id-repeated']

/** The lines to mend, in their order, under the heading that says what their columns are. */
function leftOf(reading: AccountListReading, refused: readonly ServerRefusal[]): string {
  const lines = [...reading.refused.filter(({ code }) => !settledCodes.includes(code)), ...refused].toSorted(
    (one, other) => one.line - other.line,
  )
  return lines.length === 0 ? '' : [...reading.ignored, ...lines].map(({ text }) => text).join('\n')
}

const noAttempt = (errors: readonly AccountError[]): ListAttempt => ({ errors, refused: [], left: null })

/** What all accounts share, by the rules for one: the account stands in for all. */
function sharedOf({ vendor, form }: ListContext, accountId: string, region: string) {
  const issuedHere = { ...vendor, externalId: { ...vendor.externalId, mode: 'issued' as const } }
  const place = { partition: partitionOf(Region.parse(region)), accountId }
  const role = { ...form.role, permissionsBoundary: boundaryInAccount(form.role.permissionsBoundary, place) }
  return readAccountForm({ ...form, accountId, region, externalId: '', role }, issuedHere)
}

function refusedBy(lines: readonly BatchLine[], { accounts }: AccountListReading): ServerRefusal[] {
  return lines.flatMap((line, index) => {
    const account = accounts[index]
    if (line.kind !== 'refused' || account === undefined) return []
    return [
      {
        line: account.line,
        text: account.text,
        message: line.issues.map(({ code, message }) => (code === 'connection-limit' ? message : refusalMessage(code))).join(' '),
      },
    ]
  })
}

/** Everything that pressing the button takes. */
export async function connectList(context: ListContext): Promise<ListAttempt> {
  const reading = readList(context)
  const [first] = reading.accounts
  if (first === undefined) return noAttempt([{ field: 'accountId', message: words.none }])
  const shared = sharedOf(context, first.accountId, first.region)
  if (shared.kind === 'refused')
    return noAttempt(shared.issues.map(({ field, code, message }) => ({ field, message: message ?? refusalMessage(code) })))
  const { permissions, role } = shared.request
  const request: ConnectionBatchRequest = {
    accounts: reading.accounts.map(({ accountId, region, name }) => ({ accountId, region, ...(name === null ? {} : { name }) })),
    ...(permissions === undefined ? {} : { permissions }),
    ...(role === undefined ? {} : { role }),
  }
  const answer = await createConnections(request)
  if (answer.kind !== 'answer') return noAttempt([{ field: null, message: failureWords(answer) }])
  const refused = refusedBy(answer.value.lines, reading)
  return { errors: [], refused, left: leftOf(reading, refused) }
}
