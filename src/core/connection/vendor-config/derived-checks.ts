import type { AwsCheck } from '#core/checks/aws-check.ts'
import { checks } from '#core/checks/checks.ts'
import type { PermissionCheck, PermissionSet } from '#core/connection/permission-set.ts'
import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { namesAction } from '#core/policy/action-pattern.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'

type Derived = Pick<PermissionCheck, 'call' | 'parameter'>

/** A condition may deny the call of the check and allow what the vendor needs, so nothing is derived from such a statement. */
const grants = ({ statements }: PermissionSet, { action, arn }: AwsCheck, parameter: string | undefined): boolean =>
  statements.some(
    ({ effect, actions, resources, conditions }) =>
      effect !== 'Deny' &&
      conditions === undefined &&
      actions.some((pattern) => namesAction(pattern, action)) &&
      resources.some((resource) => matchesPattern(arn.replace('{{resource}}', `{{${parameter}}}`), resource)),
  )

/** A denial may be on other resources or in other conditions than the call of the check. Nothing is derived where that is open. */
const mayDeny = ({ permissionSets }: VendorFields, action: string): boolean =>
  permissionSets.some(({ statements }) =>
    statements.some(({ effect, actions }) => effect === 'Deny' && actions.some((pattern) => namesAction(pattern, action))),
  )

function ofSet(set: PermissionSet, vendor: VendorFields): readonly Derived[] {
  const derivable = checks.filter(
    ({ action, isCharged }, index) =>
      !isCharged && !mayDeny(vendor, action) && checks.findIndex((other) => other.action === action) === index,
  )
  return derivable.flatMap((check) => {
    if (check.parameter === null) return grants(set, check, undefined) ? [{ call: check.id }] : []
    return set.parameters
      .filter(({ id, kind }) => kind === check.parameter && grants(set, check, id))
      .map(({ id }) => ({ call: check.id, parameter: id }))
  })
}

/** An ID that no other check of the config has. */
function unusedId(call: string, used: ReadonlySet<string>): string {
  const ids = [call, ...Array.from(used, (_, index) => `${call}-${index + 2}`)]
  return ids.find((id) => !used.has(id)) ?? call
}

/** Gives the sets at these places the checks that follow from their statements. */
export function withDerivedChecks(vendor: VendorFields, places: readonly number[]): VendorFields {
  const used = new Set(vendor.permissionSets.flatMap((set) => set.checks.map(({ id }) => id)))
  const named = (derived: Derived): PermissionCheck => {
    const id = unusedId(derived.call, used)
    used.add(id)
    return { id, ...derived }
  }
  const permissionSets = vendor.permissionSets.map((set, index) =>
    places.includes(index) ? { ...set, checks: ofSet(set, vendor).map(named) } : set,
  )
  return { ...vendor, permissionSets }
}

/** The sets without the key `checks`. An empty list asks for none. */
export function setsWithoutChecks(config: unknown): readonly number[] {
  if (typeof config !== 'object' || config === null || !('permissionSets' in config)) return []
  const { permissionSets } = config
  if (!Array.isArray(permissionSets)) return []
  return permissionSets.flatMap((set: unknown, index) => (typeof set === 'object' && set !== null && !('checks' in set) ? [index] : []))
}
