import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { messages } from '#core/text/messages.ts'

type PlatformTexts = {
  readonly title: string
  /** The service that hands out the credentials. */
  readonly how: string
  /** Facts to know before using it. */
  readonly notes: readonly string[]
}

export const hostingPlatformMessages = messages('hosting-platforms', {
  ec2: {
    title: 'Amazon EC2',
    how: 'The instance profile hands the role to the instance. SDKs read its credentials from the instance metadata.',
    notes: [
      'The launch template requires IMDSv2, so a forwarded request can’t read the credentials.',
      'The hop limit is 1. Set it to 2 if the application runs in a container on the instance.',
    ],
  },
  'ec2-auto-scaling': {
    title: 'Amazon EC2 Auto Scaling',
    how: 'Every instance of the group starts from the launch template, with the role and with IMDSv2 required.',
    notes: ['The hop limit is 1. Set it to 2 if the application runs in a container on the instance.'],
  },
  ecs: {
    title: 'Amazon ECS',
    how: 'The task role belongs to the task definition. SDKs read its credentials from the container credentials endpoint.',
    notes: [
      'The task execution role is a different role. It pulls images and writes logs, and must not assume customer roles. The templates ask for its ARN.',
      'The AWS CLI commands create the task role only. Name both roles in your task definition.',
    ],
  },
  eks: {
    title: 'Amazon EKS Pod Identity',
    how: 'An association gives the role to one service account. The agent on the node hands out the credentials.',
    notes: [
      'Session tags are off. Otherwise EKS passes them on, and every customer’s trust policy would have to allow sts:TagSession.',
      'The cluster needs the Amazon EKS Pod Identity Agent add-on.',
      'To turn session tags off, Terraform needs the hashicorp/aws provider 6.2 or later, and the AWS CLI a version of June 2025 or later.',
    ],
  },
  'eks-irsa': {
    title: 'Amazon EKS with IRSA',
    how: 'The service account’s token is exchanged for the role. No agent is needed.',
    notes: ['Annotate the service account with eks.amazonaws.com/role-arn and the ARN of the role.'],
  },
  lambda: {
    title: 'AWS Lambda',
    how: 'The execution role’s credentials are in the environment of the function.',
    notes: ['Create the function’s log group in advance. The policy lets the function write to that log group only.'],
  },
  'roles-anywhere': {
    title: 'Outside AWS',
    how: 'IAM Roles Anywhere exchanges an X.509 certificate for the role. aws_signing_helper hands out the credentials.',
    notes: [
      'Create a trust anchor for your certificate authority first, and enter its ARN.',
      'Any certificate of that authority gets the role. Use an authority that issues certificates only to this application.',
    ],
  },
} satisfies Readonly<Record<HostingPlatform, PlatformTexts>>)
