import type { Artifact } from '#core/artifacts/artifact.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages, type Text } from '#core/text/messages.ts'

/** The ways in which a customer may have created the role, in the order in which fixes are offered. */
export type Tool = 'console' | 'aws-cli' | 'cloudformation' | 'terraform' | 'cdk' | 'pulumi' | 'stack-set'

type Sign = { readonly way: Tool; readonly pattern: RegExp }

/**
 * Signs that only one tool leaves in a text, the most specific first: the CDK makes stacks, and so does a StackSet, whose stacks are
 * named `StackSet-…`. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
 * `aws:cloudformation:stack-name` is the tag of what a stack made.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
const signs: readonly Sign[] = [
  { way: 'pulumi', pattern: /\bpulumi\b|^error: \d+ errors? occurred:$|\baws:iam\/role:Role\b|\baws\.iam\.Role\(/im },
  { way: 'cdk', pattern: /\bcdk\b|aws:cdk:path|CDKMetadata|\biam\.(?:Cfn)?Role\(|Need to perform AWS calls for account/ },
  { way: 'cdk', pattern: /: creating CloudFormation changeset|Unable to resolve AWS account to use/ },
  { way: 'terraform', pattern: /\baws_iam_(?:role|policy_document)|\b(?:terraform|tofu)\b|No valid credential sources found/i },
  { way: 'stack-set', pattern: /\bStackSet-|\bStackSet(?:Name|Id)?\b|stack-set|:stackset\// },
  { way: 'cloudformation', pattern: /\bAWS::(?:IAM|CloudFormation)::|aws:cloudformation:stack-name|:cloudformation:[\w-]+:\d{12}:stack\// },
  {
    way: 'cloudformation',
    pattern: /\baws cloudformation\b|\bSTACKEVENTS\b|"(?:StackEvents|Stacks)"|\bROLLBACK_(?:IN_PROGRESS|COMPLETE|FAILED)\b/,
  },
  { way: 'aws-cli', pattern: /\baws iam (?:create|update|put)-|when calling the (?:Create|Update|Put)\w+ operation/ },
  { way: 'console', pattern: /\bEdit trust policy\b/ },
]

/** More is no text about one role. */
const longestText = 200_000

/** The way that a pasted text shows to have been used; null where none shows. Read-only output shows none. */
export function detectTool(pasted: string): Tool | null {
  const text = pasted.slice(0, longestText)
  return signs.find(({ pattern }) => pattern.test(text))?.way ?? null
}

/** A stack of a StackSet can't be launched separately. */
const misleading: Partial<Readonly<Record<Tool, readonly Tool[]>>> = { 'stack-set': ['cloudformation'] }

type ForWay = { readonly artifact: Tool; readonly isForUsersOnly?: boolean }

/** The fix for the evident way first, and without those that are for the users of other ways. */
export function evidentFirst<Fix extends ForWay>(fixes: readonly Fix[], way: Tool | null): readonly Fix[] {
  const hidden = way === null ? [] : (misleading[way] ?? [])
  const others = fixes.filter(({ artifact, isForUsersOnly = false }) => artifact !== way && !isForUsersOnly && !hidden.includes(artifact))
  return [...fixes.filter(({ artifact }) => artifact === way), ...others]
}

export const fixMessages = messages('fix', {
  signIn: (accountId: string) => `Sign in to account ${accountId}.`,
})

/** How to put it right, for one of the ways in which the role may have been created. */
export type Fix = {
  readonly artifact: Tool
  /** In order. */
  readonly steps: readonly string[]
  /** What takes the place of the customer's own; null where there is nothing to replace. */
  readonly file: Artifact | null
  /** To be run as it stands; null where there is nothing to run. */
  readonly command: string | null
  /** Text only to those who evidently use that way. */
  readonly isForUsersOnly?: boolean
}

/** Before it is said in a language. */
export type FixTexts = Omit<Fix, 'steps'> & { readonly steps: readonly Text[] }

export const signIn =
  ({ accountId }: RolePlan): Text =>
  (language) =>
    fixMessages.in(language).signIn(accountIdInGroups(accountId))
