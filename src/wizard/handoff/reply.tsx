import { useState } from 'react'
import { type HandoffMessageKind, type HandoffView, noteMaximum } from '#core/connection/handoff.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { ActionFailure, useAction } from '#wizard/api/action.tsx'
import { passTurn } from '#wizard/api/handoff.ts'
import { handoffMessages } from './handoff-messages.ts'

const kindsOf = { requester: ['asked'], colleague: ['question', 'cannot', 'done'] } as const satisfies Readonly<
  Record<HandoffView['you'], readonly HandoffMessageKind[]>
>

/** Gives the turn to the other one, with a few words. */
export function Reply({ handoff: { id, you } }: { handoff: HandoffView }) {
  const words = localized(handoffMessages)
  const [note, setNote] = useState('')
  const { isBusy, failure, run } = useAction()
  const isColleague = you === 'colleague'

  async function send(kind: HandoffMessageKind): Promise<void> {
    if (await run(() => passTurn(id, { kind, note }))) setNote('')
  }

  return (
    <div className="stack handoff-form">
      <TextAreaField
        label={isColleague ? words.colleague.reply : words.requester.reply}
        hint={isColleague ? words.colleague.replyHint : words.noteHint}
        rows={2}
        maxLength={noteMaximum}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        {kindsOf[you].map((kind) => (
          <Button key={kind} className="small" busy={isBusy} onClick={() => void send(kind)}>
            {kind === 'asked' ? words.requester.send : words.colleague.kinds[kind]}
          </Button>
        ))}
      </div>
      <ActionFailure failure={failure} />
    </div>
  )
}
