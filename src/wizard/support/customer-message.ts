import { partitionOf } from '#core/aws/region.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts, pasteText } from '#core/verify/explanation.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import type { RenderedExplanation } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { explanation } from '#wizard/verification/verdict-texts.ts'
import { supportMessages } from './support-messages.ts'

const planOf = (connection: VendorConnection, vendor: ServedVendor) =>
  vendor.accounts[partitionOf(connection.region)] === undefined ? null : rolePlan(connection, vendor)

/** The text that the customer reads about the last check. Null: there is none, or the connection has ended. */
export function customerView(connection: VendorConnection, vendor: ServedVendor): RenderedExplanation | null {
  const plan = planOf(connection, vendor)
  if (plan === null || connection.verdict === null || connection.disconnectedAt !== null || isDisconnecting(connection)) return null
  return explanation(connection.verdict.diagnosis, explanationFacts(plan))
}

function pastes(connection: VendorConnection, vendor: ServedVendor, { paste }: RenderedExplanation): readonly string[] {
  const plan = planOf(connection, vendor)
  if (plan === null) return []
  return paste.map((code) => pasteText(code, plan)).flatMap(({ title, text }) => ['', `${title}:`, text.trimEnd()])
}

/** The address of a screen of the customer, without anything that opens it: the customer has a session. */
const address = (connection: VendorConnection, kind: 'role' | 'permissions'): string =>
  new URL(`${window.location.pathname}${routeHash({ kind, connectionId: connection.id })}`, window.location.origin).href

function updateLines({ update }: VendorConnection, vendor: ServedVendor): readonly string[] {
  const words = localized(supportMessages).message
  return update === undefined ? [] : [words.update(vendor.name), ...words.changes(update, vendor.permissionSets), words.updateSteps]
}

/** Plain text for an e-mail or a chat. It has the customer's own external ID where a policy to paste has it. */
export function customerMessage(connection: VendorConnection, vendor: ServedVendor): string | null {
  const words = localized(supportMessages).message
  const view = customerView(connection, vendor)
  if (view === null || view.actor === 'nobody') return null
  const steps = connection.needsUpdate ? [] : view.todo.map((step, index) => `${index + 1}. ${step}`)
  const lines = connection.needsUpdate
    ? updateLines(connection, vendor)
    : [view.happened, view.why, '', words.todo, ...steps, ...pastes(connection, vendor, view)]
  const page = address(connection, connection.needsUpdate ? 'permissions' : 'role')
  return [view.title, '', ...lines, '', words.page, page, '', words.role, connection.roleArn, ''].join('\n')
}
