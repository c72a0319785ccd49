import { localized } from '#i18n/language.ts'
import { rolePreviewMessages } from './role-preview-messages.ts'
import './account.css'

/** IAM rejects a policy without statements, so this is shown in its place. */
export function ManagedPolicies({ arns }: { readonly arns: readonly string[] }) {
  const words = localized(rolePreviewMessages)
  return (
    <div className="plain-words">
      <p>{arns.length === 0 ? words.noPolicy : words.managedAlone}</p>
      <ul>
        {arns.map((arn) => (
          <li key={arn}>
            <code className="role-fact" translate="no" dir="ltr">
              {arn}
            </code>
          </li>
        ))}
      </ul>
    </div>
  )
}
