import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink } from '#ui/controls/button-link.tsx'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { launchMessages } from './launch-messages.ts'

/** In place of every screen that only makes something. */
export function ViewerStart({ vendor }: { vendor: ServedVendor }) {
  const words = localized(launchMessages).viewer
  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <div className="stack introduction">
        <ScreenHeading screen="viewer">{words.title}</ScreenHeading>
        <p className="lead">{words.text(vendor.name)}</p>
      </div>
      <div className="row">
        <ButtonLink look="primary" href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>
          {words.toAccounts}
        </ButtonLink>
      </div>
    </div>
  )
}
