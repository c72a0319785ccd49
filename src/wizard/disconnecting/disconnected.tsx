import type { DisconnectionRecord } from '#core/connection/disconnection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { longDate, Time } from '#wizard/verification/time.tsx'
import './disconnecting.css'
import { disconnectingMessages } from './disconnecting-messages.ts'

type DisconnectedProps = { readonly vendor: ServedVendor; readonly record: DisconnectionRecord }

/** The dated record of an end. */
export function Disconnected({ vendor, record }: DisconnectedProps) {
  const words = localized(disconnectingMessages)
  const { connectionId, roleArn, requestedAt, disconnectedAt, deniedSince, check, confirmedBy } = record
  const date = longDate(disconnectedAt ?? requestedAt)
  const text = confirmedBy === undefined ? words.endedText(date) : words.endedUntried[confirmedBy](date, vendor.name)
  const untried = check?.untried ?? []
  return (
    <div className="stack single-column small-headings">
      <DocumentTitle text={localized(shellMessages).title(words.ended, vendor.name)} />
      <Favicon state="plain" color={vendor.accentColor} />
      <LiveRegion text={text} />
      <ScreenHeading screen={`disconnected ${connectionId}`}>
        <span key="disconnected">{words.endedHeading}</span>
      </ScreenHeading>
      <Callout tone="note" title={<span key={text}>{text}</span>}>
        {check?.simulated && <p key="simulated">{words.simulated}</p>}
      </Callout>
      <Card as="section">
        <h2 className="visually-hidden">{words.endedDetails}</h2>
        <FactList
          facts={[
            { term: words.role, value: <Code text={roleArn} /> },
            { term: words.requested, value: <Time at={requestedAt} hasDay /> },
            ...(deniedSince === null ? [] : [{ term: words.denied, value: <Time at={deniedSince} hasDay /> }]),
            ...(untried.length === 0 ? [] : [{ term: words.untried, value: <Codes texts={untried} /> }]),
            ...(check === null || check.requestIds.length === 0
              ? []
              : [{ term: words.requestIds, value: <Codes texts={check.requestIds} /> }]),
          ]}
        />
      </Card>
      {!useIsViewer() && (
        <div className="row">
          <ButtonLink href={routeHash({ kind: 'account' })} onClick={() => restartAccountDraft(vendor)}>
            {words.another}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

export function Codes({ texts }: { readonly texts: readonly string[] }) {
  return (
    <span className="request-ids">
      {texts.map((text) => (
        <Code key={text} text={text} />
      ))}
    </span>
  )
}
