import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'

const anonymousPrefix = 'anonymous:'
const launchedPrefix = 'launched:'

export const newAnonymousTenant = (randomBytes: RandomBytes): string => `${anonymousPrefix}${randomCharacters(24, randomBytes)}`

export const isAnonymous = (tenant: string): boolean => tenant.startsWith(anonymousPrefix)

/** The tenant that launch tokens with this `sub` open. */
export const launchedTenant = (subject: string): string => `${launchedPrefix}${subject}`

/** The customer, as the vendor knows it. Null: an anonymous tenant. */
export const subjectOf = (tenant: string): string | null => (tenant.startsWith(launchedPrefix) ? tenant.slice(launchedPrefix.length) : null)
