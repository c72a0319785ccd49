import { attachedDifference, managedPolicyName } from '#core/aws/managed-policy.ts'
import { tooBroadPolicy } from '#core/rules/permissions/managed-policies.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { inspectionMessages, listed } from '#core/verify/inspection/inspection-words.ts'
import type { PastedRole } from './pasted-role.ts'
import { type Found, type PastedRule, pages } from './pasted-rule.ts'

export const attachedPolicyMessages = messages('attached-policy-rules', {
  'managed-policy-too-broad': {
    title: 'A managed policy that grants too much and wasn’t requested',
    gives: (name: string, gives: string) => `${name} ${gives}.`,
    detail: (vendor: string) => `${vendor} didn’t request it and doesn’t need it. Detach it.`,
  },
  'managed-policy-missing': {
    title: 'A requested managed policy isn’t attached',
    detail: (vendor: string) => `Without it, AWS denies ${vendor} everything that no other policy of the role allows.`,
  },
  'managed-policy-further': {
    title: 'A managed policy is attached that wasn’t requested',
    detail: (vendor: string) => `${vendor} didn’t request it. Detach it unless you want ${vendor} to have it.`,
  },
})

/** Those that were requested aren't the customer's to detach, however much they grant. */
function differences({ attachedPolicies, plan }: PastedRole) {
  const { further, missing } = attachedDifference(attachedPolicies?.arns ?? [], plan.managedPolicyArns)
  const broad = further.filter((arn) => tooBroadPolicy(arn) !== null)
  return { broad, others: further.filter((arn) => !broad.includes(arn)), missing: attachedPolicies?.isWhole === true ? missing : [] }
}

const attachedWords =
  (arns: readonly string[]): Text =>
  (language) =>
    inspectionMessages.in(language).attached(listed(arns, language))

const detachedWords =
  (arns: readonly string[]): Text =>
  (language) =>
    inspectionMessages.in(language).detached(listed(arns, language))

type Form = Pick<PastedRule, 'part' | 'source'> & {
  readonly id: keyof ReturnType<typeof attachedPolicyMessages.in>
  readonly arns: (pastedRole: PastedRole) => readonly string[]
  readonly words: (arns: readonly string[], vendor: string) => Found
}

const tooBroadWords = (arns: readonly string[], vendor: string): Found => ({
  sentence: attachedWords(arns),
  detail: (language) => {
    const { gives, detail } = attachedPolicyMessages.in(language)['managed-policy-too-broad']
    const reasons = arns.flatMap((arn) => {
      const found = tooBroadPolicy(arn)
      return found === null ? [] : [gives(managedPolicyName(arn), found.gives(language))]
    })
    return [...reasons, detail(vendor)].join(' ')
  },
})

const forms: readonly Form[] = [
  {
    id: 'managed-policy-too-broad',
    part: 'further-policies',
    source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html',
    arns: (pastedRole) => differences(pastedRole).broad,
    words: tooBroadWords,
  },
  {
    id: 'managed-policy-missing',
    part: 'attached-policies',
    source: pages.managedPolicies,
    arns: (pastedRole) => differences(pastedRole).missing,
    words: (arns, vendor) => ({
      sentence: detachedWords(arns),
      detail: (language) => attachedPolicyMessages.in(language)['managed-policy-missing'].detail(vendor),
    }),
  },
  {
    id: 'managed-policy-further',
    part: 'further-policies',
    source: pages.managedPolicies,
    arns: (pastedRole) => differences(pastedRole).others,
    words: (arns, vendor) => ({
      sentence: attachedWords(arns),
      detail: (language) => attachedPolicyMessages.in(language)['managed-policy-further'].detail(vendor),
    }),
  },
]

const ofForm = ({ id, part, source, arns, words }: Form): PastedRule => ({
  id,
  part,
  source,
  title: (language) => attachedPolicyMessages.in(language)[id].title,
  found: (pastedRole) => {
    const found = arns(pastedRole)
    return found.length === 0 ? null : words(found, pastedRole.plan.vendor.name)
  },
})

/** The managed policies of the role, the most severe difference first. */
export const attachedPolicyRules: readonly PastedRule[] = forms.map(ofForm)

/** False where the plan has managed policies that the text doesn't show. */
export const showsManagedPolicies = ({ attachedPolicies, plan }: PastedRole): boolean =>
  attachedDifference(attachedPolicies?.arns ?? [], plan.managedPolicyArns).missing.length === 0
