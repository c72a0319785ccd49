import demoVendor from '#public/vendor.json' with { type: 'json' }

/** A changed config of the demo vendor, and the beginning of the message about it. */
type FaultyConfig = readonly [config: object, message: string]

const { role, permissionSets } = demoVendor
const [read, write, decrypt] = permissionSets
const [find, get] = read?.statements ?? []

const changed = (change: object) => ({ ...demoVendor, ...change })
const withRole = (change: object) => changed({ role: { ...role, ...change } })
const withSet = (change: object) => changed({ permissionSets: [{ ...read, ...change }, write, decrypt] })
const withManaged = (...managedPolicyArns: readonly string[]) => withSet({ managedPolicyArns })
const withStatement = (change: object) => withSet({ statements: [find, { ...get, ...change }] })
const withResource = (resource: unknown) => withStatement({ resources: [resource] })
const withAction = (action: unknown) => withStatement({ actions: [action] })
const withConditions = (conditions: unknown) => withStatement({ conditions })
const withParameter = (change: object) =>
  withSet({ parameters: [{ id: 'sourceBuckets', title: 'Buckets', kind: 's3-bucket', many: true, ...change }] })
const bucket = { id: 'sourceBuckets', kind: 's3-bucket', many: true }
const withParameters = (parameters: readonly object[], resource: string, change: object = {}) =>
  withSet({
    parameters: parameters.map((parameter) => ({ title: { en: 'Names', de: 'Namen' }, ...parameter })),
    statements: [find, { ...get, resources: [resource], ...change }],
  })
const withCheck = (change: object) =>
  withSet({ checks: [{ id: 'source-bucket-answers', call: 's3-head-bucket', parameter: 'sourceBuckets', ...change }] })
const only = (partition: string, region: string) => ({ accounts: { [partition]: '222233334444' }, regions: [region], templates: {} })
const without = (key: string) => Object.fromEntries(Object.entries(demoVendor).filter(([name]) => name !== key))

const asUser = (applicationUser: unknown, change: object = {}) => ({ ...without('applicationRoleName'), applicationUser, ...change })
const user = { name: 'acme-application', path: '/service/' }

export const configErrors: readonly FaultyConfig[] = [
  // The application
  [changed({ applicationUser: user }), 'applicationUser.name: The application calls AWS either as a role or as an IAM user. Remove'],
  [asUser(user, { hosting: 'roles-anywhere' }), 'hosting: IAM Roles Anywhere gives an application a role, and "applicationUser" names an'],
  [
    asUser('acme-application'),
    'applicationUser: "acme-application" is not allowed here. Use an object that names an IAM user, for example { "name": "acme-application" }. Write "applicationUser": { "name": "acme-application" }.',
  ],
  [
    asUser('arn:aws:iam::222233334444:user/service/acme-application'),
    'Write "applicationUser": { "name": "acme-application", "path": "/service/" }.',
  ],
  [asUser({}), 'applicationUser.name: This key is missing. Add the name of an IAM user: 1 to 64 letters, digits and +=,.@_-'],
  [asUser({ name: '' }), 'applicationUser.name: "" is not allowed here.'],
  [asUser({ name: 'x'.repeat(65) }), 'applicationUser.name: '],
  [asUser({ name: 'arn:aws:iam::222233334444:user/app' }), 'Write the name alone, not an ARN: "applicationUser": { "name": "app" }.'],
  [asUser({ name: 'service/app' }), 'The name has no path: write "name": "app" and "path": "/service/".'],
  [asUser({ ...user, path: 'service' }), 'applicationUser.path: "service" is not allowed here.'],
  [asUser({ ...user, path: '/a*/' }), 'applicationUser.path: "/a*/" is not allowed here.'],
  [asUser({ ...user, pathh: '/' }), 'applicationUser.pathh: This key is unknown. Did you mean "path"?'],
  [asUser({ ...user, accessKeyId: 'AKIA' }), 'applicationUser.accessKeyId: Access keys are never in the config'],
  [
    { ...without('applicationRoleName'), additionalApplicationRoles: [{ name: 'Old' }] },
    'additionalApplicationRoles[0].name: Other roles are trusted in addition to that of the application. Add "applicationRoleName"',
  ],
  [asUser(user, { verifierRole: { name: 'Verifier' } }), 'verifierRole.name: Other roles are trusted in addition to'],
  [
    changed({ additionalApplicationRoles: [{ name: 'pixelworksapplication', path: '/service/' }] }),
    'additionalApplicationRoles[0].name: The role "pixelworksapplication" is named twice.',
  ],
  [
    changed({ additionalApplicationRoles: [{ name: 'Old' }], verifierRole: { name: 'Old' } }),
    'verifierRole.name: The role "Old" is named twice.',
  ],
  [
    changed({ verifierRole: { name: 'arn:aws:iam::222233334444:role/service/Verifier' } }),
    'Write "name": "Verifier" and "path": "/service/".',
  ],
  [changed({ verifierRole: { name: 'service/Verifier' } }), 'Write "name": "Verifier" and "path": "/service/".'],
  [changed({ verifierRole: 'Verifier' }), 'verifierRole: "Verifier" is not allowed here. Use an object that names a role'],
  [changed({ verifierRole: { name: 'Verifier', path: 'service' } }), 'verifierRole.path: "service" is not allowed here.'],
  [changed({ applicationRoleName: 'service/App' }), 'applicationRoleName: "service/App" is not allowed here.'],
  [
    changed({ applicationRoleName: 'arn:aws:iam::111122223333:role/service/App' }),
    'Write "App", and add "applicationRolePath": "/service/".',
  ],
  [changed({ applicationRolePath: 'service' }), 'applicationRolePath: "service" is not allowed here.'],
  [
    { ...without('applicationRoleName'), applicationRolePath: '/service/' },
    'applicationRolePath: The path is of the role in "applicationRoleName".',
  ],
  [changed({ applicationRoles: ['A', 'B'] }), 'applicationRoles: The application role is in "applicationRoleName"'],
  [changed({ secretAccessKey: 'x' }), 'secretAccessKey: Access keys are never in the config'],
  [
    changed({ applicationUserName: 'app' }),
    'applicationUserName: If your application calls AWS as an IAM user, name it in "applicationUser"',
  ],
  [changed({ application: { user: 'app' } }), 'application: If your application calls AWS as an IAM user, name it in "applicationUser"'],
  [
    changed({ applicationRoleName: 'arn:aws:iam::222233334444:user/service/app' }),
    'This is an IAM user: write "applicationUser": { "name": "app", "path": "/service/" } in place of "applicationRoleName".',
  ],
  // Keys
  [changed({ supportURL: 'https://a.example' }), 'supportURL: This key is unknown. Did you mean "supportUrl"?'],
  [
    withSet({ statement: [] }),
    'permissionSets[0].statement: This key is unknown. Did you mean "statements"? Allowed here: checks, id, managedPolicyArns, parameters, partitions,',
  ],
  [withStatement({ Action: ['s3:GetObject'] }), 'permissionSets[0].statements[1].Action: This key is unknown. Did you mean "actions"?'],
  [withRole({ pathh: '/' }), 'role.pathh: This key is unknown. Did you mean "path"?'],
  [changed({ color: '#ffffff' }), 'color: This key is unknown. Allowed here: $schema, accentColor,'],
  [withStatement({ effect: 'deny' }), 'permissionSets[0].statements[1].effect: "deny" is not allowed here. Use one of "Allow", "Deny"'],
  [withStatement({ Effect: 'Allow' }), 'permissionSets[0].statements[1].Effect: This key is unknown. Did you mean "effect"?'],
  [
    withStatement({ effect: 'Deny', actions: ['*'], resources: ['*'] }),
    'permissionSets[0].statements[1].actions[0]: This statement denies "*" on "*", so the role could do nothing.',
  ],
  [
    withStatement({ effect: 'Deny', actions: ['s3:List*'], resources: ['arn:{{partition}}:s3:::{{sourceBuckets}}'] }),
    'permissionSets[0].checks[0].call: "s3-head-bucket" needs s3:ListBucket on {{sourceBuckets}}, which the statement "ReadSourceImages" denies',
  ],
  [
    withSet({ statements: [{ ...find, effect: 'Deny' }, get] }),
    'permissionSets[0].checks[0].call: "s3-head-bucket" needs s3:ListBucket on {{sourceBuckets}}, which the statement "FindSourceImages" denies',
  ],
  [withManaged('ReadOnlyAccess'), 'permissionSets[0].managedPolicyArns[0]: "ReadOnlyAccess" is not allowed here.'],
  [
    withManaged('arn:aws-us-gov:iam::aws:policy/SecurityAudit'),
    'permissionSets[0].managedPolicyArns[0]: "arn:aws-us-gov:iam::aws:policy/SecurityAudit" is not allowed here. Use the ARN of a managed policy of AWS, with aws or {{partition}} as the partition, for example "arn:aws:iam::aws:policy/SecurityAudit". Each role gets the policy of its own partition: write "arn:aws:iam::aws:policy/SecurityAudit"',
  ],
  [withManaged('arn:aws:iam::444455556666:policy/Own'), 'permissionSets[0].managedPolicyArns[0]: '],
  [
    withManaged('arn:aws:iam::aws:policy/SecurityAudit', 'arn:{{partition}}:iam::aws:policy/job-function/SecurityAudit'),
    'permissionSets[0].managedPolicyArns[1]: SecurityAudit has another path here than in "arn:aws:iam::aws:policy/SecurityAudit". AWS has each name once.',
  ],
  [withManaged('arn:aws:iam::aws:policy/aws-service-role/X'), 'permissionSets[0].managedPolicyArns[0]: AWS attaches X to roles of its own'],
  [
    withManaged(...Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`)),
    'permissionSets: The permission sets have 11 managed policies. IAM attaches 10 to a role',
  ],
  [
    withSet({ managedPolicyArns: 'arn:aws:iam::aws:policy/SecurityAudit' }),
    'permissionSets[0].managedPolicyArns: "arn:aws:iam::aws:policy/SecurityAudit" is not allowed here. Use a list of ARNs of managed policies of AWS, for example ["arn:aws:iam::aws:policy/SecurityAudit"]. Write ["arn:aws:iam::aws:policy/SecurityAudit"].',
  ],
  [withSet({ statements: [], checks: [] }), 'permissionSets[0].statements: This permission set grants nothing. Add a statement'],
  [
    withSet({ managedPolicies: [] }),
    'permissionSets[0].managedPolicies: Managed policies of AWS are in "managedPolicyArns" of a permission set',
  ],
  [withStatement({ notActions: ['iam:*'] }), 'permissionSets[0].statements[1].notActions: "NotAction" is not supported'],
  [withStatement({ notResources: ['*'] }), 'permissionSets[0].statements[1].notResources: "NotResource" is not supported'],
  [withStatement({ principal: '*' }), 'permissionSets[0].statements[1].principal: A permissions policy has no principal.'],
  [changed({ $comment: 'ours' }), '$comment: Comments are not supported'],
  [
    changed({ accounts: { ...demoVendor.accounts, 'aws-iso': '222233334444' } }),
    'accounts.aws-iso: Isolated partitions are not supported.',
  ],
  [withSet({ default: 'images' }), 'permissionSets[0].default: Parameters have "default", "example" and "help"'],
  [withParameter({ pattern: 'images' }), 'permissionSets[0].parameters[0].pattern: Parameters have "default", "example" and "help"'],
  [
    withParameter({ example: 'Acme' }),
    'permissionSets[0].parameters[0].example: "Acme" is not a value of the kind "s3-bucket". Enter a valid bucket name or ARN.',
  ],
  [
    withParameter({ default: ['acme-uploads', 'acme-*'] }),
    'permissionSets[0].parameters[0].default[1]: "acme-*" is not a value of the kind "s3-bucket".',
  ],
  [
    withParameter({ default: Array.from({ length: 21 }, (_, index) => `acme-${index}`) }),
    'permissionSets[0].parameters[0].default: This default has 21 values. Use at most 20 values.',
  ],
  [
    withParameter({ default: ['acme-uploads', 'acme-scans'], many: false }),
    'permissionSets[0].parameters[0].default: This default has 2 values. Use one value, or add "many": true to "sourceBuckets".',
  ],
  [withParameter({ help: '' }), 'permissionSets[0].parameters[0].help.en: This text is blank.'],
  [changed({ simulated: true }), 'simulated: The server adds "simulated"'],
  [without('permissionSets'), 'permissionSets: This key is missing. Add a list with at least one permission set, for example [{'],
  [[demoVendor], '(top level): '],
  // Texts
  [changed({ name: '' }), 'name: "" is not allowed here. Use a text of 1 to 60 characters'],
  [changed({ name: '  ' }), 'name: This text is blank.'],
  [changed({ name: 5 }), 'name: 5 is not allowed here.'],
  [changed({ name: 'x'.repeat(61) }), 'name: "xxx'],
  [changed({ name: 'Pixel\nworks' }), 'name: This text has a character that cannot be shown (U+000A).'],
  [changed({ name: 'Pixel\u202eworks' }), 'name: This text has a character that cannot be shown (U+202E).'],
  [changed({ purpose: { de: 'verarbeitet Bilder' } }), 'purpose: {"de":"verarbeitet Bilder"} is not allowed here.'],
  [changed({ purpose: { EN: 'processes', en: 'processes' } }), 'purpose.EN: "EN" is not a language tag.'],
  [withSet({ title: { en: ' ', de: 'x' } }), 'permissionSets[0].title.en: This text is blank.'],
  [withSet({ why: { en: 'Reads {{sourceBuckets}}', de: 'x' } }), 'permissionSets[0].why.en: "Reads {{sourceBuckets}}" has a placeholder.'],
  // Addresses
  [
    changed({ supportUrl: 'javascript:alert(1)' }),
    'supportUrl: "javascript:alert(1)" is not allowed here. Use a URL that starts with https://',
  ],
  [changed({ supportUrl: 'http://a.example' }), 'supportUrl: "http://a.example" is not allowed here.'],
  [changed({ privacyUrl: 'http://a.example' }), 'privacyUrl: "http://a.example" is not allowed here. Use a URL that starts with https://'],
  [changed({ returnUrl: '//a.example' }), 'returnUrl: "//a.example" is not allowed here. Use a URL that starts with https://'],
  [changed({ termsUrl: 'https://a.example' }), 'termsUrl: This URL is not supported.'],
  [changed({ supportUrl: '/support' }), 'supportUrl: "/support" is not allowed here.'],
  [changed({ supportUrl: 'https://me@a.example/' }), 'supportUrl: '],
  [changed({ logoUrl: '//cdn.example/logo.svg' }), 'logoUrl: "//cdn.example/logo.svg" is not allowed here.'],
  [changed({ logoUrl: 'data:image/png;base64,AAAA' }), 'logoUrl: '],
  [changed({ accentColor: 'blue' }), 'accentColor: "blue" is not allowed here. Use # and six hexadecimal digits, for example "#3454d1".'],
  [
    changed({ accentColor: '#fc0' }),
    'accentColor: "#fc0" is not allowed here. Use # and six hexadecimal digits, for example "#3454d1". Write "#ffcc00".',
  ],
  [changed({ embed: { allowedOrigins: ['https://a.example/docs'] } }), 'embed.allowedOrigins[0]: must be an origin'],
  [
    changed({ hosting: 'fargate' }),
    'hosting: "fargate" is not allowed here. Use one of "ec2", "ec2-auto-scaling", "ecs", "eks", "eks-irsa", "lambda", "roles-anywhere"',
  ],
  [
    changed({ hosting: 'lamda' }),
    'hosting: "lamda" is not allowed here. Use one of "ec2", "ec2-auto-scaling", "ecs", "eks", "eks-irsa", "lambda", "roles-anywhere", for example "ec2". Did you mean "lambda"?',
  ],
  [changed({ links: { status: 'ftp://a.example' } }), 'links.status: "ftp://a.example" is not allowed here.'],
  // Accounts
  [
    changed({ accounts: { aws: 222233334444 } }),
    'accounts.aws: 222233334444 is not allowed here. Use 12 digits in quotes, for example "111122223333". A number loses',
  ],
  [
    changed({ accounts: { aws: '2222-3333-4444' } }),
    'accounts.aws: "2222-3333-4444" is not allowed here. Use 12 digits in quotes, for example "111122223333". Write "222233334444".',
  ],
  [
    changed({ accounts: { aws: '22223333444' } }),
    'accounts.aws: "22223333444" is not allowed here. Use 12 digits in quotes, for example "111122223333". This has 11 digits.',
  ],
  [changed({ accounts: {} }), 'accounts: No partition has an account.'],
  [changed({ regions: ['us-east-1', 'us-gov-west-1', 'cn-north-1'] }), 'accounts.aws-eusc: No Region of aws-eusc is in "regions"'],
  [
    changed({ regions: ['us-iso-east-1'] }),
    'regions[0]: "us-iso-east-1" is not allowed here. Use an AWS Region, for example "us-east-1". Isolated partitions are not supported.',
  ],
  [changed({ regions: ['us-east-1a'] }), 'regions[0]: "us-east-1a" is not allowed here.'],
  [changed({ regions: [...demoVendor.regions, 'us-esat-1'] }), 'regions[8]: AWS has no Region us-esat-1.'],
  [changed({ regions: [] }), 'regions: [] is not allowed here. Use a list with at least one AWS Region'],
  [
    changed({ applicationRoleName: 'arn:aws:iam::222233334444:role/App' }),
    'applicationRoleName: "arn:aws:iam::222233334444:role/App" is not allowed here.',
  ],
  [
    changed({ templates: { aws: 'https://a.example/role.yaml' } }),
    'templates.aws: CloudFormation in aws reads templates from Amazon S3 in aws only',
  ],
  [
    changed({ templates: { aws: demoVendor.templates['aws-cn'] } }),
    'templates.aws: CloudFormation in aws reads templates from Amazon S3 in aws only',
  ],
  [changed({ templates: { aws: 'https://a.s3-website.us-east-1.amazonaws.com/role.yaml' } }), 'templates.aws: CloudFormation in aws'],
  [changed({ templates: { aws: 'http://a.s3.us-east-1.amazonaws.com/role.yaml' } }), 'templates.aws: '],
  // Roles
  [withRole({ name: 'vendors/Access' }), 'role.name: "vendors/Access" is not allowed here.'],
  [withRole({ name: 'x'.repeat(65) }), 'role.name: '],
  [withRole({ nameSuffix: 'random' }), 'role.nameSuffix: "random" is not allowed here. Use one of "none", "per-connection"'],
  [withRole({ name: 'Pixelwo', nameSuffix: 'per-connection' }), 'role.name: With "nameSuffix", use a name from 8 to 53 characters'],
  [withRole({ name: 'x'.repeat(54), nameSuffix: 'per-connection' }), 'role.name: With "nameSuffix", use a name from 8 to 53 characters'],
  ...['ReadOnly', 'Administrator', 'OrganizationAccountAccessRole', 'crossaccountaccess'].map(
    (name) =>
      [
        withRole({ name, nameSuffix: 'per-connection' }),
        `role.name: With "nameSuffix", use a name with your product in it, for example "AcmeImagesAccess": your own policy allows every role that starts with "${name}-"`,
      ] as const,
  ),
  [withRole({ name: 'AWSServiceRoleForPixelworks' }), 'role.name: AWS reserves names such as "AWSServiceRoleForPixelworks".'],
  [
    withRole({ path: 'vendors' }),
    'role.path: "vendors" is not allowed here. Use a path that starts and ends with / and has at most 512 characters and no spaces, for example "/vendors/". Write "/vendors/".',
  ],
  [withRole({ path: '/aws-service-role/x/' }), 'role.path: AWS reserves the path'],
  [
    withRole({ maxSessionDuration: '7200' }),
    'role.maxSessionDuration: "7200" is not allowed here. Use a whole number of seconds from 3600 to 43200, without quotes, for example 7200. Write 7200.',
  ],
  [withRole({ maxSessionDuration: 43_201 }), 'role.maxSessionDuration: 43201 is not allowed here.'],
  [
    withRole({ permissionsBoundary: 'require' }),
    'role.permissionsBoundary: "require" is not allowed here. Use one of "none", "optional", "required", for example "none". Did you mean "required"?',
  ],
  [withRole({ tags: { 'aws:team': 'x' } }), 'role.tags["aws:team"]: Keys that start with aws: are reserved.'],
  [withRole({ tags: { Team: 'x', team: 'y' } }), 'role.tags.team: This key is here twice'],
  [withRole({ tags: { Team: 'a;b' } }), 'role.tags.Team: IAM allows letters, digits, spaces'],
  [
    withRole({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`Tag${index}`, 'x'])) }),
    'role.tags: IAM allows 50 tags on a role.',
  ],
  [withRole({ tags: { '': 'x' } }), 'role.tags[""]: '],
  [changed({ externalId: { minimumLength: 1 } }), 'externalId.minimumLength: 1 is not allowed here. Use a whole number from 2 to 1224'],
  [changed({ externalId: { minimumLength: 32 } }), 'externalId.minimumLength: 32 is more than the 24 characters of a generated ID'],
  // Identifiers
  [changed({ permissionSets: [read, read] }), 'permissionSets[1].id: "readSourceImages" is used before.'],
  [changed({ permissionSets: [read, { ...write, id: 'readsourceImages' }] }), 'permissionSets[1].id: "readSourceImages" is used before.'],
  [changed({ permissionSets: [read, { ...write, id: 'sourceBuckets' }] }), 'permissionSets[1].id: "sourceBuckets" is used before.'],
  [withSet({ id: 'rolePath' }), 'permissionSets[0].id: The id "rolePath" is reserved.'],
  [withSet({ id: 'toString' }), 'permissionSets[0].id: The id "toString" is reserved.'],
  [withSet({ id: 'read-images' }), 'permissionSets[0].id: "read-images" is not allowed here.'],
  [withStatement({ sid: 'FindSourceImages' }), 'permissionSets[0].statements[1].sid: "FindSourceImages" is used before.'],
  [withStatement({ sid: 'WriteResults' }), 'permissionSets[1].statements[1].sid: "WriteResults" is used before.'],
  [
    withStatement({ sid: 'Read images' }),
    'permissionSets[0].statements[1].sid: "Read images" is not allowed here. Use a name of 1 to 64 letters and digits',
  ],
  [withCheck({ id: 'result-bucket-answers' }), 'permissionSets[1].checks[0].id: "result-bucket-answers" is used before.'],
  [
    withCheck({ parameter: 'sourceBucket' }),
    'permissionSets[0].checks[0].parameter: "sourceBucket" is not a parameter of this permission set. Use "sourceBuckets". Did you mean "sourceBuckets"?',
  ],
  [
    changed({ permissionSets: [read, write, { ...decrypt, checks: [{ id: 'key', call: 's3-head-bucket', parameter: 'imageKey' }] }] }),
    'permissionSets[2].checks[0].parameter: "s3-head-bucket" is a check of a parameter of the kind "s3-bucket"',
  ],
  [withSet({ statements: [get] }), 'permissionSets[0].checks[0].call: "s3-head-bucket" needs s3:ListBucket'],
  [withCheck({ call: 's3-get-object' }), 'permissionSets[0].checks[0].call: "s3-get-object" is not allowed here.'],
  [
    withParameter({ kind: 's3-buckets' }),
    'permissionSets[0].parameters[0].kind: "s3-buckets" is not allowed here. Use one of "s3-bucket", "kms-key-id", "sqs-queue", "dynamodb-table", "sns-topic", "secret", "log-group", "region", "arn", "tag-value", "text", for example "s3-bucket". Did you mean "s3-bucket"?',
  ],
  [
    withParameter({ many: 'true' }),
    'permissionSets[0].parameters[0].many: "true" is not allowed here. Use true or false, without quotes, for example true. Write true without quotes.',
  ],
  // Statements
  [
    withResource('arn:{{partition}}:s3:::{{ sourceBuckets }}/*'),
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{ sourceBuckets }}/*" has spaces in a placeholder. Write {{sourceBuckets}}.',
  ],
  [
    withResource('arn:{{partition}}:s3:::{sourceBuckets}/*'),
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{sourceBuckets}/*" has a placeholder with other braces. Write {{sourceBuckets}}',
  ],
  [withResource('arn:{{partition}}:s3:::$'.concat('{sourceBuckets}/*')), 'permissionSets[0].statements[1].resources[0]: '],
  [withResource('arn:{{partition}}:s3:::{{sourceBuckets}/*'), 'permissionSets[0].statements[1].resources[0]: '],
  [
    withResource('arn:{{partition}}:s3:::{{sourceBucket}}/*'),
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{sourceBucket}}/*" uses {{sourceBucket}}, which is unknown here. Allowed here: {{partition}}, {{accountId}}, {{region}}, {{rolePath}}, {{roleName}}, {{sourceBuckets}}. Did you mean "sourceBuckets"?',
  ],
  [withResource('arn:{{partition}}:sqs:{{region}}:{{accountID}}:jobs'), 'permissionSets[0].statements[1].resources[0]: '],
  [
    withResource('arn:{{partition}}:s3:::{{resultBucket}}/*'),
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{resultBucket}}/*" uses {{resultBucket}}, which is unknown here.',
  ],
  [
    withResource('arn:{{partition}}:s3:::{{sourceBuckets}}/{{sourceBuckets}}'),
    'permissionSets[0].statements[1].resources[0]: "arn:{{partition}}:s3:::{{sourceBuckets}}/{{sourceBuckets}}" uses {{sourceBuckets}} twice.',
  ],
  [withResource('acme-uploads'), 'permissionSets[0].statements[1].resources[0]: "acme-uploads" is not an ARN.'],
  [withResource(''), 'permissionSets[0].statements[1].resources[0]: "" is not allowed here.'],
  [
    withResource('arn:aws:s3:::{{sourceBuckets}}/*'),
    'permissionSets[0].statements[1].resources[0]: "arn:aws:s3:::{{sourceBuckets}}/*" works in the partition aws only',
  ],
  [
    withResource('arn:amazon:s3:::{{sourceBuckets}}/*'),
    'permissionSets[0].statements[1].resources[0]: "arn:amazon:s3:::{{sourceBuckets}}/*" names the partition "amazon"',
  ],
  [withResource('arn:{{partition}}:s3:::{{sourceBuckets}}'), 'permissionSets[0].statements[1].'],
  [
    withStatement({ resources: 'arn:{{partition}}:s3:::{{sourceBuckets}}/*' }),
    'permissionSets[0].statements[1].resources: "arn:{{partition}}:s3:::{{sourceBuckets}}/*" is not allowed here. Use a list with at least one ARN',
  ],
  [withStatement({ actions: [] }), 'permissionSets[0].statements[1].actions: [] is not allowed here.'],
  [withAction('s3:GetObjects'), 'permissionSets[0].statements[1].actions[0]: '],
  [withAction('GetObject'), 'permissionSets[0].statements[1].actions[0]: "GetObject" is not an action of IAM.'],
  [withAction('s3:{{action}}'), 'permissionSets[0].statements[1].actions[0]: "s3:{{action}}" has a placeholder.'],
  [
    withStatement({ actions: ['*'], resources: ['*'] }),
    'permissionSets[0].statements[1].actions[0]: "*" on "*" gives away the whole account.',
  ],
  [
    withStatement({ actions: ['*:*'], resources: ['*'] }),
    'permissionSets[0].statements[1].actions[0]: "*:*" on "*" gives away the whole account.',
  ],
  [withStatement({ actions: ['iam:PutRolePolicy'], resources: ['*'] }), 'permissionSets[0].statements[1].'],
  [
    withResource('arn:{{partition}}:s3:{{region}}:{{accountId}}:{{sourceBuckets}}/*'),
    'permissionSets[0].statements[1].resources[0]: The ARN of a bucket has neither Region nor account. Write "arn:{{partition}}:s3:::{{sourceBuckets}}/*".',
  ],
  [
    withConditions({ StringEquals: { 'aws:PrincipalTag/team': '{{team}}' } }),
    'permissionSets[0].statements[1].conditions.StringEquals["aws:PrincipalTag/team"]: "{{team}}" uses {{team}}, which is unknown here.',
  ],
  [
    withConditions({ StringEquals: { 'aws:PrincipalTag/team': '{ sourceBuckets }' } }),
    'permissionSets[0].statements[1].conditions.StringEquals["aws:PrincipalTag/team"]: "{ sourceBuckets }" has a placeholder with other braces',
  ],
  [
    withParameters([bucket, { id: 'others', kind: 's3-bucket', many: true }], 'arn:{{partition}}:s3:::{{sourceBuckets}}/{{others}}'),
    '"arn:{{partition}}:s3:::{{sourceBuckets}}/{{others}}" uses "sourceBuckets" and "others", which both have several values.',
  ],
  [
    withParameters([bucket, { id: 'stream', kind: 'arn' }], 'arn:{{partition}}:kinesis:::{{stream}}'),
    'permissionSets[0].statements[1].resources[0]: "stream" is of the kind "arn", a whole ARN.',
  ],
  [
    withParameters([bucket, { id: 'team', kind: 'tag-value' }], 'arn:{{partition}}:s3:{{team}}::{{sourceBuckets}}'),
    'permissionSets[0].statements[1].resources[0]: "team" is of the kind "tag-value". Use it in the last part of an ARN',
  ],
  [
    withConditions({ StringEquals: { 's3:{{x}}': 'a' } }),
    'permissionSets[0].statements[1].conditions.StringEquals["s3:{{x}}"]: "s3:{{x}}" has a placeholder.',
  ],
  [
    withConditions({ StringEqual: { 'aws:PrincipalTag/team': 'a' } }),
    'permissionSets[0].statements[1].conditions.StringEqual: "StringEqual" is not an operator of IAM. Use one such as "StringEquals" or "ArnLike". Did you mean "StringEquals"?',
  ],
  [
    withConditions({ StringEquals: { prefix: 'a' } }),
    'permissionSets[0].statements[1].conditions.StringEquals.prefix: "prefix" is not a condition key.',
  ],
  [
    withConditions({ Bool: { 'aws:SecureTransport': true } }),
    'permissionSets[0].statements[1].conditions.Bool["aws:SecureTransport"]: true is not allowed here. Use a text in quotes, or a list of texts, for example "true" or ["a", "b"]. Write it in quotes: "true".',
  ],
  [
    withConditions({ StringEquals: { 'aws:PrincipalTag/team': [] } }),
    'permissionSets[0].statements[1].conditions.StringEquals["aws:PrincipalTag/team"]: This list is empty',
  ],
  [withConditions({ Bool: { 'aws:SecureTransport': 'yes' } }), 'permissionSets[0].statements[1].conditions.Bool'],
  [
    withConditions({ StringEquals: { 'aws:PrincipalTag/a': 'x', 'aws:principaltag/a': 'y' } }),
    'permissionSets[0].statements[1].conditions.StringEquals["aws:principaltag/a"]: "aws:principaltag/a" is here twice',
  ],
  [withSet({ statements: Array.from({ length: 130 }, (_, index) => ({ ...find, sid: `Find${index}` })) }), 'permissionSets: '],
]

export const configWarnings: readonly FaultyConfig[] = [
  [asUser(user), 'applicationUser: An IAM user needs an access key, which works until you delete it.'],
  [asUser({ name: 'acme-application' }), 'applicationUser: An IAM user needs an access key, which works until you delete it.'],
  // Texts
  [changed({ purpose: 'processes <b>images</b>' }), 'purpose.en: HTML is shown as it is written.'],
  [changed({ name: 'Pixelworks ' }), 'name: This text starts or ends with a space. Write "Pixelworks".'],
  [changed({ purpose: { en: 'processes', fr: 'traite', de: 'verarbeitet' } }), 'purpose.fr: The wizard does not speak "fr"'],
  [withSet({ title: 'Read images' }), 'permissionSets[0].title.de: Other texts are in "de"'],
  // Accounts
  [changed({ accounts: { aws: '222233334444' } }), 'regions[5]: us-gov-west-1 is in aws-us-gov, where you have no account'],
  [
    changed({ accounts: { ...demoVendor.accounts, 'aws-cn': demoVendor.accounts.aws } }),
    'accounts.aws-cn: This is the account of aws, too.',
  ],
  [changed(only('aws', 'us-east-1')), 'templates.aws: No template is published for aws'],
  [changed({ ...only('aws', 'us-east-1'), accounts: { aws: '123456789012' } }), 'accounts.aws: 123456789012 is a number from examples.'],
  [changed({ ...only('aws', 'us-east-1'), accounts: { aws: '000000000000' } }), 'accounts.aws: 000000000000 is a number from examples.'],
  [changed({ regions: [...demoVendor.regions, 'eu-north-7'] }), 'regions[8]: eu-north-7 is not a Region that Rolebridge knows.'],
  [changed({ regions: [...demoVendor.regions, 'us-east-1'] }), 'regions[8]: us-east-1 is in the list twice.'],
  [
    changed({ templates: { ...demoVendor.templates, aws: 'https://a.s3.us-east-1.amazonaws.com/role.yaml' } }),
    'templates.aws: The key /role.yaml contains neither a hash nor a version',
  ],
  [changed({ templates: {} }), 'templates.aws: No template is published for aws'],
  [withRole({ maxSessionDuration: 3600 }), 'templates.aws: The template there is of another config'],
  // Roles
  [withRole({ name: 'Admin' }), 'role.name: Customers probably have a role named "Admin"'],
  [withRole({ permissionsBoundary: 'required' }), 'templates.aws: The template there'],
  [changed({ externalId: { mode: 'chosen', minimumLength: 8 } }), 'externalId.minimumLength: IDs of 8 characters are easier to guess.'],
  [changed({ externalId: { mode: 'issued', minimumLength: 20 } }), 'externalId.minimumLength: With the mode "issued"'],
  // Statements
  [withResource('arn:{{partition}}:s3:::{{sourceBuckets}}/$'.concat('{aws:PrincipalTag/team}/*')), 'templates.aws: The template there'],
  [withAction('s3:*'), 'permissionSets[0].statements[1].actions[0]: '],
  [withStatement({ resources: ['*'] }), 'permissionSets[0].statements[1].'],
  [
    withSet({ parameters: [...(read?.parameters ?? []), { id: 'spare', title: { en: 'Spare', de: 'Frei' }, kind: 's3-bucket' }] }),
    'permissionSets[0].parameters[1]: Customers enter "spare"',
  ],
  [
    withResource('arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{sourceBuckets}}'),
    'permissionSets[0].statements[1].resources[0]: "sourceBuckets" is of the kind "s3-bucket"',
  ],
  [
    withResource('arn:{{partition}}:s3:::{{sourceBuckets}}-logs/*'),
    'permissionSets[0].statements[1].resources[0]: This is not what customers name with "sourceBuckets".',
  ],
  [changed({ links: { 'a b': 'https://a.example' } }), 'links["a b"]: Names of links are'],
  [changed({ purpose: { en: 'processes images.', de: 'verarbeitet Bilder' } }), 'purpose.en: This finishes a sentence'],
  [withConditions({}), 'permissionSets[0].statements[1].conditions: This is empty'],
  [withConditions({ Bool: { 'aws:SecureTransport': 'true' } }), 'templates.aws: The template there'],
  [
    withSet({ statements: Array.from({ length: 6 }, (_, index) => ({ ...find, sid: `Find${index}` })) }),
    'permissionSets: A customer who chooses everything',
  ],
]

export const validConfigs: readonly (readonly [title: string, config: object])[] = [
  [
    'a statement that denies',
    withSet({
      statements: [find, get, { sid: 'NeverDelete', effect: 'Deny', actions: ['s3:DeleteObject'], resources: ['*'] }],
    }),
  ],
  [
    'a denial of everything on a condition',
    withSet({
      statements: [
        find,
        get,
        { sid: 'Secure', effect: 'Deny', actions: ['*'], resources: ['*'], conditions: { Bool: { 'aws:SecureTransport': 'false' } } },
      ],
    }),
  ],
  [
    'two parameters in one ARN',
    withParameters(
      [bucket, { id: 'prefix', kind: 'text', example: 'images', default: 'originals' }],
      'arn:{{partition}}:s3:::{{sourceBuckets}}/{{prefix}}/*',
    ),
  ],
  [
    'parameters in conditions',
    withParameters([bucket, { id: 'team', kind: 'tag-value' }], 'arn:{{partition}}:s3:::{{sourceBuckets}}/*', {
      conditions: { StringEquals: { 's3:ExistingObjectTag/team': '{{team}}' } },
    }),
  ],
  [
    'a whole ARN as a parameter',
    withParameters([bucket, { id: 'stream', kind: 'arn', help: { en: 'In Kinesis.', de: 'In Kinesis.' } }], '{{stream}}', {
      actions: ['kinesis:GetRecords'],
    }),
  ],
  // Keys
  ['a schema', changed({ $schema: 'https://a.example/vendor.schema.json' })],
  // Texts
  ['an emoji', changed({ name: 'Pixel \u{1f469}\u200d\u{1f4bb}' })],
  // Addresses
  ['a logo of the site', changed({ logoUrl: '/logo.svg' })],
  // Accounts
  ['an older form of S3 URLs', changed({ templates: { ...demoVendor.templates, aws: 'https://s3.amazonaws.com/a/v1.2/role.yaml' } })],
]
