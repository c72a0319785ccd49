import type { Vendor } from '#core/connection/vendor.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { localized } from '#i18n/language.ts'
import { policyInPlainWords } from './policy-in-plain-words.ts'
import { shellMessages } from './shell-messages.ts'

/** What a permissions policy lets the vendor do, for somebody who does not read policies. */
export function PlainPermissions({ vendor, policy }: { vendor: Vendor; policy: PolicyDocument }) {
  const { can, cannot } = policyInPlainWords(policy)
  return (
    <div className="plain-words">
      <p>{localized(shellMessages).may(vendor.name)}</p>
      <ul>
        {can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p key={cannot}>{cannot}</p>
    </div>
  )
}
