import type { Vendor } from '#core/connection/vendor.ts'
import type { PermissionDifference } from '#core/policy/permission-difference.ts'
import { localized } from '#i18n/language.ts'
import { policyEditorMessages } from './policy-editor-messages.ts'

const kinds = ['added', 'narrowed', 'removed', 'denied', 'undenied'] as const

type PolicyDifferenceProps = { readonly vendor: Vendor; readonly difference: PermissionDifference }

export function PolicyDifference({ vendor, difference }: PolicyDifferenceProps) {
  const words = localized(policyEditorMessages).difference
  const changed = kinds.filter((kind) => difference[kind].length > 0)
  return (
    <section>
      <h3>{words.title(vendor.name)}</h3>
      {changed.length === 0 && <p className="hint">{words.none}</p>}
      {changed.map((kind) => (
        <div className={`policy-change ${kind}`} key={kind}>
          <h4>{words.kinds[kind]}</h4>
          <ul>
            {difference[kind].map((permission) => (
              <li key={JSON.stringify(permission)} translate="no">
                {words.permission(permission)}
              </li>
            ))}
          </ul>
          {kind === 'removed' && <p className="hint">{words.removedMeaning(vendor.name)}</p>}
        </div>
      ))}
    </section>
  )
}
