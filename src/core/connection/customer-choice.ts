import type { CustomerChoice, Vendor } from './vendor.ts'

/** Seconds. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const shortestSessionDuration = 3600

/** Whether the vendor lets customers choose this. A session can only be made shorter, so there must be room for it. */
export function mayChoose({ role }: Pick<Vendor, 'role'>, choice: CustomerChoice): boolean {
  return role.customerMayChoose.includes(choice) && (choice !== 'maxSessionDuration' || role.maxSessionDuration > shortestSessionDuration)
}
