import { rotationStage } from '#core/connection/rotation.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import { connectionStatus } from '#core/verify/vendor-overview.ts'

const columns = [
  'id',
  'tenant',
  'tenantId',
  'accountId',
  'name',
  'region',
  'roleArn',
  'status',
  'diagnosis',
  'checkedAt',
  'needsUpdate',
  'changedAt',
  'disconnectedAt',
  'rotation',
] as const

const valuesOf = (connection: VendorConnection): Readonly<Record<(typeof columns)[number], string>> => ({
  id: connection.id,
  tenant: connection.tenant ?? '',
  tenantId: connection.tenantId,
  accountId: connection.accountId,
  name: connection.name ?? '',
  region: connection.region,
  roleArn: connection.roleArn,
  status: connectionStatus(connection),
  diagnosis: connection.verdict?.diagnosis ?? '',
  checkedAt: connection.verdict?.checkedAt ?? '',
  needsUpdate: String(connection.needsUpdate),
  changedAt: connection.changedAt,
  disconnectedAt: connection.disconnectedAt ?? '',
  rotation: connection.rotation === undefined ? '' : rotationStage(connection.rotation),
})

/** A spreadsheet runs a text that begins like a formula, and customers choose names. https://owasp.org/www-community/attacks/CSV_Injection */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export function connectionsCsv(connections: readonly VendorConnection[]): string {
  const rows = connections.map((connection) => {
    const values = valuesOf(connection)
    return columns.map((column) => quoted(inert(values[column])))
  })
  return [columns, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

export const connectionsJson = (connections: readonly VendorConnection[]): string => `${JSON.stringify(connections, null, 2)}\n`
