import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Artifact, ArtifactDialect } from './artifact.ts'
import { awsCli } from './aws-cli.ts'
import { awsCliPowerShell } from './aws-cli-powershell.ts'
import { cdk } from './cdk.ts'
import { cloudShell } from './cloud-shell.ts'
import { cloudFormation } from './cloudformation.ts'
import { consoleSteps } from './console-steps.ts'
import { permissionsPolicyFile, trustPolicyFile } from './policy-files.ts'
import { pulumi } from './pulumi.ts'
import { quickCreate } from './quick-create.ts'
import { terraform } from './terraform.ts'

/** In the order in which they are offered. */
export const artifactIds = [
  'quick-create',
  'cloudformation',
  'aws-cli',
  'terraform',
  'cdk',
  'pulumi',
  'aws-cli-powershell',
  'cloudshell',
  'console-steps',
  'trust-policy',
  'permissions-policy',
] as const
export type ArtifactId = (typeof artifactIds)[number]

export const artifactDialects: Readonly<Record<ArtifactId, ArtifactDialect>> = {
  'quick-create': quickCreate,
  cloudformation: cloudFormation,
  'aws-cli': awsCli,
  terraform,
  'trust-policy': trustPolicyFile,
  'permissions-policy': permissionsPolicyFile,
  cloudshell: cloudShell,
  'aws-cli-powershell': awsCliPowerShell,
  cdk,
  pulumi,
  'console-steps': consoleSteps,
}

export function renderArtifact(id: ArtifactId, plan: RolePlan, language = 'en'): Artifact {
  return artifactDialects[id].render(plan, language)
}
