import type { PermissionSet } from './permission-set.ts'
import type { VendorFields } from './vendor-fields.ts'

/** Permanent: connections store it. */
export const inspectionSetId = 'inspectRole'

/**
 * Everything that reading a role takes. The policies of others, and what managed policies say, stay unread.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagement.html
 */
export const inspectionActions = [
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListRolePolicies',
  'iam:ListAttachedRolePolicies',
  'iam:SimulatePrincipalPolicy',
] as const

const texts = {
  title: { en: 'Read the role’s own policies', de: 'Die eigenen Richtlinien der Rolle lesen' },
  why: {
    en: 'Finds changes to this role that no test can see. Reads nothing else in IAM.',
    de: 'Findet Änderungen an dieser Rolle, die kein Test sieht. Liest in IAM sonst nichts.',
  },
}

/** In the languages of the config: a text in one of them must be in all. */
const inLanguages = ({ en, ...others }: (typeof texts)['title'], { purpose }: Pick<VendorFields, 'purpose'>): PermissionSet['title'] => ({
  en,
  ...Object.fromEntries(Object.entries(others).filter(([language]) => purpose[language] !== undefined)),
})

function inspectionSet(vendor: Pick<VendorFields, 'purpose' | 'roleInspection'>): PermissionSet {
  return {
    id: inspectionSetId,
    title: inLanguages(texts.title, vendor),
    why: inLanguages(texts.why, vendor),
    required: vendor.roleInspection === 'required',
    parameters: [],
    statements: [
      {
        sid: 'InspectRole',
        actions: [...inspectionActions],
        resources: ['arn:{{partition}}:iam::{{accountId}}:role{{rolePath}}{{roleName}}'],
      },
    ],
    managedPolicyArns: [],
    checks: [],
  }
}

export const isInspectionSet = (set: PermissionSet, vendor: Pick<VendorFields, 'purpose' | 'roleInspection'>): boolean =>
  JSON.stringify(set) === JSON.stringify(inspectionSet(vendor))

/** The config with our set, where the vendor has turned it on. A config that was read before has it already. */
export function withInspectionSet(vendor: VendorFields): VendorFields {
  const isThere = vendor.permissionSets.some(({ id }) => id === inspectionSetId)
  if (vendor.roleInspection === 'none' || isThere) return vendor
  return { ...vendor, permissionSets: [...vendor.permissionSets, inspectionSet(vendor)] }
}
