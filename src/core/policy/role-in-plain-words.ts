import type { PolicyDocument } from './document.ts'
import { managedPolicyLine, managedPolicyMessages } from './managed-policy-words.ts'
import { type PlainWords, policyInPlainWords } from './plain-words.ts'

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
