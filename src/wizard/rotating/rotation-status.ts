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
  const outcome = check?.outcome ?? 'none'
  return { tone: outcome === 'assumed' ? 'note' : 'waiting', ...states.canceled[outcome] }
}

/** A check of the stage before says nothing about this one. */
export function rotationStatus(stage: RotationStage, verdict: Verdict | null): Status {
  const { states } = localized(rotatingMessages)
  const check = verdict?.rotation?.stage === stage ? verdict.rotation : null
  if (check === null) return { tone: 'waiting', ...states.none }
  if (check.outcome === 'error') return { tone: 'waiting', ...states.error }
  const isInUse = stage === 'removing' && check.outcome === 'assumed'
  return { tone: isInUse ? 'note' : 'waiting', ...states[stage][check.outcome] }
}
