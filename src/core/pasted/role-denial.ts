import type { RolePlan } from '#core/connection/role-plan.ts'
import { type DenialReason, denialReason, deniedRequests, isAssuming } from './denied-request.ts'
import { isMaskedName } from './named-role.ts'

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
} & Pick<DenialReason, 'hint' | 'isExplicit'>

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

/** True for a role that the AWS CDK made for itself. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const isOfCdk = (message: string): boolean => /:role\/cdk-\w+-(?:deploy|lookup|file-publishing|image-publishing)-role-/.test(message)

/** Null where the message is about something else. */
export function roleDenial(message: string): RoleDenial | null {
  const request = deniedRequests(message).find(isAssuming)
  if (request === undefined) return null
  const { action, caller, resource } = request
  const { hint, isExplicit } = denialReason(message)
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
    hint: /because no (?:role trust|resource-based) policy allows/i.test(message) ? 'trust-policy-silent' : hint,
    isExplicit,
  }
}

/** Null where the message doesn't show the account of the caller. The role is empty where AWS names none. */
export function deniedCall(message: string): { readonly caller: string; readonly accountId: string; readonly roleArn: string } | null {
  const denial = roleDenial(message)
  if (denial === null || denial.callerAccount === null) return null
  const { caller, callerAccount, resource } = denial
  return { caller, accountId: callerAccount, roleArn: /^arn:(?:[\w-]+:)?iam::\d{12}:(?:role|user)\/\w/.test(resource) ? resource : '' }
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

/** True for a session of the very role, as far as the text shows the account. */
export const isOfOwnRole = (denial: RoleDenial | null): boolean => denial !== null && ownRole(denial) === 'same'

/** Null: the text hides one of them. */
export const isInOneAccount = ({ callerAccount, roleAccount }: RoleDenial): boolean | null =>
  callerAccount === null || roleAccount === null ? null : callerAccount === roleAccount
