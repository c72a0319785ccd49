import type { Partition } from '#core/aws/partition.ts'
import type { Refusal } from './answer.ts'
import { type Credential, expiredToken, unknownToken } from './credential.ts'
import { roleKey } from './roles.ts'
import type { Session } from './state.ts'
import type { World } from './world.ts'

type Account = { readonly partition: Partition; readonly accountId: string; readonly arn: string; readonly userId: string }

export type Caller =
  | (Account & { readonly kind: 'administrator' })
  | (Account & { readonly kind: 'session'; readonly roleKey: string; readonly session: Session })

function administrator(partition: Partition, accountId: string): Caller {
  return {
    kind: 'administrator',
    partition,
    accountId,
    arn: `arn:${partition}:iam::${accountId}:user/Administrator`,
    userId: `AIDASIMULATED${accountId}`,
  }
}

function sessionCaller(session: Session): Caller {
  const { partition, accountId, roleName, roleId, sessionName } = session
  return {
    kind: 'session',
    partition,
    accountId,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    userId: `${roleId}:${sessionName}`,
    roleKey: roleKey(session),
    session,
  }
}

/** Who calls. Secrets and signatures are not looked at: the account number is in the key. */
export function readCaller(world: World, partition: Partition, credential: Credential): Caller | Refusal {
  const administered = /^SIM(\d{12})$/.exec(credential.accessKeyId)?.[1]
  if (administered !== undefined) return administrator(partition, administered)
  const { sessions } = world.state
  const session = Object.hasOwn(sessions, credential.accessKeyId) ? sessions[credential.accessKeyId] : undefined
  if (session === undefined || session.partition !== partition || session.sessionToken !== credential.sessionToken) return unknownToken
  if (session.expiresAt !== null && session.expiresAt <= world.now) return expiredToken
  return sessionCaller(session)
}
