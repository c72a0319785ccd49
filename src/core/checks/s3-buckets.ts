import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'

const bucketCheck = {
  parameter: 's3-bucket',
  action: 's3:ListBucket',
  arn: 'arn:{{partition}}:s3:::{{resource}}',
  protocol: 'rest-xml',
  // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
  absent: { status: 404, code: 'NoSuchBucket' },
  errors: { denied: { status: 403, code: 'AccessDenied' }, throttled: { status: 503, code: 'SlowDown' } },
} as const

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const s3ListObjects = {
  ...bucketCheck,
  id: 's3-list-objects',
  operation: 'S3 ListObjectsV2',
  request: { service: 's3', method: 'GET', path: '/{{resource}}?list-type=2&max-keys=1' },
  success: {
    isAbout: (body, bucket) => body.includes(`<Name>${bucket}</Name>`) && body.trimEnd().endsWith('</ListBucketResult>'),
    example: (bucket) => `<ListBucketResult><Name>${bucket}</Name></ListBucketResult>`,
  },
  messages: messages('check.s3-list-objects', { title: (bucket: string) => `Can list objects in ${bucket}` }),
} as const satisfies AwsCheck

/**
 * A denial of this call has no body, so an expired session or a wrong clock looks the same. The listing, which needs the same permission,
 * tells them apart. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export const s3HeadBucket = {
  ...bucketCheck,
  id: 's3-head-bucket',
  operation: 'S3 HeadBucket',
  request: { service: 's3', method: 'HEAD', path: '/{{resource}}' },
  success: { isAbout: () => true, example: () => '' },
  clearer: s3ListObjects,
  messages: messages('check.s3-head-bucket', { title: (bucket: string) => `Can access ${bucket}` }),
} as const satisfies AwsCheck
