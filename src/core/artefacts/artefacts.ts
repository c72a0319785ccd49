import type { RolePlan } from '../role-plan.ts'
import type { Artefact, ArtefactDialect } from './artefact.ts'
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
export const artefactIds = [
  'quick-create',
  'cloudformation',
  'aws-cli',
  'terraform',
  'trust-policy',
  'permissions-policy',
  'cloudshell',
  'aws-cli-powershell',
  'cdk',
  'pulumi',
  'console-steps',
] as const
export type ArtefactId = (typeof artefactIds)[number]

export const artefactDialects: Readonly<Record<ArtefactId, ArtefactDialect>> = {
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

export function renderArtefact(id: ArtefactId, plan: RolePlan): Artefact {
  return artefactDialects[id].render(plan)
}
