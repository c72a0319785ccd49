import { readRoleArn } from '#core/aws/arn.ts'
import { newSecret, newSessionKeyId } from './identifiers.ts'
import { currentRole, roleArnOf, roleKey } from './roles.ts'
import type { Role, Session, State, World } from './state.ts'

/** How long AWS reports an expired key as expired rather than unknown. */
const rememberedMs = 3_600_000

const isRemembered = ({ expiresAt }: Session, now: number): boolean => expiresAt === null || expiresAt > now - rememberedMs

type NewSession = Pick<Session, 'sessionName' | 'sessionPolicy' | 'expiresAt'>

export function newSession(world: World, { partition, accountId, roleName, roleId }: Role, given: NewSession) {
  const accessKeyId = newSessionKeyId(world.randomBytes)
  const sessionToken = newSecret(world.randomBytes, 280)
  const session: Session = { partition, accountId, roleName, roleId, sessionToken, startedAt: world.now, ...given }
  const remembered = Object.entries(world.state.sessions).filter(([, known]) => isRemembered(known, world.now))
  const state: State = { ...world.state, sessions: { ...Object.fromEntries(remembered), [accessKeyId]: session } }
  return { accessKeyId, sessionToken, state }
}

type MachineSession = { readonly accessKeyId: string; readonly sessionToken: string; readonly state?: State }

export const sessionName = 'i-0123456789abcdef0'

function roleOfArn(world: World, arn: string): Role {
  const asked = readRoleArn(arn)
  const role = asked === null ? null : currentRole(world, `${asked.partition}/${asked.accountId}/${asked.roleName.toLowerCase()}`)
  if (role === null || roleArnOf(role) !== arn) throw new Error(`There is no role ${arn} in the simulated accounts`)
  return role
}

/** The same session on every call, because a process may keep it for as long as it runs. */
export function machineSession(world: World, roleArn: string): MachineSession {
  const role = roleOfArn(world, roleArn)
  const known = sessionsOf(world, role).find(([, session]) => session.expiresAt === null)
  if (known !== undefined) return { accessKeyId: known[0], sessionToken: known[1].sessionToken }
  return newSession(world, role, { sessionName, sessionPolicy: null, expiresAt: null })
}

/** The metadata service hands out the same session until a quarter of its time is left, and then a new one. */
export function rotatedSession(world: World, roleArn: string, lifetimeMs: number): MachineSession & { readonly expiresAt: number } {
  const role = roleOfArn(world, roleArn)
  for (const [accessKeyId, { sessionName: name, sessionToken, expiresAt }] of sessionsOf(world, role))
    if (name === sessionName && expiresAt !== null && expiresAt - world.now > lifetimeMs / 4)
      return { accessKeyId, sessionToken, expiresAt }
  const expiresAt = world.now + lifetimeMs
  return { ...newSession(world, role, { sessionName, sessionPolicy: null, expiresAt }), expiresAt }
}

const sessionsOf = ({ state }: World, role: Role): readonly (readonly [accessKeyId: string, session: Session])[] =>
  Object.entries(state.sessions).filter(([, session]) => roleKey(session) === roleKey(role) && session.roleId === role.roleId)
