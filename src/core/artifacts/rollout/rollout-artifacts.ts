import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { awsCliProfiles } from './aws-cli-profiles.ts'
import type { Rollout } from './rollout.ts'
import { stackSetTemplate } from './stack-set.ts'
import { terraformCalls } from './terraform-calls.ts'
import { terraformModule } from './terraform-module.ts'

/** In the order in which they are offered. */
export const rolloutArtifactIds = ['stack-set', 'aws-cli-profiles', 'terraform-module', 'terraform-calls'] as const
export type RolloutArtifactId = (typeof rolloutArtifactIds)[number]

/** Ways to create the roles of many accounts at once. */
export const rolloutDialects: Readonly<Record<RolloutArtifactId, ArtifactDialect<Rollout>>> = {
  'stack-set': stackSetTemplate,
  'aws-cli-profiles': awsCliProfiles,
  'terraform-module': terraformModule,
  'terraform-calls': terraformCalls,
}
