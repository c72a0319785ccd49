import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import { generalPrincipalRules } from './general-rules.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { principalRoleRules } from './principal-role-rules.ts'
import { instead } from './suggested-principal.ts'
import { isTrusted, isVendorAccount, nameMust, ofVendor, principalsOf } from './trusted-principals.ts'

export const principalRulesMessages = messages('principal-rules', {
  principalEveryone: {
    title: 'The trusted principal is "*"',
    sentence: 'The trust policy trusts every AWS account ("*").',
    detail: (nameMust: string) => `The external ID is not a secret and does not protect the role alone. ${nameMust}`,
  },
  notPrincipal: {
    title: 'The trust policy has NotPrincipal',
    sentence: 'The trust policy has NotPrincipal, which trusts everybody but those that it names.',
  },
  principalDeleted: {
    title: 'The trusted principal was deleted',
    sentence: (text: string, rest: string) => `The trust policy trusts ${text}, which is all that is left of a ${rest} that was deleted.`,
    user: 'user',
    role: 'role',
    detail: (nameMust: string) =>
      `IAM keeps a role or user that is named as principal by its unique ID, and one of the same name that is created later has another. ${nameMust}`,
  },
  principalIsSession: {
    title: 'The trusted principal is one session of a role',
    sentence: (text: string) => `The trust policy trusts ${text} a single session, which changes every time.`,
    detail: (nameMust: string) => `Sessions have a new name each time. ${nameMust}`,
  },
  principalIsUser: {
    title: 'The trusted principal is a user of the vendor account',
    sentence: (text: string, vendor: string) => `The trust policy trusts the user ${text}, and ${vendor} does not call as a user.`,
  },
  principalIsOwnAccount: {
    title: 'The trusted account is the customer’s own',
    sentence: (accountId: string, vendor: string) => `The trust policy trusts your own account ${accountId} instead of that of ${vendor}.`,
  },
  principalInOtherPartition: {
    title: 'The trusted principal is in another AWS partition',
    sentence: (text: string, partition: string, wantedPartition: string) =>
      `The trust policy trusts ${text}, which is in the partition ${partition}, and the role is in ${wantedPartition}.`,
    detail: (nameMust: string) => `Roles cannot be assumed from one partition in another. ${nameMust}`,
  },
  principalOtherAccount: {
    title: 'Another account is trusted',
    sentence: (accountId: string, vendor: string, vendorAccountId: string) =>
      `The trust policy trusts account ${accountId}, and ${vendor} runs in ${vendorAccountId}.`,
  },
  principalMissing: {
    title: 'The vendor account is not trusted',
    sentence: (vendor: string) => `The trust policy does not name the account of ${vendor} at all.`,
  },
  principalFurther: {
    title: 'A further principal is trusted beside the vendor account',
    sentence: (named: string) => `The trust policy also trusts ${named}, which was not asked for.`,
    detail: (nameMust: string) => `Use a separate role per vendor. ${nameMust}`,
  },
})

const everyone: PastedRule = {
  id: 'principal-everyone',
  suppresses: [...generalPrincipalRules, 'principal-further'],
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalEveryone.title,
  source: pages.principal,
  found: (pastedRole) =>
    principalsOf(pastedRole).some(({ text }) => text === '*')
      ? {
          sentence: (language) => principalRulesMessages.in(language).principalEveryone.sentence,
          detail: (language) => principalRulesMessages.in(language).principalEveryone.detail(nameMust(pastedRole)(language)),
        }
      : null,
}

const notPrincipal: PastedRule = {
  id: 'not-principal',
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).notPrincipal.title,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  found: (pastedRole) =>
    pastedRole.trust?.assuming.some(({ statement }) => statement.NotPrincipal !== undefined)
      ? { sentence: (language) => principalRulesMessages.in(language).notPrincipal.sentence, detail: nameMust(pastedRole) }
      : null,
}

const uniqueId = /^(AROA|AIDA|AGPA|ANPA)[A-Z0-9]{12,}$/

const stale: PastedRule = {
  id: 'principal-deleted',
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalDeleted.title,
  source: pages.principal,
  found: instead(
    ({ text }) => uniqueId.test(text),
    ({ text }, pastedRole) => ({
      sentence: (language) =>
        principalRulesMessages
          .in(language)
          .principalDeleted.sentence(
            text,
            text.startsWith('AIDA')
              ? principalRulesMessages.in(language).principalDeleted.user
              : principalRulesMessages.in(language).principalDeleted.role,
          ),
      detail: (language) => principalRulesMessages.in(language).principalDeleted.detail(nameMust(pastedRole)(language)),
    }),
  ),
}

const session: PastedRule = {
  id: 'principal-is-session',
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalIsSession.title,
  source: pages.principal,
  found: instead(
    ({ rest }) => rest.startsWith('sts:assumed-role/'),
    ({ text }, pastedRole) => ({
      sentence: (language) => principalRulesMessages.in(language).principalIsSession.sentence(text),
      detail: (language) => principalRulesMessages.in(language).principalIsSession.detail(nameMust(pastedRole)(language)),
    }),
  ),
}

const user: PastedRule = {
  id: 'principal-is-user',
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalIsUser.title,
  source: pages.principal,
  found: instead(
    (principal, pastedRole) => ofVendor(principal, pastedRole) && principal.rest.startsWith('iam:user/'),
    ({ text }, pastedRole) => ({
      sentence: (language) => principalRulesMessages.in(language).principalIsUser.sentence(text, pastedRole.plan.vendor.name),
      detail: nameMust(pastedRole),
    }),
  ),
}

const ownAccount: PastedRule = {
  id: 'principal-is-own-account',
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalIsOwnAccount.title,
  source: pages.principal,
  found: instead(
    ({ accountId }, { plan }) => accountId === plan.accountId,
    (_, pastedRole) => ({
      sentence: (language) =>
        principalRulesMessages
          .in(language)
          .principalIsOwnAccount.sentence(accountIdInGroups(pastedRole.plan.accountId), pastedRole.plan.vendor.name),
      detail: nameMust(pastedRole),
    }),
  ),
}

const otherPartition: PastedRule = {
  id: 'principal-in-other-partition',
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalInOtherPartition.title,
  source: pages.identifiers,
  found: instead(
    ({ partition }, { plan }) => partition !== null && partition !== plan.partition,
    ({ text, partition }, pastedRole) => ({
      sentence: (language) =>
        principalRulesMessages.in(language).principalInOtherPartition.sentence(text, partition ?? '', pastedRole.plan.partition),
      detail: (language) => principalRulesMessages.in(language).principalInOtherPartition.detail(nameMust(pastedRole)(language)),
    }),
  ),
}

const otherAccount: PastedRule = {
  id: 'principal-other-account',
  suppressedBy: [session.id, otherPartition.id, ownAccount.id],
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalOtherAccount.title,
  source: pages.principal,
  found: instead(
    ({ accountId }, { plan }) => accountId !== null && accountId !== plan.vendorAccountId,
    ({ accountId }, pastedRole) => ({
      sentence: (language) =>
        principalRulesMessages
          .in(language)
          .principalOtherAccount.sentence(
            accountIdInGroups(accountId ?? ''),
            pastedRole.plan.vendor.name,
            accountIdInGroups(pastedRole.plan.vendorAccountId),
          ),
      detail: nameMust(pastedRole),
    }),
  ),
}

const absent: PastedRule = {
  id: 'principal-missing',
  suppressedBy: [everyone, notPrincipal, stale, session, otherPartition, user, ownAccount, ...principalRoleRules, otherAccount].map(
    ({ id }) => id,
  ),
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalMissing.title,
  source: pages.principal,
  found: (pastedRole) =>
    (pastedRole.trust?.assuming.length ?? 0) > 0 && !isTrusted(pastedRole)
      ? {
          sentence: (language) => principalRulesMessages.in(language).principalMissing.sentence(pastedRole.plan.vendor.name),
          detail: nameMust(pastedRole),
        }
      : null,
}

const further: PastedRule = {
  id: 'principal-further',
  suppressedBy: [everyone.id],
  part: 'trust-policy',
  title: (language) => principalRulesMessages.in(language).principalFurther.title,
  source: pages.principal,
  found: (pastedRole) => {
    const others = principalsOf(pastedRole).filter((principal) => !isVendorAccount(pastedRole, principal))
    const kinds = (pastedRole.trust?.assuming ?? []).flatMap(({ statement: { Principal } }) =>
      typeof Principal === 'object' ? Object.entries(Principal).filter(([kind]) => kind !== 'AWS') : [],
    )
    const named = [...others.map(({ text }) => text), ...kinds.flatMap(([, values]) => values)]
    if (!isTrusted(pastedRole) || named.length === 0) return null
    return {
      sentence: (language) => principalRulesMessages.in(language).principalFurther.sentence(named.join(', ')),
      detail: (language) => principalRulesMessages.in(language).principalFurther.detail(nameMust(pastedRole)(language)),
    }
  },
}

/** Who is trusted. */
export const principalRules: readonly PastedRule[] = [
  everyone,
  notPrincipal,
  stale,
  session,
  otherPartition,
  user,
  ownAccount,
  ...principalRoleRules,
  otherAccount,
  absent,
  further,
]
