import type { Artifact } from '#core/artifacts/artifact.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type Said, said } from '#core/rules/said.ts'
import type { Way } from './tool.ts'

/** How to put it right, for one of the ways in which the role may have been created. */
export type Fix = {
  readonly artifact: Way
  /** In order. */
  readonly steps: readonly string[]
  /** What takes the place of the customer's own; null where there is nothing to replace. */
  readonly file: Artifact | null
  /** To be run as it stands; null where there is nothing to run. */
  readonly command: string | null
  /** Said only to those who evidently use that way. */
  readonly isForUsersOnly?: boolean
}

/** Before it is said in a language. */
export type Remedy = Omit<Fix, 'steps'> & { readonly steps: readonly Said[] }

export const signIn = ({ accountId }: RolePlan): Said => said`Sign in to account ${accountIdInGroups(accountId)}.`
