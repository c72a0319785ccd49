import type { PolicyStatement } from '#core/policy/document.ts'
import type { Answered, Credentials, TestAws } from '#simulation/aws/testing.test-data.ts'

export const account = '444455556666'
export const vendorAccount = '111122223333'
export const vendorAdministrator = { accessKeyId: `SIM${vendorAccount}` }
export const externalId = 'uX4bT9qLm2Zr7VdKc8Wp3Sfa'

export const arnOf = (name: string) => `arn:aws:iam::${account}:role/${name}`

export const policyOf = (...Statement: readonly PolicyStatement[]) => JSON.stringify({ Version: '2012-10-17', Statement })
export const everyRole: PolicyStatement = { Effect: 'Allow', Action: 'sts:*', Resource: '*' }
export const when = (Condition: PolicyStatement['Condition']) => policyOf({ ...everyRole, Condition })
export const unless = (Condition: PolicyStatement['Condition']) =>
  policyOf(everyRole, { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', Condition })

const actions = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']
export const trusting = (AWS: string) => policyOf({ Effect: 'Allow', Principal: { AWS }, Action: actions })

export async function createRole(aws: TestAws, name: string, trust: string, as?: Credentials, path = '/'): Promise<void> {
  await aws.call('iam', { Action: 'CreateRole', RoleName: name, Path: path, AssumeRolePolicyDocument: trust }, as)
}

export const assume = (aws: TestAws, name: string, as?: Credentials, more: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  aws.call('sts', { Action: 'AssumeRole', RoleArn: arnOf(name), RoleSessionName: 'session', ...more }, as)

export const credentialsOf = (answered: Answered): Credentials => ({
  accessKeyId: answered.field('AccessKeyId') ?? '',
  sessionToken: answered.field('SessionToken') ?? '',
})

export const createPolicy = (aws: TestAws, name: string, document: string, as: Credentials): Promise<Answered> =>
  aws.call('iam', { Action: 'CreatePolicy', PolicyName: name, PolicyDocument: document }, as)

/** A session of a role in the vendor's account, and a customer's role that trusts everyone. */
export async function vendorSession(aws: TestAws, permissions: string, path = '/'): Promise<Credentials> {
  await createRole(aws, 'Customer', trusting('*'))
  await createRole(aws, 'Caller', trusting(vendorAccount), vendorAdministrator, path)
  const policy = { Action: 'PutRolePolicy', RoleName: 'Caller', PolicyName: 'P', PolicyDocument: permissions }
  await aws.call('iam', policy, vendorAdministrator)
  const roleArn = `arn:aws:iam::${vendorAccount}:role${path}Caller`
  return credentialsOf(await aws.call('sts', { Action: 'AssumeRole', RoleArn: roleArn, RoleSessionName: 'worker' }, vendorAdministrator))
}

/** Limits the caller's role to the policy of this name in the vendor's account. */
export async function limitCaller(aws: TestAws, policyName: string): Promise<void> {
  const PermissionsBoundary = `arn:aws:iam::${vendorAccount}:policy/${policyName}`
  await aws.call('iam', { Action: 'PutRolePermissionsBoundary', RoleName: 'Caller', PermissionsBoundary }, vendorAdministrator)
}
