import { listOf } from '#core/policy/document.ts'
import { externalIdKey, lintedPrincipalRules } from '#core/rules/trust/conditions.ts'
import type { TrustStatement } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { isPlaceholder } from '#core/text/placeholder.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { accountDigits } from './principal-form.ts'

type NamedFacts = PlanFacts & { readonly named: string; readonly isIdAbsent: boolean }

/** IAM rejects it, whatever the account is. */
export const hasWrongForm = (named: string): boolean => /:iam::[^:\s]*:(?:role:role\/|role:|roles\/|\/role\/)/.test(named)

const must = ({ vendor, vendorAccountId, trustedUser, externalId, isIdAbsent }: NamedFacts) =>
  `The principal must be ${vendor}’s ${trustedUser === null ? `account ${vendorAccountId}` : `IAM user ${trustedUser}`}, and ${isIdAbsent ? `a condition on sts:ExternalId is missing: it must require` : 'the external ID must be'} ${externalId}.`

/** Signs or one letter, several times, stand for a value that a person doesn’t want to show. */
export const isHidden = (named: string): boolean =>
  named.split(', ').every((text) => /(?:^|:)(?:([A-Za-z])\1{3,}|[xX#*?.-]{3,})(?:$|:)/.test(text))

export const placeholderMessages = messages('placeholder-rules', {
  'template-variable': {
    title: 'Variables of a template were never filled in',
    sentence: ({ named }: NamedFacts) => `The trust policy still has variables of a template that were never filled in: ${named}.`,
    detail: (facts: NamedFacts) =>
      `Terraform fills them in with templatefile(), not with file(), and CloudFormation with Fn::Sub. Or the template itself was pasted. ${must(facts)}`,
  },
  placeholder: {
    title: 'Placeholders were never filled in',
    sentence: ({ named }: NamedFacts) =>
      isHidden(named)
        ? `The text hides a value of the trust policy, or it was never filled in: ${named}.`
        : `The trust policy still has placeholders that were never filled in: ${named}.`,
    detail: (facts: NamedFacts) =>
      `${hasWrongForm(facts.named) ? 'In the ARN of a role, the account is followed by :role/NAME. ' : ''}${must(facts)}`,
  },
  'permissions-placeholder': {
    title: 'Placeholders in the permissions policy were never filled in',
    sentence: ({ named }: NamedFacts) => `The permissions policy still has placeholders that were never filled in: ${named}.`,
    detail: 'The requested policy is shown next to it. This policy doesn’t say who can assume the role.',
  },
})

/** The variables of a policy belong to it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const variable = /\$\{(?!\s*(?:aws|sts|saml|s3|iam|[\w.-]+:)|[*?$]\})([^{}]*)\}/i

/** Names that AWS’s own examples use. https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html */
const ofExamples = /(?<![A-Za-z])(?:DOC-EXAMPLE-BUCKET|amzn-s3-demo-|EXAMPLE-BUCKET|BUCKET[-_]?NAME|ACCOUNT[-_]?ID)/

const isOpenText = (text: string): boolean => variable.test(text) || isPlaceholder(text)

/** Resources of the permissions policy that its author meant to be replaced. */
const leftResources = ({ permissions, plan }: PastedRole): readonly string[] => {
  const wanted = listOf(plan.permissionsPolicy.Statement).flatMap(({ Resource }) => listOf(Resource))
  const open = permissions.flatMap(({ proviso }) => proviso?.open ?? [])
  const statements = permissions.flatMap(({ document }) => listOf(document.Statement))
  const isOfCaller = statements.every(({ Action }) => listOf(Action).every((action) => /^sts:/i.test(action)))
  const found = (isOfCaller ? [] : statements)
    .flatMap(({ Resource }) => listOf(Resource))
    .filter((text) => !wanted.includes(text) && !open.some((name) => text.includes(`\${${name}}`)))
    .filter((text) => isOpenText(text) || isOpenText(text.replace(/^.*:::/, '')) || ofExamples.test(text))
  return [...new Set(found)]
}

const permissionsPlaceholder: PastedRule = familyRule(placeholderMessages.in, {
  id: 'permissions-placeholder',
  part: 'permissions-policy',
  source: pages.resource,
  suppresses: ['permissions-other-resource', 'permissions-action-missing', 'permissions-further'],
  covers: ['PP19'],
  facts: (pastedRole) => {
    const named = leftResources(pastedRole).join(', ')
    return named === '' ? null : { ...planFacts(pastedRole.plan), named, isIdAbsent: false }
  },
})

/** Conditions on other accounts don't matter once the vendor has access. */
const matters = ({ principals }: TrustStatement, { trust, plan }: PastedRole): boolean =>
  trust?.signature?.rightId !== 'allowed' || principals.some(({ accountId }) => accountId === plan.vendorAccountId)

function candidates(pastedRole: PastedRole): readonly string[] {
  return assuming(pastedRole).flatMap((statement): readonly string[] => [
    ...statement.principals.filter(({ kind }) => kind !== 'everyone').map(({ text }) => text),
    ...(matters(statement, pastedRole) ? statement.conditions : [])
      .filter(({ keyName }) => keyName === externalIdKey || keyName === 'aws:principalarn')
      .flatMap(({ values }) => values.map(({ text }) => text)),
  ])
}

/** Parameters of a template are filled in at launch. */
const isOpen = (text: string, { proviso }: PastedRole): boolean => {
  const open = proviso?.open ?? []
  const names = [...text.matchAll(/\$\{([^{}]*)\}/g)].map(([, name = '']) => name)
  return names.length > 0 && names.every((name) => open.includes(name))
}

const isPlanned = (text: string, { plan }: PastedRole): boolean =>
  [
    plan.externalId,
    ...plan.applicationPrincipalArns,
    plan.roleArn,
    plan.vendorAccountId,
    `arn:${plan.partition}:iam::${plan.vendorAccountId}:root`,
  ].includes(text)

/** Values that are to be replaced. */
export const unfilled = (pastedRole: PastedRole, is: (text: string) => boolean): string => {
  const found = candidates(pastedRole).filter((text) => is(text) && !isOpen(text, pastedRole) && !isPlanned(text, pastedRole))
  return [...new Set(found)].join(', ')
}

/** IAM rejects such a principal whatever is filled in elsewhere. */
const hasWrongAccount = (pastedRole: PastedRole): boolean =>
  assuming(pastedRole).some(({ principals }) => principals.some(({ text }) => ![0, 12].includes(accountDigits(text))))

const covered = ['TP04', 'TP05', 'TP12', 'TP13', 'TP19', 'TP20', 'TP43', ...lintedPrincipalRules]

const placeholderRule = (id: 'template-variable' | 'placeholder', is: (text: string) => boolean): PastedRule =>
  familyRule(placeholderMessages.in, {
    id,
    part: 'trust-policy',
    source: pages.externalId,
    suppresses: [
      'TP04',
      'TP12',
      'TP20',
      'TP43',
      'principal-account-digits',
      'principal-other-role',
      'principal-other-user',
      'principal-arn-other',
      'principal-arn-path',
    ],
    covers: covered,
    facts: (pastedRole) => {
      const named = hasWrongAccount(pastedRole) ? '' : unfilled(pastedRole, is)
      const isIdAbsent =
        pastedRole.rejection?.kind !== 'fragment' &&
        assuming(pastedRole).every(({ conditions }) => conditions.every(({ keyName }) => keyName !== externalIdKey))
      return named === '' ? null : { ...planFacts(pastedRole.plan), named, isIdAbsent }
    },
  })

/** Texts that the author of the policy meant to be replaced. */
export const placeholderRules: readonly PastedRule[] = [
  permissionsPlaceholder,
  placeholderRule('template-variable', (text) => variable.test(text)),
  placeholderRule('placeholder', (text) => !variable.test(text) && isPlaceholder(text)),
]
