import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { chosenPermissionSets } from '#core/policy/permissions-policy.ts'
import { ownTemplateReasons } from './own-template-reasons.ts'

/** `sourceBuckets` → `SourceBuckets`, the name of the template's parameter. */
export function templateName(id: string): string {
  return id.slice(0, 1).toUpperCase() + id.slice(1)
}

/**
 * The values that make the vendor's template this plan's role. Parameters of optional sets that were not chosen are
 * left to their defaults; lists are joined by commas, as CloudFormation takes them.
 */
export function publishedParameters(plan: RolePlan): Readonly<Record<string, string>> {
  const { vendor, permissions } = plan
  const chosen = chosenPermissionSets(plan, vendor)
  return Object.fromEntries([
    ['AccountId', plan.accountId],
    ['ExternalId', plan.externalId],
    ...chosen.flatMap((set) =>
      set.parameters.map((parameter) => [templateName(parameter.id), listOf(permissions[set.id]?.[parameter.id]).join(',')]),
    ),
    ...chosen.filter((set) => !set.required && set.parameters.length === 0).map((set) => [templateName(set.id), 'true']),
    ...(plan.path === vendor.role.path ? [] : [['RolePath', plan.path]]),
    ...(plan.permissionsBoundary === null ? [] : [['PermissionsBoundary', plan.permissionsBoundary]]),
    ...(plan.maxSessionDuration === vendor.role.maxSessionDuration ? [] : [['MaxSessionDuration', String(plan.maxSessionDuration)]]),
  ])
}

/** The values for the template of the plan: none where it was made for this plan alone. */
export function templateParameters(plan: RolePlan): Readonly<Record<string, string>> {
  return ownTemplateReasons(plan).length > 0 ? {} : publishedParameters(plan)
}
