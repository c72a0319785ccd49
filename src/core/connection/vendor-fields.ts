import * as z from 'zod/mini'
import { AccountId } from '#core/aws/account-id.ts'
import { RoleName, RolePath, UserName, UserPath } from '#core/aws/iam-names.ts'
import { type Partition, partitionIds } from '#core/aws/partition.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import { PermissionSet, VendorText } from './permission-set.ts'

const label = '[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?'
/** One that ends in a number would be read as an IPv4 address. https://url.spec.whatwg.org/#concept-host-parser */
const lastLabel = '[a-z](?:[a-z0-9_-]*[a-z0-9])?'
const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const names = `(?:${label}\\.)*${lastLabel}`
/** At least two labels are named: below one alone are the sites of everybody. */
const anySubdomain = `\\*\\.(?:${label}\\.)+${lastLabel}`
const address = `${byte}(?:\\.${byte}){3}|\\[::1\\]`

const pattern = new RegExp(`^https?://(?:${names}|${anySubdomain}|${address})(?::[1-9]\\d{1,4})?/?$`)
/** Browsers leave it out of origins. https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
const needlessPort = /^(?:https:.*:443|http:.*:80)\/?$/
const portMaximum = 65_535

const hasPortOfItsOwn = (text: string) => !needlessPort.test(text) && Number(/:(\d+)\/?$/.exec(text)?.[1] ?? 0) <= portMaximum

/** A page that may show the wizard in a frame, as in `frame-ancestors`. https://www.w3.org/TR/CSP3/#directive-frame-ancestors */
export const EmbedOrigin = z
  .string()
  .check(z.regex(pattern, { abort: true }), z.refine(hasPortOfItsOwn))
  .brand<'EmbedOrigin'>()
export type EmbedOrigin = z.infer<typeof EmbedOrigin>

/** A host, without a user name. */
const host = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?`
/** An origin as browsers write it: in lowercase letters, without the default port. */
const ReturnOrigin = z.string().check(z.regex(/^https:\/\/(?!.*:443$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?::[1-9]\d{0,4})?$/))

const HttpsUrl = z.string().check(z.regex(new RegExp(String.raw`^https://${host}(?:[/?#][^\s"'<>\\]*)?$`, 'u')))
/** A path that begins with two slashes would be another host. https://url.spec.whatwg.org/#relative-slash-state */
const LogoUrl = z.string().check(z.regex(new RegExp(String.raw`^(?:https://${host}[/?#][^\s"'<>\\]+|/(?![/\\])[^\s"'<>\\]+)$`, 'u')))

const perPartition = <Value extends z.ZodMiniType>(value: Value) =>
  z.strictObject({ aws: z.optional(value), 'aws-us-gov': z.optional(value), 'aws-cn': z.optional(value), 'aws-eusc': z.optional(value) })

const PathOfRole = z._default(RolePath, RolePath.parse('/'))

/** Settings of the role that customers may change, in addition to the permissions boundary. */
const CustomerChoice = z.enum(['path', 'tags', 'maxSessionDuration'])
export type CustomerChoice = z.infer<typeof CustomerChoice>

const VendorRole = z.strictObject({
  name: RoleName,
  /** `per-connection`: the name of each role is `{name}-{suffix}`, so that one account can hold several. */
  nameSuffix: z._default(z.enum(['none', 'per-connection']), 'none'),
  // The application role must be allowed sts:AssumeRole on arn:*:iam::*:role{path}{name}; where customers may choose the
  // path, on arn:*:iam::*:role/{name} and on arn:*:iam::*:role/*/{name}. With a suffix, {name} is {name}-*.
  path: PathOfRole,
  /** Seconds. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
  maxSessionDuration: z._default(z.int().check(z.minimum(3600), z.maximum(43200)), 3600),
  permissionsBoundary: z._default(z.enum(['none', 'optional', 'required']), 'none'),
  tags: z._default(z.record(z.string().check(z.minLength(1), z.maxLength(128)), z.string().check(z.maxLength(256))), {}),
  /** Shown on the Account screen, and refused in requests where it is not listed. A session can only be made shorter. */
  customerMayChoose: z._default(z.array(CustomerChoice), []),
})

const VendorExternalId = z.strictObject({
  /** Chosen by the customer, chosen with a random suffix of the server, or issued by the server alone. */
  mode: z._default(z.enum(['chosen', 'chosen-with-suffix', 'issued']), 'chosen'),
  minimumLength: z._default(z.int().check(z.minimum(2), z.maximum(1224)), 16),
})

const ApplicationRole = z.strictObject({ name: RoleName, path: PathOfRole })
export type ApplicationRole = z.infer<typeof ApplicationRole>

const ApplicationUser = z.strictObject({ name: UserName, path: z._default(UserPath, UserPath.parse('/')) })

/** The platform that runs the vendor's application. `eks` is EKS Pod Identity, `roles-anywhere` a place outside AWS. */
export const HostingPlatform = z.enum(['ec2', 'ec2-auto-scaling', 'ecs', 'eks', 'eks-irsa', 'lambda', 'roles-anywhere'])
export type HostingPlatform = z.infer<typeof HostingPlatform>

/**
 * The form of the vendor's config, for the JSON Schema and for what the server hands out. `vendor.ts` has the parser, which also
 * applies the rules.
 */
export const VendorFields = z.strictObject({
  $schema: z.optional(z.string()),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  /** The purpose of the vendor's product, to finish the sentence "… needs access because it …". */
  purpose: VendorText,
  logoUrl: z.optional(LogoUrl),
  accentColor: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
  supportUrl: z.optional(HttpsUrl),
  /** The vendor's notice about data and their use. */
  privacyUrl: z.optional(HttpsUrl),
  /** The page to continue to after connecting, unless the launch token names one. */
  returnUrl: z.optional(HttpsUrl),
  /** The trusted account in each partition that the vendor serves. */
  accounts: perPartition(AccountId),
  /** Adds an `aws:PrincipalArn` condition to the trust policy. */
  applicationRoleName: z.optional(RoleName),
  applicationRolePath: z.optional(RolePath),
  /** Other roles of the same account that customers trust too, such as the old one while the application moves to a new one. */
  additionalApplicationRoles: z.optional(z.array(ApplicationRole)),
  /** The role that only checks run as, so that a public server needs no more. Customers trust it too. */
  verifierRole: z.optional(ApplicationRole),
  /** In place of a role: the IAM user of the vendor account that calls AWS. It is the principal of the trust policy. */
  applicationUser: z.optional(ApplicationUser),
  role: VendorRole,
  externalId: VendorExternalId,
  regions: z.array(Region).check(z.minLength(1)),
  /** The URL to which `rolebridge template` uploaded the template of each partition. The customer's console must be able to read it. */
  templates: perPartition(HttpsUrl),
  permissionSets: z.array(PermissionSet).check(z.minLength(1)),
  /** Adds a permission set of ours, which lets a check read the role's own policies. */
  roleInspection: z._default(z.enum(['none', 'optional', 'required']), 'none'),
  hosting: z._default(HostingPlatform, 'ec2'),
  embed: z._default(z.strictObject({ allowedOrigins: z._default(z.array(EmbedOrigin), []) }), { allowedOrigins: [] }),
  /** Origins that `returnUrl` of a launch token can name. */
  returnOrigins: z._default(z.array(ReturnOrigin), []),
  links: z._default(z.record(z.string(), HttpsUrl), {}),
  /** Texts in place of ours, by language, catalog and key path. */
  words: z._default(
    z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string().check(z.minLength(1), z.maxLength(1000))))),
    {},
  ),
})
export type VendorFields = z.infer<typeof VendorFields>

export const servedPartitions = ({ accounts }: Pick<VendorFields, 'accounts'>): readonly Partition[] =>
  partitionIds.filter((partition) => accounts[partition] !== undefined)

export const hasNameSuffix = ({ role }: Pick<VendorFields, 'role'>): boolean => role.nameSuffix === 'per-connection'

/** The name that is shown where no connection is known. */
export const shownRoleName = (vendor: Pick<VendorFields, 'role'>): string =>
  hasNameSuffix(vendor) ? `${vendor.role.name}-…` : vendor.role.name

/** Seconds. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const shortestSessionDuration = 3600

/** A session can only be made shorter, so it must be longer than the shortest. */
export function mayChoose({ role }: Pick<VendorFields, 'role'>, choice: CustomerChoice): boolean {
  return role.customerMayChoose.includes(choice) && (choice !== 'maxSessionDuration' || role.maxSessionDuration > shortestSessionDuration)
}

/** The regions that the vendor lists and has an account for. */
export function offeredRegions(vendor: VendorFields): readonly { readonly region: Region; readonly partition: Partition }[] {
  return vendor.regions
    .map((region) => ({ region, partition: partitionOf(region) }))
    .filter(({ partition }) => vendor.accounts[partition] !== undefined)
}

/** The config as the server hands it out. It has passed the rules, so the first screen does not carry them. */
export const ServedVendor = z.extend(VendorFields, {
  /** True where AWS is simulated. */
  simulated: z._default(z.boolean(), false),
  /** `required`: a session needs a launch token, since this server opens no anonymous ones. */
  launch: z._default(z.enum(['required', 'optional']), 'optional'),
  /** False where an emulator stands in for AWS: it has no console that a link could open. Absent: there is one wherever AWS is simulated. */
  hasSimulatedConsole: z.optional(z.boolean()),
  /** Custom properties for the accent color, readable in both themes. */
  accentProperties: z.optional(z.record(z.string(), z.string())),
})
export type ServedVendor = z.infer<typeof ServedVendor>
