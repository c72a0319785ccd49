import type { Connection } from '#core/connection/connection.ts'
import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { checkRemoval } from '#core/verify/removal.ts'
import type { RotationStep } from '#core/verify/rotation-check.ts'
import type { Sts } from '#core/verify/sts.ts'
import { untested } from '#core/verify/untested.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { type VerifyOptions, verify } from '#core/verify/verify.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import type { Limits } from '#server/registry/limits.ts'
import type { Registry } from '#server/registry/registry.ts'
import { checkAdmission } from './check-admission.ts'
import { type CheckQueue, noQueue } from './check-queue.ts'
import { type CheckRemoval, removalChecks } from './removal-checks.ts'
import { createVerification, type Verification, type VerifyRequest } from './verification.ts'

type RoleVerificationOptions = {
  readonly vendor: Vendor
  readonly registry: Registry
  readonly stsFor: (connection: Connection) => Sts
  readonly queueOf?: (connection: Connection) => CheckQueue
  /** False where nothing runs once a request has been answered. */
  readonly runsInBackground?: boolean
  readonly onError?: (error: unknown) => void
  readonly limits: Limits
  readonly simulated: boolean
  readonly now: () => Date
  /** Asked for each check, because the demo's depend on what was done so far. */
  readonly settings: () => Pick<VerifyOptions, 'patienceMs' | 'randomBytes'>
  readonly onVerdict?: (verdict: Verdict, connection: Connection) => void
  readonly onRotated?: (owned: OwnedConnection, step: RotationStep) => void
  readonly longestCheckMs?: number
  /** The deadline of a request for a removal check. */
  readonly longestRequestMs?: number
  readonly holder?: string
}

const holderLength = 20

/** A name for a copy of the server. */
export const newHolder = (randomBytes: RandomBytes): string => randomCharacters(holderLength, randomBytes)

export type RoleChecks = { readonly verification: Verification; readonly checkRemoval: CheckRemoval }

/** Verifies roles over any STS: of AWS, of the simulator, or of a test. Also tells when a role is gone. */
export function roleVerification(options: RoleVerificationOptions): RoleChecks {
  const { vendor, stsFor, queueOf = () => noQueue, limits, simulated, now, settings, onVerdict, ...rest } = options
  const { holder = newHolder(settings().randomBytes) } = options
  const shared = { ...rest, vendor, now, holder, queueOf, admit: checkAdmission({ limits }), simulated }
  async function verifyRole(request: VerifyRequest) {
    const found = await verify({ sts: stsFor(request.connection), vendor, now, simulated, ...settings(), ...request })
    onVerdict?.(found.verdict, request.connection)
    return found
  }
  const look = (connection: Connection, trustedBefore: readonly string[]) =>
    checkRemoval({ sts: stsFor(connection), connection, vendor, now, simulated, randomBytes: settings().randomBytes, trustedBefore })
  return {
    verification: createVerification({
      ...shared,
      verify: verifyRole,
      always: (connection) => ({ simulated, untested: untested(connection, vendor, stsFor(connection)) }),
    }),
    checkRemoval: removalChecks({ ...shared, look }),
  }
}
