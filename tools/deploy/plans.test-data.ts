import { Vendor } from '#core/connection/vendor.ts'
import { exampleChoice, type HostingPlan, hostingPlan } from '#core/hosting/hosting-plan.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }

/** Roles of their own: the simulated vendor account has the role of the demo's config already. */
const planOf = (applicationRoleName: string, role: object): HostingPlan => {
  const vendor = Vendor.parse({ ...demoVendor, applicationRoleName, role: { ...demoVendor.role, ...role } })
  const choice = { ...exampleChoice(vendor), tables: [], buckets: [], registryTable: 'rolebridge', functionName: 'rolebridge' }
  return hostingPlan(vendor, { ...choice, platform: 'lambda' })
}

/** Each form that the policy of the application role can have. */
export const plans: readonly (readonly [name: string, plan: HostingPlan])[] = [
  ['a config without a path', planOf('WithoutPath', { customerMayChoose: [] })],
  ['a config whose customers choose the path', planOf('WithAnyPath', { customerMayChoose: ['path'] })],
  ['a config with a path', planOf('WithPath', { path: '/pixelworks/', customerMayChoose: [] })],
  ['a config with a path that customers can change', planOf('WithPathOrAny', { path: '/pixelworks/', customerMayChoose: ['path'] })],
  ['a config with a suffix for each connection', planOf('WithSuffix', { nameSuffix: 'per-connection', customerMayChoose: ['path'] })],
]
