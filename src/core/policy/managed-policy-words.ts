import { managedPolicyName } from '#core/aws/managed-policy.ts'
import { messages } from '#core/text/messages.ts'
import type { PolicyDocument } from './document.ts'
import { type PlainWords, policyInPlainWords } from './plain-words.ts'

/** By name, for the policies that vendors ask for most. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
export const managedPolicyMessages = messages('managed-policies', {
  known: {
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html
    SecurityAudit: {
      can: 'Read the security settings of most services, but no stored data',
      worst:
        'The settings of the account would be exposed, which helps to plan an attack. Settings can include secrets, for example in user data and environment variables.',
    },
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ViewOnlyAccess.html
    ViewOnlyAccess: {
      can: 'List the resources of most services, but read no stored data',
      worst: 'Names and settings of resources would be exposed. Settings can include secrets, for example in environment variables.',
    },
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
    ReadOnlyAccess: {
      can: 'Read everything in the account, including every object in every bucket',
      worst: 'All data that can be read could be copied. Copies can’t be recalled.',
    },
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html
    PowerUserAccess: {
      can: 'Read, change, and delete everything, except in IAM and AWS Organizations',
      worst: 'Everything in the account could be copied, changed, or deleted.',
    },
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
    AdministratorAccess: {
      can: 'Do everything in the account',
      worst: 'The whole account could be taken over.',
    },
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html
    IAMFullAccess: {
      can: 'Manage all users, roles, and permissions in IAM',
      worst: 'Anyone could be given every permission, so the whole account could be taken over.',
    },
  },
  other: 'Do everything that this policy allows',
  otherWorst: (name: string) => `No description available. See the AWS documentation for ${name}.`,
  line: (can: string, name: string) => `${can} (AWS managed policy ${name})`,
  cannot: 'AWS maintains its managed policies and can add permissions to them.',
})

type Words = { readonly can: string; readonly worst: string }

function wordsOf(arn: string, language: string): Words {
  const { known, other, otherWorst } = managedPolicyMessages.in(language)
  const name = managedPolicyName(arn)
  return Object.entries(known).find(([id]) => id === name)?.[1] ?? { can: other, worst: otherWorst(name) }
}

/** A line for what the policy lets its holder do. */
export const managedPolicyLine = (arn: string, language = 'en'): string =>
  managedPolicyMessages.in(language).line(wordsOf(arn, language).can, managedPolicyName(arn))

/** The worst that an attacker who compromised the vendor could do with it. A policy without a description is never shown as harmless. */
export const managedPolicyRisk = (arn: string, language = 'en'): string => wordsOf(arn, language).worst

type Permissions = { readonly permissionsPolicy: PolicyDocument; readonly managedPolicyArns: readonly string[] }

/** Tells readers who don't know policies what a role can do, by its inline policy and by AWS's managed policies. */
export function roleInPlainWords({ permissionsPolicy, managedPolicyArns }: Permissions, language = 'en'): PlainWords {
  const words = policyInPlainWords(permissionsPolicy, language)
  if (managedPolicyArns.length === 0) return words
  return {
    ...words,
    can: [...words.can, ...managedPolicyArns.map((arn) => managedPolicyLine(arn, language))],
    cannot: managedPolicyMessages.in(language).cannot,
  }
}
