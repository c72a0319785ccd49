import { isRotating, type RolePlan } from '#core/connection/role-plan.ts'
import { chosenPermissionSets } from '#core/connection/role-policies.ts'
import { nameSuffixOf } from '#core/connection/suffixed-role-name.ts'
import { hasNameSuffix, mayChoose } from '#core/connection/vendor-fields.ts'
import { listOf } from '#core/policy/document.ts'
import { templateName } from './template-value.ts'

/** The part of a plan that the published template has no parameter for, or that no template is published. */
export type OwnTemplateReason =
  | 'template-not-published'
  | 'permissions-policy'
  | 'tags'
  | 'role-name'
  | 'path'
  | 'permissions-boundary'
  | 'session-duration'
  | 'rotation'

/**
 * `role-name` and the three after `tags`: the vendor's config has changed since the customer chose. `rotation`: a stack of the published
 * template has one external ID, and a stack that exists is updated by no link, so the template of both steps has all values in it.
 */
const beyond = {
  'permissions-policy': ({ isPolicyEdited }) => isPolicyEdited,
  tags: ({ role }) => (role?.tags ?? []).length > 0,
  'role-name': (plan) => (hasNameSuffix(plan.vendor) ? nameSuffixOf(plan) === null : plan.roleName !== plan.vendor.role.name),
  path: ({ path, vendor }) => path !== vendor.role.path && !mayChoose(vendor, 'path'),
  'permissions-boundary': ({ permissionsBoundary, vendor }) =>
    permissionsBoundary === null ? vendor.role.permissionsBoundary === 'required' : vendor.role.permissionsBoundary === 'none',
  'session-duration': ({ maxSessionDuration, vendor }) =>
    maxSessionDuration > vendor.role.maxSessionDuration ||
    (maxSessionDuration < vendor.role.maxSessionDuration && !mayChoose(vendor, 'maxSessionDuration')),
  rotation: isRotating,
} as const satisfies Partial<Readonly<Record<OwnTemplateReason, (plan: RolePlan) => boolean>>>

const reasons = ['permissions-policy', 'tags', 'role-name', 'path', 'permissions-boundary', 'session-duration', 'rotation'] as const

/** The parts of the plan that the parameters of the published template can't express. */
export function beyondPublishedTemplate(plan: RolePlan): readonly OwnTemplateReason[] {
  return reasons.filter((reason) => beyond[reason](plan))
}

/** Reasons why the plan needs its own template. Empty if the published template can make it. */
export function ownTemplateReasons(plan: RolePlan): readonly OwnTemplateReason[] {
  const isPublished = plan.vendor.templates[plan.partition] !== undefined
  return [...(isPublished ? [] : ['template-not-published' as const]), ...beyondPublishedTemplate(plan)]
}

/** The values of `connectionParameters`. */
export function connectionValues(plan: RolePlan): Readonly<Record<string, string>> {
  const suffix = nameSuffixOf(plan)
  return { AccountId: plan.accountId, ExternalId: plan.externalId, ...(suffix === null ? {} : { RoleNameSuffix: suffix }) }
}

/**
 * The values that make the vendor's template this plan's role. Parameters of optional sets that were not chosen are
 * left to their defaults; lists are joined by commas, as CloudFormation takes them.
 */
export function publishedParameters(plan: RolePlan): Readonly<Record<string, string>> {
  const { vendor, permissions } = plan
  const chosen = chosenPermissionSets(plan, vendor)
  return Object.fromEntries([
    ...Object.entries(connectionValues(plan)),
    ...chosen.flatMap((set) =>
      set.parameters.map((parameter) => [templateName(parameter.id), listOf(permissions[set.id]?.[parameter.id]).join(',')]),
    ),
    ...chosen.filter((set) => !set.required && set.parameters.length === 0).map((set) => [templateName(set.id), 'true']),
    ...(plan.path === vendor.role.path ? [] : [['RolePath', plan.path]]),
    ...(plan.permissionsBoundary === null ? [] : [['PermissionsBoundary', plan.permissionsBoundary]]),
    ...(plan.maxSessionDuration === vendor.role.maxSessionDuration ? [] : [['MaxSessionDuration', String(plan.maxSessionDuration)]]),
  ])
}

/** Parameter values for the plan's template. Its own template has no parameters. */
export function templateParameters(plan: RolePlan): Readonly<Record<string, string>> {
  return ownTemplateReasons(plan).length > 0 ? {} : publishedParameters(plan)
}
