import type { Connection } from '#core/connection/connection.ts'
import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Sts } from '#core/verify/sts.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { untested, type VerifyOptions, verify } from '#core/verify/verify.ts'
import type { Limits } from '#server/registry/limits.ts'
import type { Registry } from '#server/registry/registry.ts'
import { checkAdmission } from './check-admission.ts'
import { type CheckQueue, noQueue } from './check-queue.ts'
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
  readonly longestCheckMs?: number
  readonly holder?: string
}

const holderLength = 20

/** A name for a copy of the server. */
export const newHolder = (randomBytes: RandomBytes): string => randomCharacters(holderLength, randomBytes)

/** Verifies roles over any STS: of AWS, of the simulator, or of a test. */
export function roleVerification(options: RoleVerificationOptions): Verification {
  const { vendor, stsFor, queueOf = () => noQueue, limits, simulated, now, settings, onVerdict, ...rest } = options
  const { holder = newHolder(settings().randomBytes) } = options
  async function verifyRole(request: VerifyRequest) {
    const found = await verify({ sts: stsFor(request.connection), vendor, now, simulated, ...settings(), ...request })
    onVerdict?.(found.verdict, request.connection)
    return found
  }
  return createVerification({
    ...rest,
    vendor,
    now,
    holder,
    verify: verifyRole,
    queueOf,
    admit: checkAdmission({ limits }),
    always: (connection) => ({ simulated, untested: untested(connection, vendor, stsFor(connection)) }),
  })
}
