import { useRef, useState } from 'react'
import { boundaryInAccount } from '#core/aws/permissions-boundary.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import { type AccountListReading, readAccountList } from '#core/connection/accounts/account-list.ts'
import type { BatchLine, ConnectionBatchRequest } from '#core/connection/accounts/connection-batch.ts'
import type { Connection, ConnectionRequest } from '#core/connection/connection.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import type { AccountError, AccountForm } from '#wizard/account/account-form.ts'
import { readAccountForm } from '#wizard/account/account-rules.ts'
import { failureText } from '#wizard/api/failure.tsx'
import { failureMessages } from '#wizard/api/failure-messages.ts'
import { keepListText, listText } from '#wizard/app/account-list-draft.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { createConnections } from './connections.ts'
import { manyMessages } from './many-messages.ts'

/** A line that the server refused, as it was pasted. */
export type ServerRefusal = { readonly line: number; readonly text: string; readonly message: string }

type ListAttempt = {
  readonly errors: readonly AccountError[]
  readonly refused: readonly ServerRefusal[]
  /** The lines that are not connected yet; null where nothing was connected. */
  readonly left: string | null
}

type ListContext = {
  readonly vendor: Vendor
  readonly form: AccountForm
  readonly text: string
  readonly connected: readonly Connection[]
}

export function readList({ vendor, form, text, connected }: ListContext): AccountListReading {
  return readAccountList(text, { vendor, region: form.region, connected })
}

/** Lines that need no fix: the connection exists, or another line creates it. */
const settledCodes = ['account-connected', 'account-id-repeated']

/** The lines to fix, in their order, under the heading with the column names. */
function leftOf(reading: AccountListReading, refused: readonly ServerRefusal[]): string {
  const lines = [...reading.refused.filter(({ code }) => !settledCodes.includes(code)), ...refused].toSorted(
    (one, other) => one.line - other.line,
  )
  return lines.length === 0 ? '' : [...reading.ignored, ...lines].map(({ text }) => text).join('\n')
}

const noAttempt = (errors: readonly AccountError[]): ListAttempt => ({ errors, refused: [], left: null })

/** Checks the shared settings with the rules for one account. */
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
        message: line.issues
          .map(({ code }) =>
            code === 'connection-limit' || code === 'connection-unreadable'
              ? localized(failureMessages).problems[code]
              : refusalMessage(code, currentLanguage().code),
          )
          .join(' '),
      },
    ]
  })
}

/** Stands for every account where the list has none yet. */
const anyAccount = '444455556666'

type ListCheck =
  | { readonly kind: 'refused'; readonly errors: readonly AccountError[] }
  | { readonly kind: 'request'; readonly shared: Pick<ConnectionRequest, 'permissions' | 'role'> }

function checked(context: ListContext, { accounts }: AccountListReading): ListCheck {
  const [first] = accounts
  const none: AccountError[] = first === undefined ? [{ field: 'accountId', message: localized(manyMessages).list.none }] : []
  const shared = sharedOf(context, first?.accountId ?? anyAccount, first?.region ?? context.form.region)
  const issues =
    shared.kind === 'refused'
      ? shared.issues.map(({ field, code, message }) => ({ field, message: message ?? refusalMessage(code, currentLanguage().code) }))
      : []
  const errors = [...none, ...issues]
  return errors.length > 0 || shared.kind === 'refused' ? { kind: 'refused', errors } : { kind: 'request', shared: shared.terms }
}

/** Errors of the last attempt that are not fixed yet. Typing removes errors and adds none. */
export function remainingErrors({ errors }: ListAttempt, context: ListContext, reading: AccountListReading): readonly AccountError[] {
  const now = checked(context, reading)
  const wrong = now.kind === 'refused' ? now.errors : []
  return errors.filter(({ field }) => field === null || wrong.some((error) => error.field === field))
}

/** Everything that pressing the button takes. */
async function connectList(context: ListContext): Promise<ListAttempt> {
  const reading = readList(context)
  const check = checked(context, reading)
  if (check.kind === 'refused') return noAttempt(check.errors)
  const { permissions, role } = check.shared
  const request: ConnectionBatchRequest = {
    accounts: reading.accounts.map(({ accountId, region, name }) => ({ accountId, region, ...(name === null ? {} : { name }) })),
    ...(permissions === undefined ? {} : { permissions }),
    ...(role === undefined ? {} : { role }),
  }
  const answer = await createConnections(request)
  if (answer.kind !== 'answer') return noAttempt([{ field: null, message: failureText(answer) }])
  const refused = refusedBy(answer.value.lines, reading)
  return { errors: [], refused, left: leftOf(reading, refused) }
}

type Submission = { readonly attempts: number; readonly last: ListAttempt | null; readonly isPending: boolean }

export function useListSubmission(context: ListContext) {
  const [ended, setEnded] = useState<Submission>({ attempts: 0, last: null, isPending: false })
  // Not state: the second of two quick clicks comes before the next render.
  const isUnderWay = useRef(false)

  async function attempt(): Promise<void> {
    const last = await connectList(context)
    setEnded(({ attempts }) => ({ attempts: attempts + 1, last, isPending: false }))
    // A list that was edited meanwhile is kept; its connected accounts are marked there.
    if (last.left === null || listText() !== context.text) return
    keepListText(last.left)
    if (last.refused.length === 0) navigate(routeHash({ kind: 'accounts', show: 'all', text: '' }))
  }

  function submit(): void {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setEnded((before) => ({ ...before, isPending: true }))
    void attempt().finally(() => {
      isUnderWay.current = false
    })
  }

  return { ...ended, submit }
}
