import * as z from 'zod/mini'

const error = 'permissions-invalid'
const ParameterValues = z.union([z.string(), z.array(z.string())], { error })

/** Chosen values by permission set and parameter. A set is chosen when its key is there. */
export const PermissionChoice = z.record(z.string(), z.record(z.string(), ParameterValues, { error }), { error })
export type PermissionChoice = z.infer<typeof PermissionChoice>
