import type { RolePlan } from '#core/connection/role-plan.ts'

const deniedRole = /on resource: "?(?:role |arn:[\w-]*:iam::[^\s:]{0,40}:role\/(?:[\w+=,.@-]+\/)*)([\w+=,.@-]*\w)/
const existing = /Role with name ([\w+=,.@-]{1,64}) already exists|'AWS::IAM::Role' with identifier '([^'\n]{1,64})' already exists/i

/** Stands for a name that the person who pasted the text doesn't show. */
const masked = /^(?:x+|(?:my|the|your|some)?[-_]?role(?:[-_]?name)?|redacted|name|\d+)$/i

/** A mask in angle brackets may have spaces, which end an ARN. */
export const withoutSpacesInMasks = (message: string): string =>
  message.replace(/(?<=:)<[^<>\n]{1,60}>(?=:)/g, (mask) => mask.replace(/\s+/g, '-'))

export const isMaskedName = (name: string): boolean => masked.test(name)

/** Names of roles differ regardless of capitalization. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const otherThan = (named: string | undefined, { roleName }: RolePlan): string | null =>
  named === undefined || isMaskedName(named) || named.toLowerCase() === roleName.toLowerCase() ? null : named

/** The role that IAM has already, where its name isn't the planned one. */
export function otherExistingRole(reason: string, plan: RolePlan): string | null {
  const [, named, identified] = existing.exec(reason) ?? []
  return otherThan(named ?? identified, plan)
}

/** The role of a denied call of IAM, where its name isn't the planned one. */
export const otherDeniedRole = (reason: string, plan: RolePlan): string | null => otherThan(deniedRole.exec(reason)?.[1], plan)

export const isAboutOtherRole = (reason: string, plan: RolePlan): boolean => otherDeniedRole(reason, plan) !== null
