import type { Vendor } from '#core/connection/vendor.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { policyInPlainWords } from '#core/policy/plain-words.ts'
import { spokenLanguage } from '#i18n/language.ts'
import { shellWords as words } from '#wizard/words/shell.ts'

/** What a permissions policy lets the vendor do, for readers who don't know policies. */
export function PlainPermissions({ vendor, policy }: { vendor: Vendor; policy: PolicyDocument }) {
  const { can, cannot } = policyInPlainWords(policy, spokenLanguage().code)
  return (
    <div className="plain-words">
      <p>{words.may(vendor.name)}</p>
      <ul>
        {can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p key={cannot}>{cannot}</p>
    </div>
  )
}
