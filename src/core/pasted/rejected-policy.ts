import type { PastedRole } from './pasted-role.ts'

/** Null where the error doesn't tell. */
export type PolicyKind = 'trust' | 'permissions' | null

/** The policy that a call of IAM is about, by the name of the call or the words of a tool. */
export function policyKindOf(reason: string, { errors }: PastedRole): PolicyKind {
  const operation = errors.find(({ message }) => reason.includes(message))?.operation ?? ''
  const said = `${operation} ${reason}`
  if (
    /\b(?:Put(?:Role|User|Group)Policy|CreatePolicy(?:Version)?)\b|AWS::IAM::(?:Managed)?Policy\b|\bIAM (?:Role |Group |User )?Policy\b/i.test(
      said,
    )
  )
    return 'permissions'
  return /\b(?:CreateRole|UpdateAssumeRolePolicy)\b|creating IAM Role\b|\bassume role policy\b/i.test(said) ? 'trust' : null
}

/** A policy that the caller sends along with its call. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const isOfSessionPolicy = (reason: string, { errors }: PastedRole): boolean =>
  /MalformedPolicyDocument/.test(reason) &&
  errors.some(({ code, operation }) => code === 'MalformedPolicyDocument' && operation === 'AssumeRole')
