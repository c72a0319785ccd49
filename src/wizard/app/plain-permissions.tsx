import type { Vendor } from '#core/connection/vendor.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { roleInPlainWords } from '#core/policy/managed-policy-words.ts'
import { plainWordsMessages } from '#core/policy/plain-words.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { shellMessages } from './shell-messages.ts'

type PlainPermissionsProps = {
  readonly vendor: Vendor
  readonly permissionsPolicy: PolicyDocument
  readonly managedPolicyArns: readonly string[]
}

/** The permissions of the role in words, for readers who don't know policies. */
export function PlainPermissions({ vendor, ...permissions }: PlainPermissionsProps) {
  const { can, never, cannot } = roleInPlainWords(permissions, currentLanguage().code)
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
