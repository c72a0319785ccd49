import { type ParameterKind, parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import type { PermissionSetParameter } from '#core/connection/permission-set.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'

const customerAccounts = ['444455556666', '555566667777', '666677778888', '777788889999', '888899990000']

/** Values of the greatest length, each different. */
const longest: Readonly<Record<ParameterKind, (index: number) => string>> = {
  's3-bucket': (index) => String(index).padStart(parameterKinds['s3-bucket'].maximumLength, 'a'),
  'kms-key-id': (index) => `1234abcd-12ab-34cd-56ef-${String(index).padStart(12, '0')}`,
  'sqs-queue': (index) => String(index).padStart(parameterKinds['sqs-queue'].maximumLength, 'a'),
  'dynamodb-table': (index) => String(index).padStart(parameterKinds['dynamodb-table'].maximumLength, 'a'),
}

const valuesMaximum = 20

/** `example`: one short value for each parameter. `longest`: as many and as long values as customers can enter. */
export type Filling = 'example' | 'longest'

function enteredValue({ kind, many }: PermissionSetParameter, filling: Filling): string | readonly string[] {
  if (filling === 'example') return many ? [parameterKinds[kind].example] : parameterKinds[kind].example
  return many ? Array.from({ length: valuesMaximum }, (_, index) => longest[kind](index)) : longest[kind](0)
}

const permissionsOf = (vendor: Vendor, filling: Filling) =>
  Object.fromEntries(
    vendor.permissionSets.map((set) => [
      set.id,
      Object.fromEntries(set.parameters.map((parameter) => [parameter.id, enteredValue(parameter, filling)])),
    ]),
  )

/** The role of a customer who chooses every permission set; null where no customer could. */
export function examplePlan(vendor: Vendor, partition: Partition, filling: Filling): RolePlan | null {
  const accountId = customerAccounts.find((id) => !Object.values(vendor.accounts).some((account) => account === id))
  const region = vendor.regions.find((candidate) => partitionOf(candidate) === partition)
  const boundary = { permissionsBoundary: `arn:${partition}:iam::${accountId}:policy/Boundary` }
  const terms = connectionTerms(vendor, { externalId: 'any' }).safeParse({
    accountId,
    region,
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: permissionsOf(vendor, filling),
    ...(vendor.role.permissionsBoundary === 'required' ? { role: boundary } : {}),
  })
  return terms.success ? rolePlan(terms.data, vendor) : null
}
