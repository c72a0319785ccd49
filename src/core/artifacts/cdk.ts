import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { deleteStack } from './aws-cli.ts'
import { commentText, typescriptText, typescriptValue } from './source-text.ts'

/** The properties of `CfnRole`: unlike `Role`, it leaves the policies as they are written. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CfnRole.html */
function roleProperties(plan: RolePlan): string {
  const tags = Object.entries(plan.tags).map(([key, value]) => ({ key, value }))
  const hasPolicy = hasPermissions(plan)
  return typescriptValue(
    {
      roleName: plan.roleName,
      path: plan.path,
      maxSessionDuration: plan.maxSessionDuration,
      ...(plan.permissionsBoundary === null ? {} : { permissionsBoundary: plan.permissionsBoundary }),
      assumeRolePolicyDocument: plan.trustPolicy,
      ...(hasPolicy ? { policies: [{ policyName: plan.policyName, policyDocument: plan.permissionsPolicy }] } : {}),
      ...(plan.managedPolicyArns.length === 0 ? {} : { managedPolicyArns: plan.managedPolicyArns }),
      ...(tags.length === 0 ? {} : { tags }),
    },
    '    ',
  )
}

/**
 * The account and region of the stack make the CDK refuse other credentials, the rule makes CloudFormation refuse them.
 * https://docs.aws.amazon.com/cdk/v2/guide/environments.html
 */
function stackFile(plan: RolePlan): string {
  const { vendor, vendorAccountId, accountId, region } = plan
  return `// ${commentText(`One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId}) access AWS account ${accountId}.`)}
// In the app of your CDK project: new AccountAccessRoleStack(app);
import * as cdk from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";

export class AccountAccessRoleStack extends cdk.Stack {
  constructor(scope: Construct) {
    super(scope, "AccountAccessRole", {
      stackName: ${typescriptText(plan.stackName)},
      env: { account: ${typescriptText(accountId)}, region: ${typescriptText(region)} },
      // No assets to upload, so the account does not need to be bootstrapped.
      synthesizer: new cdk.BootstraplessSynthesizer(),
    });

    new cdk.CfnRule(this, "RightAccount", {
      assertions: [
        {
          assert: cdk.Fn.conditionEquals(cdk.Aws.ACCOUNT_ID, ${typescriptText(accountId)}),
          assertDescription: "You are signed in to another AWS account. Nothing was created. Sign in to ${accountId}.",
        },
      ],
    });

    const role = new iam.CfnRole(this, "AccountAccessRole", ${roleProperties(plan)});

    new cdk.CfnOutput(this, "RoleArn", { value: role.attrArn });
  }
}
`
}

export const cdkMessages = messages('cdk', {
  title: 'AWS CDK',
  purpose: 'Add this stack to your CDK app (TypeScript).',
  needs: ['a CDK app in TypeScript with aws-cdk-lib 2', 'the CDK CLI, signed in to the account'],
  undo: (stackName: string) =>
    `Destroy the stack ${stackName} with cdk destroy, or delete it in CloudFormation. This deletes the role and ends access.`,
})

export const cdk: ArtifactDialect = {
  id: cdkMessages.id,
  texts: cdkMessages.in,
  undo: (plan, language = 'en') => ({ words: cdkMessages.in(language).undo(plan.stackName), commands: deleteStack(plan) }),
  render: (plan) => ({ filename: 'account-access-role-stack.ts', language: 'typescript', text: stackFile(plan) }),
}
