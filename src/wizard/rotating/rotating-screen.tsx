import type { UseQueryResult } from '@tanstack/react-query'
import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { type RotationRecord, rotationRecord } from '#core/connection/rotation.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { isEnforced } from '#core/verify/probe-result.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton } from '#ui/controls/action-buttons.tsx'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList, NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { ActionFailure, failureText, useAction } from '#wizard/api/failure.tsx'
import { cancelRotation, nextRotationCheckIn, type RotationState, useRotation } from '#wizard/api/rotation.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { NextCheck } from '#wizard/verification/next-check.tsx'
import { CheckedAgo } from '#wizard/verification/time.tsx'
import { checkSummary } from '#wizard/verification/verification-state.ts'
import './rotating.css'
import { rotatingMessages } from './rotating-messages.ts'
import { canceledStatus, rotationStatus } from './rotation-status.ts'
import { UpdateMethods } from './update-methods.tsx'

type RotatingScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** From the request for a new external ID until AWS denies the old one. */
export function RotatingScreen({ vendor, connection }: RotatingScreenProps) {
  const words = localized(rotatingMessages)
  const query = useRotation(connection.id)
  const isReader = useIsViewer() || guestSession() !== null
  const record = rotationRecord(connection)
  if (record === null) return null
  const { stage } = record
  const isCanceled = record.canceledAt !== undefined
  const plan = rolePlan(connection, vendor)
  const isSimulated = vendor.simulated && vendor.hasSimulatedConsole !== false
  return (
    <div className="stack single-column small-headings">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <Favicon state="waiting" color={vendor.accentColor} />
      <ScreenIntroduction
        screen={`rotating ${connection.id}`}
        title={<span key="rotating">{words.heading(accountIdOnOneLine(plan.accountId))}</span>}
        lead={isCanceled ? words.leadCanceled(vendor.name) : words.lead(vendor.name)}
      />
      {!isCanceled && <Steps stage={stage} />}
      <Status {...{ query, plan, record }} />
      <Card as="section">
        <h2>{words.methods}</h2>
        <UpdateMethods key={stage} plan={plan} isSimulated={isSimulated} />
      </Card>
      <Ids record={record} />
      {!isReader && stage === 'adding' && <Cancel connectionId={connection.id} />}
    </div>
  )
}

function Steps({ stage }: Pick<RotationRecord, 'stage'>) {
  const words = localized(rotatingMessages)
  return (
    <section aria-label={words.steps}>
      <NumberedSteps>
        <NumberedStep title={words.step.add} isDone={stage === 'removing'} />
        <NumberedStep title={words.step.remove} />
      </NumberedSteps>
    </section>
  )
}

type StatusProps = {
  readonly query: UseQueryResult<RotationState>
  readonly plan: RolePlan
  readonly record: RotationRecord
}

/** The state of the stage, announced when it changes. A role that fails its check comes first. */
function Status({ query, plan, record: { stage, connectionId, canceledAt } }: StatusProps) {
  const words = localized(rotatingMessages)
  const { verdict = null, failure = null } = query.data ?? {}
  const isFailing = verdict !== null && !isEnforced(verdict.kind)
  const found = canceledAt === undefined ? rotationStatus(stage, verdict) : canceledStatus(verdict)
  const { tone, title, text } = isFailing ? checkSummary(query.data, explanationFacts(plan)) : found
  const fix = <ButtonLink href={routeHash({ kind: 'role', connectionId })}>{words.fix}</ButtonLink>
  return (
    <>
      <LiveRegion text={title} />
      <Callout tone={tone} title={<span key={title}>{title}</span>} {...(isFailing ? { actions: fix } : {})}>
        <p key={text}>{text}</p>
        {failure !== null && (
          <p className="check-failure" key={failure.kind}>
            <b>{words.failed}</b> <span>{failureText(failure)}</span>
          </p>
        )}
        {verdict !== null && (
          <p className="past-checks">
            <CheckedAgo at={verdict.checkedAt} />
          </p>
        )}
        <NextCheck query={query} dueInMs={nextRotationCheckIn(query.data)} />
      </Callout>
    </>
  )
}

function Ids({ record }: { readonly record: RotationRecord }) {
  const { externalId, newExternalId: newId, oldExternalId: oldId } = record
  const words = localized(rotatingMessages)
  const named = (name: string, isInUse: boolean) => (isInUse ? `${name} (${words.inUse})` : name)
  const copyable = (text: string, label: string) => (
    <span className="copyable">
      <Code text={text} />
      <CopyButton text={text} label={label} variant="quiet" />
    </span>
  )
  return (
    <Card as="section">
      <h2>{words.ids}</h2>
      <FactList
        facts={[
          { term: named(words.newId, externalId === newId), value: copyable(newId, words.copyNew) },
          { term: named(words.oldId, externalId === oldId), value: copyable(oldId, words.copyOld) },
        ]}
      />
    </Card>
  )
}

function Cancel({ connectionId }: { readonly connectionId: string }) {
  const words = localized(rotatingMessages)
  const { isBusy, failure, run } = useAction()
  return (
    <div className="stack keep">
      <div className="row">
        <span className="hint">{words.cancelHint}</span>
        <Button variant="quiet" className="small" busy={isBusy} onClick={() => void run(() => cancelRotation(connectionId))}>
          {words.cancel}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </div>
  )
}
