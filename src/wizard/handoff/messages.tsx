import { useState } from 'react'
import type { HandoffView } from '#core/connection/handoff.ts'
import { localized } from '#i18n/language.ts'
import { Time } from '#wizard/verification/time.tsx'
import { handoffMessages } from './handoff-messages.ts'

/** What the two have said to each other. The first one without a note says nothing that is not on the page. */
export function Messages({ handoff: { messages, you } }: { handoff: HandoffView }) {
  const words = localized(handoffMessages).said
  const said = messages.filter(({ kind, note }) => kind !== 'asked' || note !== '')
  if (said.length === 0) return null
  return (
    <ul className="handoff-messages">
      {said.map(({ by, kind, note, at }) => (
        <li key={`${at} ${by}`}>
          <b>{words.kinds[kind](by === you)}</b>
          <Time at={at} hasDay />
          {note !== '' && <q>{note}</q>}
        </li>
      ))}
    </ul>
  )
}

const standingOf = ({ id, standing }: HandoffView) => `${id} ${standing}`

/** Tells what came about while the screen was open from what was so when it opened. */
export function useArrivals(handoffs: readonly HandoffView[]): (handoff: HandoffView) => boolean {
  const [atFirst] = useState(() => new Set(handoffs.map(standingOf)))
  return (handoff) => !atFirst.has(standingOf(handoff))
}
