import { asSaid, inEnglish, type Say, said } from '#core/rules/said.ts'

/**
 * What each action could do at worst in the hands of somebody who has taken over the vendor, and what makes it less.
 * Actions as in https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const actionRisks: Readonly<Record<string, string>> = {
  's3:GetObject': 'Every object there could be copied out of your account. A copy cannot be called back.',
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
  's3:GetObjectVersion': 'Where versioning is on, what was overwritten or deleted could be copied out of your account as well.',
  's3:GetObjectTagging': 'The tags of objects become known. They harm nobody unless you write secrets into them.',
  's3:GetBucketLocation': 'The region of the bucket becomes known, and nothing else.',
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
  's3:ListBucket': 'The names, sizes and dates of all objects become known. The content stays closed.',
  's3:PutObject':
    'Any object there could be overwritten, also by something harmful to whoever opens it, and your storage could be filled. Versioning keeps what is overwritten.',
  's3:PutObjectTagging': 'Tags could be changed, and with them what your lifecycle rules and tag-based policies do to the objects.',
  's3:AbortMultipartUpload': 'Uploads that are under way could be cancelled and have to be made again. Finished objects stay.',
  's3:DeleteObject': 'Every object there could be deleted. With versioning they can be brought back, without it they are lost.',
  's3:DeleteObjectVersion':
    'Every version could be deleted for good, so versioning does not help; Object Lock and copies in another account do.',
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
  'kms:Decrypt':
    'Whatever is encrypted with this key could be read by whoever also gets hold of it. Alone, without the data, it shows nothing.',
  'kms:DescribeKey': 'The settings of the key become known. The key itself never leaves KMS.',
  'kms:Encrypt': 'More could be encrypted with this key, at the price of the requests. What you have stays as it is.',
  'kms:GenerateDataKey': 'More could be encrypted with this key, at the price of the requests. What you have stays as it is.',
  'sqs:ReceiveMessage': 'Every message could be read, and kept from your own programs for as long as it is in work.',
  'sqs:GetQueueAttributes': 'The settings of the queue and the number of its messages become known.',
  'sqs:GetQueueUrl': 'The address of the queue becomes known, and nothing else.',
  'sqs:SendMessage': 'Forged messages could be sent, and whatever reads the queue would act on them.',
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
  'sqs:ChangeMessageVisibility': 'A message that was received could be kept from your own programs for up to 12 hours.',
  'sqs:DeleteMessage': 'Messages could be received and deleted before your own programs see them. They are lost.',
  'dynamodb:GetItem': 'Every item whose key is known could be copied out of your account.',
  'dynamodb:BatchGetItem': 'Every item whose key is known could be copied out of your account.',
  'dynamodb:Query': 'Every item whose partition key is known could be copied out of your account.',
  'dynamodb:Scan': 'The whole table could be copied out of your account, at the price of reading it.',
  'dynamodb:DescribeTable': 'The settings and the size of the table become known. Its items stay closed.',
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
  'dynamodb:PutItem': 'Any item could be replaced by a forged one. Point-in-time recovery brings the table back.',
  'dynamodb:UpdateItem': 'Any item could be changed. Point-in-time recovery brings the table back.',
  'dynamodb:BatchWriteItem': 'Any item could be replaced or deleted. Point-in-time recovery brings the table back.',
  'dynamodb:DeleteItem': 'Any item could be deleted. Point-in-time recovery brings the table back.',
  'sns:Publish': 'Forged messages could be sent to everybody who subscribed, and they would come from your topic.',
}

export const describedActions: readonly string[] = Object.keys(actionRisks)

const byLowerCase = new Map(Object.entries(actionRisks).map(([action, risk]) => [action.toLowerCase(), risk]))

const covering = said`It covers several actions, also such as AWS may add later. Take it for the worst of them.`
const undescribed = (action: string) => said`We have no words of our own for ${action}. Take it for the worst that AWS documents of it.`

/** In words, for every action: one that is not in the table may do anything, and that is what is said of it. */
export function actionRisk(action: string, say: Say = inEnglish): string {
  const risk = byLowerCase.get(action.toLowerCase())
  if (risk !== undefined) return say(asSaid(risk), 'action-risks')
  return say(/[*?]/.test(action) ? covering : undescribed(action), 'action-risks')
}
