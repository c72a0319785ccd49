import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import { denialWordsMessages } from './denial-words.ts'
import { keyText } from './denied-session.ts'
import { isAboutOtherRole } from './named-role.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import {
  deniedAction,
  type ErrorFacts,
  type ErrorForm,
  familyRule,
  hasCode,
  ofErrors,
  type PastedRule,
  type PlanFacts,
  pages,
  planFacts,
} from './pasted-rule.ts'

type CallerFacts = PlanFacts & { readonly signedInAccount: string; readonly signedInArn: string }

function pastedInstead({ isEncoded, roleName, deniedAction }: ErrorFacts): string {
  if (isEncoded)
    return 'Viewing the role requires iam:GetRole. For details, decode the message: aws sts decode-authorization-message --encoded-message, followed by the encoded text.'
  return /^iam:(?:Get|List)/.test(deniedAction)
    ? `Viewing the role requires iam:GetRole. The console shows the same under IAM, Roles, ${roleName}, "Trust relationships".`
    : `To check the role, paste the output of: aws iam get-role --role-name ${roleName} --output json`
}

/** Starts with a comma; empty where AWS names no policy. */
export function becauseOf(
  { deniedAction, deniedBy, isExplicit }: Pick<ErrorFacts, 'deniedAction' | 'deniedBy' | 'isExplicit'>,
  language = 'en',
): string {
  const words = denialWordsMessages.in(language)
  if (deniedBy === null || deniedBy === 'trust-policy') return isExplicit ? `, ${words.explicitDeny}` : ''
  return `, ${words.because(deniedAction, deniedBy, isExplicit)}`
}

/** IAM and others answer in one Region for all. https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html */
export const isGlobal = ({ deniedAction }: Pick<ErrorFacts, 'deniedAction'>): boolean =>
  /^(?:iam|organizations|account|route53|cloudfront):/.test(deniedAction)

/** What else the text tells of a denied call. */
export const callCircumstances = (
  { circumstances, isExplicit }: Pick<ErrorFacts, 'circumstances' | 'isExplicit'>,
  language = 'en',
): readonly string[] =>
  circumstances
    .filter(
      (each) =>
        each === 'mfa-condition' ||
        each === 'works-later' ||
        (each === 'condition-shown' && !isExplicit && !circumstances.includes('mfa-condition')),
    )
    .map((each) => denialWordsMessages.in(language).circumstance(each))

/** A VPC without a way to the internet reaches the endpoints of its Region alone. */
export const globalEndpoint = (circumstances: ErrorFacts['circumstances'], language = 'en'): string =>
  circumstances.includes('global-endpoint') ? `${denialWordsMessages.in(language).circumstance('global-endpoint')} ` : ''

/** Said of temporary credentials only. */
export const isExpired = ({ message }: Pick<ErrorFacts, 'message'>): boolean =>
  /\bexpired\b|\bExpiredToken/i.test(message) && !/Signature expired/i.test(message)

const renewed =
  'Temporary credentials end after the requested duration, and after one hour at most where a role assumed the role. The program must get new ones in time. '

/** A valid key is rejected where its account or partition is unknown. */
export const credentialHints = ({ circumstances, message }: Pick<ErrorFacts, 'circumstances' | 'message'>, language = 'en'): string => {
  const isUnknown = /security token included in the request is invalid|InvalidClientTokenId/i.test(message)
  return circumstances
    .filter((each) => each === 'github-credentials' || (isUnknown && each.endsWith('-region')))
    .map((each) => `${denialWordsMessages.in(language).circumstance(each)} `)
    .join('')
}

export const terminalRulesMessages = messages('terminal-rules', {
  'role-absent': {
    title: 'The role doesn’t exist',
    sentence: ({ absentRole }: ErrorFacts) => `The account you’re signed in to has no role named ${absentRole}.`,
    detail: ({ account }: ErrorFacts) =>
      `It was never created, it was deleted, or you’re not signed in to account ${account}. To check the account, run: aws sts get-caller-identity`,
  },
  'terminal-credentials': {
    title: 'The AWS credentials are missing, invalid, or expired',
    sentence: (facts: ErrorFacts) =>
      isExpired(facts)
        ? 'The AWS credentials that made the call have expired, so this says nothing about the role.'
        : 'AWS credentials are missing, invalid, or expired, so this says nothing about the role.',
    detail: ({ account, vendor, ...facts }: ErrorFacts) =>
      `${isExpired(facts) ? renewed : credentialHints(facts)}In your terminal, sign in to account ${account}, or use AWS CloudShell, which uses your console sign-in. If ${vendor}’s application made the call, ${vendor} needs to fix it.`,
  },
  'terminal-no-cli': {
    title: 'The AWS CLI isn’t installed',
    sentence: 'The AWS CLI isn’t installed on this computer, so this says nothing about the role.',
    detail: ({ account }: ErrorFacts) => `Open AWS CloudShell in the console of account ${account}, and run the command there.`,
  },
  'terminal-no-cmdlets': {
    title: 'AWS Tools for PowerShell isn’t installed',
    sentence: 'AWS Tools for PowerShell isn’t installed or loaded on this computer, so this says nothing about the role.',
    detail: ({ account, roleName }: ErrorFacts) =>
      `Open AWS CloudShell in the console of account ${account}, and run there: aws iam get-role --role-name ${roleName} --output json`,
  },
  'terminal-not-authorized': {
    title: 'AWS denied a call other than that for the role',
    sentence: ({ deniedAction, deniedCaller, otherRole, ...facts }: ErrorFacts) => {
      const because = becauseOf({ deniedAction, ...facts })
      if (otherRole !== '') return `AWS denied ${deniedAction} for the role ${otherRole}${because}. It isn’t the role of this connection.`
      return deniedCaller === ''
        ? `AWS denied ${deniedAction}${because}. This doesn’t show whether the role can be assumed.`
        : `AWS denied ${deniedAction} to ${deniedCaller}${because}. This says nothing about the role.`
    },
    detail: (facts: ErrorFacts) =>
      [
        ...(facts.isExplicit
          ? [
              `An Allow doesn’t override a Deny.${isGlobal(facts) ? ` If the Deny depends on aws:RequestedRegion, it must exempt global services, such as IAM.` : ''}`,
            ]
          : []),
        ...callCircumstances(facts),
        pastedInstead(facts),
      ].join(' '),
  },
  'terminal-no-region': {
    title: 'The call has no Region',
    sentence: 'The call has no AWS Region, so this says nothing about the role.',
    detail: ({ region }: ErrorFacts) => `Set the Region of the program or the profile, or run the command again with --region ${region}.`,
  },
  'terminal-no-connection': {
    title: 'The call didn’t reach AWS',
    sentence: 'The call didn’t reach AWS or got no answer, so this says nothing about the role.',
    detail: ({ region, vendor, circumstances }: ErrorFacts) =>
      `${globalEndpoint(circumstances)}The Region may be misspelled, or a proxy or firewall blocks the connection. If you ran a command, run it again with --region ${region}, or in AWS CloudShell. If ${vendor}’s application made the call, ${vendor} needs to fix it.`,
  },
  'terminal-wrong-command': {
    title: 'The AWS CLI rejected the command',
    sentence: 'The AWS CLI rejected the command, and nothing changed.',
    detail: 'The command was changed or cut off, or a file that it names is missing. Copy the whole command from this page again.',
  },
  'terminal-busy': {
    title: 'AWS throttled the request',
    sentence: 'AWS throttled the request, so this says nothing about the role.',
    detail: 'Wait a minute, and try again.',
  },
  'terminal-not-bootstrapped': {
    title: 'The account isn’t bootstrapped for the AWS CDK',
    sentence: ({ account, region }: ErrorFacts) =>
      `Account ${account} isn’t bootstrapped for the AWS CDK in ${region}, so nothing was created.`,
    detail: ({ accountId, region }: ErrorFacts) => `Run: cdk bootstrap aws://${accountId}/${region}. Then deploy again.`,
  },
  'console-cannot-switch': {
    title: 'The console can’t switch to the role',
    sentence: 'The console can’t switch to this role, but that says nothing about the role.',
    detail: ({ vendor }: ErrorFacts) =>
      `The "Switch role" page sends no external ID, so every role that requires one denies it. Only ${vendor} can use this role. Paste the output of aws iam get-role instead.`,
  },
  'terminal-in-other-account': {
    title: 'The terminal is signed in to a different account',
    sentence: ({ signedInAccount, account }: CallerFacts) =>
      `The terminal is signed in to account ${signedInAccount}, but the role must be in account ${account}.`,
    detail: ({ signedInArn }: CallerFacts) => `It’s signed in as ${signedInArn}. Everything you run there reads or changes that account.`,
  },
})

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
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    is: hasCode('NoCommand'),
  },
  {
    id: 'terminal-no-cmdlets',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/powershell/v5/userguide/pstools-getting-set-up.html',
    is: hasCode('NoCmdlet'),
  },
  { id: 'terminal-not-authorized', part: 'terminal', source: pages.accessDenied, is: isDeniedElsewhere },
  { id: 'terminal-no-region', part: 'terminal', source: pages.cliTroubles, is: hasCode('NoRegion') },
  { id: 'terminal-no-connection', part: 'terminal', source: pages.cliTroubles, is: hasCode('NoConnection') },
  { id: 'terminal-wrong-command', part: 'terminal', source: pages.cliTroubles, is: hasCode('WrongCommand') },
  {
    id: 'terminal-busy',
    part: 'terminal',
    source: pages.commonErrors,
    is: hasCode('Throttling', 'ThrottlingException', 'ServiceUnavailable', 'InternalFailure'),
  },
  {
    id: 'terminal-not-bootstrapped',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html',
    is: hasCode('NotBootstrapped'),
  },
  {
    id: 'console-cannot-switch',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    is: hasCode('SwitchRole'),
  },
]

const callerElsewhere = familyRule(terminalRulesMessages.in, {
  id: 'terminal-in-other-account',
  part: 'terminal',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  facts: ({ caller, plan }) =>
    caller === null || caller.accountId === plan.accountId
      ? null
      : { ...planFacts(plan), signedInAccount: accountIdInGroups(caller.accountId), signedInArn: caller.arn },
})

/** Messages of the terminal or console that come before any data about the role. */
export const terminalRules: readonly PastedRule[] = [...ofErrors(terminalRulesMessages.in, forms), callerElsewhere]
