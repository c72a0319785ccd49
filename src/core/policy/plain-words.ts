import { readArn } from '#core/aws/arn.ts'
import { messages } from '#core/text/messages.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'

export type ActionEffect = 'reads' | 'changes' | 'deletes'

const list = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`

/** Names as in https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const plainWordsMessages = messages('plain-words', {
  list,
  /** An empty `one` leaves the name alone: it says enough. */
  nouns: {
    bucket: { one: '', many: 'buckets', every: 'every bucket' },
    key: { one: 'KMS key', many: 'KMS keys', every: 'every KMS key' },
    queue: { one: 'queue', many: 'queues', every: 'every queue' },
    table: { one: 'table', many: 'tables', every: 'every table' },
    topic: { one: 'topic', many: 'topics', every: 'every topic' },
    role: { one: 'role', many: 'roles', every: 'every role' },
    resource: { one: '', many: 'resources', every: 'every resource' },
  },
  counted: (count: number, noun: string, names: readonly string[]) => `${count} ${noun}: ${names.join(', ')}`,
  inAccount: (every: string) => `${every} in the account`,
  except: (every: string, names: readonly string[]) => `${every} except ${list(names)}`,
  actions: {
    's3:GetObject': (bucket: string) => `Read objects in ${bucket}`,
    's3:GetObjectVersion': (bucket: string) => `Read previous versions of objects in ${bucket}`,
    's3:GetObjectTagging': (bucket: string) => `Read object tags in ${bucket}`,
    's3:GetBucketLocation': (bucket: string) => `See the Region of ${bucket}`,
    's3:ListBucket': (bucket: string) => `List objects in ${bucket}`,
    's3:PutObject': (bucket: string) => `Add and overwrite objects in ${bucket}`,
    's3:PutObjectTagging': (bucket: string) => `Change object tags in ${bucket}`,
    's3:AbortMultipartUpload': (bucket: string) => `Cancel unfinished uploads to ${bucket}`,
    's3:DeleteObject': (bucket: string) => `Delete objects in ${bucket}`,
    's3:DeleteObjectVersion': (bucket: string) => `Delete object versions in ${bucket}`,
    'kms:Decrypt': (key: string) => `Decrypt data with ${key}`,
    'kms:DescribeKey': (key: string) => `View the settings of ${key}`,
    'kms:Encrypt': (key: string) => `Encrypt data with ${key}`,
    'kms:GenerateDataKey': (key: string) => `Generate data keys with ${key}`,
    'sqs:ReceiveMessage': (queue: string) => `Receive messages from ${queue}`,
    'sqs:GetQueueAttributes': (queue: string) => `View the settings of ${queue}`,
    'sqs:GetQueueUrl': (queue: string) => `Get the URL of ${queue}`,
    'sqs:SendMessage': (queue: string) => `Send messages to ${queue}`,
    'sqs:ChangeMessageVisibility': (queue: string) => `Hide received messages in ${queue}`,
    'sqs:DeleteMessage': (queue: string) => `Delete messages from ${queue}`,
    'dynamodb:GetItem': (table: string) => `Read items in ${table}`,
    'dynamodb:BatchGetItem': (table: string) => `Read items in ${table}`,
    'dynamodb:Query': (table: string) => `Query ${table}`,
    'dynamodb:Scan': (table: string) => `Read all items in ${table}`,
    'dynamodb:DescribeTable': (table: string) => `View the settings of ${table}`,
    'dynamodb:PutItem': (table: string) => `Add and replace items in ${table}`,
    'dynamodb:UpdateItem': (table: string) => `Change items in ${table}`,
    'dynamodb:BatchWriteItem': (table: string) => `Add, replace, and delete items in ${table}`,
    'dynamodb:DeleteItem': (table: string) => `Delete items in ${table}`,
    'sns:Publish': (topic: string) => `Publish messages to ${topic}`,
    'iam:GetRole': (role: string) => `View ${role}`,
    'iam:GetRolePolicy': (role: string) => `Read inline policies of ${role}`,
    'iam:ListRolePolicies': (role: string) => `List inline policies of ${role}`,
    'iam:ListAttachedRolePolicies': (role: string) => `List managed policies of ${role}`,
    'iam:SimulatePrincipalPolicy': (role: string) => `Simulate requests of ${role}`,
  },
  call: (action: string, resources: string) => `Call ${action} on ${resources}`,
  callExcept: (actions: readonly string[], resources: string) => `Call every action except ${list(actions)} on ${resources}`,
  conditional: (line: string) => `${line} (with the conditions in the policy)`,
  cannot: {
    unknown: 'Some actions are shown by their AWS names. Review them carefully.',
    change: 'It can’t change or delete anything.',
    changeOrReach: 'It can’t change or delete anything, or access anything else.',
    deleteOrReach: 'It can overwrite data, but it can’t delete any or access anything else.',
    reach: 'It can’t access anything else.',
    doMore: 'It can’t do anything else.',
  },
  never: 'It can never:',
  statement: {
    reads: 'Read-only.',
    changes: 'Can overwrite data, but can’t delete any.',
    reach: 'No access to anything else.',
    unknown: 'Review these actions carefully.',
    nothing: 'Allows nothing. It has no action or no resource.',
  },
})

type Texts = ReturnType<typeof plainWordsMessages.in>
type KnownAction = keyof Texts['actions']
type Noun = keyof Texts['nouns']

type ActionFacts = { readonly noun: Noun; readonly effect: ActionEffect }

const facts = (noun: Noun, effect: ActionEffect = 'reads'): ActionFacts => ({ noun, effect })

/** The effect is what a policy with the action can do at most. */
const actionFacts: Readonly<Record<KnownAction, ActionFacts>> = {
  's3:GetObject': facts('bucket'),
  's3:GetObjectVersion': facts('bucket'),
  's3:GetObjectTagging': facts('bucket'),
  's3:GetBucketLocation': facts('bucket'),
  's3:ListBucket': facts('bucket'),
  's3:PutObject': facts('bucket', 'changes'),
  's3:PutObjectTagging': facts('bucket', 'changes'),
  's3:AbortMultipartUpload': facts('bucket', 'deletes'),
  's3:DeleteObject': facts('bucket', 'deletes'),
  's3:DeleteObjectVersion': facts('bucket', 'deletes'),
  'kms:Decrypt': facts('key'),
  'kms:DescribeKey': facts('key'),
  'kms:Encrypt': facts('key'),
  'kms:GenerateDataKey': facts('key'),
  'sqs:ReceiveMessage': facts('queue'),
  'sqs:GetQueueAttributes': facts('queue'),
  'sqs:GetQueueUrl': facts('queue'),
  'sqs:SendMessage': facts('queue', 'changes'),
  'sqs:ChangeMessageVisibility': facts('queue', 'changes'),
  'sqs:DeleteMessage': facts('queue', 'deletes'),
  'dynamodb:GetItem': facts('table'),
  'dynamodb:BatchGetItem': facts('table'),
  'dynamodb:Query': facts('table'),
  'dynamodb:Scan': facts('table'),
  'dynamodb:DescribeTable': facts('table'),
  'dynamodb:PutItem': facts('table', 'changes'),
  'dynamodb:UpdateItem': facts('table', 'changes'),
  'dynamodb:BatchWriteItem': facts('table', 'deletes'),
  'dynamodb:DeleteItem': facts('table', 'deletes'),
  'sns:Publish': facts('topic', 'changes'),
  'iam:GetRole': facts('role'),
  'iam:GetRolePolicy': facts('role'),
  'iam:ListRolePolicies': facts('role'),
  'iam:ListAttachedRolePolicies': facts('role'),
  'iam:SimulatePrincipalPolicy': facts('role'),
}

/** Actions are not case-sensitive. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function ofAction<Value>(table: Readonly<Record<KnownAction, Value>>, action: string): Value | undefined {
  return Object.entries(table).find(([known]) => known.toLowerCase() === action.toLowerCase())?.[1]
}

/** Undefined for an action that has no words here. */
export const knownEffect = (action: string): ActionEffect | undefined => ofAction(actionFacts, action)?.effect

/** The name in an ARN: the bucket, queue, table, key or role. Any other text is returned unchanged. */
export function resourceName(text: string): string {
  const { service = '', resource: name = '' } = readArn(text) ?? {}
  if (name === '') return text
  if (service === 's3') return name.replace(/\/\*$/, '')
  return /^(?:(?:key|table)\/|role\/(?:.*\/)?)([^/]+)$/.exec(name)?.[1] ?? name
}

/** More names than these are counted. */
const namedAtMost = 3

function onResources(statement: PolicyStatement, kind: Noun, texts: Texts): string {
  const noun = texts.nouns[kind]
  const excepted = listOf(statement.NotResource).map(resourceName)
  if (excepted.length > 0) return texts.except(noun.every, excepted)
  const names = [...new Set(listOf(statement.Resource).map(resourceName))]
  if (names.includes('*')) return texts.inAccount(noun.every)
  if (names.length > namedAtMost) return texts.counted(names.length, noun.many, names)
  const label = names.length > 1 && noun.one !== '' ? noun.many : noun.one
  return label === '' ? texts.list(names) : `${label} ${texts.list(names)}`
}

function actionLine(statement: PolicyStatement, action: string, texts: Texts): string {
  const { noun } = ofAction(actionFacts, action) ?? facts('resource')
  const resources = onResources(statement, noun, texts)
  return ofAction(texts.actions, action)?.(resources) ?? texts.call(action, resources)
}

/** A line for each action of a statement, allowed or denied. */
export function statementLines(statement: PolicyStatement, language: string): readonly string[] {
  const texts = plainWordsMessages.in(language)
  const unlisted = listOf(statement.NotAction)
  const lines = [
    ...listOf(statement.Action).map((action) => actionLine(statement, action, texts)),
    ...(unlisted.length === 0 ? [] : [texts.callExcept(unlisted, onResources(statement, 'resource', texts))]),
  ]
  return statement.Condition === undefined ? lines : lines.map(texts.conditional)
}

/** Only what is true for each action: an action that is not in the table may do anything. */
function cannotOf(statements: readonly PolicyStatement[], { cannot }: Texts): string {
  const effects = statements.flatMap((statement) => listOf(statement.Action)).map(knownEffect)
  if (effects.includes(undefined) || statements.some((statement) => statement.NotAction !== undefined)) return cannot.unknown
  if (statements.some((statement) => statement.NotResource !== undefined || listOf(statement.Resource).map(resourceName).includes('*')))
    return effects.every((effect) => effect === 'reads') ? cannot.change : cannot.doMore
  if (effects.includes('deletes')) return cannot.reach
  return effects.includes('changes') ? cannot.deleteOrReach : cannot.changeOrReach
}

export type PlainWords = {
  /** A line for each action of each statement. */
  readonly can: readonly string[]
  /** A line for each action that is denied, whatever else is allowed. */
  readonly never: readonly string[]
  readonly cannot: string
}

/** Tells readers who don't know policies what a permissions policy lets its holder do. */
export function policyInPlainWords(document: PolicyDocument, language = 'en'): PlainWords {
  const statements = listOf(document.Statement)
  const allowed = statements.filter((statement) => statement.Effect === 'Allow')
  const linesOf = (of: readonly PolicyStatement[]) => [...new Set(of.flatMap((statement) => statementLines(statement, language)))]
  return {
    can: linesOf(allowed),
    never: linesOf(statements.filter((statement) => statement.Effect === 'Deny')),
    cannot: cannotOf(allowed, plainWordsMessages.in(language)),
  }
}
