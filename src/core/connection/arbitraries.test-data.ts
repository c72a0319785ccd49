import fc from 'fast-check'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { type ConnectionTerms, connectionTerms } from './connection.ts'
import { externalIdMaximumLength } from './external-id/external-id.ts'
import { Vendor } from './vendor.ts'
import { HostingPlatform, offeredRegions } from './vendor-fields.ts'

/** ROLEBRIDGE_SEED repeats a run; without it every run is the same. */
export const seed = Number(process.env['ROLEBRIDGE_SEED'] ?? 20160101)

/** Any text, also one that is put together from these pieces. */
export const textOf = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
  )

const characters = (text: string) => fc.constantFrom(...text.split(''))

const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const accountIds = fc.string({ unit: characters(digits), minLength: 12, maxLength: 12 })

/** Everything that STS takes, short ones and long ones. */
const externalIds = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: characters(`${letters}${digits}_+=,.@:/-`), minLength: 2, maxLength: 64 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: characters(letters), minLength: externalIdMaximumLength - 3, maxLength: externalIdMaximumLength }),
  },
)

const roleNames = fc.string({ unit: characters(`${letters}${digits}_+=,.@-`), minLength: 1, maxLength: 64 })

const rolePaths = fc.constantFrom('/', '/service/')

/** An account has each name once, in any case. */
const severalRoles = fc
  .record({
    names: fc.uniqueArray(roleNames, { minLength: 3, maxLength: 4, selector: (name) => name.toLowerCase() }),
    paths: fc.array(rolePaths, { minLength: 4, maxLength: 4 }),
    applicationRolePath: rolePaths,
    hasVerifier: fc.boolean(),
  })
  .map(({ names: [applicationRoleName, ...others], paths, applicationRolePath, hasVerifier }) => {
    const [verifier, ...additional] = others.map((name, index) => ({ name, path: paths[index] }))
    return {
      applicationRoleName,
      applicationRolePath,
      additionalApplicationRoles: additional,
      ...(hasVerifier ? { verifierRole: verifier } : {}),
    }
  })

/** A vendor that names its application role, several, its IAM user, or neither. */
const applications = fc.oneof(
  fc.record({ hosting: fc.constantFrom(...HostingPlatform.options) }),
  fc.record({ hosting: fc.constantFrom(...HostingPlatform.options), applicationRoleName: roleNames }),
  severalRoles,
  fc.record({ applicationUser: fc.record({ name: roleNames, path: fc.constantFrom('/', '/service/') }) }),
)

/** The demo vendor with other accounts in all partitions, and any application. */
const vendors: fc.Arbitrary<Vendor> = fc
  .record({
    accounts: fc.uniqueArray(accountIds, { minLength: 4, maxLength: 4 }),
    application: applications,
  })
  .map(({ accounts: [aws, government, china, europe], application }) =>
    Vendor.parse({
      ...demoVendor,
      accounts: { aws, 'aws-us-gov': government, 'aws-cn': china, 'aws-eusc': europe },
      applicationRoleName: undefined,
      ...application,
    }),
  )

export type ConnectionCase = { readonly vendor: Vendor; readonly terms: ConnectionTerms }

/** A valid connection in any partition, with the vendor it is to. */
export const connections: fc.Arbitrary<ConnectionCase> = vendors.chain((vendor) =>
  fc
    .record({
      accountId: accountIds.filter((accountId) => !Object.values(vendor.accounts).some((account) => account === accountId)),
      region: fc.constantFrom(...offeredRegions(vendor).map(({ region }) => region)),
      externalId: externalIds,
    })
    .map((request) => ({
      vendor,
      terms: connectionTerms(vendor, { externalId: 'any' }).parse({
        ...request,
        permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
      }),
    })),
)
