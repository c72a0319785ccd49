import { done } from '#simulation/aws/answer.ts'
import type { Action } from '#simulation/aws/call.ts'
import { assumeRole } from './assume-role.ts'

/** Needs no permission. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const getCallerIdentity: Action = ({ caller }) => done({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId })

export const stsActions: Readonly<Record<string, Action>> = { AssumeRole: assumeRole, GetCallerIdentity: getCallerIdentity }
