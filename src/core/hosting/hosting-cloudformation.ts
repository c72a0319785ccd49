import { templateRules, versionedTemplate } from '#core/artifacts/template-document.ts'
import { ref, type TemplateMapping, type TemplateValue } from '#core/artifacts/template-value.ts'
import type { TemplateComments } from '#core/artifacts/template-yaml.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { executionRoleText, type HostingPlan, metadataOptions, wildcardComment } from './hosting-plan.ts'

type Addition = {
  readonly parameters?: TemplateMapping
  readonly resources: TemplateMapping
  readonly comments?: readonly (readonly [path: string, text: string])[]
}

const arnOf = (id: string): TemplateMapping => ({ 'Fn::GetAtt': `${id}.Arn` })

const image: TemplateMapping = {
  Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
  Description: 'The machine image with your application. The default is Amazon Linux 2023.',
  Default: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
}

const instanceType: TemplateMapping = { Type: 'String', Description: 'The size of an instance.', Default: 't3.small' }

const ec2 = ({ roleName, stackName }: HostingPlan): Addition => ({
  parameters: { ImageId: image, InstanceType: instanceType },
  resources: {
    InstanceProfile: {
      Type: 'AWS::IAM::InstanceProfile',
      Properties: { InstanceProfileName: roleName, Roles: [ref('ApplicationRole')] },
    },
    LaunchTemplate: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: {
        LaunchTemplateName: stackName,
        LaunchTemplateData: {
          ImageId: ref('ImageId'),
          InstanceType: ref('InstanceType'),
          IamInstanceProfile: { Arn: arnOf('InstanceProfile') },
          MetadataOptions: metadataOptions,
        },
      },
    },
  },
  comments: [
    ['Resources.LaunchTemplate.Properties.LaunchTemplateData.MetadataOptions', 'IMDSv2 only: a forwarded request gets no credentials.'],
  ],
})

function autoScaling(plan: HostingPlan): Addition {
  const { parameters = {}, resources, comments = [] } = ec2(plan)
  return {
    parameters: {
      ...parameters,
      Subnets: { Type: 'List<AWS::EC2::Subnet::Id>', Description: 'Where instances start.' },
    },
    resources: {
      ...resources,
      AutoScalingGroup: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: {
          MinSize: '1',
          MaxSize: '2',
          VPCZoneIdentifier: ref('Subnets'),
          LaunchTemplate: {
            LaunchTemplateId: ref('LaunchTemplate'),
            Version: { 'Fn::GetAtt': 'LaunchTemplate.LatestVersionNumber' },
          },
        },
      },
    },
    comments,
  }
}

/** The agent uses another role than the application. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
const executionRole: TemplateMapping = {
  Type: 'String',
  Description: executionRoleText,
  AllowedPattern: '^arn:aws[a-z-]*:iam::\\d{12}:role/.+$',
  ConstraintDescription: 'Enter the ARN of a role, like arn:aws:iam::111122223333:role/ecsTaskExecutionRole.',
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
const ecs = ({ stackName }: HostingPlan): Addition => ({
  parameters: {
    Image: { Type: 'String', Description: 'The container image of your application.' },
    ExecutionRoleArn: executionRole,
  },
  resources: {
    TaskDefinition: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Family: stackName,
        TaskRoleArn: arnOf('ApplicationRole'),
        ExecutionRoleArn: ref('ExecutionRoleArn'),
        RequiresCompatibilities: ['FARGATE'],
        NetworkMode: 'awsvpc',
        Cpu: '256',
        Memory: '512',
        ContainerDefinitions: [{ Name: stackName, Image: ref('Image') }],
      },
    },
  },
})

const podIdentity = ({ cluster, namespace, serviceAccount }: HostingPlan): Addition => ({
  resources: {
    PodIdentityAssociation: {
      Type: 'AWS::EKS::PodIdentityAssociation',
      Properties: {
        ClusterName: cluster,
        Namespace: namespace,
        ServiceAccount: serviceAccount,
        RoleArn: arnOf('ApplicationRole'),
        DisableSessionTags: true,
      },
    },
  },
  comments: [
    [
      'Resources.PodIdentityAssociation.Properties.DisableSessionTags',
      'With session tags, every customer’s trust policy would have to allow sts:TagSession.',
    ],
  ],
})

const rolesAnywhere = ({ stackName }: HostingPlan): Addition => ({
  resources: {
    Profile: {
      Type: 'AWS::RolesAnywhere::Profile',
      Properties: { Name: stackName, Enabled: true, DurationSeconds: 3600, RoleArns: [arnOf('ApplicationRole')] },
    },
  },
})

const nothing = (): Addition => ({ resources: {} })

const additions: Readonly<Record<HostingPlatform, (plan: HostingPlan) => Addition>> = {
  ec2: ec2,
  'ec2-auto-scaling': autoScaling,
  ecs: ecs,
  eks: podIdentity,
  'eks-irsa': nothing,
  lambda: nothing,
  'roles-anywhere': rolesAnywhere,
}

function value(part: unknown): TemplateValue {
  if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') return part
  if (Array.isArray(part)) return part.map(value)
  return Object.fromEntries(Object.entries(part ?? {}).map(([key, each]) => [key, value(each)]))
}

/** A policy as a part of a template. */
export const templateValue = (policy: PolicyDocument): TemplateValue => value(policy)

const role = (plan: HostingPlan): TemplateMapping => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: plan.roleName,
    ...(plan.rolePath === '/' ? {} : { Path: plan.rolePath }),
    AssumeRolePolicyDocument: templateValue(plan.trustPolicy),
    Policies: [{ PolicyName: plan.policyName, PolicyDocument: templateValue(plan.permissionsPolicy) }],
  },
})

const preamble = ({ vendor, roleName, accountId }: HostingPlan): string =>
  `The application role of ${vendor.name} in AWS account ${accountId}: ${roleName}.

No users, no access keys. The application gets temporary credentials, which AWS rotates. It can assume the account access role of any customer who trusts it.`

export function hostingTemplate(plan: HostingPlan): string {
  const { parameters = {}, resources, comments = [] } = additions[plan.platform](plan)
  const allComments: TemplateComments = new Map([
    ['Rules', 'Checked before anything is created, so the role cannot end up in the wrong account.'],
    ['Resources.ApplicationRole.Properties.Policies', wildcardComment(plan.vendor)],
    ...comments,
  ])
  const template: TemplateMapping = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The application role of ${plan.vendor.name}.`,
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    Rules: templateRules(plan.partition, plan.accountId),
    Resources: { ApplicationRole: role(plan), ...resources },
    Outputs: {
      RoleArn: { Description: 'The role that customers trust.', Value: arnOf('ApplicationRole') },
      TemplateVersion: { Description: 'SHA-256 of this template without its last line.' },
    },
  }
  return versionedTemplate({ preamble: preamble(plan), template, comments: allComments }).text
}
