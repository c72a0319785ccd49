import { said } from '#core/rules/said.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'
import { roleArnParts } from './role-arn-parts.ts'
import { instead } from './suggested-principal.ts'
import { type NamedPrincipal, nameMust, ofVendor } from './trusted-principals.ts'

/** How the role of a principal differs from the application role; null where it is another one altogether. */
function roleDifference({ text }: NamedPrincipal, { plan }: Patient): 'same' | 'case' | 'path' | null {
  const [found, wanted] = [roleArnParts(text), roleArnParts(plan.applicationRoleArn ?? '')]
  if (found === null || wanted === null) return null
  if (found.arn === wanted.arn) return 'same'
  if (found.roleName === wanted.roleName) return 'path'
  return found.roleName.toLowerCase() === wanted.roleName.toLowerCase() ? 'case' : null
}

const isRole = ({ rest }: NamedPrincipal): boolean => rest.startsWith('iam:role/')

const roleCase: Ailment = {
  id: 'principal-role-case',
  part: 'trust-policy',
  title: 'The trusted role is written in other upper and lower case',
  source: pages.roleTroubles,
  found: instead(
    (principal, patient) => ofVendor(principal, patient) && roleDifference(principal, patient) === 'case',
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts ${text}, which differs from the application role ${patient.plan.applicationRoleArn ?? ''} in upper and lower case.`,
      detail: nameMust(patient),
    }),
  ),
}

const rolePath: Ailment = {
  id: 'principal-role-path',
  part: 'trust-policy',
  title: 'The trusted role has another path',
  source: pages.identifiers,
  found: instead(
    (principal, patient) => ofVendor(principal, patient) && roleDifference(principal, patient) === 'path',
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts ${text}, and the application role is ${patient.plan.applicationRoleArn ?? ''}, with another path.`,
      detail: said`The path is part of the ARN. ${nameMust(patient)}`,
    }),
  ),
}

const exactRole: Ailment = {
  id: 'principal-is-role',
  part: 'trust-policy',
  title: 'The trusted principal is the application role itself',
  source: pages.principal,
  found: instead(
    (principal, patient) =>
      isRole(principal) &&
      ofVendor(principal, patient) &&
      (patient.plan.applicationRoleArn === null || roleDifference(principal, patient) === 'same'),
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts the role ${text} instead of the account, and that ends when ${patient.plan.vendor.name} creates the role anew.`,
      detail: said`IAM keeps the role by its unique ID. The account as principal, with the role in a condition, stays valid. ${nameMust(patient)}`,
    }),
  ),
}

const otherRole: Ailment = {
  id: 'principal-other-role',
  saysLessThan: [roleCase.id, rolePath.id, exactRole.id],
  part: 'trust-policy',
  title: 'The trusted principal is another role of the vendor account',
  source: pages.principal,
  found: instead(
    (principal, patient) => isRole(principal) && ofVendor(principal, patient),
    ({ text }, patient) => ({
      sentence: said`The trust policy trusts ${text}, which is not the role that ${patient.plan.vendor.name} runs as.`,
      detail: nameMust(patient),
    }),
  ),
}

/** A role of the vendor is trusted in the place of its account. */
export const principalRoleAilments: readonly Ailment[] = [roleCase, rolePath, exactRole, otherRole]
