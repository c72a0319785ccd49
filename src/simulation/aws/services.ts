import type { Action, Call } from './call.ts'
import { cloudFormationActions } from './cloudformation/actions.ts'
import { iamActions } from './iam/actions.ts'
import { newPolicyArn } from './iam/create-policy.ts'
import { keyOf } from './iam/role-lookup.ts'
import { currentRole, roleArnOf } from './roles.ts'
import { stsActions } from './sts/actions.ts'

/** A service that speaks the Query protocol. */
export type QueryService = {
  readonly name: string
  readonly version: string
  readonly namespace: string
  readonly actions: Readonly<Record<string, Action>>
  /** What a session needs a permission on; null where the actions see to it themselves. */
  readonly resource: ((call: Call) => string) | null
  /** How a denial names it, where that is not its ARN. */
  readonly resourceWords?: (call: Call, action: string) => string | null
}

function iamResource(call: Call): string {
  if (call.parameters.get('Action') === 'CreatePolicy') return newPolicyArn(call)
  const role = currentRole(call.world, keyOf(call))
  return role === null
    ? `arn:${call.partition}:iam::${call.caller.accountId}:role/${call.parameters.get('RoleName') ?? ''}`
    : roleArnOf(role)
}

/** IAM names a role that is asked for by its name, not by its ARN, as in `on resource: role PixelworksAccess`; AWS documents neither. */
const roleWords = ({ parameters }: Call, action: string): string | null =>
  action === 'CreateRole' || !parameters.has('RoleName') ? null : `role ${parameters.get('RoleName')}`

export const queryServices: readonly QueryService[] = [
  { name: 'sts', version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/', actions: stsActions, resource: null },
  {
    name: 'iam',
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    actions: iamActions,
    resource: iamResource,
    resourceWords: roleWords,
  },
  {
    name: 'cloudformation',
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    actions: cloudFormationActions,
    resource: ({ partition, region, caller, parameters }) =>
      `arn:${partition}:cloudformation:${region}:${caller.accountId}:stack/${parameters.get('StackName') ?? '*'}/*`,
  },
]
