import * as z from 'zod/mini'
import { ExternalId } from './external-id/external-id.ts'

/** The second external ID of a connection, from the request for a new one until AWS denies the old one. */
export const Rotation = z.object({
  /** The ID that isn't in use: the new one until it is confirmed, and then the old one. After a cancellation, the new one. */
  externalId: ExternalId,
  startedAt: z.iso.datetime(),
  /** The role must accept only the ID in use since then. Null: not yet. */
  confirmedAt: z.nullable(z.iso.datetime()),
  /** Someone canceled it, also at `confirmedAt`: the old ID stays in use, and the role must deny the new one. Absent: no one did. */
  canceledAt: z.optional(z.iso.datetime()),
})
export type Rotation = z.infer<typeof Rotation>

/** `adding`: the role must accept both IDs. `removing`: it must accept only the one in use. */
export const RotationStage = z.enum(['adding', 'removing'])
export type RotationStage = z.infer<typeof RotationStage>

export const rotationStage = ({ confirmedAt }: Pick<Rotation, 'confirmedAt'>): RotationStage =>
  confirmedAt === null ? 'adding' : 'removing'

type Rotating = { readonly externalId: ExternalId; readonly rotation?: Rotation | undefined }

/** The new ID, which the role does not have to accept yet. Null: there is none, or it is in use already. */
export const addedId = ({ rotation }: Rotating): ExternalId | null => (rotation?.confirmedAt === null ? rotation.externalId : null)

/** The old ID, or the new one of a canceled rotation, which the role can still accept. Null: there is none. */
export const removedId = ({ rotation }: Rotating): ExternalId | null =>
  rotation === undefined || rotation.confirmedAt === null ? null : rotation.externalId

/** The connection once its new ID is confirmed: that one is in use, and the old one is the second. */
export function withConfirmedId<Of extends Rotating>(connection: Of, at: string): Of {
  const { externalId, rotation } = connection
  if (rotation === undefined || rotation.confirmedAt !== null) return connection
  return { ...connection, externalId: rotation.externalId, rotation: { ...rotation, externalId, confirmedAt: at } }
}

/** The customer can have added the new ID to the role before the rotation was canceled. */
export const isCanceled = ({ rotation }: Rotating): boolean => rotation?.canceledAt !== undefined

/** The connection once its rotation is canceled: its ID stays in use, and the new one is to be removed. */
export function withCanceledRotation<Of extends Rotating>(connection: Of, at: string): Of {
  const { rotation } = connection
  if (rotation === undefined || rotation.confirmedAt !== null) return connection
  return { ...connection, rotation: { ...rotation, confirmedAt: at, canceledAt: at } }
}

/** Both external IDs of a connection while one replaces the other. */
export const RotationRecord = z.object({
  connectionId: z.string(),
  roleArn: z.string(),
  stage: RotationStage,
  /** The ID in use: one of the two. */
  externalId: ExternalId,
  newExternalId: ExternalId,
  oldExternalId: ExternalId,
  startedAt: z.iso.datetime(),
  confirmedAt: z.nullable(z.iso.datetime()),
  canceledAt: z.optional(z.iso.datetime()),
})
export type RotationRecord = z.infer<typeof RotationRecord>

/** Null: the external ID isn't being replaced. */
export function rotationRecord(connection: Rotating & { readonly id: string; readonly roleArn: string }): RotationRecord | null {
  const { id: connectionId, roleArn, externalId, rotation } = connection
  if (rotation === undefined) return null
  const { externalId: secondId, ...times } = rotation
  const stage = rotationStage(rotation)
  const isOldInUse = stage === 'adding' || isCanceled(connection)
  const [newExternalId, oldExternalId] = isOldInUse ? [secondId, externalId] : [externalId, secondId]
  return { connectionId, roleArn, stage, externalId, newExternalId, oldExternalId, ...times }
}
