import { inspectionSetId, isInspectionSet } from '#core/connection/inspection-set.ts'
import { builtInPlaceholders } from '#core/connection/permission-set.ts'
import type { VendorFields } from '#core/connection/vendor-fields.ts'
import type { ConfigPath, ConfigRule, ConfigSpot } from './config-finding.ts'

type Named = { readonly name: string; readonly path: ConfigPath }

/** In lowercase: they name something else in statements or in the CloudFormation template, or what every object has. */
const reservedIds = [
  ...builtInPlaceholders,
  ...Object.getOwnPropertyNames(Object.prototype),
  'externalId',
  'accountAccessRole',
  'permissionsBoundary',
  'rolePath',
  'roleNameSuffix',
  'maxSessionDuration',
].map((id) => id.toLowerCase())

/** Sets and parameters become parameters of one template, so they share their names. */
const idsOf = ({ permissionSets }: VendorFields): readonly Named[] =>
  permissionSets.flatMap((set, index) => [
    { name: set.id, path: ['permissionSets', index, 'id'] },
    ...set.parameters.map(({ id }, position) => ({ name: id, path: ['permissionSets', index, 'parameters', position, 'id'] })),
  ])

const reservedId: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    idsOf(vendor)
      .filter(({ name }) => reservedIds.includes(name.toLowerCase()))
      .map(({ name, path }) => ({ path, message: `The id "${name}" is reserved. Use another one, for example "${name}OfImages".` })),
}

const inspectionId: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    vendor.permissionSets.flatMap((set, index) => {
      if (set.id !== inspectionSetId || (vendor.roleInspection !== 'none' && isInspectionSet(set, vendor))) return []
      const message = `The id "${inspectionSetId}" is reserved for our own permission set. Use another one, and turn ours on with "roleInspection".`
      return [{ path: ['permissionSets', index, 'id'], message }]
    }),
}

type Uniqueness = {
  readonly named: (vendor: VendorFields) => readonly Named[]
  readonly key: (name: string) => string
  readonly why: string
}

const unique = ({ named, key, why }: Uniqueness): ConfigRule => ({
  severity: 'error',
  check: (vendor) => {
    const all = named(vendor)
    return all.flatMap(({ name, path }, position): ConfigSpot[] => {
      const first = all.findIndex((other) => key(other.name) === key(name))
      return first === position
        ? []
        : [{ path, message: `"${all[first]?.name ?? name}" is used before. ${why} Use another one, for example "${name}2".` }]
    })
  },
})

const repeatedId = unique({
  named: idsOf,
  key: (id) => id.toLowerCase(),
  why: 'The ids of permission sets and parameters share their names in the CloudFormation template, whatever their capitalization.',
})

const repeatedSid = unique({
  named: ({ permissionSets }) =>
    permissionSets.flatMap(({ statements }, index) =>
      statements.map(({ sid }, position) => ({ name: sid, path: ['permissionSets', index, 'statements', position, 'sid'] })),
    ),
  key: (sid) => sid,
  why: 'All statements go into one policy, in which IAM allows each Sid once.',
})

const repeatedCheck = unique({
  named: ({ permissionSets }) =>
    permissionSets.flatMap(({ checks }, index) =>
      checks.map(({ id }, position) => ({ name: id, path: ['permissionSets', index, 'checks', position, 'id'] })),
    ),
  key: (id) => id,
  why: 'Verdicts and receipts name checks by their id.',
})

export const identityRules: readonly ConfigRule[] = [reservedId, inspectionId, repeatedId, repeatedSid, repeatedCheck]

const oddName: ConfigRule = {
  severity: 'warning',
  check: ({ links }) =>
    Object.keys(links)
      .filter((name) => !/^[A-Za-z][\w-]*$/.test(name))
      .map((name) => ({
        path: ['links', name],
        message: 'Names of links are letters, digits and hyphens, for example "privacy". Rename this one.',
      })),
}

export const linkRules: readonly ConfigRule[] = [oddName]
