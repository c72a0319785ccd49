import { partitionOf } from '#core/aws/region.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import type { PermissionSet, PermissionSetStatement } from '#core/connection/permission-set.ts'
import { placeholders } from '#core/connection/placeholders.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'

/** The permission sets that were chosen, in the vendor's order. */
export function chosenPermissionSets(terms: Pick<ConnectionTerms, 'permissions'>, vendor: Vendor): readonly PermissionSet[] {
  return vendor.permissionSets.filter((set) => terms.permissions[set.id] !== undefined)
}

/** One ARN for each value of the parameter that the text names; a text without a parameter stands once. */
function resources(text: string, values: Readonly<Record<string, string | readonly string[]>>): string[] {
  const [name] = placeholders(text).filter((placeholder) => Array.isArray(values[placeholder]))
  const variants = name === undefined ? [values] : listOf(values[name]).map((value) => ({ ...values, [name]: value }))
  return variants.map((variant) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, placeholder: string) => String(listOf(variant[placeholder])[0] ?? '')),
  )
}

function statement(asked: PermissionSetStatement, values: Readonly<Record<string, string | readonly string[]>>): PolicyStatement {
  return {
    Sid: asked.sid,
    Effect: 'Allow',
    Action: [...asked.actions],
    Resource: asked.resources.flatMap((text) => resources(text, values)),
    ...(asked.conditions === undefined ? {} : { Condition: asked.conditions }),
  }
}

/** What the vendor may do in the account: the statements of the chosen sets, each on the ARNs that the customer named. */
export function permissionsPolicy(terms: Pick<ConnectionTerms, 'accountId' | 'region' | 'permissions'>, vendor: Vendor): PolicyDocument {
  const builtIn = { partition: partitionOf(terms.region), accountId: terms.accountId, region: terms.region }
  return {
    Version: '2012-10-17',
    Statement: chosenPermissionSets(terms, vendor).flatMap((set) =>
      set.statements.map((asked) => statement(asked, { ...builtIn, ...terms.permissions[set.id] })),
    ),
  }
}
