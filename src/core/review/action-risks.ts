import { hasWildcard } from '#core/policy/wildcard.ts'
import { type AccessLevel, type ActionKnowledge, expandedActions } from '#core/rules/action-knowledge.ts'
import { messages } from '#core/text/messages.ts'

/**
 * What an attacker who compromised the vendor could do with each action at worst, and what limits it.
 * Actions as in https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const actionRiskMessages = messages('action-risks', {
  actions: {
    's3:GetObject': 'All objects could be copied. Copies can’t be recalled.',
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
    's3:GetObjectVersion': 'With versioning, overwritten and deleted objects could be copied too.',
    's3:GetObjectTagging': 'Object tags would be exposed. Low risk unless tags contain secrets.',
    's3:GetBucketLocation': 'The bucket’s Region would be exposed, and nothing else.',
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
    's3:ListBucket': 'Names, sizes, and dates of all objects would be exposed. Contents stay private.',
    's3:PutObject':
      'All objects could be overwritten, including with malicious files, and your storage could be filled at your cost. Versioning keeps overwritten objects.',
    's3:PutObjectTagging': 'Tags could be changed, which affects lifecycle rules and tag-based policies.',
    's3:AbortMultipartUpload': 'Uploads in progress could be canceled and would have to be repeated. Finished objects stay.',
    's3:DeleteObject': 'All objects could be deleted. With versioning you can restore them. Without it they’re lost.',
    's3:DeleteObjectVersion':
      'All versions could be deleted permanently, so versioning doesn’t help. Object Lock and copies in another account do.',
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
    'kms:Decrypt':
      'Anyone who also obtains data encrypted with this key could decrypt it. Without the data, access to the key reveals nothing.',
    'kms:DescribeKey': 'The key’s settings would be exposed. The key never leaves KMS.',
    'kms:Encrypt': 'More data could be encrypted with this key at your cost. Existing data doesn’t change.',
    'kms:GenerateDataKey': 'More data could be encrypted with this key at your cost. Existing data doesn’t change.',
    'sqs:ReceiveMessage': 'All messages could be read, and hidden from your applications while they’re in flight.',
    'sqs:GetQueueAttributes': 'The queue’s settings and number of messages would be exposed.',
    'sqs:GetQueueUrl': 'The queue’s URL would be exposed, and nothing else.',
    'sqs:SendMessage': 'Forged messages could be sent, and everything that reads the queue would act on them.',
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
    'sqs:ChangeMessageVisibility': 'A received message could be hidden from your applications for up to 12 hours.',
    'sqs:DeleteMessage': 'Messages could be received and deleted before your applications see them. They’d be lost.',
    'dynamodb:GetItem': 'Every item with a known key could be copied.',
    'dynamodb:BatchGetItem': 'Every item with a known key could be copied.',
    'dynamodb:Query': 'Every item with a known partition key could be copied.',
    'dynamodb:Scan': 'The entire table could be copied at your cost.',
    'dynamodb:DescribeTable': 'The table’s settings and size would be exposed. Its items stay private.',
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
    'dynamodb:PutItem': 'Any item could be replaced with a forged one. Point-in-time recovery restores the table.',
    'dynamodb:UpdateItem': 'Any item could be changed. Point-in-time recovery restores the table.',
    'dynamodb:BatchWriteItem': 'Any item could be replaced or deleted. Point-in-time recovery restores the table.',
    'dynamodb:DeleteItem': 'Any item could be deleted. Point-in-time recovery restores the table.',
    'sns:Publish': 'Forged messages could be sent from your topic to all subscribers.',
    'iam:GetRole': 'The role’s trust policy, tags, and last use would be exposed. The trust policy has the external ID.',
    'iam:GetRolePolicy': 'The role’s inline policies would be exposed. They name your resources.',
    'iam:ListRolePolicies': 'The names of the role’s inline policies would be exposed.',
    'iam:ListAttachedRolePolicies': 'The names of the role’s managed policies would be exposed. What they allow stays private.',
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
    'iam:SimulatePrincipalPolicy': 'What the role is allowed to do would be exposed. A simulation makes no request.',
  },
  /** By AWS's access level, for actions that have no text of their own. */
  levels: {
    // AWS calls it List even where an answer has settings, as those of https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
    // and https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html do.
    List: 'AWS lists this as List: names and identifiers of resources would be exposed. Some of these actions also return settings or personal data, which can include secrets, for example in environment variables or user data.',
    Read: 'AWS lists this as Read: everything that it reads could be copied. Copies can’t be recalled.',
    Tagging: 'AWS lists this as Tagging: tags could be changed, which affects tag-based policies and cost reports.',
    Write: 'AWS lists this as Write: what it creates, changes, or deletes could be forged or lost, at your cost.',
    'Permissions management': 'AWS lists this as Permissions management: access could be given to others, or taken from you.',
  },
  wildcardNow: (count: number, worst: string) =>
    `Wildcard: ${count === 1 ? '1 action' : `${count} actions`} today, and those that AWS may add later. The riskiest: ${worst}`,
  wildcard: 'Wildcard: includes actions AWS may add later. Assess the riskiest one.',
  undescribed: (action: string) => `No description available. See the AWS documentation for ${action}.`,
})

export const describedActions: readonly string[] = Object.keys(actionRiskMessages.in('en').actions)

/** Most dangerous first. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html */
const worstFirst: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List']

/** By the level of the action, or of the riskiest one that a pattern names; null where that is not known. */
function riskByLevel(action: string, knowledge: ActionKnowledge | undefined, language: string): string | null {
  const found = expandedActions(action, knowledge) ?? []
  const worst = worstFirst.find((level) => found.some((one) => one.level === level))
  if (worst === undefined) return null
  const { levels, wildcardNow } = actionRiskMessages.in(language)
  return hasWildcard(action) ? wildcardNow(found.length, levels[worst]) : levels[worst]
}

/** A text for every action. An action without a description is never shown as harmless. */
export function actionRisk(action: string, language = 'en', knowledge?: ActionKnowledge): string {
  const { actions, wildcard, undescribed } = actionRiskMessages.in(language)
  const described = Object.entries(actions).find(([known]) => known.toLowerCase() === action.toLowerCase())?.[1]
  return described ?? riskByLevel(action, knowledge, language) ?? (hasWildcard(action) ? wildcard : undescribed(action))
}
