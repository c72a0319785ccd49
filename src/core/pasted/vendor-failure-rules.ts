import { messages } from '#core/text/messages.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import { type ToldFacts, toldOtherwise } from './application-rules.ts'
import { bucketFailedRule } from './bucket-failed-rule.ts'
import type { VendorFailure } from './failure-kind.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { permissionsCommand, roleCommand } from './permissions-command.ts'
import { isOfRedshift, type ServiceCaller, serviceCaller } from './service-callers.ts'
import { valueRejectedRule } from './value-rejected-rule.ts'
import { isServiceRole } from './vendor-failure.ts'

/** `called`: the role that the service was given. Empty: not in the text. */
type ServiceFacts = PlanFacts & { readonly service: ServiceCaller | null; readonly called: string }

/** `absentRole`: as the message names it. */
type AbsentFacts = PlanFacts & { readonly absentRole: string; readonly isOfStack: boolean }

const askForRole = (facts: PlanFacts): string =>
  `The role ARN to enter in ${facts.vendor} is ${facts.roleArn}. To check that the role exists and trusts the vendor, paste the output of: ${roleCommand(facts)}`

export const vendorFailureMessages = messages('vendor-failure-rules', {
  'call-of-service': {
    title: 'An AWS service can’t assume a role of its own',
    sentence: ({ service, roleArn, vendor, called }: ServiceFacts) => {
      if (service !== null && called === roleArn) return `${service.name} couldn’t assume ${roleArn}, which is only for ${vendor}.`
      return service === null
        ? 'The message is about a role for an AWS service, not about the role of this connection.'
        : `The message says that ${service.name} couldn’t assume ${called === '' ? 'a role that was given to it' : `the role ${called}`}.`
    },
    detail: ({ service, roleArn, vendor, called }: ServiceFacts) => {
      if (service === null)
        return `It says nothing about ${roleArn}, which only ${vendor} assumes. Check the role that the message names where the service uses it.`
      return called === roleArn
        ? `Don’t add ${service.name} to this role. Create a role of its own for it, whose trust policy allows sts:AssumeRole to ${service.principal}, and attach it where the service runs.${service.principal.startsWith('redshift.') ? ' For Redshift Serverless, it must also trust redshift-serverless.amazonaws.com.' : ''}`
        : `That role must exist, and its trust policy must allow sts:AssumeRole to ${service.principal}. The role of this connection, ${roleArn}, isn’t for services. Only ${vendor} assumes it.`
    },
  },
  'vendor-already-connected': {
    title: 'The account or the role is already connected',
    sentence: ({ vendor }: PlanFacts) => `The message says that the account or the role is already connected to ${vendor}.`,
    detail: ({ vendor, account }: PlanFacts) =>
      `This says nothing about the role itself. In ${vendor}, find the earlier connection of account ${account}, and use or remove it. If you can’t find it, ask ${vendor}.`,
  },
  'vendor-role-not-found': {
    title: 'The message says that the role doesn’t exist',
    sentence: ({ absentRole, roleName }: AbsentFacts) =>
      absentRole === roleName
        ? 'The message says that the role wasn’t found.'
        : `The message says that the role ${absentRole} wasn’t found. The role of this connection is named ${roleName}.`,
    detail: (facts: AbsentFacts) => {
      if (facts.isOfStack)
        return 'In the "Events" tab of the stack, the first event with CREATE_FAILED tells why it failed. Later errors, while the stack is rolled back, often only follow from it. If there’s none before this one, delete the stack, and create it again. Otherwise, paste that event.'
      return facts.absentRole === facts.roleName
        ? askForRole(facts)
        : `If ${facts.vendor} looked for that role, it has the wrong name. ${askForRole(facts)}`
    },
  },
  'vendor-names-trust': {
    title: 'The message names the external ID or the trusted account',
    sentence: 'The message names the external ID or the trust policy as the problem.',
    detail: (facts: ToldFacts) =>
      `${toldOtherwise(facts)}The trust policy must trust ${trustedPrincipal(facts)} and require the external ID ${facts.externalId}. The role ARN in ${facts.vendor} must be exactly ${facts.roleArn}, because AWS’s error is the same for a role that doesn’t exist. To check the role, paste the output of: ${roleCommand(facts)}`,
  },
  'vendor-api-denied': {
    title: 'The product’s own API denied the request',
    sentence: ({ vendor }: PlanFacts) => `The message says that an API denied the request. It’s probably ${vendor}’s, not one of AWS.`,
    detail: (facts: PlanFacts) =>
      `First check in ${facts.vendor} that the API key or the user can manage AWS integrations. If so, ask ${facts.vendor} whether its check of the role failed. To check the role, paste the output of: ${roleCommand(facts)}`,
  },
  'vendor-resource-denied': {
    title: 'A service of AWS can’t be accessed',
    sentence: ({ resource }: ResourceFacts) => `The message says that ${resource} couldn’t be accessed.`,
    detail: ({ resource, ...facts }: ResourceFacts) =>
      `It doesn’t show whether the role was assumed first. If it was, the permissions policy of the role must allow the call${
        resource === 'Amazon EKS'
          ? `, and the cluster must know ${facts.roleArn}, with an access entry or in aws-auth`
          : ', and a policy of the resource itself must allow the role too if the resource is in another account'
      }. A policy of your organization can block it as well. Paste the outputs of: ${roleCommand(facts)} and ${permissionsCommand(facts)}`,
  },
  'vendor-service-off': {
    title: 'Something in AWS isn’t enabled',
    sentence: 'The message says that something in AWS isn’t enabled for the account, the Region, or the organization.',
    detail: ({ account }: PlanFacts) =>
      `A permission of the role doesn’t replace that. Enable what the message names in account ${account}, or in the management account of your organization: Regions under Account, "AWS Regions", Cost Explorer under Billing and Cost Management, and trusted access under AWS Organizations, Services.`,
  },
  'vendor-limit': {
    title: 'The product doesn’t support this',
    sentence: 'The message is about what the product supports: a Region, a plan, or a number of accounts. It names no denial by AWS.',
    detail: ({ vendor }: PlanFacts) => `This says nothing about the role. Ask ${vendor} what it supports, or change the selection there.`,
  },
  'vendor-server-failed': {
    title: 'An API failed itself',
    sentence: 'The message says that an API failed itself, or was called too often. It names no denial by AWS.',
    detail: ({ vendor }: PlanFacts) =>
      `This says nothing about the role. Try again in a few minutes. If it fails again, ask ${vendor}, with the time and the request ID.`,
  },
  'vendor-user-denied': {
    title: 'The person lacks a right in the product or the console',
    sentence: 'The message says that you, or your user, may not do this. It names no call to AWS.',
    detail: ({ vendor }: PlanFacts) =>
      `This says nothing about the role. If ${vendor} shows the message, ask an admin of ${vendor} there for the right to do it. If the AWS console shows it, open its details and paste them: they name the action that is denied, such as iam:CreateRole.`,
  },
  'vendor-answer-unreadable': {
    title: 'A program couldn’t read an API’s answer',
    sentence: 'A program couldn’t read the answer of an API, because it isn’t the JSON that it expects. The text doesn’t show that answer.',
    detail: (facts: PlanFacts) =>
      `This says nothing about the role. The answer may be an error page or a message with the reason. Find it in the debug log of the program, with TF_LOG=DEBUG for Terraform, and paste it. If it’s the API of ${facts.vendor}, ask ${facts.vendor}.`,
  },
  'vendor-program-error': {
    title: 'A program ended in an error of its own',
    sentence: 'The text shows an error of a program or its configuration, and no answer from AWS.',
    detail: ({ programError, ...facts }: PlanFacts & { readonly programError: string }) =>
      `${programError === '' ? '' : `The error: ${programError}. `}This says nothing about the role. If the program is ${facts.vendor}’s, ask ${facts.vendor}. To check the role, paste the output of: ${roleCommand(facts)}`,
  },
  'vendor-error-hidden': {
    title: 'A program hides AWS’s error',
    sentence: 'A program couldn’t set up its access to AWS. The text doesn’t show AWS’s error.',
    detail: ({ roleName, vendor }: PlanFacts) =>
      `Turn on the program’s debug log, and paste the error there. Also check which identity it starts with: run aws sts get-caller-identity with its credentials. A policy of that identity must allow sts:AssumeRole on each role that the program is to assume, and each of these roles must trust it. ${roleName} trusts only ${vendor}.`,
  },
  'vendor-either-cause': {
    title: 'The message blames the role or its permissions',
    sentence: 'The message says that the role can’t be used or that permissions are missing, but not which.',
    detail: ({ vendor, ...facts }: ToldFacts) =>
      `${toldOtherwise(facts)}Check the trust policy first, because permissions only count once the role is assumed. It must trust ${trustedPrincipal({ vendor, ...facts })} and require the external ID ${facts.externalId}. Then compare the permissions. Paste the outputs of: ${roleCommand(facts)} and ${permissionsCommand(facts)} If both are as requested, ask ${vendor} for the error that AWS returned.`,
  },
  'vendor-connection-failed': {
    title: 'The message says that a connection failed',
    sentence: 'The message says that a connection or a check failed. We couldn’t tell AWS’s reason from it.',
    detail: (facts: PlanFacts) =>
      `AWS may not have been asked. To check the role, paste the output of: ${roleCommand(facts)} If the role is as requested, ask ${facts.vendor} for the error that AWS returned.`,
  },
})

type ResourceFacts = PlanFacts & { readonly resource: string }

type Id = keyof ReturnType<typeof vendorFailureMessages.in>

/** The vendor's messages that name other values or permissions tell more. */
const moreExact = ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id', 'vendor-open', 'vendor-lacks-permissions']

const has = ({ trust, vendorWords }: PastedRole, failure: VendorFailure): boolean => trust === null && vendorWords?.failure === failure

type Told = Pick<PastedRule, 'part' | 'source' | 'suppresses' | 'suppressedBy'> & {
  readonly id: Exclude<Id, 'vendor-either-cause' | 'vendor-role-not-found' | 'vendor-resource-denied'>
  readonly failure: VendorFailure
}

const told: readonly Told[] = [
  { id: 'vendor-already-connected', failure: 'already-connected', part: 'finding', source: pages.assumeRole },
  { id: 'vendor-names-trust', failure: 'trust', part: 'trust-policy', source: pages.externalId },
  { id: 'vendor-api-denied', failure: 'api', part: 'vendor', source: pages.roleTroubles },
  {
    id: 'vendor-service-off',
    failure: 'service-off',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
  },
  { id: 'vendor-limit', failure: 'limit', part: 'finding', source: pages.roleTroubles },
  { id: 'vendor-server-failed', failure: 'server', part: 'finding', source: pages.roleTroubles },
  { id: 'vendor-user-denied', failure: 'user', part: 'finding', source: pages.accessDenied },
  { id: 'vendor-answer-unreadable', failure: 'answer', part: 'vendor', source: pages.roleTroubles },
  { id: 'vendor-program-error', failure: 'program', part: 'finding', source: pages.roleTroubles },
  { id: 'vendor-error-hidden', failure: 'hidden', part: 'caller', source: pages.roleTroubles },
  { id: 'vendor-connection-failed', failure: 'connection', part: 'finding', source: pages.roleTroubles },
]

const ofTold = ({ id, failure, ...rule }: Told): PastedRule =>
  familyRule(vendorFailureMessages.in, {
    suppressedBy: moreExact,
    ...rule,
    id,
    facts: (pastedRole) =>
      has(pastedRole, failure)
        ? {
            ...planFacts(pastedRole.plan),
            circumstances: pastedRole.vendorWords?.circumstances ?? [],
            programError: pastedRole.vendorWords?.programError ?? '',
          }
        : null,
  })

/** Before AWS's denial, which says the same of a role that doesn't exist as of one that doesn't trust the caller. */
export const roleNotFoundRule = familyRule(vendorFailureMessages.in, {
  id: 'vendor-role-not-found',
  part: 'finding',
  source: pages.roleTroubles,
  suppressedBy: ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id'],
  suppresses: ['refused-without-reason', 'vendor-denied', 'call-works-elsewhere'],
  facts: (pastedRole) => {
    const { description, plan } = pastedRole
    const isOfStack = description?.isOfFailedStack === true && description.absentRole !== null
    return has(pastedRole, 'role-not-found')
      ? { ...planFacts(plan), absentRole: description?.absentRole ?? plan.roleName, isOfStack }
      : null
  },
})

const eitherCause = familyRule(vendorFailureMessages.in, {
  id: 'vendor-either-cause',
  part: 'trust-policy',
  source: pages.roleTroubles,
  suppressedBy: moreExact,
  facts: (pastedRole) =>
    has(pastedRole, 'either') ? { ...planFacts(pastedRole.plan), circumstances: pastedRole.vendorWords?.circumstances ?? [] } : null,
})

/** With these words, services reject a role that was given to them. The planned role can be meant by mistake. */
const passedRole = /\brole (arn:[\w-]+:iam::[\w*]{1,20}:role\/[\w+=,.@/-]*\w) is invalid or cannot be assumed/i

const isPassedRole = ({ vendorWords, errors, plan }: PastedRole): boolean =>
  [
    vendorWords?.failure === 'passed-role' ? vendorWords.roleArn : null,
    ...errors.map(({ message }) => passedRole.exec(message)?.[1] ?? null),
  ].some((arn) => arn !== null && arn !== plan.roleArn)

const namedIn = /\barn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*\w/

/** Before the values that differ: the role is of a service, and not for the vendor to change. */
export const serviceRoleRule = familyRule(vendorFailureMessages.in, {
  id: 'call-of-service',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
  suppresses: [
    'vendor-other-role',
    'vendor-denied',
    'vendor-lacks-permissions',
    'refused-without-reason',
    'called-other-role',
    'message-of-others',
  ],
  facts: (pastedRole) => {
    const { errors, vendorWords, plan } = pastedRole
    const ofService = errors.find(({ message }) => isOfRedshift(message) || isServiceRole(message))
    if (ofService === undefined && !has(pastedRole, 'service-role') && !isPassedRole(pastedRole)) return null
    const { message } = ofService ?? { message: '' }
    const service = ofService === undefined ? (vendorWords?.service ?? null) : serviceCaller(message)
    return { ...planFacts(plan), service, called: namedIn.exec(message)?.[0] ?? vendorWords?.roleArn ?? '' }
  },
})

const resourceDenied = familyRule(vendorFailureMessages.in, {
  id: 'vendor-resource-denied',
  part: 'permissions-policy',
  source: pages.accessDenied,
  suppressedBy: moreExact,
  facts: (pastedRole) => {
    const resource = pastedRole.vendorWords?.resource
    return has(pastedRole, 'resource') && resource !== undefined ? { ...planFacts(pastedRole.plan), resource } : null
  },
})

/** A failure that the vendor tells in its own words. */
export const vendorFailureRules: readonly PastedRule[] = [
  eitherCause,
  valueRejectedRule,
  ...told.map(ofTold),
  bucketFailedRule,
  resourceDenied,
]
