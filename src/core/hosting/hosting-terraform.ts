import { commentText, type HclEntry, hclEntries, hclText, hclValue } from '#core/artifacts/source-text.ts'
import { block, rightAccount } from '#core/artifacts/terraform.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { executionRoleText, type HostingPlan, metadataOptions, wildcardComment } from './hosting-plan.ts'

const entries = (...list: readonly HclEntry[]): string => hclEntries(list, '  ')

const nested = (head: string, ...list: readonly HclEntry[]): string => `  ${head} {\n${hclEntries(list, '    ')}\n  }`

const variable = (name: string, description: string, ...more: readonly HclEntry[]): string =>
  block(`variable "${name}"`, [entries(['type', 'string'], ['description', hclText(description)], ...more)])

const roleArn = 'aws_iam_role.application.arn'

const launchTemplate = ({ roleName, stackName }: HostingPlan): readonly string[] => [
  variable('image_id', 'The machine image with your application.'),
  variable('instance_type', 'The size of an instance.', ['default', '"t3.small"']),
  block('resource "aws_iam_instance_profile" "application"', [
    entries(['name', hclText(roleName)], ['role', 'aws_iam_role.application.name']),
  ]),
  block('resource "aws_launch_template" "application"', [
    entries(['name', hclText(stackName)], ['image_id', 'var.image_id'], ['instance_type', 'var.instance_type']),
    nested('iam_instance_profile', ['arn', 'aws_iam_instance_profile.application.arn']),
    `  # IMDSv2 only: a forwarded request gets no credentials.\n${nested(
      'metadata_options',
      ['http_endpoint', hclText(metadataOptions.HttpEndpoint)],
      ['http_tokens', hclText(metadataOptions.HttpTokens)],
      ['http_put_response_hop_limit', String(metadataOptions.HttpPutResponseHopLimit)],
    )}`,
  ]),
]

const autoScaling = (plan: HostingPlan): readonly string[] => [
  ...launchTemplate(plan),
  block('variable "subnet_ids"', [entries(['type', 'list(string)'], ['description', '"Where instances start."'])]),
  block('resource "aws_autoscaling_group" "application"', [
    entries(['name', hclText(plan.stackName)], ['min_size', '1'], ['max_size', '2'], ['vpc_zone_identifier', 'var.subnet_ids']),
    nested('launch_template', ['id', 'aws_launch_template.application.id'], ['version', 'aws_launch_template.application.latest_version']),
  ]),
]

const taskDefinition = ({ stackName }: HostingPlan): readonly string[] => [
  variable('image', 'The container image of your application.'),
  variable('execution_role_arn', executionRoleText),
  block('resource "aws_ecs_task_definition" "application"', [
    entries(
      ['family', hclText(stackName)],
      ['task_role_arn', roleArn],
      ['execution_role_arn', 'var.execution_role_arn'],
      ['requires_compatibilities', '["FARGATE"]'],
      ['network_mode', '"awsvpc"'],
      ['cpu', '256'],
      ['memory', '512'],
      ['container_definitions', `jsonencode([{ name = ${hclText(stackName)}, image = var.image }])`],
    ),
  ]),
]

/** https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md: 6.2.0 added `disable_session_tags`. */
const podIdentity = ({ cluster, namespace, serviceAccount }: HostingPlan): readonly string[] => [
  `# disable_session_tags needs version 6.2 or later of the hashicorp/aws provider.\n${block(
    'resource "aws_eks_pod_identity_association" "application"',
    [
      entries(
        ['cluster_name', hclText(cluster)],
        ['namespace', hclText(namespace)],
        ['service_account', hclText(serviceAccount)],
        ['role_arn', roleArn],
        ['disable_session_tags', 'true'],
      ),
    ],
  )}`,
]

const rolesAnywhere = ({ stackName }: HostingPlan): readonly string[] => [
  block('resource "aws_rolesanywhere_profile" "application"', [
    entries(['name', hclText(stackName)], ['enabled', 'true'], ['duration_seconds', '3600'], ['role_arns', `[${roleArn}]`]),
  ]),
]

const additions: Readonly<Record<HostingPlatform, (plan: HostingPlan) => readonly string[]>> = {
  ec2: launchTemplate,
  'ec2-auto-scaling': autoScaling,
  ecs: taskDefinition,
  eks: podIdentity,
  'eks-irsa': () => [],
  lambda: () => [],
  'roles-anywhere': rolesAnywhere,
}

const ofPath = (path: string): readonly HclEntry[] => (path === '/' ? [] : [['path', hclText(path)]])

const role = (plan: HostingPlan): string =>
  block('resource "aws_iam_role" "application"', [
    entries(['name', hclText(plan.roleName)], ...ofPath(plan.rolePath)),
    `  assume_role_policy = jsonencode(${hclValue(plan.trustPolicy, '  ')})`,
    rightAccount(plan),
  ])

const policy = (plan: HostingPlan): string =>
  `# ${wildcardComment(plan.vendor)}\n${block('resource "aws_iam_role_policy" "application"', [
    entries(
      ['name', hclText(plan.policyName)],
      ['role', 'aws_iam_role.application.name'],
      ['policy', `jsonencode(${hclValue(plan.permissionsPolicy, '  ')})`],
    ),
  ])}`

/** Like the file for customers, it has no provider, so it can be dropped into any configuration. */
export function hostingTerraform(plan: HostingPlan): string {
  const { vendor, accountId, region } = plan
  const blocks = [
    `# ${commentText(`The application role of ${vendor.name} in AWS account ${accountId}. No users, no access keys.`)}
# Configure the aws provider for that account and the Region ${region}.`,
    'data "aws_caller_identity" "signed_in" {}',
    role(plan),
    policy(plan),
    ...additions[plan.platform](plan),
    block('output "application_role_arn"', [`  value = ${roleArn}`]),
  ]
  return `${blocks.join('\n\n')}\n`
}
