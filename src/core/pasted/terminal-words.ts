import { messages } from '#core/text/messages.ts'
import { bootstrapCommand, cdkEnvironment } from './cdk-environment.ts'
import { denialMessages } from './denial.ts'
import { denialWordsMessages } from './denial-words.ts'
import type { ErrorFacts, PlanFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'

type CallerFacts = PlanFacts & { readonly signedInAccount: string; readonly signedInArn: string }

/** A call that changes something in IAM. */
const isChange = (action: string): boolean => /^iam:(?!Get|List|Simulate|Generate|PassRole)/.test(action)

/** Hands a role to an AWS service. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const isPassing = (action: string): boolean => action === 'iam:PassRole'

/** Calls that are told with their caller and the policy that denies them. */
export const isToldByParts = ({ deniedAction, callDenial }: Pick<ErrorFacts, 'deniedAction' | 'callDenial'>): boolean =>
  isPassing(deniedAction) || (isChange(deniedAction) && callDenial.caller !== 'you')

export const isServiceLinked = (message: string): boolean => message.includes(':role/aws-service-role/')

function passedRole({ message, callDenial, vendor }: ErrorFacts): string {
  if (isServiceLinked(message))
    return 'This is a service-linked role, which can’t be passed, so a permission doesn’t help. Leave it out. A stack set with service-managed permissions has no administration role.'
  const advice = denialMessages
    .in('en')
    .advice(
      callDenial,
      'Ask your AWS admin to allow iam:PassRole on this role. Policies can limit it to certain roles and, with iam:PassedToService, to certain services.',
    )
  return `iam:PassRole hands a role to an AWS service. ${vendor} assumes its role directly, so this connection doesn’t need it, but the template or program that passes the role does. ${advice} AWS said: ${message}`
}

/** Reads what the doctor asks for. */
export const isViewing = (action: string): boolean =>
  /^iam:(?:GetRole|ListRoles|GetRolePolicy|ListRolePolicies|ListAttachedRolePolicies|GetAccountAuthorizationDetails)$/.test(action)

/** The policy that AWS names limits the caller, whatever another policy allows. */
export const isLimited = ({ callDenial: { cause } }: Pick<ErrorFacts, 'callDenial'>): boolean =>
  cause === 'boundary' || cause === 'session' || cause === 'organization'

/** AWS names the policy of the resource, and not one of the caller. */
export const isOfResource = ({ message }: Pick<ErrorFacts, 'message'>): boolean =>
  /(?:because no|with an explicit deny in an?) resource-based policy/i.test(message)

function callerAdvice(facts: ErrorFacts): string {
  if (isOfResource(facts))
    return 'AWS names the policy of the resource, so its owner must allow the call there. Check the account and the Region of the resource first. The role and its trust policy aren’t the cause.'
  const { deniedAction, deniedCaller, isExplicit, roleName, vendor, callDenial } = facts
  const remedy = isExplicit ? 'ask the AWS admin of the caller to find the Deny' : `a policy of the caller must allow ${deniedAction}`
  if (deniedCaller === '')
    return `The text doesn’t show the caller. If ${vendor} called with ${roleName}, the role was assumed, so paste the output of: ${permissionsCommand(facts)} Otherwise, ${remedy}.`
  const advice = isLimited(facts) && !isExplicit ? `${denialMessages.in('en').advice(callDenial, '')} ` : ''
  return `${advice}If ${roleName} was to be used, the program called with other credentials, so check its settings.${advice === '' ? ` Otherwise, ${remedy}.` : ''}`
}

function pastedInstead(facts: ErrorFacts): string {
  const { isEncoded, roleName, deniedAction, callDenial, message, otherRole } = facts
  if (isPassing(deniedAction)) return passedRole(facts)
  if (isToldByParts(facts)) {
    const advice = denialMessages.in('en').advice(callDenial, `Ask your AWS admin for ${deniedAction}, or to make the change.`)
    return [...(otherRole === '' ? [] : [`The role of this connection is named ${roleName}.`]), advice, `AWS said: ${message}`].join(' ')
  }
  if (isEncoded)
    return 'Viewing the role requires iam:GetRole. For details, decode the message: aws sts decode-authorization-message --encoded-message, followed by the encoded text.'
  return isViewing(deniedAction)
    ? `Viewing the role requires iam:GetRole. The console shows the same under IAM, Roles, ${roleName}, "Trust relationships".`
    : callerAdvice(facts)
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

/** They say what the condition is. */
const ofCondition: ErrorFacts['circumstances'] = ['mfa-condition', 'object-context']

/** True for a call whose Allow the text shows with a condition, unless a Deny decides. */
export const hasCondition = ({ circumstances, isExplicit }: Pick<ErrorFacts, 'circumstances' | 'isExplicit'>): boolean =>
  !isExplicit && circumstances.some((each) => each === 'condition-shown' || ofCondition.includes(each))

/** The other circumstances of a denied call. */
export const callCircumstances = (
  { circumstances, isExplicit }: Pick<ErrorFacts, 'circumstances' | 'isExplicit'>,
  language = 'en',
): readonly string[] =>
  circumstances
    .filter(
      (each) =>
        ['mfa-condition', 'object-context', 'works-later'].includes(each) ||
        (each === 'condition-shown' && !isExplicit && !ofCondition.some((exact) => circumstances.includes(exact))),
    )
    .map((each) => denialWordsMessages.in(language).circumstance(each))

/** A VPC without a way to the internet reaches the endpoints of its Region alone. */
export const globalEndpoint = (circumstances: ErrorFacts['circumstances'], language = 'en'): string =>
  circumstances.includes('global-endpoint') ? `${denialWordsMessages.in(language).circumstance('global-endpoint')} ` : ''

/** Said of temporary credentials only. */
export const isExpired = ({ message }: Pick<ErrorFacts, 'message'>): boolean =>
  /\bexpired\b|\babgelaufen\b|\bcaducado\b|\bexpiré\b|\bExpiredToken/i.test(message) && !/Signature expired/i.test(message)

const renewed =
  'Temporary credentials end after the requested duration, and after one hour at most where a role assumed the role. The program must get new ones in time. '

const isUnknownKey = (message: string): boolean =>
  /security token included in the request is invalid|InvalidClientTokenId|InvalidAccessKeyId|Access Key Id you provided does not exist/i.test(
    message,
  )

/** A valid key is rejected where its account or partition is unknown. */
export const credentialHints = ({ circumstances, message }: Pick<ErrorFacts, 'circumstances' | 'message'>, language = 'en'): string => {
  const isUnknown = isUnknownKey(message)
  return circumstances
    .filter((each) => each === 'github-credentials' || (isUnknown && (each.endsWith('-session-token') || each.endsWith('-region'))))
    .map((each) => `${denialWordsMessages.in(language).circumstance(each)} `)
    .join('')
}

/** The text shows why valid keys are rejected. */
export const credentialCause = ({
  circumstances,
  message,
}: Pick<ErrorFacts, 'circumstances' | 'message'>): keyof typeof credentialCauses | null => {
  if (!isUnknownKey(message)) return null
  if (circumstances.includes('no-session-token')) return 'token'
  if (circumstances.includes('blank-session-token')) return 'blank'
  return circumstances.includes('opt-in-region') ? 'region' : null
}

export const credentialCauses = {
  token: 'AWS rejected the credentials. The text shows a temporary access key (ASIA…), and no session token with it.',
  blank: 'AWS rejected the credentials. The text says that no session token was sent with them.',
  region: 'AWS rejected the credentials as invalid. That can be due to the Region.',
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
    sentence: (facts: ErrorFacts) => {
      if (isExpired(facts)) return 'The AWS credentials that made the call have expired, so this says nothing about the role.'
      const cause = credentialCause(facts)
      return cause === null
        ? 'AWS credentials are missing, invalid, or expired, so this says nothing about the role.'
        : credentialCauses[cause]
    },
    detail: ({ account, vendor, ...facts }: ErrorFacts) =>
      credentialCause(facts) !== null && !isExpired(facts)
        ? `${credentialHints(facts)}This says nothing about the role. If ${vendor}’s application made the call, ${vendor} needs to fix it.`
        : `${isExpired(facts) ? renewed : credentialHints(facts)}In your terminal, sign in to account ${account}, or use AWS CloudShell, which uses your console sign-in. If ${vendor}’s application made the call, ${vendor} needs to fix it.${isExpired(facts) ? ` If you entered them in ${vendor}, connect the account with the role instead, which needs no stored credentials.` : ''}`,
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
    sentence: ({ deniedCaller, otherRole, ...facts }: ErrorFacts) => {
      const { deniedAction, callDenial } = facts
      const { caller, reason } = denialMessages.in('en')
      if (isPassing(deniedAction))
        return `AWS denied iam:PassRole to ${caller(callDenial)}${callDenial.resource === '' ? '' : ` on ${callDenial.resource}`}.${reason(callDenial)}`
      if (isToldByParts(facts))
        return otherRole === ''
          ? `AWS denied ${deniedAction} to ${caller(callDenial)}, so this call changed nothing.${reason(callDenial)}`
          : `AWS denied ${deniedAction} for the role ${otherRole} to ${caller(callDenial)}.${reason(callDenial)}`
      const because = becauseOf(facts)
      if (otherRole !== '') return `AWS denied ${deniedAction} for the role ${otherRole}${because}. It isn’t the role of this connection.`
      return deniedCaller === ''
        ? `AWS denied ${deniedAction}${because}. ${hasCondition(facts) ? 'The text has a condition that this call may not meet.' : 'This doesn’t show whether the role can be assumed.'}`
        : `AWS denied ${deniedAction} to ${deniedCaller}${because}. This says nothing about the role.`
    },
    detail: (facts: ErrorFacts) =>
      [
        ...(facts.isExplicit && !isToldByParts(facts)
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
    sentence: (facts: ErrorFacts) => {
      const { account, region } = cdkEnvironment(facts)
      return `Account ${account} isn’t bootstrapped for the AWS CDK in ${region}, so nothing was created.`
    },
    detail: (facts: ErrorFacts) => `Run: ${bootstrapCommand(cdkEnvironment(facts))}. Then deploy again.`,
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
