import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { policyText } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { hostingCommands, hostingRemovalCommands } from './hosting-aws-cli.ts'
import { hostingTemplate } from './hosting-cloudformation.ts'
import type { HostingPlan } from './hosting-plan.ts'
import { hostingTerraform } from './hosting-terraform.ts'

export const hostingArtifactMessages = messages('hosting-artifacts', {
  trust: {
    title: 'Trust policy',
    purpose: 'Lets only what your application runs on have the role.',
    needs: ['the IAM console, or any tool that creates roles'],
  },
  permissions: {
    title: 'Permissions policy',
    purpose: 'Add it as the only inline policy of the application role.',
    needs: ['the IAM console, or any tool that creates roles'],
  },
  cloudFormation: {
    title: 'CloudFormation',
    purpose: 'Upload it in the CloudFormation console, or deploy it with your own tools.',
    needs: ['the CloudFormation console or the AWS CLI', 'CAPABILITY_NAMED_IAM'],
  },
  terraform: {
    title: 'Terraform',
    purpose: 'Add this file to any Terraform or OpenTofu configuration.',
    needs: [
      'Terraform 1.2 or OpenTofu 1.6, or later',
      'the hashicorp/aws provider 5 or later (6.2 or later for EKS Pod Identity), configured for the account',
    ],
  },
  awsCli: {
    title: 'AWS CLI',
    purpose: 'Run in any terminal or AWS CloudShell. It stops if you’re in the wrong account.',
    needs: [
      'AWS CLI 1 or 2, signed in to the account (preinstalled in AWS CloudShell). For EKS Pod Identity, a version of June 2025 or later',
      'bash or zsh',
    ],
  },
  undo: (roleName: string) => `Delete the role ${roleName}. The application loses access to every customer account within an hour.`,
  undoStack: (stackName: string) => `Delete the stack ${stackName}. The application loses access to every customer account within an hour.`,
  undoTerraform: 'Remove the file and apply again. The application loses access to every customer account within an hour.',
})

const words = (language: string) => hostingArtifactMessages.in(language)

const trustPolicy: ArtifactDialect<HostingPlan> = {
  id: 'trust-policy',
  texts: (language) => words(language).trust,
  undo: ({ roleName }, language = 'en') => ({ words: words(language).undo(roleName), commands: null }),
  render: (plan) => ({ filename: 'application-trust-policy.json', language: 'json', text: policyText(plan.trustPolicy) }),
}

const permissionsPolicy: ArtifactDialect<HostingPlan> = {
  id: 'permissions-policy',
  texts: (language) => words(language).permissions,
  undo: ({ roleName }, language = 'en') => ({ words: words(language).undo(roleName), commands: null }),
  render: (plan) => ({ filename: 'application-permissions-policy.json', language: 'json', text: policyText(plan.permissionsPolicy) }),
}

const cloudFormation: ArtifactDialect<HostingPlan> = {
  id: 'cloudformation',
  texts: (language) => words(language).cloudFormation,
  undo: ({ stackName }, language = 'en') => ({ words: words(language).undoStack(`${stackName}-application`), commands: null }),
  render: (plan) => ({ filename: `${plan.stackName}-application.yaml`, language: 'yaml', text: hostingTemplate(plan) }),
}

const terraform: ArtifactDialect<HostingPlan> = {
  id: 'terraform',
  texts: (language) => words(language).terraform,
  undo: (_, language = 'en') => ({ words: words(language).undoTerraform, commands: null }),
  render: (plan) => ({ filename: 'application-role.tf', language: 'hcl', text: hostingTerraform(plan) }),
}

const awsCli: ArtifactDialect<HostingPlan> = {
  id: 'aws-cli',
  texts: (language) => words(language).awsCli,
  undo: (plan, language = 'en') => ({ words: words(language).undo(plan.roleName), commands: hostingRemovalCommands(plan) }),
  render: hostingCommands,
}

/** In the order in which they are offered. */
export const hostingDialects = [trustPolicy, permissionsPolicy, cloudFormation, terraform, awsCli] as const
