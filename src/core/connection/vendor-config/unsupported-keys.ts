type UnsupportedKey = { readonly names: RegExp; readonly message: string }

/** Keys that IAM, AWS or a later version knows, and what to write instead. An ignored one would grant something else than what is written. */
const unsupportedKeys: readonly UnsupportedKey[] = [
  {
    names: /^(managedPolic(y|ies)(Arn)?|policyArns?|attachedPolic(y|ies))$/i,
    message:
      'Managed policies of AWS are in "managedPolicyArns" of a permission set, for example ["arn:aws:iam::aws:policy/SecurityAudit"]. Write the actions of other policies as statements.',
  },
  {
    names: /^notActions?$/i,
    message:
      '"NotAction" is not supported: it would allow every other action. List the actions in "actions", for example ["s3:GetObject"].',
  },
  {
    names: /^notResources?$/i,
    message:
      '"NotResource" is not supported: it would allow every other resource. List the ARNs in "resources", for example ["arn:{{partition}}:s3:::{{buckets}}/*"].',
  },
  {
    names: /^(not)?principals?$/i,
    message:
      'A permissions policy has no principal. Remove this key: "accounts" and "applicationRoleName" or "applicationUser" say whom the role trusts.',
  },
  {
    names: /^(trustPolicy|assumeRolePolicyDocument)$/i,
    message: 'The trust policy is made from "accounts", "applicationRoleName" or "applicationUser", and the external ID. Remove this key.',
  },
  {
    names: /^(version|policyDocument|policy)$/i,
    message: 'Policy documents are not supported here. Write statements, for example { "sid": "…", "actions": […], "resources": […] }.',
  },
  {
    names: /^(\/\/|#|\$?comments?|\$?_comment|\$.*)$/i,
    message: 'Comments are not supported: "$schema" is the only key that may start with $. Remove this key.',
  },
  { names: /^simulated$/i, message: 'The server adds "simulated" when it hands out the config. Remove the key.' },
  {
    names: /^(defaults?|examples?|help|description|pattern|placeholder)$/i,
    message:
      'Parameters have "default", "example" and "help", for example { "id": "buckets", "title": "Buckets", "kind": "s3-bucket", "example": "acme-uploads" }. Their kind determines which values are valid. Remove this key.',
  },
  {
    names: /^partitions?$/i,
    message:
      'Partitions are a list in "partitions" of a permission set, for example ["aws", "aws-us-gov"], and keys of "accounts" and "templates".',
  },
  {
    names: /^(accountId|awsAccountId|account)$/i,
    message: 'Write the account under its partition, for example "accounts": { "aws": "111122223333" }.',
  },
  {
    names: /^(applicationRole(Arns?|s|Names)?|(application)?RoleArns?|verifierRole(Name|Arn)|verifier)$/i,
    message:
      'The application role is in "applicationRoleName", for example "AcmeApplication". Other roles of it are in "additionalApplicationRoles", for example [{ "name": "AcmeOldApplication" }], and the one of the checks is in "verifierRole".',
  },
  {
    names: /^(application|applicationUser(s|Names?|Arns?)|(iam)?User(Name|Arn)?)$/i,
    message:
      'If your application calls AWS as an IAM user, name it in "applicationUser", for example { "name": "acme-application" }. A role is named in "applicationRoleName".',
  },
  {
    names: /^(aws)?(access|secret)[_-]?(access)?[_-]?key([_-]?id)?$|^credentials$/i,
    message:
      'Access keys are never in the config, which customers can read. The server finds its credentials as the AWS SDK does. Remove this key.',
  },
  { names: /^termsUrl$/i, message: 'This URL is not supported. Remove the key, or name it under "links".' },
]

/** A sentence for a key that people expect here, or null. */
export const unsupportedKey = (key: string): string | null => unsupportedKeys.find(({ names }) => names.test(key))?.message ?? null
