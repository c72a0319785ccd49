import { accountIdInGroups } from '#core/aws/account-id.ts'
import { deniedAction, keyText } from './denied-session.ts'
import { isAboutOtherRole } from './named-role.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { type ErrorForm, familyRule, hasCode, ofErrors, type PastedRule, pages, planFacts } from './pasted-rule.ts'
import { isOfRoot } from './root-caller-rule.ts'
import { terminalRulesMessages } from './terminal-words.ts'

/** Denials of these have rules of their own. */
const creatingActions = /^iam:(?:CreateRole|TagRole|PutRolePolicy|AttachRolePolicy)$/i

/** A call that has no part in creating or assuming the role. */
function isDeniedElsewhere(error: ErrorTextFact, { plan }: Pick<PastedRole, 'plan'>): boolean {
  if (keyText.test(error.message)) return false
  const action = deniedAction(error.message)
  if (creatingActions.test(action) && (isAboutOtherRole(error.message, plan) || error.operation === 'TagRole')) return true
  return (
    action !== '' &&
    !/^(?:sts:(?:AssumeRole|TagSession|SetSourceIdentity)|cloudformation:(?:Create|Update|Execute)\w*)$/.test(action) &&
    !creatingActions.test(action)
  )
}

const forms: readonly ErrorForm<Exclude<keyof ReturnType<typeof terminalRulesMessages.in>, 'terminal-in-other-account'>>[] = [
  {
    id: 'role-absent',
    part: 'role',
    source: pages.roleTroubles,
    is: (error) =>
      hasCode('NoSuchEntity', 'NoSuchEntityException')(error) &&
      /\brole with name [\w+=,.@-]+ cannot be found|IAM Role \([\w+=,.@-]+\): couldn't find resource/i.test(error.message),
  },
  {
    id: 'terminal-credentials',
    part: 'terminal',
    source: pages.cliTroubles,
    is: (error) =>
      hasCode(
        'NoCredentials',
        'ExpiredToken',
        'ExpiredTokenException',
        'InvalidClientTokenId',
        'SignatureDoesNotMatch',
        'UnrecognizedClientException',
        'InvalidToken',
        'MissingAuthenticationToken',
        'MissingAuthenticationTokenException',
        'AuthFailure',
        'InvalidAccessKeyId',
      )(error) || /no credentials have been configured/.test(error.message),
  },
  {
    id: 'terminal-no-cli',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    is: hasCode('NoCommand'),
  },
  {
    id: 'terminal-no-cmdlets',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/powershell/v5/userguide/pstools-getting-set-up.html',
    is: hasCode('NoCmdlet'),
  },
  { id: 'terminal-not-authorized', part: 'finding', source: pages.accessDenied, is: isDeniedElsewhere },
  { id: 'terminal-no-region', part: 'finding', source: pages.cliTroubles, is: hasCode('NoRegion') },
  {
    id: 'terminal-no-connection',
    part: 'caller',
    source: pages.cliTroubles,
    is: (error) => hasCode('NoConnection')(error) && error.isOfStack !== true,
  },
  { id: 'terminal-wrong-command', part: 'finding', source: pages.cliTroubles, is: hasCode('WrongCommand') },
  {
    id: 'terminal-busy',
    part: 'finding',
    source: pages.commonErrors,
    is: hasCode('Throttling', 'ThrottlingException', 'ServiceUnavailable', 'InternalFailure'),
  },
  {
    id: 'terminal-not-bootstrapped',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html',
    is: hasCode('NotBootstrapped'),
  },
  {
    id: 'console-cannot-switch',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    is: hasCode('SwitchRole'),
  },
]

const callerElsewhere = familyRule(terminalRulesMessages.in, {
  id: 'terminal-in-other-account',
  part: 'terminal',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  facts: ({ caller, errors, plan }) =>
    caller === null || caller.accountId === plan.accountId || errors.some(isOfRoot)
      ? null
      : { ...planFacts(plan), signedInAccount: accountIdInGroups(caller.accountId), signedInArn: caller.arn },
})

/** Messages of the terminal or console that come before any data about the role. */
export const terminalRules: readonly PastedRule[] = [...ofErrors(terminalRulesMessages.in, forms), callerElsewhere]
