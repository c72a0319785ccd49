import type { RolePlan } from '#core/connection/role-plan.ts'

/** Other services and other kinds of IAM have codes of the same name. */
export const roleExists =
  /Role with name [\w+=,.@-]{1,64} already exists|AWS::IAM::Role[^\n]{0,200}already exists|already exists[^\n]{0,200}(?:AWS::IAM::Role|Service: (?:Amazon)?(?:Iam|IdentityManagement)\b(?=[^\n]*HandlerErrorCode: AlreadyExists))/i

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html#API_CreateStack_Errors */
export const stackExists =
  /Stack \[[^\]\n]*\] already exists|(?<![A-Za-z])AlreadyExistsException[^\n]{0,40}\bstack\b|(?<![A-Za-z])AlreadyExistsException\W*$/i

/** Older stack events name the resource alone. */
export const isNamed = (reason: string, { roleName }: RolePlan): boolean =>
  /^(?:EntityAlreadyExists\s)?\s*([\w+=,.@-]+) already exists\.?\s*$/.exec(reason)?.[1] === roleName
