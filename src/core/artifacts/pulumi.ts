import { managedPolicyName } from '#core/aws/managed-policy.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { commentText, typescriptText, typescriptValue } from './source-text.ts'

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

/** Named like the policies, so that a change of one leaves the others attached. */
const attachments = (plan: RolePlan): string =>
  plan.managedPolicyArns
    .map(
      (arn) => `
new aws.iam.RolePolicyAttachment(${typescriptText(`account-access-${managedPolicyName(arn)}`)}, {
  role: role.name,
  policyArn: ${typescriptText(arn)},
});
`,
    )
    .join('')

/** The name of the role comes out of the check of the account, so there is no role without the check. */
function program(plan: RolePlan): string {
  const { vendor, vendorAccountId, accountId } = plan
  return `// ${commentText(`One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId}) access AWS account ${accountId}.`)}
// Configure the aws provider for that account, in any Region. IAM is global.
import * as aws from "@pulumi/aws";

const roleName = aws.getCallerIdentityOutput().accountId.apply((signedIn) => {
  if (signedIn !== ${typescriptText(accountId)}) {
    throw new Error(\`Stopped. These are credentials of AWS account \${signedIn}, not ${accountId}. Nothing was changed.\`);
  }
  return ${typescriptText(plan.roleName)};
});

const role = new aws.iam.Role("account-access", ${roleArguments(plan)});
${rolePolicy(plan)}${attachments(plan)}
export const roleArn = role.arn;
`
}

export const pulumiMessages = messages('pulumi', {
  title: 'Pulumi',
  purpose: 'Add this file to your Pulumi program (TypeScript).',
  needs: ['a Pulumi project in TypeScript with @pulumi/aws 6 or later', 'the Pulumi CLI, with credentials for the account'],
  undo: 'Remove the file and run pulumi up, or run pulumi destroy if the program has nothing else. Access ends within seconds.',
})

export const pulumi: ArtifactDialect = {
  id: pulumiMessages.id,
  texts: pulumiMessages.in,
  undo: (_, language = 'en') => ({ words: pulumiMessages.in(language).undo, commands: null }),
  render: (plan) => ({ filename: 'account-access-role.ts', language: 'typescript', text: program(plan) }),
}
