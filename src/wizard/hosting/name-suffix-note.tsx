import type { Vendor } from '#core/connection/vendor.ts'
import { hasNameSuffix } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { hostingMessages } from './hosting-messages.ts'

/** Why the policy is wider than with a well-known name. */
export function NameSuffixNote({ vendor }: { readonly vendor: Vendor }) {
  const words = localized(hostingMessages).artifacts
  if (!hasNameSuffix(vendor)) return null
  return (
    <Callout tone="note" title={words.suffixTitle(vendor.role.name)} headingLevel={3}>
      <p>{words.suffix(vendor.role.name)}</p>
      <p>{words.suffixEarlier(vendor.role.name)}</p>
    </Callout>
  )
}
