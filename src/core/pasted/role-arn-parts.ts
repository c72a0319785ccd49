export type RoleArnParts = {
  readonly arn: string
  readonly partition: string
  readonly accountId: string
  readonly path: string
  readonly roleName: string
}

const roleArn = /^arn:([\w-]+):iam::(\d{12}):role(\/(?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/

/** The path is part of the ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleArnParts(arn: string): RoleArnParts | null {
  const [, partition, accountId, path, roleName] = roleArn.exec(arn) ?? []
  return partition && accountId && path && roleName ? { arn, partition, accountId, path, roleName } : null
}
