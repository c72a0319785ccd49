import { partitionOf, Region } from '#core/aws/region.ts'
import { starters } from './starter-access.ts'

/** Each has its form already. */
export type StarterAnswers = {
  readonly name: string
  readonly purpose: string
  readonly account: string
  readonly applicationRole: string
  readonly region: string
  /** IDs of starters. */
  readonly access: readonly string[]
}

/** "Pixel Works!" becomes "PixelWorks", which a role name can have. */
const wordsOf = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').slice(0, 40) || 'Vendor'

export const applicationRoleFor = (name: string): string => `${wordsOf(name)}Application`

/** A config with the least that a vendor needs. The first permission set is required, and the others are optional. */
export function starterConfig({ name, purpose, account, applicationRole, region, access }: StarterAnswers): object {
  const chosen = starters.filter(({ id }) => access.includes(id))
  return {
    name,
    purpose,
    accounts: { [partitionOf(Region.parse(region))]: account },
    applicationRoleName: applicationRole,
    role: { name: `${wordsOf(name)}Access` },
    externalId: { mode: 'chosen' },
    regions: [region],
    templates: {},
    permissionSets: chosen.map(({ permissionSet: { id, ...set } }, index) => ({ id, ...(index === 0 ? { required: true } : {}), ...set })),
  }
}
