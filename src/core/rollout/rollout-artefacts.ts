import type { ArtefactDialect } from '../artefacts/artefact.ts'
import { awsCliProfiles } from './aws-cli-profiles.ts'
import type { Rollout } from './rollout.ts'
import { stackSetTemplate } from './stack-set.ts'
import { terraformCalls } from './terraform-calls.ts'
import { terraformModule } from './terraform-module.ts'

/** In the order in which they are offered. */
export const rolloutArtefactIds = ['stack-set', 'aws-cli-profiles', 'terraform-module', 'terraform-calls'] as const
export type RolloutArtefactId = (typeof rolloutArtefactIds)[number]

/** Ways to create the roles of many accounts at once. */
export const rolloutDialects: Readonly<Record<RolloutArtefactId, ArtefactDialect<Rollout>>> = {
  'stack-set': stackSetTemplate,
  'aws-cli-profiles': awsCliProfiles,
  'terraform-module': terraformModule,
  'terraform-calls': terraformCalls,
}
