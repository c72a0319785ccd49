import { messages } from '#core/text/messages.ts'
import { inList } from '#core/text/plural.ts'
import { bootstrapCommand, cdkEnvironment, isDeployRole } from './cdk-environment.ts'
import { denialWordsMessages } from './denial-words.ts'
import type { ErrorFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { isAlmost, type RejectedParameter } from './rejected-parameter.ts'
import { circumstanceWords, denialDetail, denialSentence } from './role-denial-rules.ts'
import { knownStorageAction } from './storage-call.ts'

type FaultWords = Readonly<Record<RejectedParameter['fault'], (value: string | null) => string>>

const named = (value: string | null): string => (value === null ? '' : `, ${value},`)

const wordsOf = (thing: string, form: string): FaultWords => ({
  short: (value) => `The ${thing} that the program sent${named(value)} is empty or too short.`,
  missing: () => `The program sent no ${thing}.`,
  unexpected: (value) => `The call that the program makes has no parameter ${value}.`,
  invalid: (value) => `The ${thing} that the program sent${named(value)} isn’t valid. ${form}`,
})

const rejectedWords: Readonly<Record<RejectedParameter['name'], FaultWords>> = {
  RoleArn: wordsOf('role ARN', 'It must be the whole ARN of a role.'),
  RoleSessionName: wordsOf('session name', 'It has 2 to 64 letters, digits, and characters of _=,.@+-.'),
  ExternalId: wordsOf('external ID', 'It has 2 to 1,224 letters, digits, and characters of _+=,.@:/-.'),
  DurationSeconds: wordsOf('session duration', 'It must be a number of 900 to 43,200 seconds.'),
}

/** The call was for the role of this connection, which requires the external ID. */
export const isWithoutId = ({ denial, circumstances, roleArn }: ErrorFacts): boolean =>
  denial?.resource === roleArn && circumstances.includes('no-external-id')

/** Parts that the called role and the planned one have in common. */
export function likeness({ calledRoleArn, roleArn, roleName }: ErrorFacts): 'case' | 'account' | null {
  if (calledRoleArn.toLowerCase() === roleArn.toLowerCase()) return 'case'
  const isOtherAccount = /::\d{12}:/.test(calledRoleArn) && calledRoleArn.endsWith(`/${roleName}`)
  return isOtherAccount && calledRoleArn.split(':')[4] !== roleArn.split(':')[4] ? 'account' : null
}

/** The error of a policy or of tags that the caller sends along. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const isOfSessionPolicy = (message: string): boolean =>
  /^Packed polic|policy is not in the valid JSON|^Syntax errors? in policy|MalformedPolicyDocument/i.test(message)

const malformedSentence = (message: string): string =>
  isOfSessionPolicy(message)
    ? 'The session policy or the session tags that the caller sent are invalid or too large, so the call was rejected before AWS checked the role.'
    : 'The request was malformed, so it was rejected before AWS checked the role.'

/** AWS names the caller and the role, so it can be told what each of them needs. */
export const isNamedCall = ({ denial, vendorAccountId }: ErrorFacts): boolean =>
  denial !== null && denial.caller !== '' && denial.called === 'role' && denial.callerAccount !== vendorAccountId

const pathOf = (arn: string): string =>
  `/${arn
    .split('/')
    .slice(1, -1)
    .map((each) => `${each}/`)
    .join('')}`

/** The path of the called role, where it isn't that of the connection's. Empty where the text hides the name or names another one. */
export function otherPath({ calledRoleArn, path, roleName }: Pick<ErrorFacts, 'calledRoleArn' | 'path' | 'roleName'>): string {
  const isSameName = calledRoleArn.endsWith(`/${roleName}`)
  return isSameName && pathOf(calledRoleArn) !== path ? pathOf(calledRoleArn) : ''
}

function pathWords(facts: ErrorFacts): string {
  const path = otherPath(facts)
  return path === ''
    ? ''
    : `The call was for a role with the path ${path}, and that of this connection has the path ${facts.path}, so they aren’t the same role. First compare the role path with the path in the ARN. `
}

const pasteRole = ({ roleName }: ErrorFacts) => `Paste the output of: aws iam get-role --role-name ${roleName} --output json`

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-troubleshoot.html */
export const isProceeding = (message: string): boolean => /Proceeding anyway/i.test(message)

function neededAction(storageCall: string): string {
  const action = knownStorageAction(storageCall)
  return action === null ? '' : `, which needs ${action}`
}

const idOfCdk = 'If its trust policy requires an external ID, the CDK must send it too.'

export const refusalRulesMessages = messages('refusal-rules', {
  'resource-control-policy': {
    title: 'A resource control policy blocks the call',
    sentence: 'A resource control policy (RCP) in your AWS organization denied this call. AWS doesn’t say which condition of it.',
    detail: ({ vendorAccountId }: ErrorFacts) =>
      `Nothing in the role can override it. Ask your AWS Organizations admin which condition denied the call. Usually, account ${vendorAccountId} must be excluded with an aws:PrincipalAccount condition.`,
  },
  'call-of-cdk': {
    title: 'The AWS CDK can’t assume its own role',
    sentence: ({ calledRoleArn, message }: ErrorFacts) =>
      isProceeding(message)
        ? `The AWS CDK couldn’t assume its own role ${calledRoleArn}, and went on with your own credentials.`
        : `The AWS CDK couldn’t assume its own role ${calledRoleArn}${isDeployRole(message) ? ', so it created nothing' : ''}.`,
    detail: (facts: ErrorFacts) => {
      if (isProceeding(facts.message))
        return 'This warning alone doesn’t stop the deployment, and says nothing about the role of this connection. If the deployment fails, paste the error after it.'
      const environment = cdkEnvironment(facts)
      const { account, region, trustedAccount } = environment
      return trustedAccount === ''
        ? `It isn’t the role of this connection. Sign in to account ${account} before you deploy. If it isn’t bootstrapped in ${region}, run: ${bootstrapCommand(environment)}. ${idOfCdk}`
        : `It isn’t the role of this connection. Sign in to account ${account} before you deploy. To deploy from account ${trustedAccount} instead, bootstrap the other account with the newest CDK, so that its roles trust ${trustedAccount}: ${bootstrapCommand(environment)} --trust ${trustedAccount} --cloudformation-execution-policies POLICY_ARN. ${idOfCdk}`
    },
  },
  'call-of-redshift': {
    title: 'Amazon Redshift can’t use the role',
    sentence: ({ caller, calledRoleArn }: ErrorFacts) => `Amazon Redshift couldn’t assume ${calledRoleArn} for ${caller}.`,
    detail: ({ calledRoleArn, roleArn, vendor }: ErrorFacts) =>
      `Redshift can use only a role that trusts redshift.amazonaws.com and is associated with the cluster. A condition on sts:ExternalId in its trust policy must name the database user. ${calledRoleArn === roleArn ? `This connection needs the role for ${vendor}, so use another role for Redshift.` : `This says nothing about ${roleArn}, which ${vendor} assumes.`}`,
  },
  'caller-is-not-vendor': {
    title: 'The call wasn’t made by the vendor',
    sentence: ({ caller, vendor }: ErrorFacts) => `${caller} made this call, not ${vendor}, so the denial is expected.`,
    detail: ({ vendorAccount, ...facts }: ErrorFacts) =>
      [
        `The role allows only account ${vendorAccount} with your external ID, so AWS denies every other caller.`,
        ...circumstanceWords({ ...facts, circumstances: facts.circumstances.filter((each) => each === 'no-external-id') }),
        'Paste the output of aws iam get-role instead.',
      ].join(' '),
  },
  'called-other-role': {
    title: 'The call was for a different role',
    sentence: ({ calledRoleArn, roleArn }: ErrorFacts) => `The call was for ${calledRoleArn}. This connection uses ${roleArn}.`,
    detail: (facts: ErrorFacts) => {
      const ask = `The ARN may be that of another or an earlier connection. If ${facts.vendor} made the call, ask ${facts.vendor} which role it calls.`
      const like = likeness(facts)
      if (like !== null)
        return `${like === 'case' ? 'The names differ only in capitalization, and STS distinguishes it.' : 'Both roles have the same name, but are in different accounts.'} ${ask}`
      return isNamedCall(facts) ? `${ask} Otherwise: ${denialDetail(facts)}` : ask
    },
  },
  'vendor-other-caller': {
    title: 'The vendor called as another identity',
    sentence: ({ caller, vendor, trustedUser, applicationPrincipalArns }: ErrorFacts) =>
      trustedUser === null
        ? `The call came from ${caller}. ${vendor} uses this connection only as ${inList(applicationPrincipalArns)}.`
        : `The call came from ${caller}, not from ${vendor}’s IAM user ${trustedUser}.`,
    detail: ({ vendor, denial }: ErrorFacts) =>
      denial !== null && denial.callerAccount === null
        ? `If ${vendor} made the call, ${vendor} needs to call AWS as the identity that the role trusts. Otherwise, the denial is expected.`
        : `Your role needs no change. ${vendor} needs to call AWS as the identity that the role trusts.`,
  },
  'call-malformed': {
    title: 'The request was malformed',
    sentence: ({ rejected, message }: ErrorFacts) =>
      rejected === null
        ? malformedSentence(message)
        : `${rejectedWords[rejected.name][rejected.fault](rejected.value)} The call was rejected before AWS checked the role.`,
    detail: ({ message, roleArn, externalId, rejected, circumstances }: ErrorFacts) =>
      [
        ...(rejected?.name === 'ExternalId' && isAlmost(rejected.value, externalId)
          ? ['It’s the external ID of this connection with characters added to it.']
          : []),
        ...(rejected?.fault === 'unexpected' && rejected.value !== rejected.name ? [`The parameter is named ${rejected.name}.`] : []),
        ...(rejected?.name === 'ExternalId' && rejected.fault === 'unexpected' && circumstances.includes('github-action')
          ? [
              'With OIDC, configure-aws-credentials calls AssumeRoleWithWebIdentity. To send an external ID, sign in to one role first, and assume the other from it with role-chaining: true.',
            ]
          : []),
        `The message: ${message} The role needs no change. The role to call is ${roleArn}, and the external ID is ${externalId}.`,
      ].join(' '),
  },
  'caller-mfa': {
    title: 'The caller’s MFA failed',
    sentence: ({ message }: ErrorFacts) => {
      if (/must provide both/i.test(message))
        return 'AWS denied the call because it has only one of the MFA serial number and the MFA code.'
      return /serial number is valid/i.test(message)
        ? 'AWS denied the call because it couldn’t validate the MFA code. The serial number must be that of a device of the caller.'
        : 'AWS denied the call because the caller’s MFA code was missing or wrong.'
    },
    detail: ({ vendor, message }: ErrorFacts) =>
      [
        ...(/must provide both/i.test(message) ? ['The program needs to send both SerialNumber and TokenCode, or neither.'] : []),
        `This says nothing about the role. Applications rarely use MFA, so the call probably came from a terminal with mfa_serial in its profile. Only ${vendor} can assume the role.`,
      ].join(' '),
  },
  'storage-denied': {
    title: 'Amazon S3 denied a call',
    sentence: ({ storageCall }: ErrorFacts) =>
      storageCall === null
        ? 'Amazon S3 denied a call and doesn’t say why.'
        : `Amazon S3 denied the call ${storageCall}${neededAction(storageCall)}. It doesn’t say why.`,
    detail: ({ vendor, ...facts }: ErrorFacts) =>
      `${facts.circumstances.includes('works-elsewhere') ? `${denialWordsMessages.in('en').circumstance('works-elsewhere')} ` : ''}If ${vendor} made the call with the role, one of these can block it: its permissions policy or boundary, a session policy, the bucket policy, the KMS key, the policy of a VPC endpoint, or a policy of your organization. Without s3:ListBucket, S3 also denies a HEAD or GET request for an object that doesn’t exist. Paste the output of: ${permissionsCommand(facts)}`,
  },
  'vendor-not-allowed': {
    title: 'The vendor’s own policies block the call',
    sentence: ({ vendor, ...facts }: ErrorFacts) =>
      facts.denial === null || facts.denial.caller === '' || facts.denial.resource === ''
        ? `A policy in the caller’s account blocks the call. ${vendor} needs to fix it.`
        : denialSentence({ vendor, ...facts }),
    detail: ({ vendor }: ErrorFacts) =>
      `AWS names a policy that applies to the caller, so your role needs no change. If ${vendor} made the call, ${vendor} needs to fix it. If you made it yourself, this says nothing about ${vendor}. Only the application can assume this role.`,
  },
  'vendor-duration': {
    title: 'The requested session is too long',
    sentence: ({ requestedDuration }: ErrorFacts) =>
      requestedDuration === null
        ? 'The call requests a longer session than the role allows.'
        : `The call requests a session of ${requestedDuration} seconds, which is longer than the role allows.`,
    detail: ({ roleName, maxSessionDuration, requestedDuration }: ErrorFacts) =>
      requestedDuration !== null && requestedDuration > maxSessionDuration
        ? `This connection needs only ${maxSessionDuration} seconds, so the caller needs to request a shorter session, and a new one before that ends. If you want to allow the longer one, set the maximum session duration of ${roleName} to ${requestedDuration} seconds.`
        : `Set the maximum session duration of ${roleName} to at least ${maxSessionDuration} seconds, or the caller requests a shorter session.`,
  },
  'sts-region-off': {
    title: 'STS is deactivated in the Region',
    sentence: ({ inactiveAccount }: ErrorFacts) =>
      inactiveAccount === '' ? 'STS isn’t active in this Region.' : `STS isn’t active for account ${inactiveAccount} in this Region.`,
    detail: ({ account, inactiveAccount, region }: ErrorFacts) =>
      inactiveAccount === account
        ? `Open IAM, Account settings, "Security Token Service (STS)", and activate the Region of the call, for example ${region}.`
        : 'The account that makes the call must activate the Region, under IAM, Account settings, "Security Token Service (STS)".',
  },
  'trust-policy-denies': {
    title: 'AWS names a Deny in the trust policy',
    sentence: 'AWS says that a Deny statement in the trust policy blocks the call.',
    detail: pasteRole,
  },
  'trust-policy-silent': {
    title: 'AWS says that the trust policy doesn’t allow the call',
    sentence: 'AWS says that no statement of the trust policy allows the call, so the role exists.',
    detail: pasteRole,
  },
  'refused-without-reason': {
    title: 'AWS denies the call and doesn’t say why',
    sentence: (facts: ErrorFacts) =>
      isWithoutId(facts)
        ? 'AWS denies assuming the role. The call in the text sends no external ID, but the role requires one.'
        : 'AWS denies assuming the role and gives no reason.',
    detail: (facts: ErrorFacts) =>
      isWithoutId(facts)
        ? `The program that makes the call needs to send the external ID ${facts.externalId} as ExternalId. If it sends one that the text doesn’t show: ${pasteRole(facts)}`
        : `${circumstanceWords(facts)
            .map((words) => `${words} `)
            .join(
              '',
            )}${pathWords(facts)}AWS returns the same error whether the role doesn’t exist, trusts a different principal, or expects a different external ID, or no policy of the caller allows the call. A role that was created or changed in the last two minutes may not be known everywhere yet. ${pasteRole(facts)}`,
  },
})
