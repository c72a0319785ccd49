import { messages } from '#core/text/messages.ts'
import { type ErrorFacts, hasCode, ofErrors, type PastedRule } from './pasted-rule.ts'

/** The rejected name as it was sent; empty where the message doesn't quote it. */
export const rejectedBucket = (message: string): string => /Invalid bucket name "([^"]{1,300})"/.exec(message)?.[1] ?? ''

export const rejectedValueMessages = messages('rejected-value-rules', {
  'bucket-name-invalid': {
    title: 'The name of a bucket isn’t valid',
    sentence: ({ message }: ErrorFacts) => {
      const name = rejectedBucket(message)
      return name === '' ? 'The name of a bucket isn’t valid.' : `${name} isn’t the name of a bucket.`
    },
    detail: ({ vendor }: ErrorFacts) =>
      `This says nothing about the role. In ${vendor}, enter the name of the bucket alone, without arn:aws:s3:::, s3://, or a path.`,
  },
  'call-parameters-rejected': {
    title: 'A program sent a value that isn’t valid',
    sentence: 'The SDK rejected a value before it called AWS. This says nothing about the role.',
    detail: ({ message, vendor }: ErrorFacts) => `The message: ${message} If the program is ${vendor}’s, ${vendor} needs to fix it.`,
  },
})

/** Values that an SDK, or a service before it checks permissions, rejects. */
export const rejectedValueRules: readonly PastedRule[] = ofErrors(rejectedValueMessages.in, [
  {
    id: 'bucket-name-invalid',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    is: hasCode('WrongBucketName', 'InvalidBucketName'),
  },
  {
    id: 'call-parameters-rejected',
    suppressedBy: ['call-malformed', 'application-external-id-empty'],
    part: 'caller',
    source: 'https://docs.aws.amazon.com/boto3/latest/guide/error-handling.html',
    is: hasCode('WrongParameters'),
  },
])
