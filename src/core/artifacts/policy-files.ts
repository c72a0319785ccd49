import { policyText } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'

export const trustPolicyMessages = messages('trust-policy', {
  title: 'Trust policy',
  purpose: 'Create the role manually, or compare this with your existing role.',
  needs: ['the IAM console, or any tool that creates roles'],
  undo: (roleName: string) => `Delete the role ${roleName} in the IAM console. Access ends within seconds.`,
})

export const trustPolicyFile: ArtifactDialect = {
  id: trustPolicyMessages.id,
  texts: trustPolicyMessages.in,
  undo: (plan, language = 'en') => ({ words: trustPolicyMessages.in(language).undo(plan.roleName), commands: null }),
  render: (plan) => ({ filename: 'trust-policy.json', language: 'json', text: policyText(plan.trustPolicy) }),
}

export const permissionsPolicyMessages = messages('permissions-policy', {
  title: 'Permissions policy',
  purpose: 'See what the role can do, or add it manually as the role’s only inline policy.',
  needs: ['the IAM console, or any tool that creates roles'],
  undo: (roleName: string) => `Delete the role ${roleName} in the IAM console. Access ends within seconds.`,
})

export const permissionsPolicyFile: ArtifactDialect = {
  id: permissionsPolicyMessages.id,
  texts: permissionsPolicyMessages.in,
  undo: (plan, language = 'en') => ({ words: permissionsPolicyMessages.in(language).undo(plan.roleName), commands: null }),
  render: (plan) => ({ filename: 'permissions-policy.json', language: 'json', text: policyText(plan.permissionsPolicy) }),
}
