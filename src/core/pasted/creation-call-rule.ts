import { messages } from '#core/text/messages.ts'
import { deniedAction } from './denied-session.ts'
import { type ErrorFacts, ofErrors, type PastedRule, pages } from './pasted-rule.ts'
import { deniedCodes } from './service-errors.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html */
const ofCloudFormation =
  /^(?:CloudFormation )?(?:Create|Update|Delete|Describe|Execute|Validate|GetTemplate)\w*(?:Stack|ChangeSet|Template)\w*$/

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
const ofIam =
  /^(?:IAM )?(?:CreateRole|UpdateAssumeRolePolicy|(?:Put|Attach)RolePolicy|TagRole|CreatePolicy(?:Version)?|PutRolePermissionsBoundary|UpdateRole)$/

const isOfCloudFormation = (operation: string): boolean => ofCloudFormation.test(operation)

/** Written as in policies. The SDK for Go names the service before the operation. */
export const actionOf = (operation: string): string =>
  `${isOfCloudFormation(operation) ? 'cloudformation' : 'iam'}:${operation.replace(/^\w+ /, '')}`

export const creationCallMessages = messages('creation-call-rule', {
  'creation-call-denied': {
    title: 'AWS denied a call that creates the role or its stack',
    sentence: ({ operation }: ErrorFacts) =>
      operation === ''
        ? 'The stack failed because AWS denied a call. The text says neither which call, nor to whom, nor why.'
        : `AWS denied ${actionOf(operation)}, and says neither to whom nor why.`,
    detail: ({ operation, roleName }: ErrorFacts) =>
      operation === ''
        ? `The trust policy isn’t the cause. The events of the stack, if there’s one, and CloudTrail name the call and the caller. Find out whose credentials the tool used, for example with aws sts get-caller-identity. That identity needs cloudformation:CreateStack, cloudformation:CreateChangeSet, or whichever call was denied, and what the template needs, such as iam:CreateRole for ${roleName}. If its policies allow that, a service control policy (SCP), a permissions boundary, or a session policy blocks it.`
        : `The trust policy isn’t the cause. Find out whose credentials the tool or terminal used: with aws sts get-caller-identity, in its log, or in CloudTrail. ${
            actionOf(operation).startsWith('cloudformation:')
              ? `That identity needs ${actionOf(operation)}, and what the template needs, such as iam:CreateRole, iam:PutRolePolicy, and iam:TagRole.`
              : `That identity needs ${actionOf(operation)} for ${roleName}.`
          } If its policies allow that, a service control policy (SCP), a permissions boundary, or a session policy blocks it.`,
  },
})

/** Calls that the customer makes, so no one has assumed the role. AWS names neither the caller nor the policy. */
export const creationCallRule: readonly PastedRule[] = ofErrors(creationCallMessages.in, [
  {
    id: 'creation-call-denied',
    part: 'stack',
    source: pages.accessDenied,
    suppresses: ['service-call-denied'],
    is: ({ code, operation, message }) =>
      code === 'StackDenied' ||
      (deniedCodes.includes(code ?? '') &&
        (ofIam.test(operation ?? '') || isOfCloudFormation(operation ?? '')) &&
        deniedAction(message) === '' &&
        !/\bUser: |\bassumed-role\b/.test(message)),
  },
])
