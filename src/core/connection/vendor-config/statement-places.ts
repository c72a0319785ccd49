import type { PermissionSet, PermissionSetStatement } from '#core/connection/permission-set.ts'
import type { VendorFields } from '#core/connection/vendor-fields.ts'
import type { ConfigSpot } from './config-finding.ts'

export type StatementPlace = { readonly set: PermissionSet; readonly statement: PermissionSetStatement; readonly vendor: VendorFields }

/** Checks each statement; the paths of its spots begin in the statement. */
export function inStatements(vendor: VendorFields, check: (place: StatementPlace) => readonly ConfigSpot[]): readonly ConfigSpot[] {
  return vendor.permissionSets.flatMap((set, index) =>
    set.statements.flatMap((statement, position) =>
      check({ set, statement, vendor }).map(({ path, message }) => ({
        path: ['permissionSets', index, 'statements', position, ...path],
        message,
      })),
    ),
  )
}

/** Checks each text of a list of the statement. */
export const eachOf = (
  field: 'actions' | 'resources',
  texts: readonly string[],
  faultIn: (text: string) => string | null,
): readonly ConfigSpot[] =>
  texts.flatMap((text, index) => {
    const message = faultIn(text)
    return message === null ? [] : [{ path: [field, index], message }]
  })
