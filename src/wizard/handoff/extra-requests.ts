import { commentText } from '#core/artifacts/source-text.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import type { HandoffDraft } from '#core/connection/handoff.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { roleOptionMessages } from '#wizard/account/role-option-messages.ts'
import { sessionHours } from '#wizard/account/typed-terms.ts'
import { handoffMessages } from './handoff-messages.ts'

type Requested = {
  readonly role?: ConnectionTerms['role'] | HandoffDraft['role']
  readonly permissionsPolicy?: ConnectionTerms['permissionsPolicy'] | HandoffDraft['permissionsPolicy']
}

/** What is asked of the role beside what the vendor proposes, a sentence each, on one line each: valid or not, as it was typed. */
export function askedBeyond({ role = {}, permissionsPolicy }: Requested, vendor: Vendor): readonly string[] {
  const words = localized(handoffMessages).beyond
  const { path, permissionsBoundary, tags = [], maxSessionDuration } = role
  return [
    ...(permissionsPolicy === undefined ? [] : [words.policy(vendor.name)]),
    ...(permissionsBoundary === undefined ? [] : [words.boundary(commentText(permissionsBoundary))]),
    ...(path === undefined ? [] : [words.path(commentText(path))]),
    ...(tags.length === 0 ? [] : [words.tags(tags.map(({ key, value }) => commentText(`${key}=${value}`)).join(', '))]),
    ...(maxSessionDuration === undefined
      ? []
      : [words.session(localized(roleOptionMessages).session.hours(sessionHours(maxSessionDuration)))]),
  ]
}
