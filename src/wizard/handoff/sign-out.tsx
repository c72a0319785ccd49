import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Button } from '#ui/controls/button.tsx'
import { serverState } from '#wizard/api/server-state.tsx'
import { publishAdmission } from '#wizard/app/admission.ts'
import { leaveAsGuest } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { handoffMessages } from './handoff-messages.ts'

/** What was seen as a guest stays with the guest. */
function leave(): void {
  leaveAsGuest()
  publishAdmission()
  navigate(routeHash({ kind: 'account' }))
  serverState.clear()
}

export function Leave({ label = localized(handoffMessages).colleague.leave }: { label?: string }) {
  return (
    <Button look="quiet" className="small" onClick={leave}>
      {label}
    </Button>
  )
}
