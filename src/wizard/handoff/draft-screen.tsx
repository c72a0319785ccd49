import { useState } from 'react'
import type { HandoffView } from '#core/connection/handoff.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { accountDraft } from '#wizard/account/account-draft.ts'
import { draftOfForm } from '#wizard/account/handoff-draft.ts'
import { handOffDraft, tokenOf, useHandoffs } from '#wizard/api/handoff.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { longDate } from '#wizard/verification/time.tsx'
import { HandoffForm } from './handoff-form.tsx'
import { handoffMessages } from './handoff-messages.ts'
import { Revoke, Revoked } from './handoff-screen.tsx'
import { LinkCard } from './link-card.tsx'
import { ExtraRequests, useArrivals } from './message-list.tsx'
import './handoff.css'

const isOpen = ({ standing }: HandoffView) => standing === 'open'

/** Gives what was typed to a colleague, before there is a connection. */
export function DraftScreen({ vendor }: { vendor: ServedVendor }) {
  return (
    <ServerState>
      <Give vendor={vendor} />
    </ServerState>
  )
}

function Give({ vendor }: { vendor: ServedVendor }) {
  const words = localized(handoffMessages)
  const { data: answer } = useHandoffs()
  const all = answer?.kind === 'answer' ? answer.value.handoffs.filter(({ draft }) => draft !== null) : []
  const drafts = all.filter(isOpen)
  const [typed] = useState(() => draftOfForm(accountDraft(vendor), vendor))
  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <LiveRegion text={drafts.at(-1)?.connectionId ? words.made : ''} />
      <ScreenIntroduction screen="handoff" title={words.title} lead={words.draftLead} />
      <Drafts key={String(answer === undefined)} vendor={vendor} drafts={all} />
      <ExtraRequests vendor={vendor} draft={typed} title={words.beyond.given} />
      {drafts.length === 0 ? (
        <HandoffForm hasPurpose={false} isAgain={false} onHandOff={({ note }) => handOffDraft({ note, draft: typed })} />
      ) : (
        <Disclosure key={drafts.length} summary={words.another}>
          <HandoffForm hasPurpose={false} isAgain={false} onHandOff={({ note }) => handOffDraft({ note, draft: typed })} />
        </Disclosure>
      )}
      <p>
        <a href={routeHash({ kind: 'account' })}>{words.backToAccount}</a>
      </p>
    </div>
  )
}

type DraftsProps = { readonly vendor: ServedVendor; readonly drafts: readonly HandoffView[] }

function Drafts({ vendor, drafts }: DraftsProps) {
  const isNews = useArrivals(drafts)
  const revoked = drafts.findLast((handoff) => handoff.standing === 'revoked' && isNews(handoff))
  return (
    <>
      {drafts
        .filter(isOpen)
        .toReversed()
        .map((handoff) => (
          <Draft key={handoff.id} vendor={vendor} handoff={handoff} isNews={isNews(handoff)} />
        ))}
      {revoked !== undefined && <Revoked key={revoked.id} />}
    </>
  )
}

type DraftProps = { readonly vendor: ServedVendor; readonly handoff: HandoffView; readonly isNews: boolean }

function Draft({ vendor, handoff, isNews }: DraftProps) {
  const words = localized(handoffMessages)
  const { connectionId } = handoff
  const token = tokenOf(handoff.id)
  const question = handoff.turn === 'requester' ? handoff.messages.at(-1)?.note : undefined
  return (
    <>
      <Card as="section">
        <div className="stack">
          <h2>{connectionId === null ? words.draftTurn(handoff.openedAt !== null) : words.made}</h2>
          {question !== undefined && question !== '' && <p>{question}</p>}
          {connectionId !== null && <a href={routeHash({ kind: 'role', connectionId })}>{words.follow}</a>}
          {token === null && <p>{words.notHere(longDate(handoff.expiresAt))}</p>}
          <Revoke handoff={handoff} />
        </div>
      </Card>
      {token !== null && connectionId === null && <LinkCard vendor={vendor} handoff={handoff} token={token} plan={null} isNews={isNews} />}
    </>
  )
}
