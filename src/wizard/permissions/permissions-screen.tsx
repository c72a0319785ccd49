import type { Connection } from '#core/connection/connection.ts'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import type { ServedVendor } from '#core/connection/vendor-fields.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { choosePermissions } from '#wizard/api/handoff.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { roleMessages } from '#wizard/role/role-messages.ts'
import { rememberRoleUpdate } from '#wizard/verification/role-update.ts'
import { PermissionsForm } from './permissions-form.tsx'

type PermissionsScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** Updates the role to the vendor's current config. The external ID and the role name stay the same. */
export function PermissionsScreen({ vendor, connection }: PermissionsScreenProps) {
  const words = localized(roleMessages).update
  const toRole = routeHash({ kind: 'role', connectionId: connection.id })

  function goOn(): void {
    rememberRoleUpdate(connection.id)
    navigate(toRole)
  }

  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(words.choose, vendor.name)} />
      <ScreenIntroduction screen={`permissions ${connection.id}`} title={words.choose} lead={words.chooseLead} />
      <Differences vendor={vendor} connection={connection} />
      <PermissionsForm
        vendor={vendor}
        connection={connection}
        hint={words.chooseHint}
        saveLabel={words.save}
        save={(chosen) => choosePermissions(connection.id, chosen)}
        onSaved={goOn}
      />
      <p>
        <a href={toRole}>{words.back}</a>
      </p>
    </div>
  )
}

/** Permissions that the vendor requests now and did not when the connection was made. */
function Differences({ vendor, connection }: PermissionsScreenProps) {
  const words = localized(roleMessages).update
  const update = permissionsUpdate(connection, vendor)
  if (update === null) return null
  const missing = vendor.permissionSets.filter(({ id }) => update.missing.includes(id)).map(({ title }) => vendorText(title))
  return (
    <Callout tone="note" title={words.changed(vendor.name)}>
      <ul>
        {missing.map((title) => (
          <li key={title}>{words.missing(title)}</li>
        ))}
        {update.removed.map((id) => (
          <li key={id}>{words.removed(id)}</li>
        ))}
      </ul>
    </Callout>
  )
}
