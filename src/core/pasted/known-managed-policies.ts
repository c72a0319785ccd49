/**
 * Managed policies of AWS that texts often misspell, with their paths. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const known: readonly string[] = [
  ...[
    'Billing',
    'DatabaseAdministrator',
    'DataScientist',
    'NetworkAdministrator',
    'SupportUser',
    'SystemAdministrator',
    'ViewOnlyAccess',
  ].map((name) => `job-function/${name}`),
  ...[
    'AWSLambdaBasicExecutionRole',
    'AWSLambdaVPCAccessExecutionRole',
    'AWSLambdaSQSQueueExecutionRole',
    'AWSLambdaDynamoDBExecutionRole',
    'AWSLambdaKinesisExecutionRole',
    'AWSLambdaRole',
    'AmazonECSTaskExecutionRolePolicy',
    'AmazonEC2ContainerServiceforEC2Role',
    'AmazonEC2ContainerServiceRole',
    'AmazonEC2ContainerServiceAutoscaleRole',
    'AmazonEC2RoleforSSM',
    'AmazonSSMAutomationRole',
    'AmazonSSMMaintenanceWindowRole',
    'AmazonEBSCSIDriverPolicy',
    'AmazonElasticMapReduceRole',
    'AmazonElasticMapReduceforEC2Role',
    'AmazonAPIGatewayPushToCloudWatchLogs',
    'AmazonRDSEnhancedMonitoringRole',
    'AmazonDMSVPCManagementRole',
    'AmazonDMSCloudWatchLogsRole',
    'AWSBatchServiceRole',
    'AWSCodeDeployRole',
    'AWSCodeDeployRoleForLambda',
    'AWSGlueServiceRole',
    'AWS_ConfigRole',
  ].map((name) => `service-role/${name}`),
  'AdministratorAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
  'IAMReadOnlyAccess',
  'IAMFullAccess',
  'AmazonS3ReadOnlyAccess',
  'AmazonS3FullAccess',
  'AmazonEC2ReadOnlyAccess',
  'AmazonRDSReadOnlyAccess',
  'AmazonSSMManagedInstanceCore',
  'AmazonEKSClusterPolicy',
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKS_CNI_Policy',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonECS_FullAccess',
  'AWSCloudTrail_ReadOnlyAccess',
  'AWSCloudTrail_FullAccess',
  'AWSLambda_ReadOnlyAccess',
  'AWSLambda_FullAccess',
  'AWSCodePipeline_ReadOnlyAccess',
  'AWSOrganizationsReadOnlyAccess',
  'AWSBillingReadOnlyAccess',
  'AWSSupportAccess',
  'AWSXRayDaemonWriteAccess',
  'CloudWatchAgentServerPolicy',
  'CloudWatchReadOnlyAccess',
  'CloudWatchLogsReadOnlyAccess',
]

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const plain = (path: string): string => nameIn(path).toLowerCase().replace(/[_-]/g, '')

/** The ARN that was probably meant. Null: the ARN is right, or nothing like it is known. */
export function intendedPolicy(arn: string): string | null {
  const [, partition, path] = /^arn:([\w-]+):iam::aws:policy\/(\S+)$/.exec(arn) ?? []
  const found = path === undefined ? undefined : known.find((each) => plain(each) === plain(path))
  return found === undefined || found === path ? null : `arn:${partition}:iam::aws:policy/${found}`
}
