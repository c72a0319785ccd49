import { tp25, tp25Messages } from '#core/rules/trust/document-form.ts'
import { tp39, tp39Messages } from '#core/rules/trust/principal-element.ts'
import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, ofCatalog, type PastedRule, type PlanFacts, pages, planFacts, whyOf } from './pasted-rule.ts'
import { fragment, misplaced } from './policy-part-rules.ts'
import type { Rejection } from './rejection.ts'

type FaultFacts = { readonly line: number; readonly column: number; readonly fault: string }
type Version = { readonly version: string }

const surround = ({ fault }: FaultFacts) => `Write "Condition": { "StringEquals": { "${fault}": … } }.`

export const documentMessages = messages('document-rules', {
  'policy-incomplete': {
    title: 'The JSON is incomplete',
    sentence: 'The JSON is incomplete. Its end is missing.',
    detail: 'Copy all of it, and paste it again. What can be read of it was checked, but the rest may say more.',
  },
  'document-not-json': {
    title: 'The policy isn’t valid JSON',
    sentence: ({ fault }: FaultFacts) => `IAM rejects this policy, because it isn’t valid JSON. ${fault}`,
    detail: ({ line, column }: FaultFacts) => `The place is line ${line}, column ${column} of the policy.`,
  },
  'document-duplicate-name': {
    title: 'The policy has the same name twice',
    sentence: 'One object of the policy has the same name twice. IAM rejects that, or keeps only one of the two.',
    detail: ({ line, column }: FaultFacts) =>
      `The second one is at line ${line}, column ${column} of the policy. AWS doesn’t document which of the two counts, so combine them.`,
  },
  'document-leading-space': {
    title: 'The policy starts with spaces',
    sentence: 'The policy starts with spaces. IAM rejects that, unless the tool that sends it removes them.',
    detail: 'In Terraform, use jsonencode, or write <<-EOF instead of <<EOF, which removes the indentation.',
  },
  'condition-without-operator': {
    title: 'The condition has no operator',
    sentence: ({ fault }: FaultFacts) =>
      `The condition on ${fault} has no operator, so IAM rejects the policy. StringEquals is missing around the key.`,
    detail: surround,
  },
  'document-grammar': {
    title: 'The policy has an element or a value that IAM rejects',
    sentence: ({ fault }: FaultFacts) => `IAM rejects this policy. ${fault}`,
    detail: 'Replace it with the corrected policy.',
  },
  'statement-alone': {
    title: 'A statement without a policy around it',
    sentence: 'This is a statement without a policy around it, which IAM rejects.',
    detail: 'Write { "Version": "2012-10-17", "Statement": [ … ] } around it.',
  },
  'policy-version': {
    title: 'The policy has a version that IAM doesn’t know',
    sentence: ({ version }: Version) => `IAM rejects the version ${version}. It must be "2012-10-17".`,
    detail: ({ version }: Version) =>
      /^"\d{4}-\d\d-\d\d[T ]/.test(version)
        ? 'A YAML converter made a time of the date. Put the version in quotes before you convert.'
        : 'The only versions are 2012-10-17 and 2008-10-17.',
  },
  'trust-is-organization-policy': {
    title: 'A resource control policy (RCP), not the trust policy',
    sentence: 'This is a resource control policy (RCP) of an organization, not the trust policy of a role.',
    detail: ({ vendorAccountId, roleName }: PlanFacts) =>
      `An RCP that denies sts:AssumeRole to accounts outside the organization also denies the vendor, unless it excludes account ${vendorAccountId} with aws:PrincipalAccount. To check the trust policy, paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  },
  'policy-of-resource': {
    title: 'The policy of a resource, not of the role',
    sentence: 'This is the policy of a resource, such as a bucket policy or a key policy, not the trust policy of a role.',
    detail: ({ roleName }: PlanFacts) => `To check the role, paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  },
  'trust-is-permissions': {
    title: 'A permissions policy in the place of the trust policy',
    sentence: 'The trust policy has Resource and no Principal, so IAM rejects it. This looks like a permissions policy.',
    detail: 'A trust policy names who can assume the role, with Principal. What the role can do belongs in its permissions policy.',
  },
})

const grammar = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'

type FaultId =
  | 'policy-incomplete'
  | 'document-not-json'
  | 'document-duplicate-name'
  | 'document-leading-space'
  | 'condition-without-operator'
  | 'document-grammar'
  | 'statement-alone'

const kinds: Readonly<Record<Exclude<Rejection['kind'], 'fragment'>, FaultId>> = {
  torn: 'policy-incomplete',
  json: 'document-not-json',
  'duplicate-name': 'document-duplicate-name',
  'leading-space': 'document-leading-space',
  'condition-operator': 'condition-without-operator',
  grammar: 'document-grammar',
  'statement-alone': 'statement-alone',
}

const faultRule = (kind: keyof typeof kinds): PastedRule => {
  const id = kinds[kind]
  const said = (language: string, part: 'sentence' | 'detail', { message, at }: Rejection): string => {
    const text = documentMessages.in(language)[id][part]
    return typeof text === 'string' ? text : text({ fault: message(language), line: at?.line ?? 1, column: at?.column ?? 1 })
  }
  return {
    id,
    part: 'trust-policy',
    source: grammar,
    covers: ['JSON01', 'JSON02', 'JSON05', 'JSON08', 'JSON12', 'JSON18', 'JSON19', 'TP11', 'TP26', 'TP36', 'TP45'],
    title: (language) => documentMessages.in(language)[id].title,
    found: ({ rejection }) =>
      rejection?.kind !== kind
        ? null
        : {
            sentence: (language) => said(language, 'sentence', rejection),
            detail: (language) => said(language, 'detail', rejection),
          },
  }
}

const version = familyRule(documentMessages.in, {
  id: 'policy-version',
  part: 'trust-policy',
  covers: ['TP26'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  facts: ({ writtenTrust }) => {
    const written = writtenTrust?.Version
    return written === undefined || /^20(?:12|08)-10-17$/.test(written) ? null : { version: JSON.stringify(written) }
  },
})

const hasResource = ({ trust }: PastedRole): boolean =>
  trust?.statements.some(({ element }) => element('Resource') !== undefined || element('NotResource') !== undefined) === true

const lacksPrincipal = ({ trust }: PastedRole): boolean =>
  trust?.statements.some(({ element }) => element('Principal') === undefined && element('NotPrincipal') === undefined) === true

const isPermissions: PastedRule = familyRule(documentMessages.in, {
  id: 'trust-is-permissions',
  part: 'trust-policy',
  suppresses: ['TP25', 'TP39', 'TP04', 'action-missing', 'statement-further'],
  covers: ['TP25', 'TP39'],
  source: pages.createRole,
  facts: (pastedRole) =>
    hasResource(pastedRole) && pastedRole.trust?.statements.every(({ element }) => element('Principal') === undefined) === true ? {} : null,
})

const ofResource = familyRule(documentMessages.in, {
  id: 'policy-of-resource',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  facts: ({ hasResourcePolicy, role, trust, permissions, plan }) =>
    hasResourcePolicy && role === null && trust === null && permissions.length === 0 ? planFacts(plan) : null,
})

/** A trust policy has no Resource, and a policy of a resource allows something. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const isOrganizationPolicy: PastedRule = familyRule(documentMessages.in, {
  id: 'trust-is-organization-policy',
  part: 'organization',
  suppresses: ['TP25', 'TP39', 'TP04', 'action-missing', 'deny-statement', 'statement-further'],
  covers: ['TP25', 'TP39', 'TP02', 'TP23', 'TP24'],
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
  facts: ({ trust, plan }) => {
    const statements = trust?.statements ?? []
    const isRcp = statements.every(
      ({ effect, element, texts }) =>
        effect === 'Deny' && texts('Principal').some(({ text }) => text === '*') && element('Resource') !== undefined,
    )
    return statements.length > 0 && isRcp ? planFacts(plan) : null
  },
})

const resource: PastedRule = {
  ...ofCatalog(tp25),
  found: (pastedRole) =>
    hasResource(pastedRole)
      ? { sentence: (language) => tp25Messages.in(language).found('Resource'), detail: (language) => tp25Messages.in(language).why }
      : null,
}

/** A text other than a star in the place of the whole element. */
const isBarePrincipal = ({ trust }: PastedRole): boolean =>
  trust?.statements.some(({ element }) => {
    const principal = element('Principal')
    return principal?.kind === 'text' && principal.value !== '*'
  }) === true

const principal: PastedRule = {
  ...ofCatalog(tp39),
  suppresses: ['TP04'],
  found: (pastedRole) => {
    if (!lacksPrincipal(pastedRole) && !isBarePrincipal(pastedRole)) return null
    const text = lacksPrincipal(pastedRole) ? 'missing' : 'text'
    return { sentence: (language) => tp39Messages.in(language)[text], detail: whyOf(tp39, () => '') }
  },
}

/** Faults for which IAM rejects a policy, independent of what it grants. */
export const documentRules: readonly PastedRule[] = [
  faultRule('torn'),
  fragment,
  misplaced,
  faultRule('json'),
  faultRule('duplicate-name'),
  faultRule('condition-operator'),
  version,
  ofResource,
  isOrganizationPolicy,
  isPermissions,
  resource,
  principal,
  faultRule('grammar'),
]

/** For these, IAM rejects the policy, whatever its values are. */
export const rejectedForms: readonly PastedRule[] = [
  misplaced,
  faultRule('json'),
  faultRule('condition-operator'),
  version,
  isPermissions,
  resource,
  principal,
  faultRule('grammar'),
]

/** Told after what the policy says. */
export const formRules: readonly PastedRule[] = [faultRule('leading-space'), faultRule('statement-alone')]
