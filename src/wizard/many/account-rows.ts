import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import { localized } from '#i18n/language.ts'
import { replacementMessages } from '#wizard/app/connection-list-messages.ts'
import { rolesOfSeveral } from '#wizard/app/role-of-several.ts'
import type { AccountShow } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { diagnosisTitle } from '#wizard/verification/verdict-texts.ts'
import { shortTitle } from '#wizard/verification/verification-state.ts'
import type { AccountCheck, AccountChecks } from './schedule.ts'

export type AccountStatus = Exclude<AccountShow, 'all'>

export type AccountRow = {
  readonly connection: Connection
  readonly check: AccountCheck | null
  readonly status: AccountStatus
  /** The name of the role. Null where the account has no other. */
  readonly role: string | null
}

/** Unknown is never verified: an account that is unchecked or unreachable counts as waiting. */
const statuses: Readonly<Record<VerdictKind, AccountStatus>> = {
  verified: 'verified',
  waiting: 'waiting',
  inconclusive: 'waiting',
  'not-ready': 'failing',
  unsafe: 'failing',
  partial: 'failing',
  'vendor-fault': 'failing',
  drifted: 'failing',
}

export function accountRows(connections: readonly Connection[], checks: AccountChecks): readonly AccountRow[] {
  const roleOf = rolesOfSeveral(connections)
  return connections.map((connection) => {
    const role = roleOf(connection)
    const check = isDisconnecting(connection) ? null : (checks.get(connection.id) ?? null)
    return { connection, check, role, status: check?.last == null ? 'waiting' : statuses[check.last.kind] }
  })
}

type Checked = Pick<AccountRow, 'connection' | 'check'>

/** The last check: status and finding. */
export function statusWords({ connection, check }: Checked): { readonly title: string; readonly text: string } | null {
  if (isDisconnecting(connection)) return { title: localized(shellMessages).disconnecting, text: '' }
  if (check?.last == null) return null
  const text = diagnosisTitle(check.last.diagnosis)
  const title = shortTitle(check.last)
  return { title, text: text === title ? '' : text }
}

export function accountCounts(rows: readonly AccountRow[]): Readonly<Record<AccountShow, number>> {
  const count = (status: AccountStatus) => rows.filter((row) => row.status === status).length
  return { all: rows.length, waiting: count('waiting'), verified: count('verified'), failing: count('failing') }
}

/** Titles of the diagnoses, each once. */
export function failingTitles(rows: readonly AccountRow[]): readonly string[] {
  const titles = rows.flatMap(({ check, status }) =>
    status === 'failing' && check?.last != null ? [diagnosisTitle(check.last.diagnosis)] : [],
  )
  return [...new Set(titles)].toSorted()
}

const plain = (text: string): string => text.toLocaleLowerCase()

function isLike(row: AccountRow, text: string): boolean {
  const { connection, role } = row
  const { accountId, name = '', region, externalId } = connection
  const status = statusWords(row)
  const rotating = connection.rotation === undefined ? '' : localized(replacementMessages).note
  const ofStatus = [status?.title ?? '', status?.text ?? '', rotating]
  const all = [accountId, accountIdInGroups(accountId), name, region, externalId, role ?? '', ...ofStatus]
  return all.some((value) => plain(value).includes(text)) || (/\d/.test(text) && accountId.includes(text.replace(/[\s-]/g, '')))
}

/** Those that are to be shown, in their order. */
export function filteredRows(
  rows: readonly AccountRow[],
  { show, text }: { readonly show: AccountShow; readonly text: string },
): readonly AccountRow[] {
  const wanted = plain(text.trim())
  return rows.filter((row) => (show === 'all' || row.status === show) && (wanted === '' || isLike(row, wanted)))
}
