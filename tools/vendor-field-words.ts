import { checks } from '#core/checks/checks.ts'

/** The meaning of each config field, by path, for the JSON Schema and for docs/configuration.md. */
export const vendorFieldWords: Readonly<Record<string, string>> = {
  $schema: 'Where this schema is, so that your editor helps: `./vendor.schema.json`.',
  name: 'Your product, as customers know it.',
  purpose:
    'What your product does in the account, to finish “… needs access because it …”. This and the other texts to customers may be texts by language, `{ "en": "…", "de": "…" }`; English is required, and stands in the template whatever the language.',
  logoUrl: 'A picture of your own site, or an absolute path of the wizard’s.',
  accentColor: 'Of buttons and links, as `#rrggbb`. Where it would be hard to read it is adjusted.',
  supportUrl: 'Where customers get help.',
  accounts:
    'The account that the application runs in, for each partition that you serve. Customers trust this account, so a partition in which there are connections stays.',
  'accounts.aws': 'In the commercial partition.',
  'accounts.aws-us-gov': 'In AWS GovCloud (US).',
  'accounts.aws-cn': 'In China.',
  'accounts.aws-eusc': 'In the European Sovereign Cloud.',
  applicationRoleName:
    'The role that the application runs as. With it the trust policy also requires this role (`aws:PrincipalArn`), not just your account.',
  role: 'The account access role that customers create.',
  'role.name':
    'The same in every customer account: it is how the application finds the role, and how your own policy names it. It names the stack too.',
  'role.path': 'Of the role.',
  'role.maxSessionDuration': 'Seconds.',
  'role.permissionsBoundary': 'Whether customers may, or must, name a permissions boundary.',
  'role.tags': 'On the role.',
  'role.customerMayChoose':
    'What customers may set as their own company asks. A session can only be made shorter. With a path, your own policy must allow `sts:AssumeRole` on `role/NAME` and on `role/*/NAME`.',
  externalId: 'How external IDs come about.',
  'externalId.mode':
    '`chosen`: by the customer, with a random proposal. `chosen-with-suffix`: the customer’s words and a random suffix. `issued`: by the server alone.',
  'externalId.minimumLength': 'Characters. AWS takes 2 to 1224.',
  regions: 'Where customers may create the stack; the first is proposed. Each partition that you serve needs one.',
  templates:
    'Where the CloudFormation template lies, by partition: an S3 URL that everybody can read. `npm run template` makes it and prints the address.',
  'templates.aws': 'In the commercial partition.',
  'templates.aws-us-gov': 'In AWS GovCloud (US).',
  'templates.aws-cn': 'In China.',
  'templates.aws-eusc': 'In the European Sovereign Cloud.',
  permissionSets: 'Named groups of permissions that you ask for.',
  'permissionSets[].id': 'Permanent: connections hold it.',
  'permissionSets[].title': 'Beside the box that customers tick. A text, or texts by language.',
  'permissionSets[].why': 'To the customer, in plain words: what you do with it. A text, or texts by language.',
  'permissionSets[].required': 'Without it your product does not work at all. The fewer, the better.',
  'permissionSets[].parameters': 'What the customer names: buckets, keys, queues, tables.',
  'permissionSets[].parameters[].id': 'In statements as `{{id}}`, in the template as a parameter.',
  'permissionSets[].parameters[].title': 'The label of the field. A text, or texts by language.',
  'permissionSets[].parameters[].kind': 'Decides what may be typed.',
  'permissionSets[].parameters[].many': 'Whether it takes several values, up to 20.',
  'permissionSets[].statements':
    'Of the permissions policy. Each statement allows: `effect`, `notActions` and managed policies are not supported. There is no wildcard that the customer does not see.',
  'permissionSets[].statements[].sid': 'Names the statement, once in the whole config.',
  'permissionSets[].statements[].actions': 'As in IAM, for example `s3:GetObject`.',
  'permissionSets[].statements[].resources':
    'ARNs with `{{partition}}`, `{{accountId}}`, `{{region}}` and at most one parameter each. A parameter of many values makes many ARNs.',
  'permissionSets[].statements[].conditions': 'As in IAM. Without placeholders.',
  'permissionSets[].checks': 'What is called with the assumed role, to see that the permissions work.',
  'permissionSets[].checks[].id': 'In verdicts and receipts.',
  'permissionSets[].checks[].call': `Needs permission in the same set, or the config is an error: ${checks.map(({ id, action }) => `\`${id}\` needs \`${action}\``).join(', ')}.`,
  'permissionSets[].checks[].parameter': 'Is called once for each value of this parameter.',
  hosting: 'What your application runs on.',
  embed: 'Which pages may show the wizard in a frame.',
  'embed.allowedOrigins':
    'Origins such as `https://docs.example.com`, or `https://*.example.com` for every subdomain of a domain that is named with at least two labels. Empty: none.',
  returnOrigins: 'Where a launch token can send customers back to with its `returnUrl`: https origins, such as `https://app.example.com`.',
  links: 'Further addresses by name.',
  words:
    'Your texts in place of ours, by language, catalog, and key path, for example `{ "en": { "account": { "submit": "Next" } } }`. `{0}` stands for the first value of a text, `{name}` for a field of a value. docs/translating.md lists where the catalogs are.',
}
