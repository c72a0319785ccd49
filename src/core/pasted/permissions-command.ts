type Facts = { readonly roleName: string; readonly policyName: string; readonly hasPermissionsPolicy: boolean }

/** Prints a role with its trust policy. */
export const roleCommand = ({ roleName }: Pick<Facts, 'roleName'>): string => `aws iam get-role --role-name ${roleName} --output json`

/** Prints which managed policies a role has. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html */
export const attachmentsCommand = ({ roleName }: Pick<Facts, 'roleName'>): string =>
  `aws iam list-attached-role-policies --role-name ${roleName} --output json`

/** Prints what a role was granted. IAM has no inline policy to show for a plan with managed policies alone. */
export const permissionsCommand = ({ roleName, policyName, hasPermissionsPolicy }: Facts): string =>
  hasPermissionsPolicy ? `aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName}` : attachmentsCommand({ roleName })
