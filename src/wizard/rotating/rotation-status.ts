import type { RotationStage } from '#core/connection/rotation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import type { CalloutTone } from '#ui/controls/callout.tsx'
import { rotatingMessages } from './rotating-messages.ts'

type Status = { readonly tone: CalloutTone; readonly title: string; readonly text: string }

/** The checks of a canceled rotation, which must find the new ID denied. */
export function canceledStatus(verdict: Verdict | null): Status {
  const { states } = localized(rotatingMessages)
  const check = verdict?.rotation?.stage === 'removing' ? verdict.rotation : null
  if (check?.outcome === 'error') return { tone: 'waiting', ...states.error }
  const outcome = check?.unchangedRoles === undefined ? (check?.outcome ?? 'none') : 'assumed'
  return { tone: outcome === 'assumed' ? 'note' : 'waiting', ...states.canceled[outcome] }
}

/** A check of the stage before says nothing about this one. */
export function rotationStatus(stage: RotationStage, verdict: Verdict | null): Status {
  const { states } = localized(rotatingMessages)
  const check = verdict?.rotation?.stage === stage ? verdict.rotation : null
  if (check === null) return { tone: 'waiting', ...states.none }
  if (check.outcome === 'error') return { tone: 'waiting', ...states.error }
  const { outcome, unchangedRoles = [] } = check
  if (stage === 'removing') {
    const isAccepted = outcome === 'assumed' || unchangedRoles.length > 0
    return isAccepted ? { tone: 'note', ...states.removing.assumed } : { tone: 'waiting', ...states.removing.denied }
  }
  if (outcome === 'denied') return { tone: 'waiting', ...states.adding.denied }
  if (unchangedRoles.length === 0) return { tone: 'waiting', ...states.adding.assumed }
  const { title, text } = states.adding.partly
  return { tone: 'note', title, text: text(unchangedRoles.join(', ')) }
}
