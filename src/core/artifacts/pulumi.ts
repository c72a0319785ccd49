import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { said } from '#core/rules/said.ts'
import type { ArtifactDialect } from './artifact.ts'
import { commentText } from './source-text.ts'
import { typescriptText, typescriptValue } from './typescript-text.ts'

function roleArguments(plan: RolePlan): string {
  const lines = [
    'name: roleName',
    `path: ${typescriptText(plan.path)}`,
    `maxSessionDuration: ${plan.maxSessionDuration}`,
    ...(plan.permissionsBoundary === null ? [] : [`permissionsBoundary: ${typescriptText(plan.permissionsBoundary)}`]),
    `assumeRolePolicy: JSON.stringify(${typescriptValue(plan.trustPolicy, '  ')})`,
    ...(Object.keys(plan.tags).length === 0 ? [] : [`tags: ${typescriptValue(plan.tags, '  ')}`]),
  ]
  return `{\n${lines.map((line) => `  ${line},\n`).join('')}}`
}

function rolePolicy(plan: RolePlan): string {
  if (!hasPermissions(plan)) return ''
  return `
new aws.iam.RolePolicy("account-access", {
  name: ${typescriptText(plan.policyName)},
  role: role.name,
  policy: JSON.stringify(${typescriptValue(plan.permissionsPolicy, '  ')}),
});
`
}

/** The name of the role comes out of the check of the account, so there is no role without the check. */
function program(plan: RolePlan): string {
  const { vendor, vendorAccountId, accountId } = plan
  return `// ${commentText(`One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId}) work in AWS account ${accountId}.`)}
// The aws provider is yours: configure it for that account. IAM is the same in every region of it.
import * as aws from "@pulumi/aws";

const roleName = aws.getCallerIdentityOutput().accountId.apply((signedIn) => {
  if (signedIn !== ${typescriptText(accountId)}) {
    throw new Error(\`Stopped, nothing was changed: these are credentials of AWS account \${signedIn}, not of ${accountId}.\`);
  }
  return ${typescriptText(plan.roleName)};
});

const role = new aws.iam.Role("account-access", ${roleArguments(plan)});
${rolePolicy(plan)}
export const roleArn = role.arn;
`
}

export const pulumi: ArtifactDialect = {
  id: 'pulumi',
  title: 'Pulumi',
  purpose: 'add the role to a Pulumi program of yours, in TypeScript',
  needs: ['A Pulumi project in TypeScript with @pulumi/aws, version 6 or newer', 'The Pulumi CLI, with credentials of the account'],
  undo: () => ({
    words: said`Remove the file from the program and run pulumi up, or run pulumi destroy if it holds nothing else. The access ends at once.`,
    commands: null,
  }),
  render: (plan) => ({ filename: 'account-access-role.ts', language: 'typescript', text: program(plan) }),
}
