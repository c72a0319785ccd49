import { accountIdInGroups } from '#core/aws/account-id.ts'
import { said } from '#core/rules/said.ts'
import { type Ailment, pages } from './pasted-rule.ts'
import { principalRoleAilments } from './principal-role-rules.ts'
import { instead } from './suggested-principal.ts'
import { isTrusted, isVendorAccount, nameMust, ofVendor, principalsOf } from './trusted-principals.ts'

const everyone: Ailment = {
  id: 'principal-everyone',
  part: 'trust-policy',
  title: 'The trusted principal is "*"',
  source: pages.principal,
  found: (patient) =>
    principalsOf(patient).some(({ text }) => text === '*')
      ? {
          sentence: said`The trust policy trusts "*", which is every AWS account there is.`,
          detail: said`The external ID is not a secret and does not protect the role alone. ${nameMust(patient)}`,
        }
      : null,
}

const notPrincipal: Ailment = {
  id: 'not-principal',
  part: 'trust-policy',
  title: 'The trust policy has NotPrincipal',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  found: (patient) =>
    patient.trust?.assuming.some(({ statement }) => statement.NotPrincipal !== undefined)
      ? { sentence: said`The trust policy has NotPrincipal, which trusts everybody but those that it names.`, detail: nameMust(patient) }
      : null,
}

const uniqueId = /^(AROA|AIDA|AGPA|ANPA)[A-Z0-9]{12,}$/

const stale: Ailment = {
  id: 'principal-deleted',
  part: 'trust-policy',
  title: 'The trusted principal was deleted',
  source: pages.principal,
  found: instead(
    ({ text }) => uniqueId.test(text),
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts ${text}, which is all that is left of a ${text.startsWith('AIDA') ? said`user` : said`role`} that was deleted.`,
      detail: said`IAM keeps a role or user that is named as principal by its unique ID, and one of the same name that is created later has another. ${nameMust(patient)}`,
    }),
  ),
}

const session: Ailment = {
  id: 'principal-is-session',
  part: 'trust-policy',
  title: 'The trusted principal is one session of a role',
  source: pages.principal,
  found: instead(
    ({ rest }) => rest.startsWith('sts:assumed-role/'),
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts ${text}, one single session, which no later session is.`,
      detail: said`Sessions have a new name each time. ${nameMust(patient)}`,
    }),
  ),
}

const user: Ailment = {
  id: 'principal-is-user',
  part: 'trust-policy',
  title: 'The trusted principal is a user of the vendor account',
  source: pages.principal,
  found: instead(
    (principal, patient) => ofVendor(principal, patient) && principal.rest.startsWith('iam:user/'),
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts the user ${text}, and ${patient.plan.vendor.name} does not call as a user.`,
      detail: nameMust(patient),
    }),
  ),
}

const ownAccount: Ailment = {
  id: 'principal-is-own-account',
  part: 'trust-policy',
  title: 'The trusted account is the customer’s own',
  source: pages.principal,
  found: instead(
    ({ accountId }, { plan }) => accountId === plan.accountId,
    (_, patient) => ({
      sentence: said`The trust policy trusts your own account ${accountIdInGroups(patient.plan.accountId)} instead of that of ${patient.plan.vendor.name}.`,
      detail: nameMust(patient),
    }),
  ),
}

const otherPartition: Ailment = {
  id: 'principal-in-other-partition',
  part: 'trust-policy',
  title: 'The trusted principal is in another AWS partition',
  source: pages.identifiers,
  found: instead(
    ({ partition }, { plan }) => partition !== null && partition !== plan.partition,
    ({ text, partition }, patient) => ({
      sentence: said`The trust policy trusts ${text}, which is in the partition ${partition ?? ''}, and the role is in ${patient.plan.partition}.`,
      detail: said`Roles cannot be assumed from one partition in another. ${nameMust(patient)}`,
    }),
  ),
}

const otherAccount: Ailment = {
  id: 'principal-other-account',
  saysLessThan: [session.id, otherPartition.id, ownAccount.id],
  part: 'trust-policy',
  title: 'Another account is trusted',
  source: pages.principal,
  found: instead(
    ({ accountId }, { plan }) => accountId !== null && accountId !== plan.vendorAccountId,
    ({ accountId }, patient) => ({
      sentence: said`The trust policy trusts account ${accountIdInGroups(accountId ?? '')}, and ${patient.plan.vendor.name} runs in ${accountIdInGroups(patient.plan.vendorAccountId)}.`,
      detail: nameMust(patient),
    }),
  ),
}

const absent: Ailment = {
  id: 'principal-missing',
  saysLessThan: [everyone, notPrincipal, stale, session, otherPartition, user, ownAccount, ...principalRoleAilments, otherAccount].map(
    ({ id }) => id,
  ),
  part: 'trust-policy',
  title: 'The vendor account is not trusted',
  source: pages.principal,
  found: (patient) =>
    (patient.trust?.assuming.length ?? 0) > 0 && !isTrusted(patient)
      ? { sentence: said`The trust policy does not name the account of ${patient.plan.vendor.name} at all.`, detail: nameMust(patient) }
      : null,
}

const further: Ailment = {
  id: 'principal-further',
  saysLessThan: [everyone.id],
  part: 'trust-policy',
  title: 'A further principal is trusted beside the vendor account',
  source: pages.principal,
  found: (patient) => {
    const others = principalsOf(patient).filter((principal) => !isVendorAccount(patient, principal))
    const kinds = (patient.trust?.assuming ?? []).flatMap(({ statement: { Principal } }) =>
      typeof Principal === 'object' ? Object.entries(Principal).filter(([kind]) => kind !== 'AWS') : [],
    )
    const named = [...others.map(({ text }) => text), ...kinds.flatMap(([, values]) => values)]
    if (!isTrusted(patient) || named.length === 0) return null
    return {
      sentence: said`The trust policy also trusts ${named.join(', ')}, which was not asked for.`,
      detail: said`Make one role for each vendor, so that one external ID opens one door. ${nameMust(patient)}`,
    }
  },
}

/** Who is trusted. */
export const principalAilments: readonly Ailment[] = [
  everyone,
  notPrincipal,
  stale,
  session,
  otherPartition,
  user,
  ownAccount,
  ...principalRoleAilments,
  otherAccount,
  absent,
  further,
]
