import { policyText } from '#core/policy/document.ts'
import { said } from '#core/rules/said.ts'
import type { ArtifactDialect, Undo } from './artifact.ts'

const undoInConsole = (roleName: string): Undo => ({
  words: said`Delete the role ${roleName} in the IAM console. The access ends at once.`,
  commands: null,
})

export const trustPolicyFile: ArtifactDialect = {
  id: 'trust-policy',
  title: 'Trust policy',
  purpose: 'create the role by hand, or compare it with the role that you have',
  needs: ['The IAM console, or any tool of yours that creates roles'],
  undo: (plan) => undoInConsole(plan.roleName),
  render: (plan) => ({ filename: 'trust-policy.json', language: 'json', text: policyText(plan.trustPolicy) }),
}

export const permissionsPolicyFile: ArtifactDialect = {
  id: 'permissions-policy',
  title: 'Permissions policy',
  purpose: 'see what the role may do, or add it by hand as the one inline policy of the role',
  needs: ['The IAM console, or any tool of yours that creates roles'],
  undo: (plan) => undoInConsole(plan.roleName),
  render: (plan) => ({ filename: 'permissions-policy.json', language: 'json', text: policyText(plan.permissionsPolicy) }),
}
