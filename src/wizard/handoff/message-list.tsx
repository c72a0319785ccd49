import { useState } from 'react'
import type { HandoffDraft, HandoffView } from '#core/connection/handoff.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Time } from '#wizard/verification/time.tsx'
import { extraRequests } from './handoff-mail.ts'
import { handoffMessages } from './handoff-messages.ts'

/** The conversation. A first message without a note is left out, since the page already says it. */
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

type ExtraRequestsProps = { readonly vendor: Vendor; readonly draft: HandoffDraft; readonly title: string; readonly hint?: string }

/** Requests of a draft that go beyond the vendor's proposal. */
export function ExtraRequests({ vendor, draft, title, hint }: ExtraRequestsProps) {
  const sentences = extraRequests(draft, vendor)
  if (sentences.length === 0) return null
  return (
    <section className="extra-requests" aria-label={title}>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {hint !== undefined && <p>{hint}</p>}
    </section>
  )
}
