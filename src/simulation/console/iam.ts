import * as z from 'zod/mini'
import { type AwsAnswer, awsQuery, EncodedPolicy, type SignedIn, xmlList } from './aws-query.ts'

const GetRoleResult = z.object({
  Role: z.object({ RoleName: z.string(), Arn: z.string(), AssumeRolePolicyDocument: EncodedPolicy }),
})
const GetRolePolicyResult = z.object({ PolicyName: z.string(), PolicyDocument: EncodedPolicy })
const ListRolePoliciesResult = z.object({ PolicyNames: xmlList(z.string()) })

export type Role = {
  readonly roleName: string
  readonly roleArn: string
  readonly trustPolicy: string
  readonly policies: readonly { readonly policyName: string; readonly text: string }[]
}

export async function role(signedIn: SignedIn, roleName: string): Promise<AwsAnswer<Role>> {
  const parameters = { RoleName: roleName }
  const found = await awsQuery({ ...signedIn, service: 'iam', action: 'GetRole', parameters }, GetRoleResult)
  if (found.kind !== 'answer') return found
  const names = await awsQuery({ ...signedIn, service: 'iam', action: 'ListRolePolicies', parameters }, ListRolePoliciesResult)
  if (names.kind !== 'answer') return names
  const policies: Role['policies'][number][] = []
  for (const policyName of names.result.PolicyNames) {
    const asked = { ...parameters, PolicyName: policyName }
    const policy = await awsQuery({ ...signedIn, service: 'iam', action: 'GetRolePolicy', parameters: asked }, GetRolePolicyResult)
    if (policy.kind !== 'answer') return policy
    policies.push({ policyName, text: policy.result.PolicyDocument })
  }
  const { RoleName, Arn, AssumeRolePolicyDocument } = found.result.Role
  return { kind: 'answer', result: { roleName: RoleName, roleArn: Arn, trustPolicy: AssumeRolePolicyDocument, policies } }
}

export function createRole(signedIn: SignedIn, roleName: string, trustPolicy: string): Promise<AwsAnswer<unknown>> {
  const parameters = { RoleName: roleName, AssumeRolePolicyDocument: trustPolicy }
  return awsQuery({ ...signedIn, service: 'iam', action: 'CreateRole', parameters }, z.unknown())
}

export function saveTrustPolicy(signedIn: SignedIn, roleName: string, text: string): Promise<AwsAnswer<unknown>> {
  const parameters = { RoleName: roleName, PolicyDocument: text }
  return awsQuery({ ...signedIn, service: 'iam', action: 'UpdateAssumeRolePolicy', parameters }, z.unknown())
}

export type RolePolicy = { readonly roleName: string; readonly policyName: string; readonly text: string }

export function savePermissionsPolicy(signedIn: SignedIn, { roleName, policyName, text }: RolePolicy): Promise<AwsAnswer<unknown>> {
  const parameters = { RoleName: roleName, PolicyName: policyName, PolicyDocument: text }
  return awsQuery({ ...signedIn, service: 'iam', action: 'PutRolePolicy', parameters }, z.unknown())
}

export function deletePermissionsPolicy(signedIn: SignedIn, roleName: string, policyName: string): Promise<AwsAnswer<unknown>> {
  const parameters = { RoleName: roleName, PolicyName: policyName }
  return awsQuery({ ...signedIn, service: 'iam', action: 'DeleteRolePolicy', parameters }, z.unknown())
}
