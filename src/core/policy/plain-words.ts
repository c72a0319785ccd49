import { readArn } from '#core/aws/arn.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { inEnglish, type Said, type Say, said } from '#core/rules/said.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'

type Noun = { readonly one: Said; readonly many: Said; readonly every: Said }

/** What an action does to what it is allowed on. `reads` is what decides whether a policy can change anything. */
export type ActionWords = { readonly does: Said; readonly noun: Noun; readonly effect: 'reads' | 'changes' | 'deletes' }

const bucket: Noun = { one: said`1 bucket`, many: said`buckets`, every: said`every bucket` }
const key: Noun = { one: said`1 KMS key`, many: said`KMS keys`, every: said`every KMS key` }
const queue: Noun = { one: said`1 queue`, many: said`queues`, every: said`every queue` }
const table: Noun = { one: said`1 table`, many: said`tables`, every: said`every table` }
const topic: Noun = { one: said`1 topic`, many: said`topics`, every: said`every topic` }
const resource: Noun = { one: said`1 resource`, many: said`resources`, every: said`every resource` }

const words = (does: Said, noun: Noun, effect: ActionWords['effect'] = 'reads'): ActionWords => ({ does, noun, effect })

/** Names as in https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const actionWords: Readonly<Record<string, ActionWords>> = {
  's3:GetObject': words(said`Read objects in`, bucket),
  's3:GetObjectVersion': words(said`Read old versions of objects in`, bucket),
  's3:GetObjectTagging': words(said`Read the tags of objects in`, bucket),
  's3:GetBucketLocation': words(said`See the region of`, bucket),
  's3:ListBucket': words(said`See the names of the objects in`, bucket),
  's3:PutObject': words(said`Add and overwrite objects in`, bucket, 'changes'),
  's3:PutObjectTagging': words(said`Change the tags of objects in`, bucket, 'changes'),
  's3:AbortMultipartUpload': words(said`Cancel unfinished uploads to`, bucket, 'deletes'),
  's3:DeleteObject': words(said`Delete objects in`, bucket, 'deletes'),
  's3:DeleteObjectVersion': words(said`Delete versions of objects in`, bucket, 'deletes'),
  'kms:Decrypt': words(said`Decrypt data with`, key),
  'kms:DescribeKey': words(said`See the settings of`, key),
  'kms:Encrypt': words(said`Encrypt data with`, key),
  'kms:GenerateDataKey': words(said`Encrypt data with keys made by`, key),
  'sqs:ReceiveMessage': words(said`Receive messages from`, queue),
  'sqs:GetQueueAttributes': words(said`See the settings of`, queue),
  'sqs:GetQueueUrl': words(said`Find the address of`, queue),
  'sqs:SendMessage': words(said`Send messages to`, queue, 'changes'),
  'sqs:ChangeMessageVisibility': words(said`Hold back messages in`, queue, 'changes'),
  'sqs:DeleteMessage': words(said`Delete messages from`, queue, 'deletes'),
  'dynamodb:GetItem': words(said`Read items of`, table),
  'dynamodb:BatchGetItem': words(said`Read items of`, table),
  'dynamodb:Query': words(said`Search`, table),
  'dynamodb:Scan': words(said`Read all items of`, table),
  'dynamodb:DescribeTable': words(said`See the settings of`, table),
  'dynamodb:PutItem': words(said`Add and replace items of`, table, 'changes'),
  'dynamodb:UpdateItem': words(said`Change items of`, table, 'changes'),
  'dynamodb:BatchWriteItem': words(said`Add, replace and delete items of`, table, 'deletes'),
  'dynamodb:DeleteItem': words(said`Delete items of`, table, 'deletes'),
  'sns:Publish': words(said`Send messages to`, topic, 'changes'),
}

const byLowerCase = new Map(Object.entries(actionWords).map(([action, entry]) => [action.toLowerCase(), entry]))

/** Actions are compared without regard to case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const wordsOf = (action: string): ActionWords | undefined => byLowerCase.get(action.toLowerCase())

/** The name in an ARN: the bucket, queue, table or key. What has no such form stands as it is. */
export function resourceName(text: string): string {
  const { service = '', resource: name = '' } = readArn(text) ?? {}
  if (name === '') return text
  if (service === 's3') return name.replace(/\/\*$/, '')
  return /^(?:key|table)\/([^/]+)$/.exec(name)?.[1] ?? name
}

function onResources(statement: PolicyStatement, noun: Noun): Said {
  const excepted = listOf(statement.NotResource).map(resourceName)
  if (excepted.length > 0) return said`${noun.every} but ${excepted.join(', ')}`
  const names = [...new Set(listOf(statement.Resource).map(resourceName))]
  if (names.includes('*')) return said`${noun.every} in the account`
  const counted = names.length === 1 ? noun.one : said`${names.length} ${noun.many}`
  return said`${counted}: ${names.join(', ')}`
}

/** Where other languages have the sentences of this file. */
const entry = 'plain-words'

/** What a statement names, allowed or not. */
export function canOf(statement: PolicyStatement, say: Say): string[] {
  const limited = statement.Condition === undefined ? '' : said` (under a condition that the policy states)`
  const unlisted = listOf(statement.NotAction)
  const lines = listOf(statement.Action).map((action) => {
    const { does, noun } = wordsOf(action) ?? words(said`Call ${action} on`, resource)
    return said`${does} ${onResources(statement, noun)}${limited}`
  })
  const all =
    unlisted.length === 0
      ? lines
      : [...lines, said`Call every action but ${unlisted.join(', ')} on ${onResources(statement, resource)}${limited}`]
  return all.map((line) => say(line, entry))
}

const cannotBeyond = said`It cannot reach anything that is not listed here.`
const unknownActions = said`The actions are named as AWS names them where we have no words of our own; what they may change is for you to judge.`

/** Only what is true for each action: an action that is not in the table may do anything. */
function cannotOf(statements: readonly PolicyStatement[]): Said {
  const actions = statements.flatMap((statement) => listOf(statement.Action))
  const effects = actions.map((action) => wordsOf(action)?.effect)
  if (effects.includes(undefined) || statements.some((statement) => statement.NotAction !== undefined)) return unknownActions
  if (statements.some((statement) => statement.NotResource !== undefined || listOf(statement.Resource).map(resourceName).includes('*'))) {
    return effects.every((effect) => effect === 'reads')
      ? said`It cannot change or delete anything.`
      : said`It cannot do anything that is not listed here.`
  }
  if (effects.includes('deletes')) return cannotBeyond
  if (effects.includes('changes')) return said`It cannot delete anything; what it overwrites is replaced. ${cannotBeyond}`
  return said`It cannot change or delete anything. ${cannotBeyond}`
}

export type PlainWords = {
  /** A line for each action of each statement. */
  readonly can: readonly string[]
  readonly cannot: string
}

/** What a permissions policy of Allow statements lets its holder do, for somebody who does not read policies. */
export function policyInPlainWords(document: PolicyDocument, say: Say = inEnglish): PlainWords {
  const statements = listOf(document.Statement).filter((statement) => statement.Effect === 'Allow')
  return { can: [...new Set(statements.flatMap((statement) => canOf(statement, say)))], cannot: say(cannotOf(statements), entry) }
}

export function plainWords(plan: Pick<RolePlan, 'permissionsPolicy'>): PlainWords {
  return policyInPlainWords(plan.permissionsPolicy)
}
