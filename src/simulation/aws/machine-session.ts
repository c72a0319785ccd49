import { readRoleArn } from '#core/aws/arn.ts'
import { newSecret, newSessionKeyId } from './identifiers.ts'
import { currentRole, roleArnOf, roleKey } from './roles.ts'
import { withSession } from './sessions.ts'
import type { Role, State } from './state.ts'
import type { World } from './world.ts'

type MachineSession = { readonly accessKeyId: string; readonly sessionToken: string; readonly state?: State }

const sessionName = 'i-0123456789abcdef0'

function roleOfArn(world: World, arn: string): Role {
  const asked = readRoleArn(arn)
  const role = asked === null ? null : currentRole(world, `${asked.partition}/${asked.accountId}/${asked.roleName.toLowerCase()}`)
  if (role === null || roleArnOf(role) !== arn) throw new Error(`There is no role ${arn} in the simulated accounts`)
  return role
}

/** One session a role, the same whenever it is asked for, since whoever asks may keep it for as long as it runs. */
export function machineSession(world: World, roleArn: string): MachineSession {
  const role = roleOfArn(world, roleArn)
  const known = Object.entries(world.state.sessions).find(
    ([, session]) => session.expiresAt === null && roleKey(session) === roleKey(role) && session.roleId === role.roleId,
  )
  if (known !== undefined) return { accessKeyId: known[0], sessionToken: known[1].sessionToken }
  const { partition, accountId, roleName, roleId } = role
  const accessKeyId = newSessionKeyId(world.randomBytes)
  const sessionToken = newSecret(world.randomBytes, 280)
  const session = {
    partition,
    accountId,
    roleName,
    roleId,
    sessionName,
    sessionToken,
    sessionPolicy: null,
    startedAt: world.now,
    expiresAt: null,
  }
  return { accessKeyId, sessionToken, state: withSession(world, accessKeyId, session) }
}
