import { needsConfirmation } from '#core/connection/disconnection.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import { localized } from '#i18n/language.ts'
import { supportMessages } from './support-messages.ts'

/** In place of a finding. */
export function stateText({ disconnectedAt, disconnection }: VendorConnection): string {
  const words = localized(supportMessages).connection
  const confirmedBy = disconnection?.confirmedBy
  if (disconnectedAt !== null) return confirmedBy === undefined ? words.disconnected : words.confirmedBy[confirmedBy]
  if (disconnection === undefined) return words.unchecked
  return needsConfirmation(disconnection) ? words.needsConfirmation : words.disconnecting
}

/** The application roles that no check ran as, where the end of the connection depends on what someone says. */
export function untriedRoles({ disconnection }: VendorConnection): readonly string[] {
  if (disconnection === undefined) return []
  const isSaid = disconnection.confirmedBy !== undefined || needsConfirmation(disconnection)
  return isSaid ? (disconnection.check?.untried ?? []) : []
}
