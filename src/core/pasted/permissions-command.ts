type Facts = { readonly roleName: string; readonly policyName: string; readonly hasPermissionsPolicy: boolean }

/**
 * Prints what a role was granted. IAM has no inline policy to show for a plan with managed policies alone.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html
 */
export const permissionsCommand = ({ roleName, policyName, hasPermissionsPolicy }: Facts): string =>
  hasPermissionsPolicy
    ? `aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName}`
    : `aws iam list-attached-role-policies --role-name ${roleName} --output json`
