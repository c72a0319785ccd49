import { memberOf } from '#core/policy/json/json-node.ts'
import { jsonValue } from '#core/policy/json/json-value.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import type { Edit } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { isS3Name, mayBe, s3LevelsOf } from './s3-actions.ts'

export const pp16Messages = messages('PP16', {
  title: 'Buckets and objects are mixed up',
  what: 'An S3 action for buckets on the ARN of objects, or one for objects on the ARN of a bucket.',
  why: 'Actions such as `s3:ListBucket` work on `arn:aws:s3:::name`, those such as `s3:GetObject` on `arn:aws:s3:::name/*`. On the other ARN they have no effect at all.',
  todo: 'Give each action the ARN that it works on, in statements of their own.',
  bucket: 'works on the bucket',
  object: 'works on objects',
  found: (text: string, need: string, resources: string) => `${text} ${need}, and no ARN here is one. Write ${resources}.`,
})

type Level = 'bucket' | 'object'

/** The level that all of the pattern's actions need and that none of the resources has. */
function missingLevel(pattern: string, resources: readonly string[]): Level | null {
  const levels = s3LevelsOf(pattern)
  if (levels.size !== 1) return null
  const [level] = levels
  if (level === undefined || level === 'other') return null
  return resources.some((resource) => mayBe(level, resource)) ? null : level
}

const atLevel = (resources: readonly string[], level: Level): string[] => [
  ...new Set(resources.map((resource) => (level === 'object' ? `${resource}/*` : resource.replace(/\/.*$/s, '')))),
]

type Mismatch = {
  readonly statement: StatementView
  readonly level: Level
  readonly resources: string[]
  readonly misplaced: readonly PlacedText[]
}

function mismatch(statement: StatementView): Mismatch | null {
  const resources = statement.texts('Resource').map(({ text }) => text)
  if (resources.length === 0 || !resources.every(isS3Name)) return null
  const misplaced = statement.texts('Action').filter(({ text }) => missingLevel(text, resources) !== null)
  const level = misplaced[0] === undefined ? null : missingLevel(misplaced[0].text, resources)
  return level === null ? null : { statement, level, resources: atLevel(resources, level), misplaced }
}

/** Actions that fit stay; the others move to a statement of their own, on the ARNs that they need. */
function split(subject: PermissionsSubject, { statement, resources, misplaced }: Mismatch): readonly Edit[] {
  const fitting = statement.texts('Action').filter(({ text }) => !misplaced.some((action) => action.text === text))
  if (fitting.length === 0) return [{ path: [...statement.path, 'Resource'], value: resources }]
  const own = jsonValue(statement.node)
  const [, index] = statement.path
  const list = memberOf(subject.root, 'Statement')?.value
  const all = list?.kind === 'list' ? list.items.map(jsonValue) : [own]
  const at = typeof index === 'number' ? index : 0
  const isObject = typeof own === 'object' && own !== null && !Array.isArray(own)
  const { Sid: _, ...rest } = isObject ? Object.fromEntries(Object.entries(own)) : {}
  const kept = { ...(isObject ? own : {}), Action: fitting.map(({ text }) => text) }
  const moved = { ...rest, Action: misplaced.map(({ text }) => text), Resource: resources }
  return [{ path: ['Statement'], value: all.toSpliced(at, 1, kept, moved) }]
}

const needs: Readonly<Record<Level, Text>> = {
  bucket: (language) => pp16Messages.in(language).bucket,
  object: (language) => pp16Messages.in(language).object,
}

export const pp16S3Level: PermissionsRule = {
  id: 'PP16',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
  messages: pp16Messages,
  check: (subject) =>
    subject.statements.flatMap((statement) => {
      const found = mismatch(statement)
      if (found === null) return []
      const fix = split(subject, found)
      return found.misplaced.map(({ text, path }) => ({
        message: (language) => pp16Messages.in(language).found(text, needs[found.level](language), found.resources.slice(0, 2).join(', ')),
        path,
        fix,
      }))
    }),
}
