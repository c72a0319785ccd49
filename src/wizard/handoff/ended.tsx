import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { handoffMessages } from './handoff-messages.ts'
import './handoff.css'
import { navigate } from '#ui/browser/use-hash.ts'
import { Button } from '#ui/controls/button.tsx'
import type { Failure } from '#wizard/api/request.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { publishAdmission } from '#wizard/app/admission.ts'
import { leaveAsGuest } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'

/** For a guest whose link no longer works. */
export function LinkEnded({ vendor, code }: { vendor: ServedVendor; code: LinkEndReason }) {
  const words = localized(handoffMessages)
  const { title, why } = words.ended[code]
  const text = words.endedAsk(vendor.name, localized(accountMessages).notAdmin, words.make)
  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <ScreenIntroduction screen={code} title={title} lead={why} />
      <Callout
        tone="note"
        title={words.todo}
        actions={
          <>
            <CopyButton text={text} label={words.copyAsk} />
            <SignOut label={words.startOver} />
          </>
        }
      >
        <p>{words.endedTodo}</p>
        <p>{text}</p>
      </Callout>
    </div>
  )
}

type LinkEndReason = 'handoff-expired' | 'handoff-revoked' | 'handoff-unknown'

export function linkEndReason(failure: Failure): LinkEndReason | null {
  if (failure.kind !== 'problem') return null
  const { code } = failure.problem
  return code === 'handoff-expired' || code === 'handoff-revoked' || code === 'handoff-unknown' ? code : null
}

/** Clears the cache, so that the next person in this tab sees nothing of the guest. */
function signOut(): void {
  leaveAsGuest()
  publishAdmission()
  navigate(routeHash({ kind: 'account' }))
  serverState.clear()
}

export function SignOut({ label = localized(handoffMessages).colleague.leave }: { label?: string }) {
  return (
    <Button variant="quiet" className="small" onClick={signOut}>
      {label}
    </Button>
  )
}
