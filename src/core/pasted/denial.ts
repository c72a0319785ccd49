import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { type DenialReason, denialReason, deniedRequests, type NamedPolicy, namedPolicy } from './denied-request.ts'

/** `you`: the text doesn't name the caller. `unnamed`: neither does it, and CloudFormation made the call. `service-role`: CloudFormation creates the stack with it. */
type CallerKind = 'you' | 'unnamed' | 'user' | 'role' | 'service-role' | 'root'

/** `unstated`: AWS says only that it denied the call. `deny`: it doesn't say which policy has the Deny. */
export type DenialCause =
  | 'unstated'
  | 'identity'
  | 'identity-deny'
  | 'boundary'
  | 'boundary-deny'
  | 'session'
  | 'session-deny'
  | 'organization'
  | 'deny'

/** A call that AWS denied to the person, or to what acts for them. */
export type Denial = {
  readonly action: string
  readonly caller: CallerKind
  /** Empty where the text doesn't show it. */
  readonly callerName: string
  /** The account of the caller where it isn't that of the plan, in groups of four. Empty otherwise. */
  readonly otherAccount: string
  /** Empty where AWS names none, or all. */
  readonly resource: string
  readonly cause: DenialCause
  /** Empty where AWS names no policy. */
  readonly policyName: string
}

type Causes = Readonly<Partial<Record<NamedPolicy, readonly [silent: DenialCause, explicit: DenialCause]>>>

const causes: Causes = {
  'service-control-policy': ['organization', 'organization'],
  'permissions-boundary': ['boundary', 'boundary-deny'],
  'session-policy': ['session', 'session-deny'],
  'identity-policy': ['identity', 'identity-deny'],
}

function causeOf(reason: DenialReason): DenialCause {
  const policy = namedPolicy(reason)
  const [silent, explicit] = (policy === null ? null : causes[policy]) ?? ['unstated', 'deny']
  return reason.isExplicit ? explicit : silent
}

const userOf = /arn:[\w-]+:iam::[^:\s]{1,40}:user\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]*\w)/
const roleOf = /arn:[\w-]+:sts::[^:\s]{1,40}:assumed-role\/([\w+=,.@-]{1,64})\/([\w+=,.@-]{1,64})/

/** CloudFormation names its sessions after itself. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html */
const serviceSession = 'AWSCloudFormation'

function callerIn(reason: string): Pick<Denial, 'caller' | 'callerName'> {
  const [, userName] = userOf.exec(reason) ?? []
  if (userName !== undefined) return { caller: 'user', callerName: userName }
  const [, roleName, session] = roleOf.exec(reason) ?? []
  if (roleName !== undefined) return { caller: session === serviceSession ? 'service-role' : 'role', callerName: roleName }
  if (/^arn:[\w-]+:iam::\d{12}:root$/.test(reason)) return { caller: 'root', callerName: '' }
  if (/\bAPI: \S+ Access Denied/i.test(reason)) return { caller: 'unnamed', callerName: '' }
  return { caller: reason === serviceSession ? 'service-role' : 'you', callerName: '' }
}

function otherAccountIn(caller: string, { accountId }: RolePlan): string {
  const [, named = accountId] = /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/.exec(caller) ?? []
  return named === accountId ? '' : accountIdInGroups(named)
}

export function denialIn(reason: string, plan: RolePlan): Denial {
  const [request] = deniedRequests(reason)
  const stated = denialReason(reason)
  return {
    action: request?.action ?? /\bAPI: ([a-z][\w-]*:[A-Z]\w+)/.exec(reason)?.[1] ?? /\biam:[A-Z]\w+/.exec(reason)?.[0] ?? '',
    ...callerIn(request?.caller || reason),
    otherAccount: otherAccountIn(request?.caller ?? '', plan),
    resource: request === undefined || request.resource.startsWith('*') ? '' : request.resource,
    cause: causeOf(stated),
    policyName: stated.policyName,
  }
}

const named = (words: string, name: string): string => (name === '' ? words : `${words} ${name}`)

export const denialMessages = messages('denial', {
  caller: ({ caller, callerName }: Denial) => {
    if (caller === 'you') return 'you'
    if (caller === 'unnamed') return 'a caller that it doesn’t name'
    if (caller === 'root') return 'the root user'
    if (caller === 'user') return `the IAM user ${callerName}`
    return caller === 'role' ? `the role ${callerName}` : named('the CloudFormation service role', callerName)
  },
  /** After a sentence that says what was denied. */
  reason: ({ cause, policyName }: Denial) => {
    const words: Readonly<Record<DenialCause, string>> = {
      unstated: '',
      identity: 'No identity-based policy allows it.',
      'identity-deny': `A Deny in ${named('the identity-based policy', policyName)} blocks it.`,
      boundary: `${named('The permissions boundary', policyName)} doesn’t allow it.`,
      'boundary-deny': `A Deny in ${named('the permissions boundary', policyName)} blocks it.`,
      session: 'The session policy doesn’t allow it.',
      'session-deny': 'A Deny in the session policy blocks it.',
      organization: 'A service control policy (SCP) in your AWS organization blocks it.',
      deny: 'A Deny blocks it, and AWS doesn’t say which policy has it.',
    }
    return words[cause] === '' ? '' : ` ${words[cause]}`
  },
  /** Advice apart from the permission itself. */
  advice: ({ caller, cause }: Denial, permission: string) => {
    const isMissing = cause === 'unstated' || cause === 'identity'
    if (isMissing && caller === 'service-role')
      return `CloudFormation uses this role for the stack instead of your own permissions. Launch the stack again without a role under "Permissions", or ask your AWS admin to give the role what the template needs. ${permission}`
    if (cause === 'unstated') return `AWS doesn’t say why. ${permission}`
    if (cause === 'identity') return permission
    if (cause === 'boundary')
      return 'A permission in another policy doesn’t help, because the boundary limits all of them. Ask your AWS admin.'
    if (cause === 'session') return 'A session policy limits what the sign-in session can do. Sign in without it, or ask your AWS admin.'
    if (cause === 'organization') return 'Only an organization admin can change it. A permission in the account doesn’t help.'
    return cause === 'deny'
      ? 'A Deny overrides every Allow, so an additional permission doesn’t help. Ask your AWS admin to find it in the policies of the caller, its permissions boundary, and the service control policies (SCPs).'
      : 'A Deny overrides every Allow, so an additional permission doesn’t help. Ask your AWS admin.'
  },
  elsewhere: (otherAccount: string, account: string) =>
    `The call was made in account ${otherAccount}, but this connection is for account ${account}.`,
})
