import { breadthCases } from './breadth-cases.test-data.ts'
import { escalationCases } from './escalation-cases.test-data.ts'
import { formCases } from './form-cases.test-data.ts'
import { harmCases } from './harm-cases.test-data.ts'
import type { PermissionsCases } from './permissions-case.test-data.ts'
import { referenceCases } from './reference-cases.test-data.ts'

/** A danger: each is bad with the first action, good without, and near by what is given. */
export const permissionsCases: Readonly<Record<string, PermissionsCases>> = {
  ...breadthCases,
  ...escalationCases,
  ...harmCases,
  ...referenceCases,
  ...formCases,
}
