import type { RolePlan } from '../role-plan.ts'
import type { Artefact, ArtefactDialect } from './artefact.ts'
import { awsCli } from './aws-cli.ts'
import { cloudFormation } from './cloudformation-template.ts'
import { permissionsPolicyFile, trustPolicyFile } from './policy-files.ts'
import { quickCreate } from './quick-create.ts'

/** In the order in which they are offered. */
export const artefactIds = ['quick-create', 'cloudformation', 'aws-cli', 'trust-policy', 'permissions-policy'] as const
export type ArtefactId = (typeof artefactIds)[number]

export const artefactDialects: Readonly<Record<ArtefactId, ArtefactDialect>> = {
  'quick-create': quickCreate,
  cloudformation: cloudFormation,
  'aws-cli': awsCli,
  'trust-policy': trustPolicyFile,
  'permissions-policy': permissionsPolicyFile,
}

export function renderArtefact(id: ArtefactId, plan: RolePlan): Artefact {
  return artefactDialects[id].render(plan)
}
