import { use } from 'react'
import type { HandoffView } from '#core/connection/handoff.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton } from '#ui/controls/action-buttons.tsx'
import { takeFocus } from '#ui/controls/announcements.tsx'
import { Card } from '#ui/controls/card.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { SimulatedAwsPlace } from '#wizard/role/aws-page-link.tsx'
import { longDate } from '#wizard/verification/time.tsx'
import { handoffMail, mailtoAddress } from './handoff-mail.ts'
import { handoffMessages } from './handoff-messages.ts'

type LinkCardProps = {
  readonly vendor: ServedVendor
  readonly handoff: HandoffView
  readonly token: string
  readonly plan: RolePlan | null
  /** It was made just now. */
  readonly isNews: boolean
}

/** The page itself, also where another page frames it. */
const pageAddress = (): string => `${window.location.origin}${window.location.pathname}`

export function LinkCard({ vendor, handoff, token, plan, isNews }: LinkCardProps) {
  const words = localized(handoffMessages)
  const { kind } = use(SimulatedAwsPlace)
  const hash = routeHash({ kind: 'handoff-link', token })
  const expires = longDate(handoff.expiresAt)
  if (kind === 'beside') return <DemoLink hash={hash} isNews={isNews} />
  const link = pageAddress() + hash
  const { purpose, draft, messages } = handoff
  const mail = handoffMail({ vendor, purpose, plan, draft, link, expires, note: messages[0]?.note ?? '' })
  return (
    <Card as="section">
      <div className="stack">
        <Title isNews={isNews} />
        <div className="handoff-text">
          <CodeView label={words.linkTitle} text={link} language="text" />
        </div>
        <div className="row">
          <CopyButton text={link} label={words.copyLink} variant="primary" />
        </div>
        <p className="hint">{words.linkHint(expires)}</p>
        <h3>{words.mailTitle}</h3>
        <div className="handoff-text">
          <CodeView label={words.mailTitle} text={`${mail.subject}\n\n${mail.body}`} language="text" maxHeight="22rem" />
        </div>
        <div className="row">
          <CopyButton text={`${mail.subject}\n\n${mail.body}`} label={words.copyMail} />
          <ButtonLink href={mailtoAddress(mail)}>{words.openMail}</ButtonLink>
        </div>
      </div>
    </Card>
  )
}

function Title({ isNews }: Pick<LinkCardProps, 'isNews'>) {
  return (
    <h2 tabIndex={-1} ref={isNews ? takeFocus : undefined}>
      {localized(handoffMessages).linkTitle}
    </h2>
  )
}

function DemoLink({ hash, isNews }: { hash: string; isNews: boolean }) {
  const words = localized(handoffMessages)
  return (
    <Card as="section">
      <div className="stack">
        <Title isNews={isNews} />
        <p>{words.linkDemo}</p>
        <div className="row">
          <ButtonLink variant="primary" href={hash}>
            {words.openHere}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
