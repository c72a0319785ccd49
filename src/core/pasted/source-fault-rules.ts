import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

type Written = { readonly written: string; readonly corrected: string }
type CycleFacts = { readonly members: string; readonly isOfRole: boolean }
type CdkFacts = { readonly message: string; readonly advice: 'conditions' | 'list' | null }
type ModuleFacts = PlanFacts & { readonly module: string }

const cdkAdvice: Readonly<Record<NonNullable<CdkFacts['advice']> | 'other', string>> = {
  conditions:
    'This version of the CDK can’t combine principals that have conditions. Let the role trust the vendor alone, with externalIds, or use a newer version.',
  list: 'A role takes one principal, not a list. If this connection needs no other principal, remove the list. Otherwise, use CompositePrincipal.',
  other: 'IAM and the trust policy aren’t the cause. Correct the program, and deploy again.',
}

export const sourceFaultMessages = messages('source-fault-rules', {
  'terraform-cycle': {
    title: 'Terraform found a cycle',
    sentence: ({ members }: CycleFacts) => `Terraform can’t create these resources, because each one needs another one first: ${members}.`,
    detail: ({ isOfRole }: CycleFacts) =>
      isOfRole
        ? 'The trust policy needs values of the integration, and the integration needs the ARN of the role. Write that ARN with the account ID and the role name instead of reading it from the role. No call to assume the role was denied.'
        : 'Remove one of the references between them. No call to assume the role was denied.',
  },
  'terraform-policy-reference': {
    title: 'A reference to the policy is wrong',
    sentence: ({ written, corrected }: Written) => `Terraform can’t use ${written} as a policy. Write ${corrected}.`,
    detail: ({ written }: Written) =>
      written.startsWith('data.')
        ? 'It’s the whole data source. The policy is in its attribute json.'
        : 'It’s a data source, and references to data sources begin with data.',
  },
  'cdk-program-error': {
    title: 'The CDK program failed before it called AWS',
    sentence: ({ message }: CdkFacts) => `The CDK program failed, so nothing was sent to AWS. The error: ${message}`,
    detail: ({ advice }: CdkFacts) => cdkAdvice[advice ?? 'other'],
  },
  'policy-effect-case': {
    title: 'The Effect of a statement has different capitalization',
    sentence: ({ written, corrected }: Written) =>
      `The policy isn’t valid, because an Effect in it is "${written}". It must be "${corrected}".`,
    detail: 'Effect is case-sensitive. Correct it in every statement, and try again.',
  },
  'terraform-module-without-trust': {
    title: 'The module doesn’t say who can assume the role',
    sentence: ({ module }: ModuleFacts) => `This call of the module ${module} doesn’t say who can assume the role.`,
    detail: ({ module, vendorAccountId, externalId }: ModuleFacts) =>
      `Permissions alone aren’t enough. ${
        module === 'iam-role' ? 'Set trust_policy_permissions' : 'Set trusted_role_arns and role_sts_externalid'
      } so that only account ${vendorAccountId} can assume it, with the external ID ${externalId}.`,
  },
})

const source = 'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/introduction.html'

function adviceFor(message: string): CdkFacts['advice'] {
  if (/must not have conditions/.test(message)) return 'conditions'
  return /Expected object reference, got \[.*Principal/.test(message) ? 'list' : null
}

const isRole = (member: string): boolean => /\baws_iam_role\./.test(member)
const isOfVendor = (member: string): boolean => !/(?:^|\.)(?:aws_|var\.|local\.|output\.|provider)/.test(member)

const effectRule = familyRule(sourceFaultMessages.in, {
  id: 'policy-effect-case',
  part: 'finding',
  suppresses: ['policy-legacy-parsing', 'creation-policy-refused', 'terraform-stopped'],
  covers: ['TP27', 'PP32'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  facts: ({ sourceFault }) => (sourceFault?.fault === 'effect' ? sourceFault : null),
})

/** The policy that it stands in can be shown next to the requested one. */
const effectInPolicy: PastedRule = {
  ...effectRule,
  found: (pastedRole) => {
    const found = effectRule.found(pastedRole)
    return found === null || pastedRole.trust === null ? found : { ...found, part: 'trust-policy' }
  },
}

/** Before anything that AWS could say of the role. */
export const sourceFaultRules: readonly PastedRule[] = [
  familyRule(sourceFaultMessages.in, {
    id: 'terraform-cycle',
    part: 'finding',
    source,
    facts: ({ sourceFault }) =>
      sourceFault?.fault === 'cycle'
        ? {
            members: sourceFault.members.join(', '),
            isOfRole: sourceFault.members.some(isRole) && sourceFault.members.some(isOfVendor),
          }
        : null,
  }),
  familyRule(sourceFaultMessages.in, {
    id: 'terraform-policy-reference',
    part: 'finding',
    source,
    facts: ({ sourceFault }) => (sourceFault?.fault === 'reference' ? sourceFault : null),
  }),
  familyRule(sourceFaultMessages.in, {
    id: 'terraform-module-without-trust',
    part: 'finding',
    source,
    facts: ({ sourceFault, plan }) =>
      sourceFault?.fault === 'module-without-trust' ? { ...planFacts(plan), module: sourceFault.module } : null,
  }),
  familyRule(sourceFaultMessages.in, {
    id: 'cdk-program-error',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CompositePrincipal.html',
    facts: ({ sourceFault }) =>
      sourceFault?.fault === 'cdk' ? { message: asSentence(sourceFault.message), advice: adviceFor(sourceFault.message) } : null,
  }),
  effectInPolicy,
]
