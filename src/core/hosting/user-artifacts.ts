import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { command, option, script, undoCommands, written } from '#core/artifacts/aws-cli.ts'
import { commentText, hclEntries, hclText, hclValue } from '#core/artifacts/source-text.ts'
import { templateRules, versionedTemplate } from '#core/artifacts/template-document.ts'
import { ref, type TemplateMapping } from '#core/artifacts/template-value.ts'
import { block, rightAccount } from '#core/artifacts/terraform.ts'
import { policyText } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { templateValue } from './hosting-cloudformation.ts'
import { wildcardComment } from './hosting-plan.ts'
import type { UserPlan } from './user-plan.ts'

export const userArtifactMessages = messages('user-artifacts', {
  permissions: {
    title: 'Permissions policy',
    purpose: 'Add it as the only inline policy of the IAM user.',
    needs: ['the IAM console, or any tool that manages users'],
  },
  cloudFormation: {
    title: 'CloudFormation',
    purpose: 'Creates the user, without an access key. Upload it in the CloudFormation console, or deploy it with your own tools.',
    needs: ['the CloudFormation console or the AWS CLI', 'CAPABILITY_NAMED_IAM'],
  },
  terraform: {
    title: 'Terraform',
    purpose: 'Creates the user, without an access key. Add this file to any Terraform or OpenTofu configuration.',
    needs: ['Terraform 1.2 or OpenTofu 1.6, or later', 'the hashicorp/aws provider 5 or later, configured for the account'],
  },
  awsCli: {
    title: 'AWS CLI',
    purpose: 'Creates the user, without an access key. Run in any terminal or AWS CloudShell. It stops if you’re in the wrong account.',
    needs: ['AWS CLI 1 or 2, signed in to the account (preinstalled in AWS CloudShell)', 'bash or zsh'],
  },
  undo: (userName: string) =>
    `Delete the access keys of ${userName}, and then the user. Sessions that it started last until their end, at most 12 hours. Every customer has to create a new role afterwards.`,
})

const words = (language: string) => userArtifactMessages.in(language)

const permissionsPolicy: ArtifactDialect<UserPlan> = {
  id: 'permissions-policy',
  texts: (language) => words(language).permissions,
  undo: ({ userName }, language = 'en') => ({ words: words(language).undo(userName), commands: null }),
  render: (plan) => ({ filename: 'application-permissions-policy.json', language: 'json', text: policyText(plan.permissionsPolicy) }),
}

const noKey = 'No access key is created here, because a template, a state file, or a terminal would keep it.'

function userTemplate(plan: UserPlan): string {
  const template: TemplateMapping = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The IAM user of ${plan.vendor.name}.`,
    Rules: templateRules(plan.partition, plan.accountId),
    Resources: {
      ApplicationUser: {
        Type: 'AWS::IAM::User',
        // Another user of the same name would have another unique ID, which no customer trusts.
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          UserName: plan.userName,
          Path: plan.path,
          Policies: [{ PolicyName: plan.policyName, PolicyDocument: templateValue(plan.permissionsPolicy) }],
        },
      },
    },
    Outputs: {
      UserArn: { Description: 'The user that customers trust.', Value: { 'Fn::GetAtt': 'ApplicationUser.Arn' } },
      UserName: { Description: 'The name of the user.', Value: ref('ApplicationUser') },
      TemplateVersion: { Description: 'SHA-256 of this template without its last line.' },
    },
  }
  return versionedTemplate({
    preamble: `The IAM user of ${plan.vendor.name} in AWS account ${plan.accountId}: ${plan.userName}.\n\n${noKey}`,
    template,
    comments: new Map([
      ['Rules', 'Checked before anything is created, so the user cannot end up in the wrong account.'],
      [
        'Resources.ApplicationUser.DeletionPolicy',
        'Customers trust the unique ID of this user. A new user with its name would have another one.',
      ],
      ['Resources.ApplicationUser.Properties.Policies', wildcardComment(plan.vendor)],
    ]),
  }).text
}

const cloudFormation: ArtifactDialect<UserPlan> = {
  id: 'cloudformation',
  texts: (language) => words(language).cloudFormation,
  undo: permissionsPolicy.undo,
  render: (plan) => ({ filename: `${plan.stackName}-application.yaml`, language: 'yaml', text: userTemplate(plan) }),
}

function userTerraform(plan: UserPlan): string {
  const { vendor, accountId, region } = plan
  const blocks = [
    `# ${commentText(`The IAM user of ${vendor.name} in AWS account ${accountId}. ${noKey}`)}
# Configure the aws provider for that account and the Region ${region}.`,
    'data "aws_caller_identity" "signed_in" {}',
    block('resource "aws_iam_user" "application"', [
      hclEntries(
        [
          ['name', hclText(plan.userName)],
          ['path', hclText(plan.path)],
        ],
        '  ',
      ),
      rightAccount(plan),
    ]),
    `# ${wildcardComment(plan.vendor)}\n${block('resource "aws_iam_user_policy" "application"', [
      hclEntries(
        [
          ['name', hclText(plan.policyName)],
          ['user', 'aws_iam_user.application.name'],
          ['policy', `jsonencode(${hclValue(plan.permissionsPolicy, '  ')})`],
        ],
        '  ',
      ),
    ])}`,
    block('output "application_user_arn"', ['  value = aws_iam_user.application.arn']),
  ]
  return `${blocks.join('\n\n')}\n`
}

const terraform: ArtifactDialect<UserPlan> = {
  id: 'terraform',
  texts: (language) => words(language).terraform,
  undo: permissionsPolicy.undo,
  render: (plan) => ({ filename: 'application-user.tf', language: 'hcl', text: userTerraform(plan) }),
}

const permissionsFile = 'application-permissions.json'

const createUser = (plan: UserPlan): Artifact =>
  script(plan, 'create-application-user.sh', [
    command('aws iam create-user', option('user-name', plan.userName), option('path', plan.path), '> /dev/null'),
    written(permissionsFile, plan.permissionsPolicy),
    command(
      'aws iam put-user-policy',
      option('user-name', plan.userName),
      option('policy-name', plan.policyName),
      `--policy-document file://${permissionsFile}`,
    ),
    command('aws iam get-user', option('user-name', plan.userName), '--query User.Arn --output text'),
  ])

/** IAM deletes no user that has an access key or an inline policy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html */
const deleteUser = (plan: UserPlan): Artifact => {
  const user = option('user-name', plan.userName)
  return script(
    plan,
    'delete-application-user.sh',
    undoCommands(
      [
        `for key in $(aws iam list-access-keys ${user} --query 'AccessKeyMetadata[].AccessKeyId' --output text); do
  attempt aws iam delete-access-key ${user} --access-key-id "$key"
done`,
        command('aws iam delete-user-policy', user, option('policy-name', plan.policyName)),
        command('aws iam delete-user', user),
      ],
      [permissionsFile],
    ),
  )
}

const awsCli: ArtifactDialect<UserPlan> = {
  id: 'aws-cli',
  texts: (language) => words(language).awsCli,
  undo: (plan, language = 'en') => ({ words: words(language).undo(plan.userName), commands: deleteUser(plan) }),
  render: createUser,
}

/** In the order in which they are offered. A user has no trust policy. */
export const userDialects = [permissionsPolicy, cloudFormation, terraform, awsCli] as const
