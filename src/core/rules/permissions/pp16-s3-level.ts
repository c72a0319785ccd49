import { memberOf } from '#core/policy/json/json-node.ts'
import { jsonValue } from '#core/policy/json/json-value.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import type { Edit } from '#core/rules/rule.ts'
import { type Said, said } from '#core/rules/said.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { isS3Name, mayBe, s3LevelsOf } from './s3-actions.ts'

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

const needs: Readonly<Record<Level, Said>> = { bucket: said`works on the bucket`, object: said`works on objects` }

export const pp16S3Level: PermissionsRule = {
  id: 'PP16',
  severity: 'error',
  title: 'Buckets and objects are mixed up',
  what: 'An S3 action for buckets on the ARN of objects, or one for objects on the ARN of a bucket.',
  why: 'Actions such as `s3:ListBucket` work on `arn:aws:s3:::name`, those such as `s3:GetObject` on `arn:aws:s3:::name/*`. On the other ARN they have no effect at all.',
  todo: 'Give each action the ARN that it works on, in statements of their own.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
  check: (subject) =>
    subject.statements.flatMap((statement) => {
      const found = mismatch(statement)
      if (found === null) return []
      const fix = split(subject, found)
      return found.misplaced.map(({ text, path }) => ({
        message: said`${text} ${needs[found.level]}, and no ARN here is one. Write ${found.resources.slice(0, 2).join(', ')}.`,
        path,
        fix,
      }))
    }),
}
