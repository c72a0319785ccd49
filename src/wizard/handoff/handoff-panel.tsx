import { type HandoffMessageKind, type HandoffView, noteMaximum } from '#core/connection/handoff.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { passTurn, useHandoff } from '#wizard/api/handoff.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { handoffMessages } from './handoff-messages.ts'
import { ExtraRequests, Messages } from './message-list.tsx'
import './handoff.css'
import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import { longDate } from '#wizard/verification/time.tsx'
import { SignOut } from './ended.tsx'

/** Whose turn it is, for both of the two. */
export function HandoffPanel({ vendor, connectionId }: { vendor: ServedVendor; connectionId: string }) {
  const { data: answer } = useHandoff(connectionId)
  const handoff = answer?.kind === 'answer' ? answer.value.handoff : null
  if (handoff === null) return null
  return (
    <div className="handoff-panel">
      {handoff.you === 'colleague' ? <Colleague vendor={vendor} handoff={handoff} /> : <Requester handoff={handoff} />}
    </div>
  )
}

function Requester({ handoff }: { handoff: HandoffView }) {
  const words = localized(handoffMessages)
  const { standing, turn, connectionId, openedAt, expiresAt } = handoff
  const isViewer = useIsViewer()
  if (turn === 'nobody' || standing === 'revoked' || connectionId === null) return null
  const details = isViewer ? undefined : <a href={routeHash({ kind: 'handoff', connectionId })}>{words.requester.details}</a>
  if (standing === 'expired') {
    return (
      <Callout tone="note" title={words.requester.expired} actions={details}>
        <p>{words.requester.expiredText}</p>
      </Callout>
    )
  }
  const isOwn = turn === 'requester'
  const title = isOwn ? words.requester.yours : words.requester.theirs
  return (
    <Callout tone={isOwn ? 'note' : 'waiting'} title={<span key={title}>{title}</span>} actions={details}>
      {!isOwn && <p>{words.requester.theirsText(openedAt !== null, longDate(expiresAt))}</p>}
      <Messages handoff={handoff} />
      {isOwn && !isViewer && <Reply handoff={handoff} />}
    </Callout>
  )
}

/** A guest's screen, also before the connection exists. */
export function Colleague({ vendor, handoff }: { vendor: ServedVendor; handoff: HandoffView }) {
  const words = localized(handoffMessages)
  const { turn, purpose, connectionId, draft } = handoff
  const toChoose = purpose === 'choose-permissions' && connectionId !== null && turn === 'colleague'
  const faces = {
    nobody: { tone: 'success', title: words.colleague.done, text: words.colleague.doneText },
    requester: { tone: 'waiting', title: words.colleague.theirs, text: words.colleague.theirsText },
    colleague: {
      tone: 'note',
      title: words.colleague.yours[purpose],
      text: words.colleague.came(handoff.requestedBy, vendor.name, longDate(handoff.expiresAt)),
    },
  } as const
  const face = faces[turn]
  // Closes once something is sent; what arrives meanwhile takes nothing from what is being written.
  const ownMessages = handoff.messages.filter(({ by }) => by === handoff.you).length
  return (
    <Callout
      tone={face.tone}
      title={<span key={face.title}>{face.title}</span>}
      actions={
        <>
          {toChoose && <a href={routeHash({ kind: 'handoff', connectionId })}>{words.colleague.choose}</a>}
          <SignOut />
        </>
      }
    >
      <p key={face.text}>{face.text}</p>
      {draft !== null && connectionId === null && (
        <ExtraRequests vendor={vendor} draft={draft} title={words.beyond.came} hint={words.beyond.mayChange} />
      )}
      <Messages handoff={handoff} />
      {turn !== 'nobody' && (
        <Disclosure summary={words.colleague.more} key={ownMessages}>
          <Reply handoff={handoff} />
        </Disclosure>
      )}
    </Callout>
  )
}

const kindsOf = { requester: ['asked'], colleague: ['question', 'cannot', 'done'] } as const satisfies Readonly<
  Record<HandoffView['you'], readonly HandoffMessageKind[]>
>

/** Gives the turn to the other one, with a few words. */
function Reply({ handoff: { id, you } }: { handoff: HandoffView }) {
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
