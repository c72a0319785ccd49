import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { announcement, type CheckSummary, type PollingState } from './verification-state.ts'

type PageStateProps = {
  readonly vendor: ServedVendor
  readonly polling: PollingState | undefined
  readonly state: CheckSummary
  /** The title of the page, in front of the vendor's name. */
  readonly title: string
}

/** The state of the connection where the screen itself is not seen: in the title, in the icon of the tab, and for screen readers. */
export function PageState({ vendor, polling, state, title }: PageStateProps) {
  return (
    <>
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <Favicon state={state.icon} color={vendor.accentColor} />
      <LiveRegion text={announcement(polling, state)} />
    </>
  )
}
