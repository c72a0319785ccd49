import type { Vendor } from '#core/connection/vendor.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { plainWordsMessages, policyInPlainWords } from '#core/policy/plain-words.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { shellMessages } from './shell-messages.ts'

/** A permissions policy in words, for readers who don't know policies. */
export function PlainPermissions({ vendor, policy }: { vendor: Vendor; policy: PolicyDocument }) {
  const { can, never, cannot } = policyInPlainWords(policy, currentLanguage().code)
  return (
    <div className="plain-words">
      <p>{localized(shellMessages).may(vendor.name)}</p>
      <ul>
        {can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {never.length > 0 && (
        <>
          <p>{localized(plainWordsMessages).never}</p>
          <ul>
            {never.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p key={cannot}>{cannot}</p>
    </div>
  )
}
