import * as z from 'zod/mini'
import { isSessionOf } from '#core/aws/arn.ts'
import type { Connection } from '#core/connection/connection.ts'
import { confirmationMs } from '#core/connection/disconnection.ts'
import { RotationStage, rotationStage, withConfirmedId } from '#core/connection/rotation.ts'
import { mayBeReadSoon } from './diagnoses/inspections.ts'
import { provesDenial } from './evidence.ts'
import type { Inspection } from './inspection/inspection.ts'
import { type ProbeContext, rightIdProbe } from './probe.ts'
import { isEnforced, Probe, type VerdictKind } from './probe-result.ts'

/** The call with the second external ID, while one replaces the other. It's not among the probes: AWS may allow it or deny it. */
export const RotationCheck = z.object({
  /** `adding`: the call was made with the new ID. `removing`: with the old one. */
  stage: RotationStage,
  outcome: Probe.shape.outcome,
  code: z.optional(z.string()),
  requestId: z.string(),
  region: z.string(),
  at: z.iso.datetime(),
  /** Every clear answer since then was the one that the stage waits for, and so was every reading. Null: the last one was not. */
  since: z.nullable(z.iso.datetime()),
  /**
   * Roles of the application that the last reading in this stage found to be denied with the new ID, or let in with the old one. Absent where
   * it found none, and where there was none.
   */
  unchangedRoles: z.optional(z.array(z.string())),
})
export type RotationCheck = z.infer<typeof RotationCheck>

/** The step that a check allows the rotation to take. */
export type RotationStep = 'confirm' | 'complete'

type Calls = {
  /** The connection as the check verifies it: the new external ID is the right one as soon as the role accepts it. */
  readonly connection: Connection
  /** With the new ID. Null once it is confirmed. */
  readonly added: Probe | null
  /** With the old ID. Null while the role doesn't accept the new one. */
  readonly removed: Probe | null
}

type Context = ProbeContext & { readonly connection: Connection }

/** A denial that doesn't come from the role is no answer, and neither is a session of another role. */
async function secondCall(context: Context, externalId: Connection['externalId']): Promise<Probe> {
  const { connection } = context
  const { probe, session } = await rightIdProbe({ ...context, connection: { ...connection, externalId } })
  const isClear = session === null ? provesDenial(probe) : isSessionOf(session.assumedRoleArn, connection.roleArn)
  return isClear ? probe : { ...probe, outcome: 'error' }
}

/** Null if the external ID isn't being replaced. */
export async function rotationCalls(context: Context): Promise<Calls | null> {
  const { connection, now } = context
  const { externalId, rotation } = connection
  if (rotation === undefined) return null
  const second = await secondCall(context, rotation.externalId)
  if (rotationStage(rotation) === 'removing') return { connection, added: null, removed: second }
  if (second.outcome !== 'assumed') return { connection, added: second, removed: null }
  const removed = await secondCall(context, externalId)
  return { connection: withConfirmedId(connection, now().toISOString()), added: second, removed }
}

const awaited = { adding: 'assumed', removing: 'denied' } as const

/** `read`: each role is as the stage waits for, as far as is known. `unchanged`: one isn't. `unclear`: the next reading may tell. */
type RolesState = 'read' | 'unchanged' | 'unclear'

function unchangedRoles(stage: RotationStage, { before, inspection }: Found): readonly string[] {
  if (inspection?.outcome !== 'read') return before?.stage === stage ? (before.unchangedRoles ?? []) : []
  return (stage === 'adding' ? inspection.missingRoles : inspection.rolesWithRemovedId) ?? []
}

/** A role that can't be read tells no more than one that is never read, and no less than the last reading. */
function rolesState(stage: RotationStage, found: Found): RolesState {
  if (!found.hasSeveralRoles) return 'read'
  if (mayBeReadSoon(found)) return 'unclear'
  const isUnreadable = found.inspection?.outcome === 'unclear'
  return isUnreadable || unchangedRoles(stage, found).length > 0 ? 'unchanged' : 'read'
}

/** An unclear answer neither counts nor starts the series over. */
function sinceOf(stage: RotationStage, { outcome, at }: Probe, found: Found): string | null {
  const { before, kind } = found
  const series = before?.stage === stage ? before.since : null
  if (kind === 'unsafe') return null
  if (outcome === 'error' || !isEnforced(kind)) return series
  const roles = rolesState(stage, found)
  if (outcome !== awaited[stage] || roles === 'unchanged') return null
  return roles === 'unclear' ? series : (series ?? at)
}

function checkOf(stage: RotationStage, call: Probe, found: Found): RotationCheck {
  const { outcome, code, requestId, region, at } = call
  const unchanged = unchangedRoles(stage, found)
  return {
    ...{ stage, outcome, ...(code === undefined ? {} : { code }), requestId, region, at, since: sinceOf(stage, call, found) },
    ...(unchanged.length === 0 ? {} : { unchangedRoles: [...unchanged] }),
  }
}

/** Right after a change, AWS may answer one call by the new state and the next one by the old. */
const isSteady = ({ at, since }: RotationCheck): boolean => since !== null && Date.parse(at) - Date.parse(since) >= confirmationMs

/** The calls are made as one role of the application, and the others must get in alike. */
const isAwaited = (check: RotationCheck, found: Found): boolean =>
  check.outcome === awaited[check.stage] && rolesState(check.stage, found) === 'read' && isSteady(check)

type Found = {
  /** The result of the check before, on the same request. */
  readonly before: RotationCheck | null
  readonly kind: VerdictKind
  /** Undefined where the role was not read. */
  readonly inspection: Inspection | undefined
  /** The application has several, and the calls are made as one of them. */
  readonly hasSeveralRoles: boolean
}

type Result = { readonly check: RotationCheck | null; readonly step: RotationStep | null }

function afterAdding(added: Probe, removed: Probe | null, found: Found): Result {
  const check = checkOf('adding', added, found)
  if (removed === null || !isEnforced(found.kind)) return { check, step: null }
  // A role that denies the old ID already is out of service until the new one is in use.
  const isReplaced = removed.outcome === 'denied'
  if (!isReplaced && !isAwaited(check, found)) return { check, step: null }
  return { check: checkOf('removing', removed, found), step: 'confirm' }
}

/** Interprets the calls of a rotation together with the verdict of their check. Unless the role denies everything else, no ID takes the place of another. */
export function rotationAfter({ added, removed }: Calls, found: Found): Result {
  if (added !== null) return afterAdding(added, removed, found)
  if (removed === null) return { check: null, step: null }
  const check = checkOf('removing', removed, found)
  return isEnforced(found.kind) && isAwaited(check, found) ? { check: null, step: 'complete' } : { check, step: null }
}

/** While the external ID is replaced, in milliseconds. */
export const rotationPauseMs = 10_000
