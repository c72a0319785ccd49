import { actions, type Danger } from './danger.ts'

/** What switches off or wipes out what the account records about itself. */
export const auditTampering: Danger = {
  anywhere: [
    ...actions('cloudtrail', 'DeleteEventDataStore DeleteTrail PutEventSelectors StopEventDataStoreIngestion StopLogging UpdateTrail'),
    ...actions('config', 'DeleteConfigurationRecorder DeleteDeliveryChannel StopConfigurationRecorder'),
    ...actions('guardduty', 'DeleteDetector DisassociateFromAdministratorAccount StopMonitoringMembers UpdateDetector'),
    ...actions('securityhub', 'DisableSecurityHub'),
    ...actions('access-analyzer', 'DeleteAnalyzer'),
    ...actions('macie2', 'DisableMacie'),
    ...actions('inspector2', 'Disable'),
    ...actions('detective', 'DeleteGraph'),
    ...actions('ec2', 'DeleteFlowLogs'),
  ],
  // An application may own a log group; it does not own all of them.
  onEverything: actions('logs', 'DeleteLogGroup DeleteLogStream PutRetentionPolicy'),
}

/** What cannot be undone. Actions that begin with Delete or Terminate are found by name; these stand for them where a wildcard names them. */
export const destruction: Danger = {
  anywhere: [],
  onEverything: [
    ...actions('s3', 'DeleteBucket DeleteObject DeleteObjectVersion'),
    ...actions('ec2', 'DeleteSnapshot DeleteVolume TerminateInstances'),
    ...actions('rds', 'DeleteDBCluster DeleteDBClusterSnapshot DeleteDBInstance DeleteDBSnapshot'),
    ...actions('dynamodb', 'DeleteBackup DeleteItem DeleteTable'),
    ...actions('kms', 'ScheduleKeyDeletion DeleteImportedKeyMaterial'),
    ...actions('backup', 'DeleteBackupVault DeleteRecoveryPoint'),
    ...actions('sqs', 'DeleteQueue PurgeQueue'),
    'cloudformation:DeleteStack',
    'ecr:DeleteRepository',
    'ecs:DeleteCluster',
    'eks:DeleteCluster',
    'elasticfilesystem:DeleteFileSystem',
    'elasticmapreduce:TerminateJobFlows',
    'glue:DeleteDatabase',
    'kinesis:DeleteStream',
    'lambda:DeleteFunction',
    'logs:DeleteLogGroup',
    'redshift:DeleteCluster',
    'route53:DeleteHostedZone',
    'secretsmanager:DeleteSecret',
    'sns:DeleteTopic',
  ],
}

/** What runs code on machines, containers and functions of the account, with the role that each of them has. */
export const codeExecution: Danger = {
  anywhere: [],
  onEverything: [
    ...actions('ssm', 'CreateAssociation ResumeSession SendCommand StartSession'),
    ...actions('ec2-instance-connect', 'OpenTunnel SendSSHPublicKey SendSerialConsoleSSHPublicKey'),
    'ecs:ExecuteCommand',
    ...actions('lambda', 'UpdateFunctionCode UpdateFunctionConfiguration'),
  ],
}

/** What changes the organization, the account itself, or spends its money. Reading is not listed. */
export const accountControl: Danger = {
  anywhere: [],
  onEverything: [
    ...actions(
      'organizations',
      `AcceptHandshake AttachPolicy CloseAccount CreateAccount CreatePolicy DeleteOrganization DeletePolicy DeregisterDelegatedAdministrator
      DetachPolicy DisableAWSServiceAccess DisablePolicyType EnableAWSServiceAccess InviteAccountToOrganization LeaveOrganization MoveAccount
      PutResourcePolicy RegisterDelegatedAdministrator RemoveAccountFromOrganization UpdatePolicy`,
    ),
    ...actions('account', 'CloseAccount DisableRegion EnableRegion PutAlternateContact PutContactInformation StartPrimaryEmailUpdate'),
    ...actions('aws-marketplace', 'AcceptAgreementApprovalRequest Subscribe Unsubscribe'),
    ...actions('billing', 'PutContractInformation RedeemCredits UpdateBillingPreferences UpdateIAMAccessPreference'),
    ...actions('payments', 'CreatePaymentInstrument DeletePaymentInstrument MakePayment UpdatePaymentPreferences'),
    ...actions('aws-portal', 'ModifyAccount ModifyBilling ModifyPaymentMethods'),
  ],
}
