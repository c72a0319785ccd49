import { Button } from '#ui/button.tsx'
import { navigate } from '#ui/use-hash.ts'
import { publishAdmission } from '../admission.ts'
import { leaveAsGuest } from '../api/guest.ts'
import { serverState } from '../api/server-state.tsx'
import { routeHash } from '../routes.ts'
import { handoffWords as words } from '../words/handoff.ts'

/** What was seen as a guest stays with the guest. */
function leave(): void {
  leaveAsGuest()
  publishAdmission()
  navigate(routeHash({ kind: 'account' }))
  serverState.clear()
}

export function Leave({ label = words.colleague.leave }: { label?: string }) {
  return (
    <Button look="quiet" className="small" onClick={leave}>
      {label}
    </Button>
  )
}
