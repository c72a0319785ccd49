import { messages } from '#core/text/messages.ts'
import { familyRule, pages, planFacts } from './pasted-rule.ts'
import { ownRoleIn } from './rejected-principal-rule.ts'

type OwnPrincipal = { readonly named: string; readonly isUpdate: boolean }

export const selfPrincipalMessages = messages('self-principal', {
  'creation-self-principal': {
    title: 'The role can’t trust itself before it exists',
    sentence: ({ named, isUpdate }: OwnPrincipal) =>
      isUpdate
        ? `IAM rejected the trust policy because it names ${named}, the role itself, which IAM didn’t find as a principal.`
        : `IAM rejected the trust policy because it names ${named}, the role itself, which doesn’t exist yet.`,
    detail: ({ isUpdate }: OwnPrincipal) =>
      isUpdate
        ? 'A role that was created just before may not be known everywhere yet. Wait a minute, and update the trust policy again. Also check that the name and the path in the ARN are those of the role.'
        : 'Create the role without itself as principal. If the product requires that the role can assume itself, add it afterwards.',
  },
})

/** IAM checks that a principal exists, and may not know a new role yet. */
export const selfPrincipal = familyRule(selfPrincipalMessages.in, {
  id: 'creation-self-principal',
  suppresses: ['creation-invalid-principal'],
  part: 'trust-policy',
  source: pages.principal,
  facts: (pastedRole) => {
    const { reasons: all, errors, plan } = pastedRole
    const arns = all.map((reason) => ownRoleIn(reason, pastedRole))
    const arn = arns.find((found) => found !== null)
    const isUpdate = errors.some(({ operation }) => operation === 'UpdateAssumeRolePolicy')
    return arn == null ? null : { ...planFacts(plan), named: arn, isUpdate }
  },
})
