import type { RolePlan } from '#core/connection/role-plan.ts'
import { policyHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { isMaskedName, withoutSpacesInMasks } from './named-role.ts'

/** The kind of resource that a call to assume a role names. Only a role can be assumed. */
export type CalledResource = 'role' | 'user' | 'session' | 'instance-profile' | 'root' | 'unknown'

/** The parts of a denied sts:AssumeRole, sts:TagSession or sts:SetSourceIdentity, as they were written. Empty: not in the text. */
export type RoleDenial = {
  readonly action: string
  readonly caller: string
  /** Null: not named, or masked. */
  readonly callerAccount: string | null
  /** The account of the user, or of the role of a session. Null as above. */
  readonly callerName: string | null
  /** That name as it is in the text. */
  readonly callerWritten: string
  readonly resource: string
  readonly called: CalledResource
  readonly roleAccount: string | null
  readonly roleName: string | null
  readonly roleWritten: string
  /** The policy that AWS names. */
  readonly hint: DenialHint | null
  /** AWS names a Deny, and not only that nothing allows the call. */
  readonly isExplicit: boolean
}

const denial =
  /(?:User:?\s+["'`]?(\S+?)["'`]?\s+(?:is\s+)?)?not\s+authorized\s+to\s+perform:?\s+["'`]?(sts:(?:AssumeRole|TagSession|SetSourceIdentity))\b(?!With)["'`]?(?:\s+on\s+(?:the\s+)?resource:?\s+(?:role\s+)?["'`]?([^\s"'`\\]+))?/i

const trimmed = (written: string | undefined): string => (written ?? '').replace(/[.,;)]+$/, '')

const hasMask = (name: string): boolean => /[*<>{}[\]…]|\.\.\.|^x{2,}/i.test(name)

const isHidden = (name: string): boolean => hasMask(name) || isMaskedName(name)

const shown = (name: string | undefined): string | null => (name === undefined || name === '' || isHidden(name) ? null : name)

const account = (written: string | undefined): string | null => (written !== undefined && /^\d{12}$/.test(written) ? written : null)

const callerForm =
  /^arn:[\w-]*:[\w-]+:[\w-]*:[^:]*:(?:user\/|dbuser:(?:[\w+=,.@-]+\/)*|assumed-role\/|federated-user\/|role\/(?:[\w+=,.@-]+\/)*)([^/]+)/

const others: readonly (readonly [kind: CalledResource, form: RegExp])[] = [
  ['user', /^arn:[\w-]*:iam::[^:]*:user\//],
  ['session', /^arn:[\w-]*:sts::[^:]*:assumed-role\//],
  ['instance-profile', /^arn:[\w-]*:iam::[^:]*:instance-profile\//],
  ['root', /^arn:[\w-]*:iam::[^:]*:root$/],
]

const calledResource = (resource: string): CalledResource => others.find(([, form]) => form.test(resource))?.[0] ?? 'unknown'

/** In the words of Amazon Redshift, whose users have ARNs of their own. https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html */
const ofRedshift = /User:? (arn:\S+)() is not authorized to assume (?:IAM )?role (arn:[^\s"'`]+)/i

/** True for a role that the AWS CDK made for itself. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const isOfCdk = (message: string): boolean => /:role\/cdk-\w+-(?:deploy|lookup|file-publishing|image-publishing)-role-/.test(message)

/** Null where the message is about something else. */
export function roleDenial(written: string): RoleDenial | null {
  const message = withoutSpacesInMasks(written)
  const [, user, named, onResource] = denial.exec(message) ?? ofRedshift.exec(message) ?? []
  const action = named === '' ? 'sts:AssumeRole' : named
  if (action === undefined) return null
  const [caller, resource] = [trimmed(user), trimmed(onResource)]
  const [, callerAccount] = /^arn:[\w-]*:[\w-]+:[\w-]*:([^:]*):/.exec(caller) ?? []
  const [, callerName] = callerForm.exec(caller) ?? []
  const [, roleAccount, roleName] = /^(?:(?:arn:)?aws[\w-]*:)?(?:arn::)?iam::([^:]*):role\/(?:[\w+=,.@-]+\/)*([^/:]+)$/.exec(resource) ?? []
  return {
    action,
    caller,
    callerAccount: account(callerAccount),
    callerName: shown(callerName),
    callerWritten: callerName ?? '',
    resource,
    called: roleName === undefined ? calledResource(resource) : 'role',
    roleAccount: account(roleAccount),
    roleName: shown(roleName),
    roleWritten: roleName ?? '',
    hint: /because no (?:role trust|resource-based) policy allows/i.test(message) ? 'trust-policy-silent' : policyHint(message),
    isExplicit: /with an explicit deny/i.test(message),
  }
}

/** False also where the text hides too much of it. */
export function isOtherRole({ called, roleAccount, roleName, resource }: RoleDenial, plan: RolePlan): boolean {
  if (called !== 'role') return false
  if (roleName !== null && roleAccount !== null) return resource !== plan.roleArn
  return (roleName !== null && roleName !== plan.roleName) || (roleAccount !== null && roleAccount !== plan.accountId)
}

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** Less of a name can be that of anyone. */
const shortestPrefix = 4

/** With the account of the caller hidden, its name decides, if the vendor's is known. */
export function isVendor({ callerAccount, callerName, callerWritten }: RoleDenial, plan: RolePlan): 'yes' | 'no' | 'unknown' {
  const { applicationPrincipalArns: principals, vendorAccountId } = plan
  if (callerAccount !== null) return callerAccount === vendorAccountId ? 'yes' : 'no'
  if (principals.length === 0) return 'unknown'
  if (callerName === null) {
    const callerPrefix = /^[\w+=,.@-]*/.exec(callerWritten)?.[0] ?? ''
    const isLike =
      callerPrefix.length < shortestPrefix || isHidden(callerPrefix) || principals.some((arn) => nameOf(arn).startsWith(callerPrefix))
    return isLike ? 'unknown' : 'no'
  }
  return principals.some((arn) => nameOf(arn) === callerName) ? 'yes' : 'no'
}

/** Two names that are the same but for a letter or a short end. */
const isAlike = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < shortestPrefix || long.length - short.length > 1) return false
  const at = [...short].findIndex((letter, position) => letter !== long[position])
  const rest = at === -1 ? short.length : at
  return short.slice(short.length === long.length ? rest + 1 : rest) === long.slice(rest + 1)
}

/** A session of the role that it tries to assume, or of one with nearly the same name. */
export function ownRole({ caller, callerWritten, callerAccount, called, roleWritten, roleAccount }: RoleDenial): 'same' | 'alike' | null {
  const isSession = called === 'role' && caller.includes(':assumed-role/')
  if (!isSession || [callerWritten, roleWritten].some((name) => name === '' || hasMask(name))) return null
  if (callerAccount !== null && roleAccount !== null && callerAccount !== roleAccount) return null
  if (callerWritten === roleWritten) return 'same'
  return isAlike(callerWritten, roleWritten) ? 'alike' : null
}

/** Null: the text hides one of them. */
export const isInOneAccount = ({ callerAccount, roleAccount }: RoleDenial): boolean | null =>
  callerAccount === null || roleAccount === null ? null : callerAccount === roleAccount
