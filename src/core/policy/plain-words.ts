import type { RolePlan } from '../role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'

type Noun = { readonly one: string; readonly many: string }

/** What an action does to what it is allowed on. `reads` is what decides whether a policy can change anything. */
export type ActionWords = { readonly does: string; readonly noun: Noun; readonly effect: 'reads' | 'changes' | 'deletes' }

const bucket: Noun = { one: 'bucket', many: 'buckets' }
const key: Noun = { one: 'KMS key', many: 'KMS keys' }
const queue: Noun = { one: 'queue', many: 'queues' }
const table: Noun = { one: 'table', many: 'tables' }
const topic: Noun = { one: 'topic', many: 'topics' }
const resource: Noun = { one: 'resource', many: 'resources' }

const words = (does: string, noun: Noun, effect: ActionWords['effect'] = 'reads'): ActionWords => ({ does, noun, effect })

/** Names as in https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const actionWords: Readonly<Record<string, ActionWords>> = {
  's3:GetObject': words('Read objects in', bucket),
  's3:GetObjectVersion': words('Read old versions of objects in', bucket),
  's3:GetObjectTagging': words('Read the tags of objects in', bucket),
  's3:GetBucketLocation': words('See the region of', bucket),
  's3:ListBucket': words('See the names of the objects in', bucket),
  's3:PutObject': words('Add and overwrite objects in', bucket, 'changes'),
  's3:PutObjectTagging': words('Change the tags of objects in', bucket, 'changes'),
  's3:AbortMultipartUpload': words('Cancel unfinished uploads to', bucket, 'deletes'),
  's3:DeleteObject': words('Delete objects in', bucket, 'deletes'),
  's3:DeleteObjectVersion': words('Delete versions of objects in', bucket, 'deletes'),
  'kms:Decrypt': words('Decrypt data with', key),
  'kms:DescribeKey': words('See the settings of', key),
  'kms:Encrypt': words('Encrypt data with', key),
  'kms:GenerateDataKey': words('Encrypt data with keys made by', key),
  'sqs:ReceiveMessage': words('Receive messages from', queue),
  'sqs:GetQueueAttributes': words('See the settings of', queue),
  'sqs:GetQueueUrl': words('Find the address of', queue),
  'sqs:SendMessage': words('Send messages to', queue, 'changes'),
  'sqs:ChangeMessageVisibility': words('Hold back messages in', queue, 'changes'),
  'sqs:DeleteMessage': words('Delete messages from', queue, 'deletes'),
  'dynamodb:GetItem': words('Read items of', table),
  'dynamodb:BatchGetItem': words('Read items of', table),
  'dynamodb:Query': words('Search', table),
  'dynamodb:Scan': words('Read all items of', table),
  'dynamodb:DescribeTable': words('See the settings of', table),
  'dynamodb:PutItem': words('Add and replace items of', table, 'changes'),
  'dynamodb:UpdateItem': words('Change items of', table, 'changes'),
  'dynamodb:BatchWriteItem': words('Add, replace and delete items of', table, 'deletes'),
  'dynamodb:DeleteItem': words('Delete items of', table, 'deletes'),
  'sns:Publish': words('Send messages to', topic, 'changes'),
}

const byLowerCase = new Map(Object.entries(actionWords).map(([action, entry]) => [action.toLowerCase(), entry]))

/** Actions are compared without regard to case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const wordsOf = (action: string): ActionWords | undefined => byLowerCase.get(action.toLowerCase())

/** The name in an ARN: the bucket, queue, table or key. What has no such form stands as it is. */
export function resourceName(text: string): string {
  const [, service, name] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.+)$/s.exec(text) ?? []
  if (name === undefined) return text
  if (service === 's3') return name.replace(/\/\*$/, '')
  return /^(?:key|table)\/([^/]+)$/.exec(name)?.[1] ?? name
}

function onResources(statement: PolicyStatement, noun: Noun): string {
  const excepted = listOf(statement.NotResource).map(resourceName)
  if (excepted.length > 0) return `every ${noun.one} but ${excepted.join(', ')}`
  const names = [...new Set(listOf(statement.Resource).map(resourceName))]
  if (names.includes('*')) return `every ${noun.one} in the account`
  return `${names.length} ${names.length === 1 ? noun.one : noun.many}: ${names.join(', ')}`
}

/** What a statement names, allowed or not. */
export function canOf(statement: PolicyStatement): string[] {
  const limited = statement.Condition === undefined ? '' : ' (under a condition that the policy states)'
  const unlisted = listOf(statement.NotAction)
  const lines = listOf(statement.Action).map((action) => {
    const { does, noun } = wordsOf(action) ?? words(`Call ${action} on`, resource)
    return `${does} ${onResources(statement, noun)}${limited}`
  })
  return unlisted.length === 0
    ? lines
    : [...lines, `Call every action but ${unlisted.join(', ')} on ${onResources(statement, resource)}${limited}`]
}

const cannotBeyond = 'It cannot reach anything that is not listed here.'
const unknownActions =
  'The actions are named as AWS names them where we have no words of our own; what they may change is for you to judge.'

/** Only what is true for each action: an action that is not in the table may do anything. */
function cannotOf(statements: readonly PolicyStatement[]): string {
  const actions = statements.flatMap((statement) => listOf(statement.Action))
  const effects = actions.map((action) => wordsOf(action)?.effect)
  if (effects.includes(undefined) || statements.some((statement) => statement.NotAction !== undefined)) return unknownActions
  if (statements.some((statement) => statement.NotResource !== undefined || listOf(statement.Resource).map(resourceName).includes('*'))) {
    return effects.every((effect) => effect === 'reads')
      ? 'It cannot change or delete anything.'
      : 'It cannot do anything that is not listed here.'
  }
  if (effects.includes('deletes')) return cannotBeyond
  if (effects.includes('changes')) return `It cannot delete anything; what it overwrites is replaced. ${cannotBeyond}`
  return `It cannot change or delete anything. ${cannotBeyond}`
}

export type PlainWords = {
  /** A line for each action of each statement. */
  readonly can: readonly string[]
  readonly cannot: string
}

/** What a permissions policy of Allow statements lets its holder do, for somebody who does not read policies. */
export function policyInPlainWords(document: PolicyDocument): PlainWords {
  const statements = listOf(document.Statement).filter((statement) => statement.Effect === 'Allow')
  return { can: [...new Set(statements.flatMap(canOf))], cannot: cannotOf(statements) }
}

export function plainWords(plan: Pick<RolePlan, 'permissionsPolicy'>): PlainWords {
  return policyInPlainWords(plan.permissionsPolicy)
}
