import { allow, bucket, customer, deny, objects, permitting, type VendorPolicy, words } from './vendor-policies.test-data.ts'

const queue = (name: string): string => `arn:aws:sqs:us-east-1:${customer}:${name}`

/** Vendors that monitor and bill read everything. */
export const monitoringPermissions: readonly VendorPolicy[] = [
  permitting(
    'Datadog',
    [
      'PP15 medium: logs:DeleteSubscriptionFilter is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
      'PP28 medium: ec2:Describe* (ec2:DescribeInstanceAttribute, ec2:DescribeLaunchTemplateVersions) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: ecs:Describe* (ecs:DescribeTaskDefinition) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: logs:FilterLogEvents returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
    ],
    allow(
      words(`apigateway:GET autoscaling:Describe* backup:List* budgets:ViewBudget cloudfront:GetDistributionConfig cloudfront:ListDistributions
        cloudtrail:DescribeTrails cloudtrail:GetTrailStatus cloudtrail:LookupEvents cloudwatch:Describe* cloudwatch:Get* cloudwatch:List*
        codedeploy:BatchGet* codedeploy:List* directconnect:Describe* dynamodb:Describe* dynamodb:List* ec2:Describe*
        ec2:GetTransitGatewayPrefixListReferences ec2:SearchTransitGatewayRoutes ecs:Describe* ecs:List* elasticache:Describe*
        elasticache:List* elasticfilesystem:DescribeAccessPoints elasticfilesystem:DescribeFileSystems elasticfilesystem:DescribeTags
        elasticloadbalancing:Describe* elasticmapreduce:Describe* elasticmapreduce:List* es:DescribeElasticsearchDomains es:ListDomainNames
        es:ListTags events:CreateEventBus fsx:DescribeFileSystems fsx:ListTagsForResource health:DescribeAffectedEntities
        health:DescribeEventDetails health:DescribeEvents kinesis:Describe* kinesis:List* lambda:GetPolicy lambda:List*
        logs:DeleteSubscriptionFilter logs:DescribeLogGroups logs:DescribeLogStreams logs:DescribeSubscriptionFilters logs:FilterLogEvents
        logs:PutSubscriptionFilter logs:TestMetricFilter organizations:Describe* organizations:List* rds:Describe* rds:List*
        redshift:DescribeClusters redshift:DescribeLoggingStatus route53:List* s3:GetBucketLocation s3:GetBucketLogging
        s3:GetBucketNotification s3:GetBucketTagging s3:ListAllMyBuckets s3:PutBucketNotification ses:Get* sns:List* sns:Publish
        sqs:ListQueues states:DescribeStateMachine states:ListStateMachines support:DescribeTrustedAdvisor*
        support:RefreshTrustedAdvisorCheck tag:GetResources tag:GetTagKeys tag:GetTagValues xray:BatchGetTraces xray:GetTraceSummaries`),
    ),
  ),
  permitting(
    'CloudHealth',
    [
      'PP28 medium: ec2:Describe* (ec2:DescribeInstanceAttribute, ec2:DescribeLaunchTemplateVersions) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: cloudformation:GetTemplate returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: ecs:Describe* (ecs:DescribeTaskDefinition) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: elasticbeanstalk:Describe* (elasticbeanstalk:DescribeConfigurationSettings) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
    ],
    allow(
      words(`autoscaling:Describe* cloudformation:DescribeStacks cloudformation:GetTemplate cloudformation:ListStackResources
        cloudformation:ListStacks cloudfront:Get* cloudfront:List* cloudtrail:DescribeTrails cloudtrail:GetEventSelectors
        cloudtrail:ListTags cloudwatch:Describe* cloudwatch:Get* cloudwatch:List* config:Describe* config:Get* cur:DescribeReportDefinitions
        dms:Describe* dms:List* dynamodb:DescribeTable dynamodb:ListTables ec2:Describe* ec2:GetReservedInstancesExchangeQuote ecs:Describe*
        ecs:List* elasticache:Describe* elasticache:ListTagsForResource elasticbeanstalk:Describe* elasticfilesystem:Describe*
        elasticloadbalancing:Describe* elasticmapreduce:Describe* elasticmapreduce:List* firehose:DescribeDeliveryStream
        firehose:ListDeliveryStreams iam:GenerateCredentialReport iam:Get* iam:List* kinesis:Describe* kinesis:List* kms:DescribeKey
        kms:GetKeyRotationStatus kms:ListKeys lambda:List* logs:Describe* organizations:ListAccounts rds:Describe* rds:ListTagsForResource
        redshift:Describe* route53:Get* route53:List* s3:GetBucketAcl s3:GetBucketLocation s3:GetBucketLogging s3:GetBucketPolicy
        s3:GetBucketTagging s3:GetBucketVersioning s3:GetBucketWebsite s3:List* sagemaker:Describe* sagemaker:List*
        savingsplans:DescribeSavingsPlans ses:Get* ses:List* sns:Get* sns:List* sqs:GetQueueAttributes sqs:ListQueues storagegateway:List*
        workspaces:Describe*`),
    ),
  ),
  permitting(
    'Prowler',
    [
      'PP28 medium: lambda:GetFunction* (lambda:GetFunction, lambda:GetFunctionConfiguration) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: codebuild:BatchGet* (codebuild:BatchGetProjects) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: logs:FilterLogEvents returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
      'PP28 medium: ssm:GetDocument returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
    ],
    allow(
      words(`account:Get* appstream:Describe* appstream:List* backup:List* backup:Get* bedrock:Get* bedrock:List* cloudtrail:GetInsightSelectors
        codeartifact:List* codebuild:BatchGet* codebuild:ListReportGroups cognito-idp:GetUserPoolMfaConfig dlm:Get* drs:Describe* ds:Describe*
        ds:Get* ds:List* dynamodb:GetResourcePolicy ec2:GetEbsEncryptionByDefault ec2:GetInstanceMetadataDefaults
        ec2:GetSnapshotBlockPublicAccessState ecr:Describe* ecr:GetRegistryScanningConfiguration elasticfilesystem:DescribeBackupPolicy
        glue:GetConnections glue:GetSecurityConfiguration* glue:SearchTables lambda:GetFunction* lightsail:GetRelationalDatabases
        logs:FilterLogEvents macie2:GetAutomatedDiscoveryConfiguration macie2:GetMacieSession s3:GetAccountPublicAccessBlock
        securityhub:BatchImportFindings securityhub:GetFindings servicecatalog:Describe* servicecatalog:List* shield:DescribeProtection
        shield:GetSubscriptionState ssm-incidents:List* ssm:GetDocument states:ListTagsForResource support:Describe* tag:GetTagKeys
        wellarchitected:List*`),
    ),
    allow('apigateway:GET', ['arn:aws:apigateway:*::/apis/*', 'arn:aws:apigateway:*::/restapis/*']),
  ),
  permitting(
    'Grafana Cloud',
    [],
    allow(
      words(`apigateway:GET aps:ListWorkspaces autoscaling:DescribeAutoScalingGroups cloudwatch:GetMetricData cloudwatch:GetMetricStatistics
        cloudwatch:ListMetrics dms:DescribeReplicationInstances dms:DescribeReplicationTasks ec2:DescribeSpotFleetRequests
        ec2:DescribeTransitGatewayAttachments iam:ListAccountAliases shield:ListProtections storagegateway:ListGateways
        storagegateway:ListTagsForResource tag:GetResources`),
    ),
  ),
  permitting(
    'New Relic',
    [],
    allow(words('budgets:ViewBudget cloudwatch:GetMetricStatistics cloudwatch:ListMetrics config:BatchGetResourceConfig')),
  ),
  permitting(
    'Vanta',
    [],
    deny(words('datapipeline:EvaluateExpression datapipeline:QueryObjects rds:DownloadDBLogFilePortion')),
    allow(
      words(`ecr:DescribeImageScanFindings ecr:DescribeImages ecr:ListTagsForResource dynamodb:ListTagsOfResource guardduty:ListDetectors
      iam:GenerateCredentialReport iam:GetCredentialReport identitystore:DescribeGroup inspector2:ListFindings sqs:ListQueueTags`),
    ),
  ),
  permitting(
    'Cloudability',
    [],
    allow(
      words(
        'ce:GetCostAndUsage ce:GetReservationUtilization cloudwatch:GetMetricStatistics ec2:DescribeInstances organizations:ListAccounts rds:DescribeDBInstances',
      ),
    ),
    allow(words('s3:GetObject s3:ListBucket'), [bucket, objects]),
  ),
  permitting(
    'Elastic',
    [],
    allow('s3:GetObject', objects),
    allow(words('sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:ReceiveMessage'), queue('elastic')),
  ),
  permitting('Sumo Logic', [], allow(words('s3:GetObject s3:GetObjectVersion s3:ListBucket s3:ListBucketVersions'), [bucket, objects])),
  permitting(
    'Lacework',
    [],
    allow(words('s3:Get* s3:List*'), [bucket, objects]),
    allow(words('sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage'), queue('lacework')),
  ),
]
