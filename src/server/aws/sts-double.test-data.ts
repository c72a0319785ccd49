import type { AssumedSession, AssumeRole, AwsRefusal, Sts } from '#core/verify/sts.ts'

export type StsDouble = {
  readonly sts: Sts
  /** Every call, in order. */
  readonly calls: readonly string[]
  /** Releases the held responses. */
  readonly release: () => void
}

/** The external ID that a role requires, null for none, or a rule. */
export type AcceptedIds = string | null | ((externalId: string | undefined) => boolean)

type Trust = {
  /** By role ARN. Absent roles deny access. */
  readonly roles: Map<string, AcceptedIds>
  readonly identityArn?: string
  readonly isHeld?: boolean
}

const denied: AwsRefusal = { kind: 'refused', code: 'AccessDenied', hint: null, requestId: 'request-denied' }

function assumed(roleArn: string): AssumedSession {
  const [, partition, , , accountId, role = ''] = roleArn.split(':')
  const assumedRoleArn = `arn:${partition}:sts::${accountId}:assumed-role/${role.split('/').at(-1)}/rolebridge-verify`
  const check = async () => ({ kind: 'passed', requestId: 'request-check' }) as const
  const iam = () => async () => denied
  return { kind: 'assumed', assumedRoleArn, requestId: 'request-assumed', check, iam }
}

function accepts(wanted: AcceptedIds, externalId: string | undefined): boolean {
  return typeof wanted === 'function' ? wanted(externalId) : wanted === null || wanted === externalId
}

/** Roles as data, for tests of the routes alone. */
export function stsDouble({ roles, identityArn, isHeld = false }: Trust): StsDouble {
  const calls: string[] = []
  let release = () => {}
  const gate = isHeld
    ? new Promise<void>((open) => {
        release = open
      })
    : Promise.resolve()
  const arn = identityArn ?? 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0123456789abcdef0'
  const sts: Sts = {
    callerIdentity: async () => {
      calls.push('callerIdentity')
      await gate
      return { kind: 'identity', accountId: arn.split(':')[4] ?? '', arn, requestId: 'request-identity' }
    },
    assumeRole: async ({ roleArn, externalId }: AssumeRole) => {
      calls.push(`assumeRole ${roleArn}`)
      await gate
      const wanted = roles.get(roleArn)
      return wanted !== undefined && accepts(wanted, externalId) ? assumed(roleArn) : denied
    },
    outsiders: [],
    canary: async () => 'absent',
  }
  return { sts, calls, release: () => release() }
}
