import { checks } from '#core/checks/checks.ts'

/** The meaning of each config field, by path, for the JSON Schema and for docs/configuration.md. */
export const vendorFieldWords: Readonly<Record<string, string>> = {
  $schema: 'The path of this schema, for your editor: `./vendor.schema.json`.',
  name: 'Your product, as customers know it.',
  purpose:
    'What your product does in the account. Completes “… needs access because it …”. This and the other texts for customers can be texts by language, `{ "en": "…", "de": "…" }`. English is required, and the template always uses it.',
  logoUrl: 'The URL of an image on your own site, or an absolute path on the wizard’s site.',
  accentColor: 'The color of buttons and links, as `#rrggbb`. It is adjusted if it would be hard to read.',
  supportUrl: 'The URL where customers get help.',
  privacyUrl: 'The URL of your privacy notice, which every page links to.',
  returnUrl:
    'Where “Continue to …” leads after connecting, for customers whose launch token names no `returnUrl`. A colleague who was sent a link doesn’t see it.',
  accounts:
    'The account that the application runs in, for each partition that you serve. Customers trust this account, so keep every partition that has connections.',
  'accounts.aws': 'In the commercial partition.',
  'accounts.aws-us-gov': 'In AWS GovCloud (US).',
  'accounts.aws-cn': 'In China.',
  'accounts.aws-eusc': 'In the European Sovereign Cloud.',
  applicationRoleName:
    'The role that the application runs as. If set, the trust policy also requires this role (`aws:PrincipalArn`), not only your account.',
  applicationRolePath: 'The IAM path of this role, if it isn’t /.',
  additionalApplicationRoles:
    'Other roles that the application runs as, in the same account. Customers trust each of them too. For the time in which you move to a new role, for example. Checks run as one role, and name the others as not tested.',
  'additionalApplicationRoles[].name': 'The name of the role, the same in every partition.',
  'additionalApplicationRoles[].path': 'The IAM role path.',
  verifierRole:
    'The role that the server with the checks runs as, if the application has another one. Customers trust it too. Its policy allows less: no tables or buckets of the application.',
  'verifierRole.name': 'The name of the role, the same in every partition.',
  'verifierRole.path': 'The IAM role path.',
  applicationUser:
    'The IAM user that the application calls AWS as, if it isn’t a role. If set, this user is the principal of the trust policy. A user needs a long-lived access key on your side, so a role is more secure. Not together with `applicationRoleName`.',
  'applicationUser.name': 'The name of the user, the same in every partition. The access key is never in the config.',
  'applicationUser.path': 'The path of the user.',
  role: 'The account access role that customers create.',
  'role.name':
    'The same in every customer account, because the application finds the role by it, and your own policy names it. The stack has the same name. With `nameSuffix`, 8 to 53 characters.',
  'role.nameSuffix':
    '`none`: the role has the name above, so an account has one connection that works. `per-connection`: each role is named `NAME-` and 10 digits and letters, so that one account can hold several. Your own policy must then allow `sts:AssumeRole` on `role/NAME-*`, which is wider. In mode `issued`, each customer still has one connection per account. Connections from before keep their role, so keep `role/NAME` in your policy while there are any.',
  'role.path': 'The IAM role path.',
  'role.maxSessionDuration': 'The maximum session duration, in seconds.',
  'role.permissionsBoundary': 'Whether customers can or must enter a permissions boundary.',
  'role.tags': 'Tags of the role.',
  'role.customerMayChoose':
    'Role settings that customers can change if their company requires it. Sessions can only be made shorter. With `path`, your own policy must allow `sts:AssumeRole` on `role/NAME` and on `role/*/NAME`.',
  externalId: 'How external IDs are created.',
  'externalId.mode':
    '`chosen`: the customer keeps a generated ID or enters another one. `chosen-with-suffix`: the customer’s prefix with a random suffix. `issued`: only the server generates IDs.',
  'externalId.minimumLength': 'The minimum number of characters. AWS allows 2 to 1224.',
  regions: 'Regions where customers can create the stack. The first one is preselected. Each partition that you serve needs one.',
  templates:
    'The public S3 URL of the CloudFormation template, by partition. `rolebridge template` writes the template and prints the URL.',
  'templates.aws': 'In the commercial partition.',
  'templates.aws-us-gov': 'In AWS GovCloud (US).',
  'templates.aws-cn': 'In China.',
  'templates.aws-eusc': 'In the European Sovereign Cloud.',
  permissionSets: 'Named groups of permissions that you request.',
  'permissionSets[].id': 'Permanent, because connections store it.',
  'permissionSets[].title': 'The label of the checkbox. A text, or texts by language.',
  'permissionSets[].why': 'Tells customers in plain words what you do with the permissions. A text, or texts by language.',
  'permissionSets[].required': 'Your product doesn’t work without this set. The fewer required sets, the better.',
  'permissionSets[].partitions':
    'The partitions in which the set is offered, for example `["aws", "aws-us-gov"]`. Without this key it is offered in all. A connection in another partition that has the set needs an update.',
  'permissionSets[].parameters':
    'Values that the customer enters: buckets, keys, queues, topics, secrets, Regions, tag values, and others.',
  'permissionSets[].parameters[].id': 'The placeholder `{{id}}` in statements, and the name of the template’s parameter.',
  'permissionSets[].parameters[].title': 'The label of the field. A text, or texts by language.',
  'permissionSets[].parameters[].kind': 'The type of resource. It determines which values are valid.',
  'permissionSets[].parameters[].many': 'Allows several values, up to 20.',
  'permissionSets[].parameters[].default':
    'What the field starts with: a value, or a list of values with `many`. Customers can change it, and requests to the API name each value.',
  'permissionSets[].parameters[].example': 'A value that the empty field shows.',
  'permissionSets[].parameters[].help': 'Where customers find the value, below the field. A text, or texts by language.',
  'permissionSets[].statements':
    'Statements of the permissions policy. `notActions` is not supported. Customers see every wildcard. Can be left out if the set has managed policies.',
  'permissionSets[].statements[].sid': 'The ID of the statement, unique in the config.',
  'permissionSets[].statements[].effect':
    'What the statement does, `Allow` if left out. `Deny` overrides every permission of the role, for customers who choose the set. Customers read it as “can never”.',
  'permissionSets[].statements[].actions': 'IAM actions, for example `s3:GetObject`.',
  'permissionSets[].statements[].resources':
    'ARNs with `{{partition}}`, `{{accountId}}`, `{{region}}`, `{{rolePath}}`, `{{roleName}}`, and parameters. At most one parameter of an ARN has several values. It gives several ARNs.',
  'permissionSets[].statements[].conditions': 'IAM conditions. Their values can have the placeholders of `resources`, their keys cannot.',
  'permissionSets[].managedPolicyArns':
    'Managed policies of AWS that are attached to the role, for example `arn:aws:iam::aws:policy/SecurityAudit`. Each role gets them in the partition of its account. IAM attaches at most 10. AWS can add permissions to them at any time, so statements are better where a few actions are enough.',
  'permissionSets[].checks':
    'Calls with the assumed role that test the permissions. Without this key, the checks that the statements allow are made. `[]`: none.',
  'permissionSets[].checks[].id': 'The ID in verdicts and receipts.',
  'permissionSets[].checks[].call': `Requires a permission in the same set: ${checks.map(({ id, action }) => `\`${id}\` needs \`${action}\``).join(', ')}.`,
  'permissionSets[].checks[].parameter': 'The call is made once for each value of this parameter. Checks of the account have none.',
  roleInspection:
    'Adds the permission set `inspectRole`, which lets a check read the role’s own policies and nothing else in IAM. Whether customers can or must grant it.',
  hosting: 'The AWS service that your application runs on.',
  embed: 'Pages that can show the wizard in a frame.',
  'embed.allowedOrigins':
    'Origins such as `https://docs.example.com`, or `https://*.example.com` for every subdomain of a domain with at least two labels. Empty: none.',
  returnOrigins: 'Origins that the `returnUrl` of a launch token can use, such as `https://app.example.com`.',
  links: 'Additional URLs, by name.',
  words:
    'Your texts instead of ours, by language, catalog, and key path, for example `{ "en": { "account": { "submit": "Next" } } }`. `{0}` is the first value of a text, `{name}` a field of a value. docs/translating.md lists the catalogs.',
}
