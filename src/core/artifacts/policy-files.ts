import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { attachSteps, policyChangesMessages } from './policy-changes.ts'

const undo = (roleName: string) => `Delete the role ${roleName} in the IAM console. Access ends within seconds.`

export const trustPolicyMessages = messages('trust-policy', {
  title: 'Trust policy',
  purpose: 'Create the role manually, or compare this with your existing role.',
  needs: ['the IAM console, or any tool that creates roles'],
  undo,
})

export const permissionsPolicyMessages = messages('permissions-policy', {
  title: 'Permissions policy',
  purpose: 'See what the role can do, or add it manually as the role’s only inline policy.',
  needs: ['the IAM console, or any tool that creates roles'],
  undo,
})

const policyFile = (catalog: typeof trustPolicyMessages, documentOf: (plan: RolePlan) => PolicyDocument): ArtifactDialect => ({
  id: catalog.id,
  texts: catalog.in,
  notes: attachSteps,
  undo: (plan, language = 'en') => ({ words: catalog.in(language).undo(plan.roleName), commands: null }),
  render: (plan) => ({ filename: `${catalog.id}.json`, language: 'json', text: policyText(documentOf(plan)) }),
})

export const trustPolicyFile = policyFile(trustPolicyMessages, ({ trustPolicy }) => trustPolicy)

/** IAM refuses a policy without statements. */
export const permissionsPolicyFile: ArtifactDialect = {
  ...policyFile(permissionsPolicyMessages, ({ permissionsPolicy }) => permissionsPolicy),
  isNeeded: hasPermissions,
  notes: (plan, language = 'en') => [
    ...(hasPermissions(plan) ? [] : [policyChangesMessages.in(language).noPolicy]),
    ...attachSteps(plan, language),
  ],
}
