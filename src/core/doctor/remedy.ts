import { accountIdInGroups } from '../account-id.ts'
import type { Artefact } from '../artefacts/artefact.ts'
import { type Said, said } from '../lint/said.ts'
import type { RolePlan } from '../role-plan.ts'
import type { Way } from './way.ts'

/** How to put it right, for one of the ways in which the role may have been created. */
export type Fix = {
  readonly artefact: Way
  /** In order. */
  readonly steps: readonly string[]
  /** What takes the place of the customer's own; null where there is nothing to replace. */
  readonly file: Artefact | null
  /** To be run as it stands; null where there is nothing to run. */
  readonly command: string | null
  /** Said only to those who evidently use that way. */
  readonly isForUsersOnly?: boolean
}

/** Before it is said in a language. */
export type Remedy = Omit<Fix, 'steps'> & { readonly steps: readonly Said[] }

export const signIn = ({ accountId }: RolePlan): Said => said`Sign in to account ${accountIdInGroups(accountId)}.`
