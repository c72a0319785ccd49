import type { UseQueryResult } from '@tanstack/react-query'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { type RotationRecord, rotationRecord } from '#core/connection/rotation.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { isEnforced } from '#core/verify/probe-result.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton } from '#ui/controls/action-buttons.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList, NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { cancelRotation, nextRotationCheckIn, type RotationState, useRotation } from '#wizard/api/rotation.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ChangeBack, RoleChangeScreen, RoleChangeState } from '#wizard/verification/role-change.tsx'
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
  const lead = isCanceled ? words.leadCanceled(vendor.name) : words.lead(vendor.name)
  return (
    <RoleChangeScreen kind="rotating" {...{ vendor, connection, lead }} title={words.title} heading={words.heading}>
      {!isCanceled && <Steps stage={stage} />}
      <Status {...{ query, plan, record }} />
      <Card as="section">
        <h2>{words.methods}</h2>
        <UpdateMethods key={stage} plan={plan} isSimulated={isSimulated} />
      </Card>
      <Ids record={record} />
      {!isReader && stage === 'adding' && (
        <ChangeBack hint={words.cancelHint} label={words.cancel} act={() => cancelRotation(connection.id)} />
      )}
    </RoleChangeScreen>
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

/** A role that fails its check comes first. */
function Status({ query, plan, record: { stage, connectionId, canceledAt } }: StatusProps) {
  const words = localized(rotatingMessages)
  const { verdict = null, failure = null } = query.data ?? {}
  const isFailing = verdict !== null && !isEnforced(verdict.kind)
  const found = canceledAt === undefined ? rotationStatus(stage, verdict) : canceledStatus(verdict)
  const fix = <ButtonLink href={routeHash({ kind: 'role', connectionId })}>{words.fix}</ButtonLink>
  return (
    <RoleChangeState
      state={isFailing ? checkSummary(query.data, explanationFacts(plan)) : found}
      failed={words.failed}
      failure={failure}
      checkedAt={verdict?.checkedAt}
      next={{ query, dueInMs: nextRotationCheckIn(query.data) }}
      actions={isFailing ? fix : undefined}
    />
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
