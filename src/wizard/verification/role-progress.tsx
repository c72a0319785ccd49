import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Card } from '#ui/controls/card.tsx'
import { Timeline, type TimelineRow } from '#ui/controls/timeline.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { Checks } from './checks.tsx'
import { CheckFailure, NextCheck, PastChecks, WaitClock } from './next-check.tsx'
import { NoticeRequest } from './notice.tsx'
import { Time } from './time.tsx'
import { explanation, namedChecks } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'
import { type CheckSummary, nextCheckIn, type PollingState, type Stage } from './verification-state.ts'

type RoleProgressProps = {
  readonly plan: RolePlan
  readonly connectionId: string
  readonly query: UseQueryResult<PollingState>
  readonly stage: Stage
  readonly state: CheckSummary
}

const rows = ['launch', 'stack', 'role', 'checks'] as const

/** The row that is not done. The role alone shows that the stack exists, so both are done at once. */
const current: Readonly<Record<Stage, number>> = { 'not-launched': 0, launched: 1, overdue: 1, checking: 3, verified: 4 }

/** The way from the launch to the green check. Only one row is live, and nothing is late before the launch. */
export function RoleProgress(props: RoleProgressProps) {
  const { plan, query, stage } = props
  const words = localized(verificationMessages)
  const verdict = query.data?.verdict ?? null
  return (
    <section className="stack" aria-label={words.label}>
      <Card className="role-progress">
        <Timeline label={words.progress.label} rows={rows.map((id, index) => row(id, index, props))} />
      </Card>
      {(stage === 'checking' || stage === 'verified') && <Checks plan={plan} verdict={verdict} />}
      {stage === 'verified' && (
        <div className="row">
          <ButtonLink variant="primary" href={routeHash({ kind: 'connected', connectionId: props.connectionId })}>
            {words.goOn}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}

function row(id: (typeof rows)[number], index: number, props: RoleProgressProps): TimelineRow {
  const { plan, stage, state, query } = props
  const words = localized(verificationMessages).progress
  const title = words.rows[id]
  if (index < current[stage]) return { id, title, state: 'done', aside: <DoneAt id={id} {...props} /> }
  if (index === current[stage]) {
    const aside = stage === 'launched' || stage === 'overdue' ? <WaitClock query={query} /> : undefined
    return {
      id,
      title: <span key={state.title}>{state.title}</span>,
      state: stage === 'overdue' ? 'attention' : 'live',
      aside,
      children: <Live {...props} />,
    }
  }
  const count = namedChecks(null, plan).length
  return { id, title, state: 'ahead', aside: words.pending, children: id === 'checks' ? words.checksLater(count) : undefined }
}

function DoneAt({ id, query }: { readonly id: (typeof rows)[number] } & Pick<RoleProgressProps, 'query'>) {
  const history = query.data?.verdict?.history
  const at = id === 'launch' ? history?.launchedAt : history?.since
  return typeof at === 'string' && (id === 'launch' || id === 'role') ? <Time at={at} /> : null
}

function Live({ plan, connectionId, query, stage, state }: RoleProgressProps): ReactNode {
  const isTimed = stage !== 'not-launched'
  return (
    <>
      {state.text !== '' && stage !== 'overdue' && <p key={state.text}>{state.text}</p>}
      {stage === 'overdue' && <WhatToCheck plan={plan} />}
      {stage === 'launched' && <div className="progress-bar" aria-hidden="true" />}
      <CheckFailure query={query} />
      {isTimed && (
        <div className="live-actions">
          <NextCheck query={query} dueInMs={nextCheckIn(query.data)} />
          <NoticeRequest connectionId={connectionId} />
        </div>
      )}
      {stage === 'checking' && <PastChecks query={query} />}
    </>
  )
}

/** In the order in which to check. */
function WhatToCheck({ plan }: Pick<RoleProgressProps, 'plan'>) {
  const { todo } = explanation('not-assumable', explanationFacts(plan))
  // The last one is to wait, which the line below says.
  return (
    <ol className="what-to-check">
      {todo.slice(0, -1).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
