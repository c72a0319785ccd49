import type { RolePlan } from '#core/connection/role-plan.ts'
import type { SwitchRole } from './switch-role-programs.ts'

/** The switch to the role of a plan, on EC2. */
export const exampleSwitch = ({ region, roleArn, externalId, vendorAccountId }: RolePlan): SwitchRole => ({
  platform: 'ec2',
  region,
  roleArn,
  externalId,
  sessionName: 'pixelworks',
  bucket: 'acme-uploads',
  applicationRoleArn: `arn:aws:iam::${vendorAccountId}:role/PixelworksApplication`,
  trustAnchorArn: `arn:aws:rolesanywhere:${region}:${vendorAccountId}:trust-anchor/00000000-0000-0000-0000-000000000000`,
})
