import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { DescriptionFact, ErrorTextFact } from './pasted-fact.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'
import { isWithoutReason } from './refusal-rules.ts'
import { isInOneAccount, isOfOwnRole, isOtherRole, type RoleDenial, roleDenial } from './role-denial.ts'

/** The session name that the condition allows. */
type NameFacts = PlanFacts & { readonly sessionName: string }

/** `called`: the role of the denied call. */
export type UnsentFacts = PlanFacts & { readonly called: string; readonly isOther: boolean; readonly worksWithoutCondition: boolean }

/** `called` and `calledName`: the role of the denied call. The name is empty where the text hides it. */
export type StatedFacts = PlanFacts & {
  readonly caller: string
  readonly called: string
  readonly calledName: string
  readonly isOther: boolean
  readonly isOfStack: boolean
}

const toSee = ({ calledName }: StatedFacts): string =>
  calledName === ''
    ? 'To see the condition, paste the trust policy of the called role.'
    : `To see the condition, paste the output of: ${roleCommand({ roleName: calledName })}`

const notOurs = ({ isOther, roleArn }: Pick<StatedFacts, 'isOther' | 'roleArn'>): string =>
  isOther ? ` This isn’t the role of this connection, ${roleArn}.` : ''

function neededId({ worksWithoutCondition, isOther, called, externalId }: UnsentFacts): string {
  if (!worksWithoutCondition) return 'the same external ID'
  return isOther ? `the external ID that the trust policy of ${called} requires` : `the external ID ${externalId}`
}

export const statedDenialMessages = messages('stated-denial-rules', {
  'stated-session-name': {
    title: 'The call works only with a certain session name',
    sentence: 'The text says that the call works with a certain session name, and AWS denies it otherwise.',
    detail: (facts: StatedFacts) =>
      `Then a policy probably has a condition on sts:RoleSessionName, or on the ARN of the session. It can be the trust policy of the called role or a policy of the caller. Have the caller send that session name each time, in a profile as role_session_name. ${toSee(facts)}${notOurs(facts)}`,
  },
  'session-name-condition': {
    title: 'A condition in the text limits the session name',
    sentence: ({ sessionName }: NameFacts) =>
      `A condition in the text allows only ${/[*?]/.test(sessionName) ? 'session names that match' : 'the session name'} ${sessionName}.`,
    detail:
      'AWS denies the call with any other session name, with the same error as for a wrong external ID. Compare it with roleSessionName in the CloudTrail event of the call, which is AssumeRole or AssumeRoleWithWebIdentity. If the caller uses another name now, ask its vendor which names to allow, and allow that one too.',
  },
  'stated-id-unsent': {
    title: 'Only the denied call lacks the external ID',
    sentence: ({ worksWithoutCondition }: UnsentFacts) =>
      worksWithoutCondition
        ? 'The text says that the call works without the condition on the external ID. So it sends no external ID, or another one.'
        : 'The text has a call with the external ID that works. So the denied call probably sends no external ID, or another one.',
    detail: (facts: UnsentFacts) =>
      `${facts.worksWithoutCondition ? 'Then the trusted account and the policies of the caller are right. Put the condition back, because it protects the role from other customers of the same vendor. ' : ''}The denied call must send ${neededId(facts)}, in a profile as external_id. If the program has no such setting, use a newer version, or give it the credentials of such a profile. If it’s ${facts.vendor}’s program, ${facts.vendor} needs to fix it.${notOurs(facts)}`,
  },
  'stated-caller-policies': {
    title: 'The caller’s policies have no sts:AssumeRole',
    sentence: ({ caller }: StatedFacts) =>
      `The text says that the policies of the caller${caller === '' ? '' : ` ${caller}`} don’t have sts:AssumeRole.`,
    detail: (facts: StatedFacts) =>
      `Between two accounts, the trust policy alone isn’t enough: a policy of the caller must allow sts:AssumeRole on ${facts.called}. It belongs in the caller’s account. If the caller is ${facts.vendor}’s, ${facts.vendor} needs to add it, and your role needs no change for that.${notOurs(facts)}`,
  },
  'stated-role-absent': {
    title: 'The text says that the role doesn’t exist',
    sentence: ({ calledName }: StatedFacts) =>
      `The text says that the ${calledName === '' ? 'called role' : `role ${calledName}`} doesn’t exist in the account.`,
    detail: (facts: StatedFacts) =>
      `Then no policy is the cause. AWS denies the call for a role that doesn’t exist with the same error. Create it in the account that the call is for.${facts.isOfStack ? ' A stack creates a role only in its own account. For several accounts, use a StackSet, or create the stack in each of them.' : ''}${facts.isOther ? notOurs(facts) : ` Its ARN must be ${facts.roleArn}.`}`,
  },
  'call-of-instance-role': {
    title: 'The workflow called as the role of its EC2 instance',
    sentence: ({ caller }: StatedFacts) =>
      `The call was made as ${caller}, the role of an EC2 instance, and not with the OIDC token of the workflow.`,
    detail:
      'The workflow probably got no OIDC token, so it used the credentials of the instance. Its job needs permissions: id-token: write. Don’t allow the instance’s role more for that. If it’s meant to assume the role itself, role-skip-session-tagging: true leaves the session tags out.',
  },
  'call-of-own-role': {
    title: 'A session of the role tried to assume the role again',
    sentence: ({ called, caller }: StatedFacts) => `${caller}, a session of the role, tried to assume ${called} again.`,
    detail: (facts: StatedFacts) =>
      `If both are in one account, the program already has the credentials of the role, so it can use them without another call. If it must assume the role again, the trust policy of the role must name the role itself.${notOurs(facts)}`,
  },
})

type Id = Exclude<keyof ReturnType<typeof statedDenialMessages.in>, 'session-name-condition' | 'stated-id-unsent'>

type Denied = { readonly error: ErrorTextFact; readonly denial: RoleDenial | null }

/** The denied call that assumes a role, if AWS names no policy. */
function deniedCallIn({ errors }: PastedRole): Denied | null {
  const error = errors.find(isWithoutReason)
  return error === undefined ? null : { error, denial: roleDenial(error.message) }
}

/** A product's own words for a denied call. */
const toldCallIn = ({ vendorWords, errors }: PastedRole): Denied | null =>
  vendorWords?.failure === 'assume' && errors.length === 0
    ? {
        error: { kind: 'error-text', code: null, operation: null, message: '', circumstances: vendorWords.circumstances ?? [] },
        denial: null,
      }
    : null

const calledRole = (denial: RoleDenial | null, plan: RolePlan) => {
  return {
    caller: denial?.caller ?? '',
    called: denial?.resource || plan.roleArn,
    calledName: denial?.called === 'role' ? (denial.roleName ?? '') : plan.roleName,
    isOther: denial !== null && isOtherRole(denial, plan),
  }
}

type Form = Pick<PastedRule, 'part' | 'source'> & {
  readonly id: Id
  /** Also next to a trust policy that says nothing of sts:AssumeRole. */
  readonly isWithTrust?: boolean
  readonly is: (denied: Denied, description: DescriptionFact | null) => boolean
}

/** These tell less of the call. */
const lessExact = [
  'call-of-others',
  'called-other-role',
  'caller-is-not-vendor',
  'vendor-other-caller',
  'vendor-role-not-found',
  'refused-without-reason',
  'vendor-denied',
  'vendor-other-role',
]

const ofForm = ({ is, isWithTrust = false, ...rule }: Form): PastedRule =>
  familyRule(statedDenialMessages.in, {
    ...rule,
    suppresses: lessExact,
    facts: (pastedRole) => {
      const { description, trust, plan } = pastedRole
      const isTold = trust === null || (isWithTrust && assuming(pastedRole).length === 0)
      const denied = isTold ? (deniedCallIn(pastedRole) ?? toldCallIn(pastedRole)) : null
      if (denied === null || !is(denied, description)) return null
      return { ...planFacts(plan), ...calledRole(denied.denial, plan), isOfStack: description?.isOfStack === true }
    },
  })

const ofInstance = /:assumed-role\/[^/]+\/i-[\da-f*.x]/i

/** A workflow of GitHub Actions that was to sign in with OIDC, which names no caller of AWS. */
export const instanceRoleRule: PastedRule = familyRule(statedDenialMessages.in, {
  id: 'call-of-instance-role',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  suppresses: ['session-tags-refused', 'vendor-other-caller', ...lessExact],
  facts: ({ errors, plan }) => {
    const error = errors.find(({ circumstances = [] }) => circumstances.includes('oidc'))
    const denial = error === undefined ? null : roleDenial(error.message)
    if (denial === null || ![null, 'tag-session'].includes(denial.hint) || !ofInstance.test(denial.caller)) return null
    return { ...planFacts(plan), ...calledRole(denial, plan), isOfStack: false }
  },
})

/** A condition that stands in the text without its policy, next to a call that assumes a role and fails. */
export const sessionNameRule = familyRule(statedDenialMessages.in, {
  id: 'session-name-condition',
  part: 'trust-policy',
  source: pages.stsKeys,
  suppresses: [
    ...lessExact,
    'vendor-connection-failed',
    'vendor-names-trust',
    'call-of-identity-provider',
    'application-external-id-missing',
  ],
  facts: (pastedRole) => {
    const { description, trust, findings, errors, plan } = pastedRole
    const sessionName = description?.sessionName ?? null
    const isOfOther = errors.some((error) => error.code !== 'OtherSignIn' && !isWithoutReason(error))
    if (sessionName === null || trust !== null || findings.length > 0 || isOfOther) return null
    return { ...planFacts(plan), sessionName }
  },
})

/** The call that works differs from the denied one in the external ID alone. */
const unsentIdRule = familyRule(statedDenialMessages.in, {
  id: 'stated-id-unsent',
  part: 'caller',
  source: pages.externalId,
  suppresses: [...lessExact, 'call-works-elsewhere', 'application-external-id-missing', 'message-of-others'],
  facts: (pastedRole) => {
    const { vendorWords, trust, findings, plan } = pastedRole
    const denied = deniedCallIn(pastedRole)
    const told = denied?.error ?? (vendorWords?.failure === 'assume' ? vendorWords : null)
    const { circumstances = [] } = told ?? {}
    const worksWithoutCondition = circumstances.includes('works-without-id')
    const isTold =
      worksWithoutCondition || (circumstances.includes('external-id-elsewhere') && pastedRole.description?.worksElsewhere === true)
    if (!isTold || trust !== null || findings.length > 0) return null
    const { called, isOther } = calledRole(denied?.denial ?? null, plan)
    return { ...planFacts(plan), called, isOther, worksWithoutCondition }
  },
})

/** The text's own reasons for a denied call, where AWS gives none. */
export const statedDenialRules: readonly PastedRule[] = [
  unsentIdRule,
  ofForm({
    id: 'stated-role-absent',
    part: 'role',
    source: pages.roleTroubles,
    is: (_, description) => description?.isRoleAbsent === true,
  }),
  ofForm({
    id: 'stated-session-name',
    part: 'trust-policy',
    source: pages.stsKeys,
    is: ({ error }, description) => error.circumstances?.includes('session-name') === true && description?.sessionName == null,
  }),
  ofForm({
    id: 'stated-caller-policies',
    part: 'caller',
    source: pages.roleTroubles,
    is: ({ denial }, description) => description?.isCallerWithoutAssume === true && (denial === null || isInOneAccount(denial) !== true),
  }),
  ofForm({
    id: 'call-of-own-role',
    part: 'finding',
    isWithTrust: true,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
    is: ({ denial }) => isOfOwnRole(denial),
  }),
]
