import { mayChoose } from '#core/connection/customer-choice.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'

/** What the published template has no parameter for, or that there is none. */
export type OwnTemplateReason =
  | 'template-not-published'
  | 'permissions-policy'
  | 'tags'
  | 'role-name'
  | 'path'
  | 'permissions-boundary'
  | 'session-duration'

/** `role-name` and the last three: the vendor's config has changed since the customer chose. */
const beyond = {
  'permissions-policy': ({ isPolicyEdited }) => isPolicyEdited,
  tags: ({ role }) => (role?.tags ?? []).length > 0,
  'role-name': ({ roleName, vendor }) => roleName !== vendor.role.name,
  path: ({ path, vendor }) => path !== vendor.role.path && !mayChoose(vendor, 'path'),
  'permissions-boundary': ({ permissionsBoundary, vendor }) =>
    permissionsBoundary === null ? vendor.role.permissionsBoundary === 'required' : vendor.role.permissionsBoundary === 'none',
  'session-duration': ({ maxSessionDuration, vendor }) =>
    maxSessionDuration > vendor.role.maxSessionDuration ||
    (maxSessionDuration < vendor.role.maxSessionDuration && !mayChoose(vendor, 'maxSessionDuration')),
} as const satisfies Partial<Readonly<Record<OwnTemplateReason, (plan: RolePlan) => boolean>>>

const reasons = ['permissions-policy', 'tags', 'role-name', 'path', 'permissions-boundary', 'session-duration'] as const

/** What of the plan the parameters of the published template cannot say. */
export function beyondPublishedTemplate(plan: RolePlan): readonly OwnTemplateReason[] {
  return reasons.filter((reason) => beyond[reason](plan))
}

/** Why the plan cannot be made with the published template; empty where it can. */
export function ownTemplateReasons(plan: RolePlan): readonly OwnTemplateReason[] {
  const isPublished = plan.vendor.templates[plan.partition] !== undefined
  return [...(isPublished ? [] : ['template-not-published' as const]), ...beyondPublishedTemplate(plan)]
}
