import type { Connection } from '#core/connection/connection.ts'
import type { HandoffView } from '#core/connection/handoff.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/served-vendor.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { choosePermissions, passTurn } from '#wizard/api/handoff.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { PermissionsForm } from '#wizard/permissions/permissions-form.tsx'
import { Checks } from '#wizard/verification/checks.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import '#wizard/verification/verification.css'
import { localized } from '#i18n/language.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { handoffMessages } from './handoff-messages.ts'
import { Colleague } from './handoff-panel.tsx'

type ChoosePermissionsProps = { readonly vendor: ServedVendor; readonly connection: Connection; readonly handoff: HandoffView }

/** For who knows what the role is for, and came by a link that asks for it. */
export function ChoosePermissions({ vendor, connection, handoff }: ChoosePermissionsProps) {
  const words = localized(handoffMessages)
  const toRole = routeHash({ kind: 'role', connectionId: connection.id })
  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={localized(shellMessages).title(words.colleague.choose, vendor.name)} />
      <Colleague vendor={vendor} handoff={handoff} />
      {handoff.turn === 'nobody' && <Result vendor={vendor} connection={connection} />}
      <ScreenHeading screen={`choose ${connection.id}`}>{words.colleague.choose}</ScreenHeading>
      {handoff.purpose === 'choose-permissions' && handoff.turn === 'colleague' && (
        <PermissionsForm
          vendor={vendor}
          connection={connection}
          hint={words.colleague.chooseHint}
          saveLabel={words.colleague.save}
          save={async (chosen) => (await choosePermissions(connection.id, chosen)) ?? passTurn(handoff.id, { kind: 'done', note: '' })}
          onSaved={() => navigate(toRole)}
        />
      )}
      <p>
        <a href={toRole}>{words.colleague.toConnection}</a>
      </p>
    </div>
  )
}

/** The evidence for the sentence above, with what was not tested. */
function Result({ vendor, connection }: Pick<ChoosePermissionsProps, 'vendor' | 'connection'>) {
  const { data: watch } = useVerification(connection.id)
  return <Checks plan={rolePlan(connection, vendor)} verdict={watch?.verdict ?? null} />
}
