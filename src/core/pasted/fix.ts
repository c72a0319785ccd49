import type { Artifact } from '#core/artifacts/artifact.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { Tool } from './tool.ts'

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
