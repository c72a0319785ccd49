import { isEveryAction, namesAction } from '#core/policy/action-pattern.ts'
import { awsGuide, iamGuide, rule } from '#core/policy/form/rule.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import { messages } from '#core/text/messages.ts'
import { arnsOf } from './action-arns.ts'
import { actions } from './action-list.ts'
import { type Danger, dangerMatches, dangerRule } from './danger.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

/** What switches off or wipes out what the account records about itself. */
export const auditTampering: Danger = {
  anywhere: [
    ...actions('cloudtrail', 'DeleteEventDataStore DeleteTrail PutEventSelectors StopEventDataStoreIngestion StopLogging UpdateTrail'),
    ...actions('config', 'DeleteConfigurationRecorder DeleteDeliveryChannel StopConfigurationRecorder'),
    ...actions('ec2', 'DeleteFlowLogs'),
  ],
  // An application may own a log group; it does not own all of them.
  onEverything: actions('logs', 'DeleteLogGroup DeleteLogStream PutRetentionPolicy'),
}

/** Switches off the services that watch the account. */
export const monitoringTampering: Danger = {
  anywhere: [
    ...actions('guardduty', 'DeleteDetector DisassociateFromAdministratorAccount StopMonitoringMembers UpdateDetector'),
    'securityhub:DisableSecurityHub',
    'access-analyzer:DeleteAnalyzer',
    'macie2:DisableMacie',
    'inspector2:Disable',
    'detective:DeleteGraph',
  ],
  onEverything: [],
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

export const pp14Messages = messages('PP14', {
  title: 'Logging or security monitoring can be turned off',
  what: 'Actions that stop or delete CloudTrail, Config, flow logs, or log groups, or that turn off GuardDuty, Security Hub, Macie, Inspector, Detective, or IAM Access Analyzer.',
  why: 'Anyone who can turn these off can act without being seen.',
  todo: 'Remove it.',
  found: (words: string) => `${words} can turn off or delete the account’s logs. Remove it.`,
  monitoring: (words: string) => `${words} can turn off security monitoring in this account. Remove it.`,
})

export const pp14AuditTampering: PermissionsRule = rule(
  pp14Messages,
  'high',
  awsGuide('awscloudtrail/latest/userguide/best-practices-security.html'),
  (subject) => [
    ...dangerMatches(subject, auditTampering, (language) => pp14Messages.in(language).found),
    ...dangerMatches(subject, monitoringTampering, (language) => pp14Messages.in(language).monitoring),
  ],
)

export const pp15Messages = messages('PP15', {
  title: 'Deleting isn’t limited to certain resources',
  what: 'Actions that delete or terminate, on all resources.',
  why: 'A mistake or an intruder on the vendor’s side can cause permanent loss.',
  todo: 'Name the resources that the application created, by ARN or with a condition on `aws:ResourceTag/…`.',
  found: (words: string) => `${words} is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.`,
  unlimited: (words: string) => `${words} can’t be limited to certain resources. Remove it unless the application needs it.`,
})

/** Tags can be set again. */
const isDestructive = (action: string): boolean =>
  /^[a-z0-9-]+:(delete|terminate|destroy|purge|schedulekeydeletion)/i.test(action) && !/tag(s|ging)?$/i.test(action)

const reportedOtherwise = [auditTampering, monitoringTampering].flatMap(({ anywhere, onEverything }) => [...anywhere, ...onEverything])

/** The list, and what the policy names that is called so. */
function destructiveActions(subject: PermissionsSubject): readonly string[] {
  const listed = [...destruction.onEverything, ...reportedOtherwise]
  const written = statementsOf(subject, 'Allow')
    .flatMap((statement) => statement.texts('Action').map(({ text }) => text))
    .filter((text) => isDestructive(text) && !isEveryAction(text))
    .filter((text) => !listed.some((action) => namesAction(text, action) && (hasWildcard(text) || action !== text)))
  return [...new Set([...destruction.onEverything, ...written])].filter((action) => !reportedOtherwise.includes(action))
}

export const pp15Destruction: PermissionsRule = rule(pp15Messages, 'medium', iamGuide('access_tags.html'), (subject) => {
  const takesNoArn = (action: string): boolean => arnsOf(action, subject.context.knowledge)?.length === 0
  const all = destructiveActions(subject)
  const danger = (isUnlimited: boolean): Danger => ({
    anywhere: [],
    onEverything: all.filter((action) => takesNoArn(action) === isUnlimited),
  })
  return [
    ...dangerMatches(subject, danger(false), (language) => pp15Messages.in(language).found),
    ...dangerMatches(subject, danger(true), (language) => pp15Messages.in(language).unlimited),
  ]
})

export const pp30Messages = messages('PP30', {
  title: 'Code can be run on your hosts',
  what: 'Actions that run commands or code on all instances, containers, or functions, such as `ssm:SendCommand` or `ecs:ExecuteCommand`.',
  why: 'Code there runs with the host’s role, so this grants the permissions of every host.',
  todo: 'Name the instances, tasks, or functions, or limit them with a condition on `aws:ResourceTag/…`.',
  found: (words: string) =>
    `${words} runs code on all hosts, with the permissions of each. Name the hosts, or limit them by a tag that the role can’t set.`,
})

export const pp30CodeExecution = dangerRule(
  pp30Messages,
  'high',
  awsGuide('systems-manager/latest/userguide/security-best-practices.html'),
  codeExecution,
)

export const pp31Messages = messages('PP31', {
  title: 'The organization or its billing can be changed',
  what: 'Actions that change the organization, the account, its payments or its AWS Marketplace subscriptions, on all resources.',
  why: 'They affect more than this account’s resources: other accounts, contracts, invoices.',
  todo: 'Remove them. To view the organization, read actions such as `organizations:DescribeOrganization` are enough.',
  found: (words: string) => `${words} changes the organization, the account, or what it pays for. Remove it.`,
})

export const pp31AccountControl = dangerRule(
  pp31Messages,
  'medium',
  awsGuide('organizations/latest/userguide/orgs_best-practices_mgmt-acct.html'),
  accountControl,
)
