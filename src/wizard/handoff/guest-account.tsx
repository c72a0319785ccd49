import type { ReactNode } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ActionFailure } from '#wizard/api/failure.tsx'
import { useOwnHandoff } from '#wizard/api/handoff.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import { Loading } from '#wizard/app/loading.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { LinkEnded, linkEndReason, SignOut } from './ended.tsx'
import { handoffMessages } from './handoff-messages.ts'
import { Colleague } from './handoff-panel.tsx'

type GuestAccountProps = { readonly vendor: ServedVendor; readonly children: ReactNode }

/** A guest's first step: complete the draft, or learn that the link opens another step. */
export function GuestAccount(props: GuestAccountProps) {
  return (
    <ServerState>
      <Known {...props} />
    </ServerState>
  )
}

function Known({ vendor, children }: GuestAccountProps) {
  const words = localized(handoffMessages).colleague
  const { data: answer } = useOwnHandoff()
  if (answer === undefined) return <Loading />
  if (answer.kind !== 'answer') {
    const code = linkEndReason(answer)
    return code === null ? <ActionFailure failure={answer} /> : <LinkEnded vendor={vendor} code={code} />
  }
  const { draft, connectionId } = answer.value
  if (draft === null && connectionId !== null) {
    const onward = <a href={routeHash({ kind: 'role', connectionId })}>{words.toConnection}</a>
    return (
      <div className="stack single-column">
        <DocumentTitle text={localized(shellMessages).title(words.only, vendor.name)} />
        <ScreenHeading screen="guest">{words.only}</ScreenHeading>
        <Callout
          tone="note"
          title={localized(handoffMessages).todo}
          actions={
            <>
              {onward}
              <SignOut />
            </>
          }
        >
          <p>{words.onlyText}</p>
        </Callout>
      </div>
    )
  }
  return (
    <>
      <div className="handoff-panel">
        <Colleague vendor={vendor} handoff={answer.value} />
      </div>
      {children}
    </>
  )
}
