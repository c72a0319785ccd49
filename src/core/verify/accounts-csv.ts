import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { rotationStage } from '#core/connection/rotation.ts'
import type { LastCheck } from './verdict.ts'

/** A spreadsheet would read these as formulas. https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r]/

/** Quoted, so that no value ends its field; with an apostrophe in front where it could be run. */
function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

/** The first columns are those that a pasted list has, so that the file can be pasted again. */
const accountsCsvColumns = [
  'Account ID',
  'Name',
  'Region',
  'External ID',
  'Role ARN',
  'Status',
  'Diagnosis',
  'Checked at',
  'Simulated',
  'Rotation',
] as const

export type AccountsCsvRow = { readonly connection: Connection; readonly check: Omit<LastCheck, 'connectionId'> | null }

/** The table as a file: codes and UTC times, which no language changes. https://www.rfc-editor.org/rfc/rfc4180 */
export function accountsCsv(rows: readonly AccountsCsvRow[]): string {
  const lines = rows.map(({ connection, check }) => [
    connection.accountId,
    connection.name ?? '',
    connection.region,
    connection.externalId,
    connection.roleArn,
    isDisconnecting(connection) ? 'disconnecting' : (check?.kind ?? 'not-checked'),
    check?.diagnosis ?? '',
    check?.checkedAt ?? '',
    check === null ? '' : String(check.simulated),
    connection.rotation === undefined ? '' : rotationStage(connection.rotation),
  ])
  return [accountsCsvColumns, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}
