import * as z from 'zod/mini'
import { isSessionOf } from '#core/aws/arn.ts'
import type { Connection } from '#core/connection/connection.ts'
import { confirmationMs } from '#core/connection/disconnection.ts'
import { RotationStage, rotationStage, withConfirmedId } from '#core/connection/rotation.ts'
import { provesDenial } from './evidence.ts'
import { type Inspection, lacksRoles } from './inspection/inspection.ts'
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
  /** Every clear answer since then was the one that the stage waits for. Null: the last one was not. */
  since: z.nullable(z.iso.datetime()),
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

/** An unclear answer neither counts nor starts the series over. */
function sinceOf(stage: RotationStage, { outcome, at }: Probe, { before, kind }: Found): string | null {
  const series = before?.stage === stage ? before.since : null
  if (kind === 'unsafe') return null
  if (outcome === 'error' || !isEnforced(kind)) return series
  return outcome === awaited[stage] ? (series ?? at) : null
}

function checkOf(stage: RotationStage, call: Probe, found: Found): RotationCheck {
  const { outcome, code, requestId, region, at } = call
  return { stage, outcome, ...(code === undefined ? {} : { code }), requestId, region, at, since: sinceOf(stage, call, found) }
}

/** Right after a change, AWS may answer one call by the new state and the next one by the old. */
const isSteady = ({ at, since }: RotationCheck): boolean => since !== null && Date.parse(at) - Date.parse(since) >= confirmationMs

type Found = {
  /** The result of the check before, on the same request. */
  readonly before: RotationCheck | null
  readonly kind: VerdictKind
  /** Undefined where the role was not read. */
  readonly inspection: Inspection | undefined
}

type Result = { readonly check: RotationCheck | null; readonly step: RotationStep | null }

function afterAdding(added: Probe, removed: Probe | null, found: Found): Result {
  const check = checkOf('adding', added, found)
  if (removed === null || !isEnforced(found.kind)) return { check, step: null }
  // A role that denies the old ID already is out of service until the new one is in use.
  const isReplaced = removed.outcome === 'denied'
  // The calls are made as one role of the application, and the others would lose access.
  const isForAll = found.inspection === undefined || !lacksRoles(found.inspection)
  if (!isReplaced && (!isForAll || !isSteady(check))) return { check, step: null }
  return { check: checkOf('removing', removed, found), step: 'confirm' }
}

/** Interprets the calls of a rotation together with the verdict of their check. Unless the role denies everything else, no ID takes the place of another. */
export function rotationAfter({ added, removed }: Calls, found: Found): Result {
  if (added !== null) return afterAdding(added, removed, found)
  if (removed === null) return { check: null, step: null }
  const check = checkOf('removing', removed, found)
  const isOver = check.outcome === 'denied' && isSteady(check) && found.inspection?.rolesWithRemovedId === undefined
  return isEnforced(found.kind) && isOver ? { check: null, step: 'complete' } : { check, step: null }
}

/** While the external ID is replaced, in milliseconds. */
export const rotationPauseMs = 10_000
