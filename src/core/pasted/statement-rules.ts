import type { RolePlan } from '#core/connection/role-plan.ts'
import { assumeActions, sendsSourceIdentity } from '#core/connection/role-policies.ts'
import { listOf, policyText } from '#core/policy/document.ts'
import { tp23, tp23Messages } from '#core/rules/trust/actions.ts'
import { lintedPrincipalRules } from '#core/rules/trust/conditions.ts'
import { tp28, tp28Messages } from '#core/rules/trust/document-form.ts'
import { trustVerdict } from '#core/rules/trust-signature.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { policyHint } from '#core/verify/denial-hint.ts'
import type { Circumstance } from './circumstances.ts'
import { denialWordsMessages } from './denial-words.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { familyRule, ofCatalog, type PastedRule, pages } from './pasted-rule.ts'
import { isOfOwnRole, isOtherRole, roleDenial } from './role-denial.ts'

type ActionFacts = { readonly vendor: string; readonly action: string }

type ActionsFacts = {
  readonly actions: string
  readonly roleName: string
  readonly isFederated: boolean
  /** Empty where each key names a claim of the token. */
  readonly keyWithoutClaim: string
}

type RefusedFacts = ActionFacts & {
  readonly isRequested: boolean
  readonly roleName: string
  /** Empty where AWS doesn't name it. */
  readonly caller: string
  readonly circumstances: readonly Circumstance[]
}

/** The other things that the text tells, each with a space before it. */
export const refusedWords = (action: string, circumstances: readonly Circumstance[], language = 'en'): string =>
  circumstances
    .filter((each) => each === 'works-without-id' || (each === 'github-action' && action === 'sts:TagSession'))
    .map((each) => ` ${denialWordsMessages.in(language).circumstance(each)}`)
    .join('')

const refused = {
  sentence: ({ action, caller }: RefusedFacts) =>
    `AWS denied ${action}${caller === '' ? '' : ` to ${caller}`}. The call requires it in addition to sts:AssumeRole${action === 'sts:TagSession' ? ', because it passes session tags' : ''}.`,
  detail: ({ vendor, action, isRequested, roleName, circumstances }: RefusedFacts) =>
    isRequested
      ? `The requested trust policy allows ${action}. Paste the output of: aws iam get-role --role-name ${roleName} --output json`
      : `The requested trust policy doesn’t allow ${action}. ${vendor} shouldn’t send anything that requires it. Some runtimes add it automatically.${refusedWords(action, circumstances)} AWS may deny the rest of the call too.`,
}

export const statementRulesMessages = messages('statement-rules', {
  'deny-statement': {
    title: 'The trust policy has a Deny statement',
    sentence: ({ name }: { readonly name: string }) => `The trust policy has a Deny statement${name}. Deny overrides every Allow.`,
    detail: 'The requested trust policy has no Deny statement.',
  },
  'action-missing': {
    title: 'The trust policy doesn’t allow sts:AssumeRole',
    sentence: ({ actions }: ActionsFacts) =>
      `No statement of the trust policy allows sts:AssumeRole${actions === '' ? '' : `. The policy allows ${actions}`}.`,
    detail: ({ actions, isFederated, roleName, keyWithoutClaim }: ActionsFacts) => {
      if (actions === '') return 'Write "Action": "sts:AssumeRole" in the statement, at the level of Effect and Principal.'
      if (!isFederated)
        return 'sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are for identities that sign in through an identity provider. This connection uses sts:AssumeRole.'
      return `It trusts an identity provider, as roles for Kubernetes service accounts, CI jobs, or single sign-on do. If it’s the policy of ${roleName}, replace it with the requested one. If it’s that of another role, it says nothing about this connection.${keyWithoutClaim === '' ? '' : ` The condition key ${keyWithoutClaim} also lacks its end, such as :sub or :aud.`}`
    },
  },
  'statement-further': {
    title: 'The trust policy has an additional statement',
    sentence: ({ count }: { readonly count: number }) => `The trust policy has ${count} statements, but one was requested.`,
    detail: 'Any matching Allow grants access. Remove every statement that wasn’t requested.',
  },
  'source-identity-missing': {
    title: 'The trust policy doesn’t allow a source identity',
    sentence: ({ action }: ActionFacts) => `The trust policy doesn’t allow ${action}.`,
    detail: ({ vendor, action }: ActionFacts) =>
      `The sessions of ${vendor} have a source identity, so AWS requires ${action} in addition to sts:AssumeRole.`,
  },
  trustQuota: {
    sentence: (quota: string) =>
      quota === ''
        ? 'IAM rejected the trust policy because it’s longer than the quota of the account.'
        : `IAM rejected the trust policy because it’s longer than ${quota} characters, the quota of the account.`,
    wrongPlace: (quota: string, size: number) =>
      `IAM rejected the trust policy because it’s longer than ${quota} characters. The requested one has only ${size}, so a permissions policy may be in its place.`,
    detail: (size: number, roleName: string) =>
      `The requested trust policy has ${size} characters. A long one is often a permissions policy in the wrong place: it belongs in the permissions of ${roleName}. Otherwise, remove old external IDs and principals.`,
    wrongPlaceDetail: (roleName: string) =>
      `AWS doesn’t raise this quota further. A long policy of actions and resources belongs in the permissions of ${roleName}. The trust policy only says who can assume the role. If it does say that, remove old external IDs and principals.`,
  },
  'session-tags-refused': { title: 'The call carries session tags', ...refused },
  'source-identity-refused': { title: 'The call carries a source identity', ...refused },
})

/** In characters. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const highestQuota = 4096

/** AWS reports it before a role exists. Otherwise the policy itself shows it. */
export const tooLong: PastedRule = {
  ...ofCatalog(tp28),
  suppresses: ['TP09', 'statement-further'],
  covers: ['TP29'],
  found: ({ trust, reasons, plan }) => {
    const reported = reasons.map((reason) => /ACLSizePerRole(?:: ?(\d+))?/.exec(reason)).find((found) => found !== null)
    const isReported = reported !== undefined
    const isLong = trust !== null && trust.size > trust.sizeMaximum
    if (!isReported && !isLong) return null
    if (!isLong) {
      const quota = reported?.[1] === undefined ? '' : Number(reported[1]).toLocaleString('en-US')
      const size = policyText(plan.trustPolicy).replace(/\s/g, '').length
      if (Number(reported?.[1]) >= highestQuota)
        return {
          sentence: (language) => statementRulesMessages.in(language).trustQuota.wrongPlace(quota, size),
          detail: (language) => statementRulesMessages.in(language).trustQuota.wrongPlaceDetail(plan.roleName),
        }
      return {
        sentence: (language) => statementRulesMessages.in(language).trustQuota.sentence(quota),
        detail: (language) => statementRulesMessages.in(language).trustQuota.detail(size, plan.roleName),
      }
    }
    return {
      sentence: (language) => tp28Messages.in(language).found(trust.size, trust.sizeMaximum),
      detail: (language) => `${tp28Messages.in(language).why} ${tp28Messages.in(language).todo}`,
    }
  },
}

const deny = familyRule(statementRulesMessages.in, {
  id: 'deny-statement',
  suppresses: ['statement-further'],
  part: 'trust-policy',
  source: pages.denyAllow,
  facts: ({ trust }) => {
    const statement = trust?.statements.find(({ effect }) => effect === 'Deny')
    if (statement === undefined) return null
    const sid = statement.texts('Sid')[0]?.text
    return { name: sid ? `, "${sid}"` : '' }
  },
})

const actionMissing = familyRule(statementRulesMessages.in, {
  id: 'action-missing',
  covers: ['TP23', 'TP24', ...lintedPrincipalRules],
  part: 'trust-policy',
  source: pages.assumeRole,
  facts: (pastedRole) => {
    const { trust, plan } = pastedRole
    if (trust === null || assuming(pastedRole).length > 0 || pastedRole.errors.some(({ message }) => isOfOwnRole(roleDenial(message))))
      return null
    const keys = trust.statements.flatMap(({ conditions }) => conditions.map(({ keyName }) => keyName))
    return {
      actions: trust.statements.flatMap(({ texts }) => texts('Action').map(({ text }) => text)).join(', '),
      roleName: plan.roleName,
      isFederated: trust.statements.some(({ texts }) =>
        texts('Action').some(({ text }) => /^sts:AssumeRoleWith(?:WebIdentity|SAML)$/i.test(text)),
      ),
      keyWithoutClaim: keys.find((key) => key.includes('.') && !key.includes(':')) ?? '',
    }
  },
})

const plannedActions = ({ plan }: PastedRole): readonly string[] => listOf(assumeActions(sendsSourceIdentity(plan.vendor)))

/** The vendor's sessions have a source identity, and the role is right otherwise. */
const sourceIdentityMissing = familyRule(statementRulesMessages.in, {
  id: 'source-identity-missing',
  part: 'trust-policy',
  source: pages.sourceIdentity,
  facts: (pastedRole) => {
    const { trust, plan } = pastedRole
    const action = 'sts:SetSourceIdentity'
    const isRequired = plannedActions(pastedRole).includes(action) && assuming(pastedRole).length > 0
    return isRequired && !allows(trust, action) ? { vendor: plan.vendor.name, action } : null
  },
})

const otherActions: PastedRule = {
  ...ofCatalog(tp23),
  covers: ['TP24'],
  found: (pastedRole) => {
    const statements = assuming(pastedRole)
    const planned = plannedActions(pastedRole).map((action) => action.toLowerCase())
    const others = statements.flatMap(({ texts }) =>
      texts('Action').flatMap(({ text }) => (planned.includes(text.toLowerCase()) ? [] : text)),
    )
    const excludes = statements.some(({ element }) => element('NotAction') !== undefined)
    if (others.length === 0 && !excludes) return null
    return {
      sentence: (language) =>
        others.length === 0 ? tp23Messages.in(language).notAction : tp23Messages.in(language).found(others.join(', ')),
      detail: (language) => tp23Messages.in(language).why,
    }
  },
}

/** Equivalent to one statement that lists all roles of the application. */
function isOneForEachRole(trust: TrustSubject, { applicationPrincipalArns: roles }: RolePlan): boolean {
  const named = trust.statements.map(({ conditions }) =>
    conditions.flatMap(({ keyName, values }) => (keyName === 'aws:principalarn' ? values.map(({ text }) => text) : [])).join(' '),
  )
  const isComplete = named.length === roles.length && roles.every((arn) => named.includes(arn))
  return isComplete && roles.length > 1 && trustVerdict(trust.signature) === 'safe'
}

const furtherStatement = familyRule(statementRulesMessages.in, {
  id: 'statement-further',
  suppressedBy: ['TP22', 'deny-statement', 'TP09'],
  part: 'trust-policy',
  source: pages.denyAllow,
  facts: ({ trust, plan }) =>
    trust === null || trust.statements.length < 2 || isOneForEachRole(trust, plan) ? null : { count: trust.statements.length },
})

const allows = (trust: TrustSubject | null, action: string): boolean =>
  trust?.statements.some(({ isAllow, coversAction }) => isAllow && coversAction(action)) === true

/** Neither another call, nor one that a policy of the caller denies. */
function isOfConnection(message: string, plan: RolePlan): boolean {
  const denial = roleDenial(message)
  const hint = policyHint(message)
  const isOther = denial !== null && ((denial.callerAccount ?? plan.vendorAccountId) !== plan.vendorAccountId || isOtherRole(denial, plan))
  return !isOther && (hint === null || ['tag-session', 'source-identity', 'trust-policy-silent', 'trust-policy-deny'].includes(hint))
}

const hinted = (id: 'session-tags-refused' | 'source-identity-refused', action: string, source: string): PastedRule =>
  familyRule(statementRulesMessages.in, {
    id,
    part: 'finding',
    source,
    facts: (pastedRole) => {
      const { errors, trust, plan } = pastedRole
      const error = errors.find(({ message }) => message.includes(`to perform: ${action}`) && isOfConnection(message, plan))
      if (error === undefined || allows(trust, action)) return null
      return {
        vendor: plan.vendor.name,
        roleName: plan.roleName,
        action,
        isRequested: plannedActions(pastedRole).includes(action),
        caller: roleDenial(error.message)?.caller ?? '',
        circumstances: error.circumstances ?? [],
      }
    },
  })

export const statementRules: readonly PastedRule[] = [
  hinted('session-tags-refused', 'sts:TagSession', pages.sessionTags),
  hinted('source-identity-refused', 'sts:SetSourceIdentity', pages.sourceIdentity),
  actionMissing,
  sourceIdentityMissing,
  deny,
]

/** Deviations from the plan that are no danger on their own. */
export const extraRules: readonly PastedRule[] = [otherActions, furtherStatement]
