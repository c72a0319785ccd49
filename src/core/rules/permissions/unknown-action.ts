import { isEveryAction, namesAction, servicePrefix } from '#core/policy/action-pattern.ts'
import type { Match } from '#core/policy/form/rule.ts'
import { rule } from '#core/policy/form/rule.ts'
import type { PlacedText } from '#core/policy/policy-view.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { nearest } from '#core/text/nearest.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { s3Levels } from './s3-level.ts'
import { servicePrefixes } from './service-prefixes.ts'

export const pp17Messages = messages('PP17', {
  title: 'Unknown action',
  what: 'A service prefix or action that doesn’t exist, or an API call whose permission has a different name.',
  why: 'AWS rejects an action without a prefix, but accepts any other name. An action that doesn’t exist grants nothing.',
  todo: 'Use the name in the service authorization reference.',
  seeList: 'See the list of the service’s actions.',
  write: (meant: string) => `Write ${meant}.`,
  advised: (problem: string, advice: string) => `${problem} ${advice}`,
  blank: (text: string) => `${text} contains a space.`,
  noColon: (text: string) => `${text} isn’t an action. Write the service, a colon, and the name, such as s3:GetObject.`,
  serviceWildcard: (text: string) => `${text} has a wildcard in the name of the service, which AWS rejects. Name the service.`,
  unknownService: (prefix: string) => `AWS has no service with the prefix ${prefix}.`,
  otherName: (prefix: string, text: string) => `No ${prefix} action matches ${text}.`,
  unknownAction: (text: string) => `There is no action ${text}.`,
  notPermission: (text: string) => `${text} is an API call, not a permission.`,
})

/** Names of API calls whose permission is called otherwise. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html, https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html */
const calledOtherwise: ReadonlyMap<string, string> = new Map([
  ['s3:listobjects', 's3:ListBucket'],
  ['s3:listobjectsv2', 's3:ListBucket'],
  ['s3:listobjectversions', 's3:ListBucketVersions'],
  ['s3:headbucket', 's3:ListBucket'],
  ['s3:headobject', 's3:GetObject'],
  ['s3:listbuckets', 's3:ListAllMyBuckets'],
  ['s3:copyobject', 's3:PutObject'],
  ['s3:uploadpart', 's3:PutObject'],
  ['s3:createmultipartupload', 's3:PutObject'],
  ['s3:completemultipartupload', 's3:PutObject'],
  ['s3:listmultipartuploads', 's3:ListBucketMultipartUploads'],
  ['s3:listparts', 's3:ListMultipartUploadParts'],
  ['s3:deleteobjects', 's3:DeleteObject'],
  ['s3:getbucketencryption', 's3:GetEncryptionConfiguration'],
  ['s3:putbucketencryption', 's3:PutEncryptionConfiguration'],
  ['s3:getbucketlifecycle', 's3:GetLifecycleConfiguration'],
  ['s3:getbucketlifecycleconfiguration', 's3:GetLifecycleConfiguration'],
  ['s3:putbucketlifecycleconfiguration', 's3:PutLifecycleConfiguration'],
  ['s3:getbucketreplication', 's3:GetReplicationConfiguration'],
  ['s3:putbucketreplication', 's3:PutReplicationConfiguration'],
  ['lambda:invoke', 'lambda:InvokeFunction'],
])

type Fault = { readonly message: Text; readonly meant: string | null }

const advice = (meant: string | null): Text =>
  meant === null ? (language) => pp17Messages.in(language).seeList : (language) => pp17Messages.in(language).write(meant)

const fault = (problem: Text, meant: string | null): Fault => ({
  message: (language) => pp17Messages.in(language).advised(problem(language), advice(meant)(language)),
  meant,
})

function malformed(text: string): Fault | null {
  if (/\s/.test(text)) {
    const meant = text.replace(/\s+/g, '')
    return fault((language) => pp17Messages.in(language).blank(JSON.stringify(text)), meant.includes(':') ? meant : null)
  }
  if (!/^[^:]+:[^:]+$/.test(text)) {
    return {
      message: (language) => pp17Messages.in(language).noColon(JSON.stringify(text)),
      meant: null,
    }
  }
  if (hasWildcard(servicePrefix(text) ?? '')) {
    return {
      message: (language) => pp17Messages.in(language).serviceWildcard(JSON.stringify(text)),
      meant: null,
    }
  }
  return null
}

/** The actions of a service, without the prefix; undefined where they are not known. S3's always are. */
function namesOf(prefix: string, knowledge: ActionKnowledge | undefined): readonly string[] | undefined {
  const known = knowledge?.service(prefix)?.actions.map(({ name }) => name)
  return known ?? (prefix === 's3' ? [...s3Levels.keys()].map((action) => action.slice('s3:'.length)) : undefined)
}

function unknownPrefix(prefix: string, name: string): Fault {
  const meant = nearest(prefix, servicePrefixes)
  return fault((language) => pp17Messages.in(language).unknownService(prefix), meant === null ? null : `${meant}:${name}`)
}

function unknown(text: string, knowledge: ActionKnowledge | undefined): Fault | null {
  const prefix = servicePrefix(text)
  if (prefix === null) return null
  const name = text.slice(prefix.length + 1)
  if (!servicePrefixes.includes(prefix) && knowledge?.service(prefix) == null) return unknownPrefix(prefix, name)
  const names = namesOf(prefix, knowledge)
  if (names === undefined || names.some((known) => namesAction(name, known))) return null
  if (hasWildcard(name)) return fault((language) => pp17Messages.in(language).otherName(prefix, text), null)
  const meant = nearest(name, names)
  return fault((language) => pp17Messages.in(language).unknownAction(text), meant === null ? null : `${prefix}:${meant}`)
}

function faultOf(text: string, knowledge: ActionKnowledge | undefined): Fault | null {
  if (isEveryAction(text)) return null
  const wrong = malformed(text)
  if (wrong !== null) return wrong
  const permission = calledOtherwise.get(text.toLowerCase())
  if (permission !== undefined) return fault((language) => pp17Messages.in(language).notPermission(text), permission)
  return unknown(text, knowledge)
}

function spot({ text, path }: PlacedText, knowledge: ActionKnowledge | undefined): Match[] {
  const found = faultOf(text, knowledge)
  if (found === null) return []
  const { message, meant } = found
  return [{ message, path, ...(meant === null ? {} : { fix: [{ path, value: meant }] }) }]
}

export const pp17UnknownAction: PermissionsRule = rule(
  pp17Messages,
  'error',
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ({ statements, context }) =>
    statements
      .flatMap((statement) => [...statement.texts('Action'), ...statement.texts('NotAction')])
      .flatMap((placed) => spot(placed, context.knowledge)),
)
