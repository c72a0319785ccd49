import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { roleArnParts } from './role-arn-parts.ts'
import { instead } from './suggested-principal.ts'
import { type NamedPrincipal, nameMust, ofVendor } from './trusted-principals.ts'

export const principalRoleRulesMessages = messages('principal-role-rules', {
  principalRoleCase: {
    title: 'The trusted role is written in other upper and lower case',
    sentence: (text: string, applicationRoleArn: string) =>
      `The trust policy trusts ${text}, which differs from the application role ${applicationRoleArn} in upper and lower case.`,
  },
  principalRolePath: {
    title: 'The trusted role has another path',
    sentence: (text: string, applicationRoleArn: string) =>
      `The trust policy trusts ${text}, and the application role is ${applicationRoleArn}, with another path.`,
    detail: (nameMust: string) => `The path is part of the ARN. ${nameMust}`,
  },
  principalIsRole: {
    title: 'The trusted principal is the application role itself',
    sentence: (text: string, vendor: string) =>
      `The trust policy trusts the role ${text} instead of the account, which breaks if ${vendor} recreates the role.`,
    detail: (nameMust: string) =>
      `IAM keeps the role by its unique ID. The account as principal, with the role in a condition, stays valid. ${nameMust}`,
  },
  principalOtherRole: {
    title: 'The trusted principal is another role of the vendor account',
    sentence: (text: string, vendor: string) => `The trust policy trusts ${text}, which is not the role that ${vendor} runs as.`,
  },
})

/** How the role of a principal differs from the application role; null where it is another one altogether. */
function roleDifference({ text }: NamedPrincipal, { plan }: PastedRole): 'same' | 'case' | 'path' | null {
  const [found, wanted] = [roleArnParts(text), roleArnParts(plan.applicationRoleArn ?? '')]
  if (found === null || wanted === null) return null
  if (found.arn === wanted.arn) return 'same'
  if (found.roleName === wanted.roleName) return 'path'
  return found.roleName.toLowerCase() === wanted.roleName.toLowerCase() ? 'case' : null
}

const isRole = ({ rest }: NamedPrincipal): boolean => rest.startsWith('iam:role/')

const roleCase: PastedRule = {
  id: 'principal-role-case',
  part: 'trust-policy',
  title: (language) => principalRoleRulesMessages.in(language).principalRoleCase.title,
  source: pages.roleTroubles,
  found: instead(
    (principal, pastedRole) => ofVendor(principal, pastedRole) && roleDifference(principal, pastedRole) === 'case',
    ({ text }, pastedRole) => ({
      sentence: (language) =>
        principalRoleRulesMessages.in(language).principalRoleCase.sentence(text, pastedRole.plan.applicationRoleArn ?? ''),
      detail: nameMust(pastedRole),
    }),
  ),
}

const rolePath: PastedRule = {
  id: 'principal-role-path',
  part: 'trust-policy',
  title: (language) => principalRoleRulesMessages.in(language).principalRolePath.title,
  source: pages.identifiers,
  found: instead(
    (principal, pastedRole) => ofVendor(principal, pastedRole) && roleDifference(principal, pastedRole) === 'path',
    ({ text }, pastedRole) => ({
      sentence: (language) =>
        principalRoleRulesMessages.in(language).principalRolePath.sentence(text, pastedRole.plan.applicationRoleArn ?? ''),
      detail: (language) => principalRoleRulesMessages.in(language).principalRolePath.detail(nameMust(pastedRole)(language)),
    }),
  ),
}

const exactRole: PastedRule = {
  id: 'principal-is-role',
  part: 'trust-policy',
  title: (language) => principalRoleRulesMessages.in(language).principalIsRole.title,
  source: pages.principal,
  found: instead(
    (principal, pastedRole) =>
      isRole(principal) &&
      ofVendor(principal, pastedRole) &&
      (pastedRole.plan.applicationRoleArn === null || roleDifference(principal, pastedRole) === 'same'),
    ({ text }, pastedRole) => ({
      sentence: (language) => principalRoleRulesMessages.in(language).principalIsRole.sentence(text, pastedRole.plan.vendor.name),
      detail: (language) => principalRoleRulesMessages.in(language).principalIsRole.detail(nameMust(pastedRole)(language)),
    }),
  ),
}

const otherRole: PastedRule = {
  id: 'principal-other-role',
  suppressedBy: [roleCase.id, rolePath.id, exactRole.id],
  part: 'trust-policy',
  title: (language) => principalRoleRulesMessages.in(language).principalOtherRole.title,
  source: pages.principal,
  found: instead(
    (principal, pastedRole) => isRole(principal) && ofVendor(principal, pastedRole),
    ({ text }, pastedRole) => ({
      sentence: (language) => principalRoleRulesMessages.in(language).principalOtherRole.sentence(text, pastedRole.plan.vendor.name),
      detail: nameMust(pastedRole),
    }),
  ),
}

/** A role of the vendor is trusted in the place of its account. */
export const principalRoleRules: readonly PastedRule[] = [roleCase, rolePath, exactRole, otherRole]
