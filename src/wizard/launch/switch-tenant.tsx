import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Button } from '#ui/controls/button.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import type { EarlierWork } from '#wizard/app/admission.ts'
import type { KeptSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { enter, stay } from './exchange.ts'
import { launchMessages } from './launch-messages.ts'

type SwitchTenantProps = { readonly vendor: ServedVendor; readonly from: EarlierWork; readonly to: KeptSession }

/** Someone else's link must not connect an account to their tenant without a word. */
export function SwitchTenant({ vendor, from, to }: SwitchTenantProps) {
  const words = localized(launchMessages).switching
  const name = to.tenant?.name ?? ''
  const title = words.title(name)

  function agree(): void {
    restartAccountDraft(vendor)
    serverState.clear()
    enter(to)
    navigate(routeHash({ kind: 'account' }))
  }

  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <div className="stack introduction">
        <ScreenHeading screen="switch">{title}</ScreenHeading>
        <p className="lead">{from.name === null ? words.fromNameless[from.kind] : words.from(from.name)}</p>
      </div>
      <p>{words.consequence(name, vendor.name)}</p>
      <div className="row">
        <Button look="primary" onClick={agree}>
          {words.agree(name)}
        </Button>
        <Button onClick={() => stay(to, from)}>{from.name === null ? words.stayNameless : words.stay(from.name)}</Button>
      </div>
    </div>
  )
}
