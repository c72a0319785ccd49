import { isEveryAction } from '#core/policy/action-pattern.ts'
import { type ActionKnowledge, expandedActions } from '#core/rules/action-knowledge.ts'

/**
 * The ARNs that each dangerous action works on, without `arn:` and the partition; `-` for actions that work on `*` only. Known without
 * the list of all actions, since a danger that depends on what has loaded would come and go; a test holds them against that list.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const table = `
    access-analyzer: DeleteAnalyzer > access-analyzer:*:*:analyzer/*
    account: DisableRegion EnableRegion PutAlternateContact PutContactInformation > account::*:account account::*:account/o-*/*
    account: CloseAccount > account::*:account
    account: StartPrimaryEmailUpdate > account::*:account/o-*/*
    acm-pca: PutPolicy > acm-pca:*:*:certificate-authority/*
    airflow: CreateEnvironment > airflow:*:*:environment/*
    apigateway: UpdateRestApiPolicy > apigateway:*::/restapis apigateway:*::/restapis/*
    apprunner: CreateService UpdateService > apprunner:*:*:autoscalingconfiguration/*/*/* apprunner:*:*:connection/*/*
      apprunner:*:*:observabilityconfiguration/*/*/* apprunner:*:*:service/*/* apprunner:*:*:vpcconnector/*/*/*
    autoscaling: CreateAutoScalingGroup UpdateAutoScalingGroup > autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/*
    autoscaling: CreateLaunchConfiguration > autoscaling:*:*:launchConfiguration:*:launchConfigurationName/*
    aws-marketplace: AcceptAgreementApprovalRequest Subscribe Unsubscribe > -
    aws-portal: ModifyAccount ModifyBilling ModifyPaymentMethods > -
    backup: DeleteRecoveryPoint > *
    backup: DeleteBackupVault PutBackupVaultAccessPolicy > backup:*:*:backup-vault:*
    batch: SubmitJob > batch:*:*:consumable-resource/* batch:*:*:job-definition/* batch:*:*:job-definition/*:* batch:*:*:job-queue/*
      batch:*:*:job/*
    batch: RegisterJobDefinition > batch:*:*:consumable-resource/* batch:*:*:job-definition/*
    billing: PutContractInformation RedeemCredits UpdateBillingPreferences UpdateIAMAccessPreference > -
    chime: CreateApiKey > -
    cloud9: CreateEnvironmentToken > cloud9:*:*:environment:*
    cloudformation: CreateStackSet > -
    cloudformation: CreateChangeSet CreateStack DeleteStack GetTemplate UpdateStack > cloudformation:*:*:stack/*/*
    cloudtrail: DeleteEventDataStore StopEventDataStoreIngestion > cloudtrail:*:*:eventdatastore/*
    cloudtrail: DeleteTrail PutEventSelectors StopLogging UpdateTrail > cloudtrail:*:*:trail/*
    codeartifact: GetAuthorizationToken > codeartifact:*:*:domain/*
    codebuild: PutResourcePolicy > codebuild:*:*:project/* codebuild:*:*:report-group/*
    codebuild: BatchGetProjects CreateProject UpdateProject > codebuild:*:*:project/*
    cognito-identity: GetCredentialsForIdentity GetOpenIdToken > -
    cognito-identity: GetOpenIdTokenForDeveloperIdentity > cognito-identity:*:*:identitypool/*
    config: DeleteDeliveryChannel > -
    config: DeleteConfigurationRecorder StopConfigurationRecorder > config:*:*:configuration-recorder/*/*
    connect: GetFederationToken > connect:*:*:instance/*
    datapipeline: CreatePipeline > -
    datapipeline: PutPipelineDefinition > datapipeline:*:*:pipeline/*
    detective: DeleteGraph > detective:*:*:graph:*
    dynamodb: Query Scan > dynamodb:*:*:table/* dynamodb:*:*:table/*/index/*
    dynamodb: PutResourcePolicy > dynamodb:*:*:table/* dynamodb:*:*:table/*/stream/*
    dynamodb: BatchGetItem DeleteItem DeleteTable ExportTableToPointInTime GetItem > dynamodb:*:*:table/*
    dynamodb: DeleteBackup > dynamodb:*:*:table/*/backup/*
    ebs: GetSnapshotBlock > ec2:*::snapshot/*
    ec2-instance-connect: OpenTunnel > ec2:*:*:instance-connect-endpoint/*
    ec2-instance-connect: SendSSHPublicKey SendSerialConsoleSSHPublicKey > ec2:*:*:instance/*
    ec2: DescribeLaunchTemplateVersions DisableImageBlockPublicAccess DisableSnapshotBlockPublicAccess > -
    ec2: RunInstances > ec2:*:*:capacity-reservation/* ec2:*:*:elastic-gpu/* ec2:*:*:instance/* ec2:*:*:key-pair/*
      ec2:*:*:launch-template/* ec2:*:*:network-interface/* ec2:*:*:placement-group/* ec2:*:*:secondary-interface/*
      ec2:*:*:secondary-subnet/* ec2:*:*:security-group/* ec2:*:*:spot-instances-request/* ec2:*:*:subnet/* ec2:*:*:volume/*
      ec2:*::image/* ec2:*::snapshot/* elastic-inference:*:*:elastic-inference-accelerator/* license-manager:*:*:license-configuration:*
      resource-groups:*:*:group/*
    ec2: CreateFleet > ec2:*:*:capacity-reservation/* ec2:*:*:fleet/* ec2:*:*:instance/* ec2:*:*:launch-template/*
      ec2:*:*:placement-group/* ec2:*:*:subnet/* ec2:*:*:volume/* ec2:*::image/*
    ec2: AssociateIamInstanceProfile DescribeInstanceAttribute GetPasswordData ReplaceIamInstanceProfileAssociation TerminateInstances >
      ec2:*:*:instance/*
    ec2: RequestSpotFleet > ec2:*:*:key-pair/* ec2:*:*:launch-template/* ec2:*:*:placement-group/* ec2:*:*:security-group/*
      ec2:*:*:spot-fleet-request/* ec2:*:*:subnet/* ec2:*::image/* ec2:*::snapshot/*
    ec2: RequestSpotInstances > ec2:*:*:key-pair/* ec2:*:*:network-interface/* ec2:*:*:placement-group/* ec2:*:*:security-group/*
      ec2:*:*:spot-instances-request/* ec2:*:*:subnet/* ec2:*::image/* ec2:*::snapshot/*
    ec2: CreateLaunchTemplate > ec2:*:*:launch-template/*
    ec2: CreateNetworkInterfacePermission > ec2:*:*:network-interface/*
    ec2: DeleteVolume > ec2:*:*:volume/*
    ec2: ModifyVpcEndpointServicePermissions > ec2:*:*:vpc-endpoint-service/*
    ec2: DeleteFlowLogs > ec2:*:*:vpc-flow-log/*
    ec2: ModifyImageAttribute > ec2:*::image/*
    ec2: DeleteSnapshot ModifySnapshotAttribute > ec2:*::snapshot/*
    ecr-public: SetRepositoryPolicy > ecr-public::*:repository/*
    ecr: PutRegistryPolicy > -
    ecr: DeleteRepository SetRepositoryPolicy > ecr:*:*:repository/*
    ecs: DescribeTaskDefinition > -
    ecs: ExecuteCommand > ecs:*:*:cluster/* ecs:*:*:task/*/*
    ecs: DeleteCluster > ecs:*:*:cluster/*
    ecs: CreateService UpdateService > ecs:*:*:service/*/*
    ecs: RegisterTaskDefinition RunTask StartTask > ecs:*:*:task-definition/*:*
    eks: DeleteCluster > eks:*:*:cluster/*
    elasticbeanstalk: DescribeConfigurationSettings > elasticbeanstalk:*:*:configurationtemplate/*/*
      elasticbeanstalk:*:*:environment/*/*
    elasticfilesystem: DeleteFileSystem PutFileSystemPolicy > elasticfilesystem:*:*:file-system/*
    elasticmapreduce: RunJobFlow > -
    elasticmapreduce: TerminateJobFlows > elasticmapreduce:*:*:cluster/*
    es: CreateDomain UpdateDomainConfig > es:*:*:domain/*
    events: PutPermission > -
    gamelift: RequestUploadCredentials > gamelift:*:*:build/*
    glacier: SetVaultAccessPolicy > glacier:*:*:vaults/*
    glue: CreateDevEndpoint > -
    glue: DeleteDatabase > glue:*:*:catalog glue:*:*:catalog/* glue:*:*:database/* glue:*:*:table/*/* glue:*:*:userDefinedFunction/*/*
    glue: PutResourcePolicy > glue:*:*:catalog glue:*:*:catalog/* glue:*:*:database/* glue:*:*:table/*/*
    glue: UpdateDevEndpoint > glue:*:*:devEndpoint/*
    glue: CreateJob UpdateJob > glue:*:*:job/*
    glue: CreateSession > glue:*:*:session/*
    guardduty: DisassociateFromAdministratorAccount StopMonitoringMembers > -
    guardduty: DeleteDetector UpdateDetector > guardduty:*:*:detector/*
    iam: CreateAccountAlias DeleteAccountAlias DeleteAccountPasswordPolicy DeleteCloudFrontPublicKey
      DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions DisableOutboundWebIdentityFederation
      EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation
      PutAccountProperties SetSTSRegionalEndpointStatus SetSecurityTokenServicePreferences UpdateAccountEmailAddress UpdateAccountName
      UpdateAccountPasswordPolicy UpdateCloudFrontPublicKey UploadCloudFrontPublicKey > -
    iam: AcceptDelegationRequest AssociateDelegationRequest CreateDelegationRequest RejectDelegationRequest SendDelegationToken >
      iam::*:delegation-request/*
    iam: AddUserToGroup AttachGroupPolicy CreateGroup DeleteGroup DeleteGroupPolicy DetachGroupPolicy PutGroupPolicy RemoveUserFromGroup
      UpdateGroup > iam::*:group/*
    iam: AddRoleToInstanceProfile CreateInstanceProfile DeleteInstanceProfile RemoveRoleFromInstanceProfile > iam::*:instance-profile/*
    iam: DeleteVirtualMFADevice > iam::*:mfa/* iam::*:sms-mfa/*
    iam: CreateVirtualMFADevice > iam::*:mfa/*
    iam: AddClientIDToOpenIDConnectProvider CreateOpenIDConnectProvider DeleteOpenIDConnectProvider
      RemoveClientIDFromOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint > iam::*:oidc-provider/*
    iam: CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion > iam::*:policy/*
    iam: AttachRolePolicy CreateRole DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DetachRolePolicy PassRole
      PutRolePermissionsBoundary PutRolePolicy TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription > iam::*:role/*
    iam: CreateSAMLProvider DeleteSAMLProvider UpdateSAMLProvider > iam::*:saml-provider/*
    iam: DeleteServerCertificate UpdateServerCertificate UploadServerCertificate > iam::*:server-certificate/*
    iam: AttachUserPolicy ChangePassword CreateAccessKey CreateLoginProfile CreateServiceSpecificCredential CreateUser
      DeactivateMFADevice DeleteAccessKey DeleteLoginProfile DeleteSSHPublicKey DeleteServiceSpecificCredential DeleteSigningCertificate
      DeleteUser DeleteUserPermissionsBoundary DeleteUserPolicy DetachUserPolicy EnableMFADevice PutUserPermissionsBoundary PutUserPolicy
      ResetServiceSpecificCredential ResyncMFADevice TagUser UntagUser UpdateAccessKey UpdateLoginProfile UpdateSSHPublicKey
      UpdateServiceSpecificCredential UpdateSigningCertificate UpdateUser UploadSSHPublicKey UploadSigningCertificate > iam::*:user/*
    inspector2: Disable > -
    kinesis: DeleteStream > kinesis:*:*:stream/*
    kms: CreateGrant Decrypt DeleteImportedKeyMaterial PutKeyPolicy ScheduleKeyDeletion > kms:*:*:key/*
    lakeformation: BatchGrantPermissions GrantPermissions > -
    lambda: CreateEventSourceMapping > -
    lambda: AddPermission CreateFunction CreateFunctionUrlConfig DeleteFunction GetFunction GetFunctionConfiguration InvokeAsync
      InvokeFunction UpdateFunctionCode UpdateFunctionConfiguration UpdateFunctionUrlConfig > lambda:*:*:function:*
    lambda: AddLayerVersionPermission > lambda:*:*:layer:*:*
    lightsail: DownloadDefaultKeyPair > -
    lightsail: GetInstanceAccessDetails > lightsail:*:*:Instance/*
    lightsail: GetRelationalDatabaseMasterUserPassword > lightsail:*:*:RelationalDatabase/*
    logs: PutResourcePolicy > -
    logs: DeleteLogGroup FilterLogEvents PutRetentionPolicy > logs:*:*:log-group:*
    logs: DeleteLogStream GetLogEvents > logs:*:*:log-group:*:log-stream:*
    macie2: DisableMacie > -
    mediastore: PutContainerPolicy > mediastore:*:*:container/*
    organizations: CreateAccount DeleteOrganization DisableAWSServiceAccess EnableAWSServiceAccess LeaveOrganization > -
    organizations: AttachPolicy DetachPolicy > organizations::*:account/o-*/* organizations::*:ou/o-*/ou-*
      organizations::*:policy/o-*/*/p-* organizations::*:root/o-*/r-*
    organizations: MoveAccount > organizations::*:account/o-*/* organizations::*:ou/o-*/ou-* organizations::*:root/o-*/r-*
    organizations: CloseAccount DeregisterDelegatedAdministrator InviteAccountToOrganization RegisterDelegatedAdministrator
      RemoveAccountFromOrganization > organizations::*:account/o-*/*
    organizations: AcceptHandshake > organizations::*:handshake/o-*/*/h-*
    organizations: CreatePolicy DeletePolicy UpdatePolicy > organizations::*:policy/o-*/*/p-*
    organizations: PutResourcePolicy > organizations::*:resourcepolicy/o-*/rp-*
    organizations: DisablePolicyType > organizations::*:root/o-*/r-*
    payments: CreatePaymentInstrument DeletePaymentInstrument MakePayment UpdatePaymentPreferences > -
    ram: CreateResourceShare > -
    ram: AssociateResourceShare > ram:*:*:resource-share/*
    rds-db: connect > rds-db:*:*:dbuser:*/*
    rds: DeleteDBCluster > rds:*:*:cluster-snapshot:* rds:*:*:cluster:*
    rds: DeleteDBClusterSnapshot ModifyDBClusterSnapshotAttribute > rds:*:*:cluster-snapshot:*
    rds: DeleteDBInstance > rds:*:*:db:*
    rds: DeleteDBSnapshot ModifyDBSnapshotAttribute > rds:*:*:snapshot:*
    redshift-serverless: GetCredentials > redshift-serverless:*:*:workgroup/*
    redshift: AuthorizeSnapshotAccess > redshift:*:*:cluster:* redshift:*:*:snapshot:*/*
    redshift: DeleteCluster > redshift:*:*:cluster:*
    redshift: AuthorizeDataShare > redshift:*:*:datashare:*/*
    redshift: GetClusterCredentials > redshift:*:*:dbname:*/* redshift:*:*:dbuser:*/*
    redshift: GetClusterCredentialsWithIAM > redshift:*:*:dbname:*/*
    route53: DeleteHostedZone > route53:::hostedzone/*
    s3: PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock > -
    s3: PutAccessPointPolicy > s3:*:*:accesspoint/*
    s3: DeleteObject DeleteObjectVersion GetObject GetObjectVersion PutObjectAcl PutObjectVersionAcl > s3:*:*:accesspoint/*/object/*
      s3:::*/*
    s3: PutMultiRegionAccessPointPolicy > s3::*:accesspoint/*
    s3: DeleteBucket DeleteBucketPolicy PutBucketAcl PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock > s3:::*
    sagemaker: CreateHyperParameterTuningJob > sagemaker:*:*:hyper-parameter-tuning-job/*
    sagemaker: CreateNotebookInstance > sagemaker:*:*:notebook-instance/*
    sagemaker: CreateProcessingJob > sagemaker:*:*:processing-job/*
    sagemaker: CreateTrainingJob > sagemaker:*:*:reserved-capacity/* sagemaker:*:*:training-job/* sagemaker:*:*:training-plan/*
    scheduler: CreateSchedule UpdateSchedule > scheduler:*:*:schedule/*/*
    secretsmanager: DeleteSecret GetSecretValue PutResourcePolicy > secretsmanager:*:*:secret:*
    securityhub: DisableSecurityHub > securityhub:*:*:hub/default
    ses: PutIdentityPolicy > -
    snowball: GetJobUnlockCode > -
    sns: AddPermission DeleteTopic SetTopicAttributes > sns:*:*:*
    sqs: AddPermission DeleteQueue PurgeQueue SetQueueAttributes > sqs:*:*:*
    ssm: StartSession > ec2:*:*:instance/* ecs:*:*:task/* ssm:*:*:managed-instance/*
    ssm: CreateAssociation SendCommand > ec2:*:*:instance/* ssm:*:*:managed-instance/*
    ssm: StartAutomationExecution > ssm:*:*:automation-definition/*:* ssm:*:*:automation-execution/* ssm:*:*:document/*
    ssm: PutResourcePolicy > ssm:*:*:document/* ssm:*:*:opsitemgroup/default ssm:*:*:parameter/*
    ssm: GetDocument ModifyDocumentPermission > ssm:*:*:document/*
    ssm: GetParameter GetParameterHistory GetParameters GetParametersByPath > ssm:*:*:parameter/*
    ssm: ResumeSession > ssm:*:*:session/*
    states: CreateStateMachine UpdateStateMachine > states:*:*:stateMachine:*
    storagegateway: DescribeChapCredentials > storagegateway:*:*:gateway/*/target/*
    sts: GetSessionToken > -
    sts: AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity > iam::*:role/*
    sts: GetFederationToken > sts::*:federated-user/*`

function readRow(row: string): readonly (readonly [string, readonly string[]])[] {
  const [prefix = '', rest = ''] = row.trim().split(/:\s(.*)/s)
  const [names = '', forms = ''] = rest.split(/\s>\s/)
  const arns = forms
    .trim()
    .split(/\s+/)
    .flatMap((form) => (form === '-' ? [] : [form]))
  return names.split(/\s+/).map((name) => [`${prefix}:${name}`, arns] as const)
}

/** Each dangerous action with its ARNs: `iam::*:user/*`. */
export const dangerousArns: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .split(/\n {4}(?=\S)/)
    .slice(1)
    .flatMap(readRow),
)

/** The form of an ARN as AWS documents it, with `*` for what varies and without the partition. */
export const arnForm = (documented: string): string =>
  documented
    .replace(/\$\{[^}]*\}/g, '*')
    .replace(/\*+/g, '*')
    .replace(/^arn:\*:\*:.*$/, '*')
    .replace(/^arn:\*:/, '')

/** The ARNs that an action, or any that a pattern names, works on: none where it works on `*` only; null where that isn't known. */
export function arnsOf(action: string, knowledge: ActionKnowledge | undefined): readonly string[] | null {
  const listed = dangerousArns.get(action)
  if (listed !== undefined || isEveryAction(action)) return listed ?? null
  const known = expandedActions(action, knowledge) ?? []
  return known.length === 0 ? null : [...new Set(known.flatMap(({ arnFormats }) => arnFormats.map(arnForm)))]
}
