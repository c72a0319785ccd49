import type { ComponentProps, ReactNode } from 'react'
import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout, type CalloutTone } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ActionFailure, failureText, useAction } from '#wizard/api/failure.tsx'
import type { Failure } from '#wizard/api/request.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { NextCheck } from './next-check.tsx'
import { CheckedAgo } from './time.tsx'

type RoleChangeScreenProps = {
  readonly kind: 'rotating' | 'disconnecting'
  readonly vendor: ServedVendor
  readonly connection: Connection
  readonly title: string
  readonly heading: (accountId: string) => string
  readonly lead: string
  readonly children: ReactNode
}

/** The screen of a change that the customer makes to the role, and that checks wait for. */
export function RoleChangeScreen({ kind, vendor, connection, title, heading, lead, children }: RoleChangeScreenProps) {
  return (
    <div className="stack single-column small-headings">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <Favicon state="waiting" color={vendor.accentColor} />
      <ScreenIntroduction
        screen={`${kind} ${connection.id}`}
        title={<span key={kind}>{heading(accountIdOnOneLine(connection.accountId))}</span>}
        lead={lead}
      />
      {children}
    </div>
  )
}

type RoleChangeStateProps = {
  readonly state: { readonly tone: CalloutTone; readonly title: string; readonly text: string }
  /** The sentence for a check that could not be made. */
  readonly failed: string
  readonly failure: Failure | null
  /** When the role was checked last. Undefined: never. */
  readonly checkedAt: string | undefined
  readonly next: ComponentProps<typeof NextCheck>
  readonly actions?: ReactNode
  /** Between the text and the last check. */
  readonly children?: ReactNode
}

/** The state of the change, announced when it becomes another one. */
export function RoleChangeState({ state, failed, failure, checkedAt, next, actions, children }: RoleChangeStateProps) {
  const { tone, title, text } = state
  return (
    <>
      <LiveRegion text={title} />
      <Callout tone={tone} title={<span key={title}>{title}</span>} actions={actions}>
        <p key={text}>{text}</p>
        {children}
        {failure !== null && (
          <p className="check-failure" key={failure.kind}>
            <b>{failed}</b> <span>{failureText(failure)}</span>
          </p>
        )}
        {checkedAt !== undefined && (
          <p className="past-checks">
            <CheckedAgo at={checkedAt} />
          </p>
        )}
        <NextCheck {...next} />
      </Callout>
    </>
  )
}

type ChangeBackProps = { readonly hint: string; readonly label: string; readonly act: () => Promise<Failure | null> }

/** Quiet and last: it takes the change back. */
export function ChangeBack({ hint, label, act }: ChangeBackProps) {
  const { isBusy, failure, run } = useAction()
  return (
    <div className="stack keep">
      <div className="row">
        <span className="hint">{hint}</span>
        <Button variant="quiet" className="small" busy={isBusy} onClick={() => void run(act)}>
          {label}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </div>
  )
}
