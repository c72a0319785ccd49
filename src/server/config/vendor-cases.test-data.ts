import demoVendor from '#public/vendor.json' with { type: 'json' }

type Outcome = 'error' | 'warning' | 'fine'

/** A change of the demo vendor's config, what comes of it, and the beginning of the sentence. */
export type VendorCase = readonly [title: string, config: object, outcome: Outcome, sentence?: string]

const { role, permissionSets } = demoVendor
const [read, write, decrypt] = permissionSets
const [find, get] = read?.statements ?? []

const changed = (change: object) => ({ ...demoVendor, ...change })
const withRole = (change: object) => changed({ role: { ...role, ...change } })
const withSet = (change: object) => changed({ permissionSets: [{ ...read, ...change }, write, decrypt] })
const withStatement = (change: object) => withSet({ statements: [find, { ...get, ...change }] })
const withResource = (resource: unknown) => withStatement({ resources: [resource] })
const withAction = (action: unknown) => withStatement({ actions: [action] })
const withConditions = (conditions: unknown) => withStatement({ conditions })
const withParameter = (change: object) =>
  withSet({ parameters: [{ id: 'sourceBuckets', title: 'Buckets', kind: 's3-bucket', many: true, ...change }] })
const withCheck = (change: object) =>
  withSet({ checks: [{ id: 'source-bucket-answers', call: 's3-head-bucket', parameter: 'sourceBuckets', ...change }] })
const only = (partition: string, region: string) => ({ accounts: { [partition]: '222233334444' }, regions: [region], templates: {} })
const without = (key: string) => Object.fromEntries(Object.entries(demoVendor).filter(([name]) => name !== key))

const keys: readonly VendorCase[] = [
  [
    'a misspelled key',
    changed({ supportURL: 'https://a.example' }),
    'error',
    'supportURL: This key is unknown. Did you mean "supportUrl"?',
  ],
  [
    'a misspelled key of a set',
    withSet({ statement: [] }),
    'error',
    'permissionSets[0].statement: This key is unknown. Did you mean "statements"? Allowed here: checks, id, parameters,',
  ],
  [
    'a key as IAM writes it',
    withStatement({ Action: ['s3:GetObject'] }),
    'error',
    'permissionSets[0].statements[1].Action: This key is unknown. Did you mean "actions"?',
  ],
  ['a misspelled key of the role', withRole({ pathh: '/' }), 'error', 'role.pathh: This key is unknown. Did you mean "path"?'],
  ['a key of no meaning', changed({ color: '#ffffff' }), 'error', 'color: This key is unknown. Allowed here: $schema, accentColor,'],
  [
    'an effect',
    withStatement({ effect: 'Deny' }),
    'error',
    'permissionSets[0].statements[1].effect: "effect" is not supported: every statement allows.',
  ],
  [
    'an effect as IAM writes it',
    withStatement({ Effect: 'Allow' }),
    'error',
    'permissionSets[0].statements[1].Effect: "effect" is not supported',
  ],
  [
    'managed policies of a set',
    withSet({ managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
    'error',
    'permissionSets[0].managedPolicyArns: Managed policies are not supported.',
  ],
  [
    'managed policies of the role',
    withRole({ managedPolicyArns: [] }),
    'error',
    'role.managedPolicyArns: Managed policies are not supported.',
  ],
  [
    'NotAction',
    withStatement({ notActions: ['iam:*'] }),
    'error',
    'permissionSets[0].statements[1].notActions: "NotAction" is not supported',
  ],
  [
    'NotResource',
    withStatement({ notResources: ['*'] }),
    'error',
    'permissionSets[0].statements[1].notResources: "NotResource" is not supported',
  ],
  [
    'a principal',
    withStatement({ principal: '*' }),
    'error',
    'permissionSets[0].statements[1].principal: A permissions policy has no principal.',
  ],
  ['a comment', changed({ $comment: 'ours' }), 'error', '$comment: Comments are not supported'],
  [
    'an isolated partition',
    changed({ accounts: { ...demoVendor.accounts, 'aws-iso': '222233334444' } }),
    'error',
    'accounts.aws-iso: Isolated partitions are not supported.',
  ],
  [
    'a default of a parameter',
    withParameter({ default: 'images' }),
    'error',
    'permissionSets[0].parameters[0].default: Defaults, examples and help texts are not supported.',
  ],
  ['what the server adds', changed({ simulated: true }), 'error', 'simulated: The server adds "simulated"'],
  ['a schema', changed({ $schema: 'https://a.example/vendor.schema.json' }), 'fine'],
  [
    'a missing key',
    without('permissionSets'),
    'error',
    'permissionSets: This key is missing. Add a list with at least one permission set, for example [{',
  ],
  ['a list as the config', [demoVendor], 'error', '(top level): '],
]

const texts: readonly VendorCase[] = [
  ['an empty name', changed({ name: '' }), 'error', 'name: "" is not allowed here. Use a text of 1 to 60 characters'],
  ['a blank name', changed({ name: '  ' }), 'error', 'name: This text is blank.'],
  ['a name as a number', changed({ name: 5 }), 'error', 'name: 5 is not allowed here.'],
  ['a name that is too long', changed({ name: 'x'.repeat(61) }), 'error', 'name: "xxx'],
  ['a line break in a name', changed({ name: 'Pixel\nworks' }), 'error', 'name: This text has a character that cannot be shown (U+000A).'],
  [
    'a mark that turns the order',
    changed({ name: 'Pixel\u202eworks' }),
    'error',
    'name: This text has a character that cannot be shown (U+202E).',
  ],
  ['an emoji', changed({ name: 'Pixel \u{1f469}\u200d\u{1f4bb}' }), 'fine'],
  ['HTML', changed({ purpose: 'processes <b>images</b>' }), 'warning', 'purpose.en: HTML is shown as it is written.'],
  ['a space at the end', changed({ name: 'Pixelworks ' }), 'warning', 'name: This text starts or ends with a space. Write "Pixelworks".'],
  ['no English', changed({ purpose: { de: 'verarbeitet Bilder' } }), 'error', 'purpose: {"de":"verarbeitet Bilder"} is not allowed here.'],
  [
    'a language in capitals',
    changed({ purpose: { EN: 'processes', en: 'processes' } }),
    'error',
    'purpose.EN: "EN" is not a language tag.',
  ],
  [
    'a language that is not spoken',
    changed({ purpose: { en: 'processes', fr: 'traite', de: 'verarbeitet' } }),
    'warning',
    'purpose.fr: The wizard does not speak "fr"',
  ],
  ['a text that is not translated', withSet({ title: 'Read images' }), 'warning', 'permissionSets[0].title.de: Other texts are in "de"'],
  ['a blank title', withSet({ title: { en: ' ', de: 'x' } }), 'error', 'permissionSets[0].title.en: This text is blank.'],
  [
    'a placeholder in a text',
    withSet({ why: { en: 'Reads {{sourceBuckets}}', de: 'x' } }),
    'error',
    'permissionSets[0].why.en: "Reads {{sourceBuckets}}" has a placeholder.',
  ],
]

const addresses: readonly VendorCase[] = [
  [
    'a script as link',
    changed({ supportUrl: 'javascript:alert(1)' }),
    'error',
    'supportUrl: "javascript:alert(1)" is not allowed here. Use a URL that starts with https://',
  ],
  ['an insecure link', changed({ supportUrl: 'http://a.example' }), 'error', 'supportUrl: "http://a.example" is not allowed here.'],
  ['a relative link', changed({ supportUrl: '/support' }), 'error', 'supportUrl: "/support" is not allowed here.'],
  ['a link with a user name', changed({ supportUrl: 'https://me@a.example/' }), 'error', 'supportUrl: '],
  [
    'a logo of another host',
    changed({ logoUrl: '//cdn.example/logo.svg' }),
    'error',
    'logoUrl: "//cdn.example/logo.svg" is not allowed here.',
  ],
  ['a logo as data', changed({ logoUrl: 'data:image/png;base64,AAAA' }), 'error', 'logoUrl: '],
  ['a logo of the site', changed({ logoUrl: '/logo.svg' }), 'fine'],
  [
    'a color by name',
    changed({ accentColor: 'blue' }),
    'error',
    'accentColor: "blue" is not allowed here. Use # and six hexadecimal digits, for example "#3454d1".',
  ],
  [
    'a short color',
    changed({ accentColor: '#fc0' }),
    'error',
    'accentColor: "#fc0" is not allowed here. Use # and six hexadecimal digits, for example "#3454d1". Write "#ffcc00".',
  ],
  [
    'an origin with a path',
    changed({ embed: { allowedOrigins: ['https://a.example/docs'] } }),
    'error',
    'embed.allowedOrigins[0]: must be an origin',
  ],
  [
    'an unknown hosting',
    changed({ hosting: 'fargate' }),
    'error',
    'hosting: "fargate" is not allowed here. Use one of "ec2", "ecs", "eks", "lambda"',
  ],
  [
    'a misspelled hosting',
    changed({ hosting: 'lamda' }),
    'error',
    'hosting: "lamda" is not allowed here. Use one of "ec2", "ecs", "eks", "lambda", for example "ec2". Did you mean "lambda"?',
  ],
  [
    'a link of another scheme',
    changed({ links: { status: 'ftp://a.example' } }),
    'error',
    'links.status: "ftp://a.example" is not allowed here.',
  ],
]

const accounts: readonly VendorCase[] = [
  [
    'an account as a number',
    changed({ accounts: { aws: 222233334444 } }),
    'error',
    'accounts.aws: 222233334444 is not allowed here. Use 12 digits in quotes, for example "111122223333". A number loses',
  ],
  [
    'an account with hyphens',
    changed({ accounts: { aws: '2222-3333-4444' } }),
    'error',
    'accounts.aws: "2222-3333-4444" is not allowed here. Use 12 digits in quotes, for example "111122223333". Write "222233334444".',
  ],
  [
    'an account of 11 digits',
    changed({ accounts: { aws: '22223333444' } }),
    'error',
    'accounts.aws: "22223333444" is not allowed here. Use 12 digits in quotes, for example "111122223333". This has 11 digits.',
  ],
  ['no account', changed({ accounts: {} }), 'error', 'accounts: No partition has an account.'],
  [
    'an account without a Region',
    changed({ regions: ['us-east-1', 'us-gov-west-1', 'cn-north-1'] }),
    'error',
    'accounts.aws-eusc: No Region of aws-eusc is in "regions"',
  ],
  [
    'a Region without an account',
    changed({ accounts: { aws: '222233334444' } }),
    'warning',
    'regions[5]: us-gov-west-1 is in aws-us-gov, where you have no account',
  ],
  [
    'one account in two partitions',
    changed({ accounts: { ...demoVendor.accounts, 'aws-cn': demoVendor.accounts.aws } }),
    'warning',
    'accounts.aws-cn: This is the account of aws, too.',
  ],
  ['an account of examples', changed(only('aws', 'us-east-1')), 'warning', 'templates.aws: No template is published for aws'],
  [
    'the account 123456789012',
    changed({ ...only('aws', 'us-east-1'), accounts: { aws: '123456789012' } }),
    'warning',
    'accounts.aws: 123456789012 is a number from examples.',
  ],
  [
    'an account of zeros',
    changed({ ...only('aws', 'us-east-1'), accounts: { aws: '000000000000' } }),
    'warning',
    'accounts.aws: 000000000000 is a number from examples.',
  ],
  [
    'an isolated Region',
    changed({ regions: ['us-iso-east-1'] }),
    'error',
    'regions[0]: "us-iso-east-1" is not allowed here. Use an AWS Region, for example "us-east-1". Isolated partitions are not supported.',
  ],
  ['an Availability Zone', changed({ regions: ['us-east-1a'] }), 'error', 'regions[0]: "us-east-1a" is not allowed here.'],
  ['a misspelled Region', changed({ regions: [...demoVendor.regions, 'us-esat-1'] }), 'error', 'regions[8]: AWS has no Region us-esat-1.'],
  [
    'a new Region',
    changed({ regions: [...demoVendor.regions, 'eu-north-7'] }),
    'warning',
    'regions[8]: eu-north-7 is not a Region that Rolebridge knows.',
  ],
  ['no Region', changed({ regions: [] }), 'error', 'regions: [] is not allowed here. Use a list with at least one AWS Region'],
  ['a Region twice', changed({ regions: [...demoVendor.regions, 'us-east-1'] }), 'warning', 'regions[8]: us-east-1 is in the list twice.'],
  [
    'an ARN as application role',
    changed({ applicationRoleName: 'arn:aws:iam::222233334444:role/App' }),
    'error',
    'applicationRoleName: "arn:aws:iam::222233334444:role/App" is not allowed here.',
  ],
  [
    'a template on another host',
    changed({ templates: { aws: 'https://a.example/role.yaml' } }),
    'error',
    'templates.aws: CloudFormation in aws reads templates from Amazon S3 in aws only',
  ],
  [
    'a template of another partition',
    changed({ templates: { aws: demoVendor.templates['aws-cn'] } }),
    'error',
    'templates.aws: CloudFormation in aws reads templates from Amazon S3 in aws only',
  ],
  [
    'a website of a bucket',
    changed({ templates: { aws: 'https://a.s3-website.us-east-1.amazonaws.com/role.yaml' } }),
    'error',
    'templates.aws: CloudFormation in aws',
  ],
  ['an insecure template', changed({ templates: { aws: 'http://a.s3.us-east-1.amazonaws.com/role.yaml' } }), 'error', 'templates.aws: '],
  [
    'an older form of S3 URLs',
    changed({ templates: { ...demoVendor.templates, aws: 'https://s3.amazonaws.com/a/v1.2/role.yaml' } }),
    'fine',
  ],
  [
    'a template that may change',
    changed({ templates: { ...demoVendor.templates, aws: 'https://a.s3.us-east-1.amazonaws.com/role.yaml' } }),
    'warning',
    'templates.aws: The key /role.yaml has neither a hash nor a version in it',
  ],
  ['no template', changed({ templates: {} }), 'warning', 'templates.aws: No template is published for aws'],
  ['an outdated template', withRole({ maxSessionDuration: 3600 }), 'warning', 'templates.aws: The template there is of another config'],
]

const roles: readonly VendorCase[] = [
  ['a role name with a path', withRole({ name: 'vendors/Access' }), 'error', 'role.name: "vendors/Access" is not allowed here.'],
  ['a role name that is too long', withRole({ name: 'x'.repeat(65) }), 'error', 'role.name: '],
  ['a common role name', withRole({ name: 'Admin' }), 'warning', 'role.name: Customers probably have a role named "Admin"'],
  [
    'a reserved role name',
    withRole({ name: 'AWSServiceRoleForPixelworks' }),
    'error',
    'role.name: AWS reserves names such as "AWSServiceRoleForPixelworks".',
  ],
  [
    'a path without slashes',
    withRole({ path: 'vendors' }),
    'error',
    'role.path: "vendors" is not allowed here. Use a path that starts and ends with / and has at most 512 characters and no spaces, for example "/vendors/". Write "/vendors/".',
  ],
  ['a reserved path', withRole({ path: '/aws-service-role/x/' }), 'error', 'role.path: AWS reserves the path'],
  [
    'a duration in quotes',
    withRole({ maxSessionDuration: '7200' }),
    'error',
    'role.maxSessionDuration: "7200" is not allowed here. Use a whole number of seconds from 3600 to 43200, without quotes, for example 7200. Write 7200.',
  ],
  ['a duration that is too long', withRole({ maxSessionDuration: 43_201 }), 'error', 'role.maxSessionDuration: 43201 is not allowed here.'],
  [
    'a misspelled choice',
    withRole({ permissionsBoundary: 'require' }),
    'error',
    'role.permissionsBoundary: "require" is not allowed here. Use one of "none", "optional", "required", for example "none". Did you mean "required"?',
  ],
  ['a required boundary', withRole({ permissionsBoundary: 'required' }), 'warning', 'templates.aws: The template there'],
  ['a reserved tag', withRole({ tags: { 'aws:team': 'x' } }), 'error', 'role.tags["aws:team"]: Keys that start with aws: are reserved.'],
  ['a tag twice', withRole({ tags: { Team: 'x', team: 'y' } }), 'error', 'role.tags.team: This key is here twice'],
  ['a tag value with odd characters', withRole({ tags: { Team: 'a;b' } }), 'error', 'role.tags.Team: IAM allows letters, digits, spaces'],
  [
    '51 tags',
    withRole({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`Tag${index}`, 'x'])) }),
    'error',
    'role.tags: IAM allows 50 tags on a role.',
  ],
  ['a tag without a key', withRole({ tags: { '': 'x' } }), 'error', 'role.tags[""]: '],
  [
    'a short minimum',
    changed({ externalId: { mode: 'chosen', minimumLength: 8 } }),
    'warning',
    'externalId.minimumLength: IDs of 8 characters are easier to guess.',
  ],
  [
    'a minimum of 1',
    changed({ externalId: { minimumLength: 1 } }),
    'error',
    'externalId.minimumLength: 1 is not allowed here. Use a whole number from 2 to 1224',
  ],
  [
    'a minimum that no generated ID has',
    changed({ externalId: { minimumLength: 32 } }),
    'error',
    'externalId.minimumLength: 32 is more than the 24 characters of a generated ID',
  ],
  [
    'a minimum that has no effect',
    changed({ externalId: { mode: 'issued', minimumLength: 20 } }),
    'warning',
    'externalId.minimumLength: With the mode "issued"',
  ],
]

const identifiers: readonly VendorCase[] = [
  ['a set twice', changed({ permissionSets: [read, read] }), 'error', 'permissionSets[1].id: "readSourceImages" is used before.'],
  [
    'an id in other capitals',
    changed({ permissionSets: [read, { ...write, id: 'readsourceImages' }] }),
    'error',
    'permissionSets[1].id: "readSourceImages" is used before.',
  ],
  [
    'an id of a parameter elsewhere',
    changed({ permissionSets: [read, { ...write, id: 'sourceBuckets' }] }),
    'error',
    'permissionSets[1].id: "sourceBuckets" is used before.',
  ],
  ['a reserved id', withSet({ id: 'rolePath' }), 'error', 'permissionSets[0].id: The id "rolePath" is reserved.'],
  ['an id that every object has', withSet({ id: 'toString' }), 'error', 'permissionSets[0].id: The id "toString" is reserved.'],
  ['an id with a hyphen', withSet({ id: 'read-images' }), 'error', 'permissionSets[0].id: "read-images" is not allowed here.'],
  [
    'a Sid twice',
    withStatement({ sid: 'FindSourceImages' }),
    'error',
    'permissionSets[0].statements[1].sid: "FindSourceImages" is used before.',
  ],
  [
    'a Sid of another set',
    withStatement({ sid: 'WriteResults' }),
    'error',
    'permissionSets[1].statements[1].sid: "WriteResults" is used before.',
  ],
  [
    'a Sid with a space',
    withStatement({ sid: 'Read images' }),
    'error',
    'permissionSets[0].statements[1].sid: "Read images" is not allowed here. Use a name of 1 to 64 letters and digits',
  ],
  [
    'a check twice',
    withCheck({ id: 'result-bucket-answers' }),
    'error',
    'permissionSets[1].checks[0].id: "result-bucket-answers" is used before.',
  ],
  [
    'a check of an unknown parameter',
    withCheck({ parameter: 'sourceBucket' }),
    'error',
    'permissionSets[0].checks[0].parameter: "sourceBucket" is not a parameter of this permission set. Use "sourceBuckets". Did you mean "sourceBuckets"?',
  ],
  [
    'a check of the wrong kind',
    changed({ permissionSets: [read, write, { ...decrypt, checks: [{ id: 'key', call: 's3-head-bucket', parameter: 'imageKey' }] }] }),
    'error',
    'permissionSets[2].checks[0].parameter: "s3-head-bucket" is a check of a parameter of the kind "s3-bucket"',
  ],
  [
    'a check without a permission',
    withSet({ statements: [get] }),
    'error',
    'permissionSets[0].checks[0].call: "s3-head-bucket" needs s3:ListBucket',
  ],
  [
    'an unknown call',
    withCheck({ call: 's3-get-object' }),
    'error',
    'permissionSets[0].checks[0].call: "s3-get-object" is not allowed here.',
  ],
  [
    'an unknown kind',
    withParameter({ kind: 's3-buckets' }),
    'error',
    'permissionSets[0].parameters[0].kind: "s3-buckets" is not allowed here. Use one of "s3-bucket", "kms-key-id", "sqs-queue", "dynamodb-table", for example "s3-bucket". Did you mean "s3-bucket"?',
  ],
  [
    'a truth value in quotes',
    withParameter({ many: 'true' }),
    'error',
    'permissionSets[0].parameters[0].many: "true" is not allowed here. Use true or false, without quotes, for example true. Write true without quotes.',
  ],
]

const statements: readonly VendorCase[] = [
  [
    'a placeholder with spaces',
    withResource('arn:{{partition}}:s3:::{{ sourceBuckets }}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{ sourceBuckets }}/*" has spaces in a placeholder. Write {{sourceBuckets}}.',
  ],
  [
    'a placeholder in single braces',
    withResource('arn:{{partition}}:s3:::{sourceBuckets}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{sourceBuckets}/*" has a placeholder with other braces. Write {{sourceBuckets}}',
  ],
  [
    'a placeholder as in shells',
    withResource('arn:{{partition}}:s3:::$'.concat('{sourceBuckets}/*')),
    'error',
    'permissionSets[0].statements[1].resources[0]: ',
  ],
  [
    'a brace that is missing',
    withResource('arn:{{partition}}:s3:::{{sourceBuckets}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: ',
  ],
  [
    'an unknown placeholder',
    withResource('arn:{{partition}}:s3:::{{sourceBucket}}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{sourceBucket}}/*" uses {{sourceBucket}}, which is unknown here. Allowed here: {{partition}}, {{accountId}}, {{region}}, {{sourceBuckets}}. Did you mean "sourceBuckets"?',
  ],
  [
    'a misspelled built-in placeholder',
    withResource('arn:{{partition}}:sqs:{{region}}:{{accountID}}:jobs'),
    'error',
    'permissionSets[0].statements[1].resources[0]: ',
  ],
  [
    'a parameter of another set',
    withResource('arn:{{partition}}:s3:::{{resultBucket}}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{resultBucket}}/*" uses {{resultBucket}}, which is unknown here.',
  ],
  [
    'two parameters in one ARN',
    withResource('arn:{{partition}}:s3:::{{sourceBuckets}}/{{sourceBuckets}}'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{sourceBuckets}}/{{sourceBuckets}}" uses more than one parameter.',
  ],
  [
    'a policy variable',
    withResource('arn:{{partition}}:s3:::{{sourceBuckets}}/$'.concat('{aws:PrincipalTag/team}/*')),
    'warning',
    'templates.aws: The template there',
  ],
  ['a bucket name', withResource('acme-uploads'), 'error', 'permissionSets[0].statements[1].resources[0]: "acme-uploads" is not an ARN.'],
  ['an empty resource', withResource(''), 'error', 'permissionSets[0].statements[1].resources[0]: "" is not allowed here.'],
  [
    'a fixed partition',
    withResource('arn:aws:s3:::{{sourceBuckets}}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:aws:s3:::{{sourceBuckets}}/*" works in the partition aws only',
  ],
  [
    'an unknown partition',
    withResource('arn:amazon:s3:::{{sourceBuckets}}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: "arn:amazon:s3:::{{sourceBuckets}}/*" names the partition "amazon"',
  ],
  ['an object action on a bucket', withResource('arn:{{partition}}:s3:::{{sourceBuckets}}'), 'error', 'permissionSets[0].statements[1].'],
  [
    'a resource as a text',
    withStatement({ resources: 'arn:{{partition}}:s3:::{{sourceBuckets}}/*' }),
    'error',
    'permissionSets[0].statements[1].resources: "arn:{{partition}}:s3:::{{sourceBuckets}}/*" is not allowed here. Use a list with at least one ARN',
  ],
  ['no actions', withStatement({ actions: [] }), 'error', 'permissionSets[0].statements[1].actions: [] is not allowed here.'],
  ['a misspelled action', withAction('s3:GetObjects'), 'error', 'permissionSets[0].statements[1].actions[0]: '],
  [
    'an action without its service',
    withAction('GetObject'),
    'error',
    'permissionSets[0].statements[1].actions[0]: "GetObject" is not an action of IAM.',
  ],
  [
    'an action with a placeholder',
    withAction('s3:{{action}}'),
    'error',
    'permissionSets[0].statements[1].actions[0]: "s3:{{action}}" has a placeholder.',
  ],
  ['every action of a service', withAction('s3:*'), 'warning', 'permissionSets[0].statements[1].actions[0]: '],
  [
    'everything',
    withStatement({ actions: ['*'], resources: ['*'] }),
    'error',
    'permissionSets[0].statements[1].actions[0]: "*" on "*" gives away the whole account.',
  ],
  [
    'everything in other words',
    withStatement({ actions: ['*:*'], resources: ['*'] }),
    'error',
    'permissionSets[0].statements[1].actions[0]: "*:*" on "*" gives away the whole account.',
  ],
  ['writing to IAM', withStatement({ actions: ['iam:PutRolePolicy'], resources: ['*'] }), 'error', 'permissionSets[0].statements[1].'],
  ['reading every object', withStatement({ resources: ['*'] }), 'warning', 'permissionSets[0].statements[1].'],
  [
    'a parameter without a use',
    withSet({ parameters: [...(read?.parameters ?? []), { id: 'spare', title: { en: 'Spare', de: 'Frei' }, kind: 's3-bucket' }] }),
    'warning',
    'permissionSets[0].parameters[1]: Customers are asked for "spare"',
  ],
  [
    'a parameter of another service',
    withResource('arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{sourceBuckets}}'),
    'warning',
    'permissionSets[0].statements[1].resources[0]: "sourceBuckets" is of the kind "s3-bucket"',
  ],
  [
    'a bucket ARN with a Region',
    withResource('arn:{{partition}}:s3:{{region}}:{{accountId}}:{{sourceBuckets}}/*'),
    'error',
    'permissionSets[0].statements[1].resources[0]: The ARN of a bucket has neither Region nor account. Write "arn:{{partition}}:s3:::{{sourceBuckets}}/*".',
  ],
  [
    'a part of a bucket name',
    withResource('arn:{{partition}}:s3:::{{sourceBuckets}}-logs/*'),
    'warning',
    'permissionSets[0].statements[1].resources[0]: This is not what customers name with "sourceBuckets".',
  ],
  ['a link with an odd name', changed({ links: { 'a b': 'https://a.example' } }), 'warning', 'links["a b"]: Names of links are'],
  [
    'a purpose with a full stop',
    changed({ purpose: { en: 'processes images.', de: 'verarbeitet Bilder' } }),
    'warning',
    'purpose.en: This finishes a sentence',
  ],
  [
    'a placeholder in a condition',
    withConditions({ StringEquals: { 's3:prefix': '{{sourceBuckets}}' } }),
    'error',
    'permissionSets[0].statements[1].conditions.StringEquals["s3:prefix"]: "{{sourceBuckets}}" has a placeholder.',
  ],
  [
    'a placeholder in a condition key',
    withConditions({ StringEquals: { 's3:{{x}}': 'a' } }),
    'error',
    'permissionSets[0].statements[1].conditions.StringEquals["s3:{{x}}"]: "s3:{{x}}" has a placeholder.',
  ],
  [
    'an unknown operator',
    withConditions({ StringEqual: { 'aws:PrincipalTag/team': 'a' } }),
    'error',
    'permissionSets[0].statements[1].conditions.StringEqual: "StringEqual" is not an operator of IAM. Use one such as "StringEquals" or "ArnLike". Did you mean "StringEquals"?',
  ],
  [
    'a condition key without its service',
    withConditions({ StringEquals: { prefix: 'a' } }),
    'error',
    'permissionSets[0].statements[1].conditions.StringEquals.prefix: "prefix" is not a condition key.',
  ],
  [
    'a truth value in a condition',
    withConditions({ Bool: { 'aws:SecureTransport': true } }),
    'error',
    'permissionSets[0].statements[1].conditions.Bool["aws:SecureTransport"]: true is not allowed here. Use a text in quotes, or a list of texts, for example "true" or ["a", "b"]. Write it in quotes: "true".',
  ],
  [
    'a condition without values',
    withConditions({ StringEquals: { 'aws:PrincipalTag/team': [] } }),
    'error',
    'permissionSets[0].statements[1].conditions.StringEquals["aws:PrincipalTag/team"]: This list is empty',
  ],
  [
    'a value that its operator cannot compare',
    withConditions({ Bool: { 'aws:SecureTransport': 'yes' } }),
    'error',
    'permissionSets[0].statements[1].conditions.Bool',
  ],
  ['an empty condition', withConditions({}), 'warning', 'permissionSets[0].statements[1].conditions: This is empty'],
  [
    'a key twice',
    withConditions({ StringEquals: { 'aws:PrincipalTag/a': 'x', 'aws:principaltag/a': 'y' } }),
    'error',
    'permissionSets[0].statements[1].conditions.StringEquals["aws:principaltag/a"]: "aws:principaltag/a" is here twice',
  ],
  ['a condition that holds', withConditions({ Bool: { 'aws:SecureTransport': 'true' } }), 'warning', 'templates.aws: The template there'],
  [
    'more than a policy can hold',
    withSet({ statements: Array.from({ length: 130 }, (_, index) => ({ ...find, sid: `Find${index}` })) }),
    'error',
    'permissionSets: ',
  ],
  [
    'more than a policy can hold with many values',
    withSet({ statements: Array.from({ length: 6 }, (_, index) => ({ ...find, sid: `Find${index}` })) }),
    'warning',
    'permissionSets: A customer who chooses everything',
  ],
]

export const vendorCases: readonly VendorCase[] = [...keys, ...texts, ...addresses, ...accounts, ...roles, ...identifiers, ...statements]
