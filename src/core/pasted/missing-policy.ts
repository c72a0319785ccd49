import type { PastedRole } from './pasted-role.ts'

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html#API_GetRolePolicy_Errors */
export const isPolicySaidToBeMissing = ({ errors, plan }: PastedRole): boolean =>
  errors.some(({ message }) => /\brole policy with name ([\w+=,.@-]+) cannot be found/i.exec(message)?.[1] === plan.policyName)
