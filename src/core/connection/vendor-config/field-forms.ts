import { ParameterKind } from '#core/aws/parameter-kind.ts'
import { partitionIds } from '#core/aws/partition.ts'
import { checkIds } from '#core/checks/checks.ts'
import { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { type ConfigPath, fieldOf } from './config-finding.ts'

export type FieldForm = {
  /** Finishes "Use …". */
  readonly allowed: string
  /** A value, written as in the config. */
  readonly example: string
  /** All values, where they can be listed. */
  readonly values?: readonly string[]
}

const text = (example: string): FieldForm => ({
  allowed: 'a text, or texts by language with English ("en") among them',
  example: `${JSON.stringify(example)} or { "en": ${JSON.stringify(example)}, "de": "…" }`,
})

const account: FieldForm = { allowed: '12 digits in quotes', example: '"111122223333"' }
const templateUrl = (host: string): FieldForm => ({
  allowed: 'the https:// URL of an object in Amazon S3',
  example: `"https://acme-templates.s3.${host}/rolebridge/1d7f6f86b39c5ee5/role.yaml"`,
})
const id = (example: string): FieldForm => ({
  allowed: 'an id of up to 41 letters and digits, the first one a lowercase letter',
  example: JSON.stringify(example),
})
const link: FieldForm = { allowed: 'a URL that starts with https://', example: '"https://acme.example/support"' }
const choice = (...values: readonly string[]): FieldForm => ({
  allowed: `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`,
  example: JSON.stringify(values[0]),
  values,
})

const statement = '{ "sid": "ReadImages", "actions": ["s3:GetObject"], "resources": ["arn:{{partition}}:s3:::{{buckets}}/*"] }'
const parameter = '{ "id": "buckets", "title": "Buckets", "kind": "s3-bucket", "many": true }'
const check = '{ "id": "bucket-answers", "call": "s3-head-bucket", "parameter": "buckets" }'

const role = (name: string): FieldForm => ({ allowed: 'an object that names a role', example: `{ "name": "${name}" }` })
const roleName = (name: string): FieldForm => ({
  allowed: 'the name of a role: 1 to 64 letters, digits and +=,.@_-',
  example: `"${name}"`,
})
const rolePath: FieldForm = {
  allowed: 'a path that starts and ends with / and has at most 512 characters and no spaces',
  example: '"/service/"',
}

/** Allowed values of each field, by its path: `[]` is every item of a list, `*` every key of an object whose keys the vendor chooses. */
export const fieldForms: Readonly<Record<string, FieldForm>> = {
  $schema: { allowed: 'the path or URL of the schema', example: '"./vendor.schema.json"' },
  name: { allowed: 'a text of 1 to 60 characters', example: '"Acme Images"' },
  purpose: text('processes the images in your S3 buckets'),
  logoUrl: { allowed: 'a URL that starts with https://, or an absolute path on the wizard’s site', example: '"/logo.svg"' },
  accentColor: { allowed: '# and six hexadecimal digits', example: '"#3454d1"' },
  supportUrl: link,
  privacyUrl: link,
  returnUrl: link,
  accounts: { allowed: 'an object with one AWS account for each partition', example: '{ "aws": "111122223333" }' },
  'accounts.aws': account,
  'accounts.aws-us-gov': account,
  'accounts.aws-cn': account,
  'accounts.aws-eusc': account,
  applicationRoleName: { allowed: 'the name of a role: 1 to 64 letters, digits and +=,.@_-', example: '"AcmeApplication"' },
  applicationRolePath: rolePath,
  additionalApplicationRoles: { allowed: 'a list of roles; it may be empty', example: '[{ "name": "AcmeOldApplication" }]' },
  'additionalApplicationRoles[]': role('AcmeOldApplication'),
  'additionalApplicationRoles[].name': roleName('AcmeOldApplication'),
  'additionalApplicationRoles[].path': rolePath,
  verifierRole: role('AcmeVerifier'),
  'verifierRole.name': roleName('AcmeVerifier'),
  'verifierRole.path': rolePath,
  applicationUser: { allowed: 'an object that names an IAM user', example: '{ "name": "acme-application" }' },
  'applicationUser.name': { allowed: 'the name of an IAM user: 1 to 64 letters, digits and +=,.@_-', example: '"acme-application"' },
  'applicationUser.path': {
    allowed: 'a path that starts and ends with /, of letters, digits, single slashes and +=,.@_-',
    example: '"/service/"',
  },
  role: { allowed: 'an object that describes the account access role', example: '{ "name": "AcmeAccess" }' },
  'role.name': { allowed: 'the name of a role: 1 to 64 letters, digits and +=,.@_-', example: '"AcmeAccess"' },
  'role.nameSuffix': choice('none', 'per-connection'),
  'role.path': { allowed: 'a path that starts and ends with / and has at most 512 characters and no spaces', example: '"/vendors/"' },
  'role.maxSessionDuration': { allowed: 'a whole number of seconds from 3600 to 43200, without quotes', example: '7200' },
  'role.permissionsBoundary': choice('none', 'optional', 'required'),
  'role.tags': { allowed: 'an object of tag keys and values', example: '{ "CreatedFor": "Acme" }' },
  'role.tags.*': { allowed: 'a key of 1 to 128 characters with a text of at most 256 as its value', example: '"CreatedFor": "Acme"' },
  'role.customerMayChoose': { allowed: 'a list of "path", "tags", "maxSessionDuration"', example: '["path", "tags"]' },
  'role.customerMayChoose[]': choice('path', 'tags', 'maxSessionDuration'),
  externalId: { allowed: 'an object with "mode" and "minimumLength"', example: '{ "mode": "chosen" }' },
  'externalId.mode': choice('chosen', 'chosen-with-suffix', 'issued'),
  'externalId.minimumLength': { allowed: 'a whole number from 2 to 1224, without quotes', example: '16' },
  regions: { allowed: 'a list with at least one AWS Region', example: '["us-east-1", "eu-central-1"]' },
  'regions[]': { allowed: 'an AWS Region', example: '"us-east-1"' },
  templates: { allowed: 'an object with one template URL for each partition; it may be empty', example: '{}' },
  'templates.aws': templateUrl('us-east-1.amazonaws.com'),
  'templates.aws-us-gov': templateUrl('us-gov-west-1.amazonaws.com'),
  'templates.aws-cn': templateUrl('cn-north-1.amazonaws.com.cn'),
  'templates.aws-eusc': templateUrl('eusc-de-east-1.amazonaws.eu'),
  permissionSets: {
    allowed: 'a list with at least one permission set',
    example: `[{ "id": "readImages", "title": "…", "why": "…", "statements": [${statement}] }]`,
  },
  'permissionSets[]': { allowed: 'an object that describes a permission set', example: '{ "id": "readImages", "title": "…", … }' },
  'permissionSets[].id': id('readImages'),
  'permissionSets[].title': text('Read images'),
  'permissionSets[].why': text('Reads the images that you ask us to process.'),
  'permissionSets[].required': { allowed: 'true or false, without quotes', example: 'true' },
  'permissionSets[].partitions': { allowed: 'a list with at least one partition', example: '["aws", "aws-us-gov"]' },
  'permissionSets[].partitions[]': choice(...partitionIds),
  'permissionSets[].parameters': { allowed: 'a list of parameters', example: `[${parameter}]` },
  'permissionSets[].parameters[]': { allowed: 'an object that describes a parameter', example: parameter },
  'permissionSets[].parameters[].id': id('buckets'),
  'permissionSets[].parameters[].title': text('S3 buckets to read'),
  'permissionSets[].parameters[].kind': choice(...ParameterKind.options),
  'permissionSets[].parameters[].many': { allowed: 'true or false, without quotes', example: 'true' },
  'permissionSets[].parameters[].default': { allowed: 'a value, or a list of values', example: '"acme-uploads"' },
  'permissionSets[].parameters[].default[]': { allowed: 'a value', example: '"acme-uploads"' },
  'permissionSets[].parameters[].example': { allowed: 'a value', example: '"acme-uploads"' },
  'permissionSets[].parameters[].help': text('You find it in the Amazon S3 console.'),
  'permissionSets[].statements': { allowed: 'a list of statements', example: `[${statement}]` },
  'permissionSets[].statements[]': { allowed: 'an object that describes a statement', example: statement },
  'permissionSets[].statements[].sid': { allowed: 'a name of 1 to 64 letters and digits, without spaces', example: '"ReadImages"' },
  'permissionSets[].statements[].effect': choice('Allow', 'Deny'),
  'permissionSets[].statements[].actions': { allowed: 'a list with at least one action', example: '["s3:GetObject"]' },
  'permissionSets[].statements[].actions[]': { allowed: 'an action with its service', example: '"s3:GetObject"' },
  'permissionSets[].statements[].resources': {
    allowed: 'a list with at least one ARN',
    example: '["arn:{{partition}}:s3:::{{buckets}}/*"]',
  },
  'permissionSets[].statements[].resources[]': { allowed: 'an ARN or "*"', example: '"arn:{{partition}}:s3:::{{buckets}}/*"' },
  'permissionSets[].statements[].conditions': {
    allowed: 'an object of operators, keys and values, as in IAM',
    example: '{ "StringEquals": { "s3:prefix": "images/" } }',
  },
  'permissionSets[].statements[].conditions.*': {
    allowed: 'an object of condition keys and values',
    example: '{ "s3:prefix": "images/" }',
  },
  'permissionSets[].statements[].conditions.*.*': { allowed: 'a text in quotes, or a list of texts', example: '"true" or ["a", "b"]' },
  'permissionSets[].managedPolicyArns': {
    allowed: 'a list of ARNs of managed policies of AWS',
    example: '["arn:aws:iam::aws:policy/SecurityAudit"]',
  },
  'permissionSets[].managedPolicyArns[]': {
    allowed: 'the ARN of a managed policy of AWS, with aws or {{partition}} as the partition',
    example: '"arn:aws:iam::aws:policy/SecurityAudit"',
  },
  'permissionSets[].checks': { allowed: 'a list of checks', example: `[${check}]` },
  'permissionSets[].checks[]': { allowed: 'an object that describes a check', example: check },
  'permissionSets[].checks[].id': {
    allowed: 'an id of up to 61 lowercase letters, digits and hyphens, the first one a letter',
    example: '"bucket-answers"',
  },
  'permissionSets[].checks[].call': choice(...checkIds),
  'permissionSets[].checks[].parameter': { allowed: 'the id of a parameter of this permission set', example: '"buckets"' },
  roleInspection: choice('none', 'optional', 'required'),
  hosting: choice(...HostingPlatform.options),
  embed: { allowed: 'an object with "allowedOrigins"', example: '{ "allowedOrigins": ["https://docs.acme.example"] }' },
  returnOrigins: { allowed: 'a list of https origins', example: '["https://app.acme.example"]' },
  'returnOrigins[]': {
    allowed: 'an https origin in lowercase letters, without a path and without the port 443',
    example: '"https://app.acme.example"',
  },
  'embed.allowedOrigins': { allowed: 'a list of origins', example: '["https://docs.acme.example"]' },
  'embed.allowedOrigins[]': {
    allowed: 'an origin without a path, or https://*. and a domain for all its subdomains',
    example: '"https://docs.acme.example"',
  },
  links: { allowed: 'an object of names and URLs', example: '{ "privacy": "https://acme.example/privacy" }' },
  'links.*': link,
  words: { allowed: 'an object of languages', example: '{ "en": { "account": { "submit": "Next" } } }' },
  'words.*': { allowed: 'an object of catalogs', example: '{ "account": { "submit": "Next" } }' },
  'words.*.*': { allowed: 'an object of texts by key path', example: '{ "submit": "Next" }' },
  'words.*.*.*': { allowed: 'a text of 1 to 1000 characters', example: '"Next"' },
}

/** The keys that an object of the config may have. Empty where the vendor chooses them. */
export function keysIn(field: string): readonly string[] {
  const start = field === '' ? '' : `${field}.`
  const keys = Object.keys(fieldForms).filter((key) => key.startsWith(start) && /^[\w$-]+$/.test(key.slice(start.length)))
  return keys.map((key) => key.slice(start.length))
}

/** The form at a path, also below an object whose keys the vendor chooses. */
export function formAt(path: ConfigPath): FieldForm | undefined {
  const candidates = [0, 1, 2].map((open) =>
    fieldOf([...path.slice(0, path.length - open), ...path.slice(path.length - open).map(() => '*')]),
  )
  const key = candidates.find((candidate) => Object.hasOwn(fieldForms, candidate))
  return key === undefined ? undefined : fieldForms[key]
}
