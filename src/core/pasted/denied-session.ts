import { deniedRequests, isAssuming } from './denied-request.ts'

/** A call that AWS denied, other than one that assumes a role. */
export type DeniedSession = {
  readonly caller: string
  /** The written form: it may be masked. */
  readonly callerAccount: string
  /** The role of a session; null for an IAM user. */
  readonly callerRole: string | null
  readonly action: string
  /** AWS's name for it; null where there is none. */
  readonly resource: string | null
}

const identity = /^arn:[\w-]+:(?:iam|sts)::([^:\s]{1,40}):(?:assumed-role\/([\w+=,.@-]{1,64})|user)[/\w+=,.@:-]*$/

/** Empty where the text names none. */
export const deniedAction = (message: string): string => /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? ''

/** AWS KMS says the same of a key that doesn't exist and of one whose policy denies the call. */
export const keyText = /resource does not exist in this Region, no resource-based policies allow access/

export function deniedSession(message: string): DeniedSession | null {
  if (keyText.test(message)) return null
  for (const request of deniedRequests(message)) {
    const { caller, action, resource } = request
    const [, callerAccount, callerRole = null] = identity.exec(caller) ?? []
    if (callerAccount !== undefined && !isAssuming(request))
      return { caller, callerAccount, callerRole, action, resource: resource === '' ? null : resource }
  }
  return null
}
