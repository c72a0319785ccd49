import * as z from 'zod/mini'
import { AccountId } from './account-id.ts'
import { EmbedOrigin } from './embed-origin.ts'
import { PermissionSet } from './permission-set.ts'
import { Region } from './region.ts'
import { RoleName, RolePath } from './role-name.ts'
import { VendorText } from './vendor-text.ts'

const HttpsUrl = z.string().check(z.regex(/^https:\/\/[^\s"'<>]+$/, { error: 'vendor-config-invalid' }))

/** As browsers write an origin: in lowercase letters, without the port that is understood. */
const ReturnOrigin = z.string().check(
  z.regex(/^https:\/\/(?!.*:443$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?::[1-9]\d{0,4})?$/, {
    error: 'must be an https origin such as https://app.example.com',
  }),
)

const perPartition = <Value extends z.ZodMiniType>(value: Value) =>
  z.object({ aws: z.optional(value), 'aws-us-gov': z.optional(value), 'aws-cn': z.optional(value), 'aws-eusc': z.optional(value) })

/** What of the role a customer may set as the own company asks, beside the permissions boundary. */
const CustomerChoice = z.enum(['path', 'tags', 'maxSessionDuration'])
export type CustomerChoice = z.infer<typeof CustomerChoice>

const VendorRole = z.object({
  name: RoleName,
  // The application role must be allowed sts:AssumeRole on arn:*:iam::*:role{path}{name}; where customers may choose the
  // path, on arn:*:iam::*:role/{name} and on arn:*:iam::*:role/*/{name}.
  path: z._default(RolePath, RolePath.parse('/')),
  /** Seconds. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
  maxSessionDuration: z._default(z.int().check(z.minimum(3600), z.maximum(43200)), 3600),
  permissionsBoundary: z._default(z.enum(['none', 'optional', 'required']), 'none'),
  tags: z._default(z.record(z.string().check(z.minLength(1), z.maxLength(128)), z.string().check(z.maxLength(256))), {}),
  /** Shown on the Account screen, and refused in requests where it is not listed. A session can only be made shorter. */
  customerMayChoose: z._default(z.array(CustomerChoice), []),
})

const VendorExternalId = z.object({
  /** Who makes it: the customer, the customer with a random suffix of ours, or the server alone. */
  mode: z._default(z.enum(['chosen', 'chosen-with-suffix', 'issued']), 'chosen'),
  minimumLength: z._default(z.int().check(z.minimum(2), z.maximum(1224)), 16),
})

/** The vendor's config, `public/vendor.json`. */
export const Vendor = z
  .object({
    $schema: z.optional(z.string()),
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    /** What the vendor's product does, to finish the sentence "… needs access because it …". */
    purpose: VendorText,
    logoUrl: z.optional(z.string().check(z.regex(/^(https:\/\/|\/)[^\s"'<>]+$/, { error: 'vendor-config-invalid' }))),
    accentColor: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, { error: 'vendor-config-invalid' }))),
    supportUrl: z.optional(HttpsUrl),
    /** The trusted account in each partition that the vendor serves. */
    accounts: perPartition(AccountId),
    /** Adds an `aws:PrincipalArn` condition to the trust policy. */
    applicationRoleName: z.optional(RoleName),
    role: VendorRole,
    externalId: VendorExternalId,
    regions: z.array(Region).check(z.minLength(1)),
    /** Where `npm run template` put the template of each partition: an S3 URL that the customer's console can read. */
    templates: perPartition(HttpsUrl),
    permissionSets: z.array(PermissionSet).check(z.minLength(1)),
    hosting: z._default(z.enum(['ec2', 'ecs', 'eks', 'lambda']), 'ec2'),
    embed: z._default(z.object({ allowedOrigins: z._default(z.array(EmbedOrigin), []) }), { allowedOrigins: [] }),
    /** Where a launch token can send customers back to, with `returnUrl`. */
    returnOrigins: z._default(z.array(ReturnOrigin), []),
    links: z._default(z.record(z.string(), HttpsUrl), {}),
  })
  .check(
    z.superRefine((vendor, context) => {
      for (const [index, message] of consistencyFaults(vendor))
        context.addIssue({ code: 'custom', message, path: ['permissionSets', index] })
    }),
  )
export type Vendor = z.infer<typeof Vendor>

const builtInPlaceholders = ['partition', 'accountId', 'region']
/** In small letters: they name something else in statements or in the CloudFormation template, or what every object has. */
const reservedIds = [
  ...builtInPlaceholders,
  ...Object.getOwnPropertyNames(Object.prototype),
  'externalId',
  'accountAccessRole',
  'permissionsBoundary',
  'rolePath',
  'maxSessionDuration',
].map((id) => id.toLowerCase())

function resourceFaults(resource: string, declared: readonly string[]): string[] {
  const own = placeholders(resource).filter((name) => !builtInPlaceholders.includes(name))
  const unknown = own.filter((name) => !declared.includes(name)).map((name) => `"${resource}" uses {{${name}}}, not a parameter of the set`)
  return own.length > 1 ? [...unknown, `"${resource}" uses more than one parameter`] : unknown
}

function setFaults(set: PermissionSet): string[] {
  const declared = set.parameters.map((parameter) => parameter.id)
  return [
    ...set.statements.flatMap((statement) => statement.resources).flatMap((resource) => resourceFaults(resource, declared)),
    ...set.checks.filter((check) => !declared.includes(check.parameter)).map((check) => `Check "${check.id}" uses an unknown parameter`),
  ]
}

/** A config that parses can be rendered: every placeholder is declared, ids are unique. */
function consistencyFaults({ permissionSets }: { readonly permissionSets: readonly PermissionSet[] }): [number, string][] {
  const ids = permissionSets.flatMap((set, index) =>
    [set.id, ...set.parameters.map((parameter) => parameter.id)].map((id) => ({ id: id.toLowerCase(), index })),
  )
  const taken = ids.filter(({ id }) => reservedIds.includes(id))
  const repeated = ids.filter(({ id }, position) => ids.findIndex((other) => other.id === id) < position)
  return [
    ...taken.map(({ id, index }): [number, string] => [index, `The id "${id}" is reserved`]),
    ...repeated.map(({ id, index }): [number, string] => [index, `The id "${id}" is used twice`]),
    ...permissionSets.flatMap((set, index) => setFaults(set).map((message): [number, string] => [index, message])),
  ]
}

/** The names between double braces. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
}

/** The config as the server hands it out, with what only the server knows. */
export const ServedVendor = z.extend(Vendor, {
  simulated: z._default(z.boolean(), false),
  /** `required`: a session needs a launch token, since this server opens no anonymous ones. */
  launch: z._default(z.enum(['required', 'optional']), 'optional'),
})
export type ServedVendor = z.infer<typeof ServedVendor>
