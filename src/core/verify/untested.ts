import type { ConnectionTerms } from '#core/connection/connection.ts'
import { chosenPermissionSets } from '#core/connection/role-policies.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Sts } from './sts.ts'
import type { Untested } from './verdict.ts'

/** All that a check of this connection cannot try, whatever AWS answers. */
export function untested(terms: Pick<ConnectionTerms, 'permissions'>, vendor: Vendor, { outsiders }: Pick<Sts, 'outsiders'>): Untested[] {
  const has = (name: (typeof outsiders)[number]['name']) => outsiders.some((outsider) => outsider.name === name)
  const unchecked = chosenPermissionSets(terms, vendor).filter(({ checks }) => checks.length === 0)
  return [
    ...unchecked.map(({ id }): Untested => ({ kind: 'permission-set', permissionSet: id })),
    ...(vendor.applicationRoleName === undefined || has('other-role') ? [] : [{ kind: 'principal-arn' } as const]),
    ...(has('other-account') ? [] : [{ kind: 'other-accounts' } as const]),
    { kind: 'other-external-ids' },
  ]
}
