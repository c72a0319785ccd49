import * as z from 'zod/mini'
import { sameTagKey } from '#core/aws/role-tags.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'

export type RoleSettings = Pick<RolePlan, 'permissionsBoundary' | 'maxSessionDuration' | 'tags'>

/**
 * A setting of the role that isn't as requested. Null: not set. Durations are in seconds. Verdicts are read by earlier versions of the server
 * too, which know these kinds alone.
 */
export const OtherSetting = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('permissions-boundary'), requested: z.nullable(z.string()), actual: z.nullable(z.string()) }),
  z.object({ kind: z.literal('max-session-duration'), requested: z.int(), actual: z.int() }),
  z.object({ kind: z.literal('tag'), key: z.string(), requested: z.string(), actual: z.nullable(z.string()) }),
])
export type OtherSetting = z.infer<typeof OtherSetting>

const valueIn = (tags: RoleSettings['tags'], wanted: string): string | null =>
  Object.entries(tags).find(([key]) => sameTagKey(key, wanted))?.[1] ?? null

/** Tags that weren't requested belong to the customer. */
export function otherSettings(actual: RoleSettings, plan: RoleSettings): OtherSetting[] {
  const { permissionsBoundary, maxSessionDuration, tags } = plan
  const isOtherBoundary = actual.permissionsBoundary !== permissionsBoundary
  const isOtherDuration = actual.maxSessionDuration !== maxSessionDuration
  return [
    ...(isOtherBoundary
      ? [{ kind: 'permissions-boundary' as const, requested: permissionsBoundary, actual: actual.permissionsBoundary }]
      : []),
    ...(isOtherDuration
      ? [{ kind: 'max-session-duration' as const, requested: maxSessionDuration, actual: actual.maxSessionDuration }]
      : []),
    ...Object.entries(tags).flatMap(([key, requested]) => {
      const found = valueIn(actual.tags, key)
      return found === requested ? [] : [{ kind: 'tag' as const, key, requested, actual: found }]
    }),
  ]
}
