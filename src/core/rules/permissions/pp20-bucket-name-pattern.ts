import { hasWildcard } from '#core/rules/action-pattern.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'
import { s3Name } from './s3-actions.ts'

export const pp20Messages = messages('PP20', {
  title: 'A wildcard in the name of a bucket',
  what: 'A bucket ARN such as `arn:aws:s3:::acme*`.',
  why: 'It also matches buckets that are named so later, or by others: bucket names are shared by all accounts, and a bucket of another account may let yours in.',
  todo: 'Name each bucket. For the objects of one bucket write `arn:aws:s3:::name/*`, with a slash.',
  found: (bucket: string) => `${bucket} stands for every bucket that is named like this, in any account. Name the buckets.`,
})

/** The part before the key, where it is a name with a wildcard in it and not all names. */
function patternOfBuckets(resource: string): string | null {
  const [bucket = ''] = (s3Name(resource) ?? '').split('/')
  return hasWildcard(bucket) && !/^[*?]+$/.test(bucket) ? bucket : null
}

export const pp20BucketNamePattern: PermissionsRule = {
  id: 'PP20',
  severity: 'medium',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  messages: pp20Messages,
  check: (subject) =>
    statementsOf(subject, 'Allow').flatMap((statement) =>
      statement.texts('Resource').flatMap(({ text, path }) => {
        const bucket = patternOfBuckets(text)
        if (bucket === null) return []
        return [{ message: (language) => pp20Messages.in(language).found(bucket), path }]
      }),
    ),
}
