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

const denial =
  /User: (arn:[\w-]+:(?:iam|sts)::([^:\s]{1,40}):(?:assumed-role\/([\w+=,.@-]{1,64})|user)[/\w+=,.@:-]*) is not authorized to perform:? ((?!sts:(?:AssumeRole|TagSession|SetSourceIdentity)\b)[\w-]+:\w+)(?: on resource: "?([^\s"]*[^\s".,;]))?/

/** Empty where the text names none. */
export const deniedAction = (message: string): string => /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? ''

/** AWS KMS says the same of a key that doesn't exist and of one whose policy denies the call. */
export const keyText = /resource does not exist in this Region, no resource-based policies allow access/

export function deniedSession(message: string): DeniedSession | null {
  if (keyText.test(message)) return null
  const [, caller, callerAccount, callerRole = null, action, resource = null] = denial.exec(message) ?? []
  return caller == null || callerAccount == null || action == null ? null : { caller, callerAccount, callerRole, action, resource }
}
