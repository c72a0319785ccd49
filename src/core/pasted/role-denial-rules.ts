import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { Circumstance } from './circumstances.ts'
import { denialWordsMessages } from './denial-words.ts'
import { namedPolicy } from './denied-request.ts'
import { type ErrorFacts, type ErrorForm, ofErrors, type PastedRule, pages } from './pasted-rule.ts'
import { type CalledResource, isInOneAccount, isOfCdk, isOtherRole, isVendor, ownRole, type RoleDenial, roleDenial } from './role-denial.ts'

const none: RoleDenial = {
  action: '',
  caller: '',
  callerAccount: null,
  callerName: null,
  callerWritten: '',
  resource: '',
  called: 'unknown',
  roleAccount: null,
  roleName: null,
  roleWritten: '',
  hint: null,
  isExplicit: false,
}

/** These tell nothing once AWS names a policy of the caller. */
const ofTrust: readonly Circumstance[] = [
  'no-external-id',
  'external-id-elsewhere',
  'no-mfa',
  'works-elsewhere',
  'works-later',
  'works-in-product',
  'works-without-id',
  'session-name',
  'works-sometimes',
]

/** They tell what differs between two calls. */
const exact: readonly Circumstance[] = ['external-id-elsewhere', 'no-mfa', 'works-without-id', 'session-name']

/** The circumstances that the text tells in addition to AWS's words, as sentences. */
export function circumstanceWords(
  { circumstances, denial }: Pick<ErrorFacts, 'circumstances' | 'denial'>,
  language = 'en',
): readonly string[] {
  const policy = namedPolicy(denial ?? none)
  const isExact = circumstances.some((circumstance) => exact.includes(circumstance))
  const isTold = (circumstance: Circumstance): boolean =>
    !(isExact && circumstance === 'works-elsewhere') &&
    !(circumstances.includes('no-mfa') && circumstance === 'no-external-id') &&
    isOfReason(circumstance)
  const isOfReason = (circumstance: Circumstance): boolean =>
    circumstance === 'github-action'
      ? denial?.action === 'sts:TagSession'
      : ofTrust.includes(circumstance) && (policy === null || policy === 'trust-policy')
  return circumstances.filter(isTold).map((circumstance) => denialWordsMessages.in(language).circumstance(circumstance))
}

export function denialSentence({ denial }: ErrorFacts, language = 'en'): string {
  const call = denial ?? none
  return denialWordsMessages.in(language).sentence(call, namedPolicy(call), call.isExplicit)
}

function sameness(call: RoleDenial): 'same' | 'different' | 'unknown' {
  const isSame = isInOneAccount(call)
  if (isSame === null) return 'unknown'
  return isSame ? 'same' : 'different'
}

function ownRoleWords(call: RoleDenial, language: string): readonly string[] {
  const own = ownRole(call)
  return own === null ? [] : [denialWordsMessages.in(language).ownRole[own]]
}

/** Names who has to act, and how, as far as AWS and the text show it. */
export function denialDetail({ roleArn, ...facts }: ErrorFacts, language = 'en'): string {
  const { denial, circumstances } = facts
  const call = denial ?? none
  const words = denialWordsMessages.in(language)
  const policy = namedPolicy(call)
  return [
    ...ownRoleWords(call, language),
    ...(policy === null ? [words.check(call, sameness(call))] : [words.fix(call, policy, call.isExplicit)]),
    ...(call.resource !== '' && !call.resource.startsWith('arn:') ? [words.withoutPrefix] : []),
    ...(/:assumed-role\/[^/]+\/i-[\da-f*.x]/i.test(call.caller) ? [words.instanceRole] : []),
    ...(/:assumed-role\/AWSReservedSSO_/.test(call.caller) ? [words.permissionSet] : []),
    ...circumstanceWords({ circumstances, denial }, language),
    words.otherRole(roleArn),
  ].join(' ')
}

const calledResources: Readonly<Record<Exclude<CalledResource, 'role' | 'unknown'>, string>> = {
  user: 'the ARN of an IAM user',
  session: 'the ARN of a session, and not of its role',
  'instance-profile': 'the ARN of an instance profile',
  root: 'the ARN of an account',
}

export const roleDenialMessages = messages('role-denial-rules', {
  'called-not-role': {
    title: 'The call names something that isn’t a role',
    sentence: ({ denial, malformedArn }: ErrorFacts) => {
      const { called, resource } = denial ?? none
      if (malformedArn !== null) return `The text names the role as ${malformedArn}, which isn’t a valid role ARN.`
      return called === 'role' || called === 'unknown'
        ? `The call was for ${resource}, which isn’t the ARN of a role.`
        : `The call was for ${resource}, which is ${calledResources[called]}. Only a role can be assumed, by its whole ARN.`
    },
    detail: ({ roleArn, denial }: ErrorFacts) =>
      `A role ARN has the form arn:aws:iam::123456789012:role/NAME. Enter the ARN of the role in the program that made the call${denial?.caller ? ` as ${denial.caller}` : ''}. No policy needs to change for that. The role ARN of this connection is ${roleArn}.`,
  },
  'call-of-others': {
    title: 'The call has nothing to do with this connection',
    sentence: (facts: ErrorFacts) => denialSentence(facts),
    detail: (facts: ErrorFacts) => denialDetail(facts),
  },
})

const isNoRole = (denial: RoleDenial): boolean => denial.called !== 'role' && denial.called !== 'unknown'

const isOfOthers = (denial: RoleDenial | null, plan: RolePlan): boolean =>
  denial !== null && denial.caller !== '' && isOtherRole(denial, plan) && isVendor(denial, plan) === 'no'

const forms: readonly ErrorForm<keyof ReturnType<typeof roleDenialMessages.in>>[] = [
  {
    id: 'called-not-role',
    part: 'caller',
    source: pages.assumeRole,
    suppresses: [
      'call-of-others',
      'caller-is-not-vendor',
      'called-other-role',
      'vendor-other-caller',
      'vendor-not-allowed',
      'refused-without-reason',
      'vendor-other-role',
      'call-malformed',
    ],
    is: ({ message, malformedArn }) => malformedArn !== undefined || isNoRole(roleDenial(message) ?? none),
  },
  {
    id: 'call-of-others',
    suppresses: [
      'caller-is-not-vendor',
      'called-other-role',
      'vendor-not-allowed',
      'resource-control-policy',
      'trust-policy-denies',
      'trust-policy-silent',
    ],
    part: 'finding',
    source: pages.assumeRole,
    is: ({ message }, { plan }) => !isOfCdk(message) && isOfOthers(roleDenial(message), plan),
  },
]

/** Calls that name no role, and calls of others for another role. */
export const roleDenialRules: readonly PastedRule[] = ofErrors(roleDenialMessages.in, forms)
