import { callerKeys, readCaller } from '#core/policy/caller.ts'
import type { StatedContext } from '#core/policy/request-context.ts'
import type { Caller } from './caller.ts'
import { currentRole, roleArnOf } from './roles.ts'
import type { World } from './world.ts'

/** A session's ARN has the role's name without its path. */
function principalKeys(world: World, caller: Caller): StatedContext {
  const derived = readCaller(caller.arn)
  const keys = Object.fromEntries((derived === null ? [] : callerKeys(derived)).map(([key, [values]]) => [key, values ?? []]))
  const role = caller.kind === 'session' ? currentRole(world, caller.roleKey) : null
  return role === null ? keys : { ...keys, 'aws:PrincipalArn': roleArnOf(role) }
}

/**
 * Keys that AWS gives every signed call. Simulated accounts are in no organization that a policy could name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function callerContext(world: World, caller: Caller): StatedContext {
  return {
    ...principalKeys(world, caller),
    'aws:CurrentTime': new Date(world.now).toISOString(),
    'aws:EpochTime': String(Math.floor(world.now / 1000)),
    'aws:SecureTransport': 'true',
    'aws:PrincipalOrgID': [],
    'aws:PrincipalOrgPaths': [],
    'aws:ResourceOrgID': [],
    'aws:ResourceOrgPaths': [],
    'aws:ResourceAccount': caller.accountId,
    'aws:userid': caller.userId,
  }
}
