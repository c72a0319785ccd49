import {
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { UsableConnection } from './connections.ts'
import { thumbnail } from './thumbnail.ts'

const longestImage = 20_000_000
const resultPrefix = 'thumbnails/'

type Image = { readonly bucket: string; readonly key: string }

/** The customer's choice, and S3 as the customer's role. */
type Job = {
  readonly s3: S3Client
  readonly sources: readonly string[]
  readonly result: string
  /** The account that must own each bucket: a name with a typo can be the bucket of someone else. */
  readonly owner: string
  readonly isUsed: () => boolean
}

/** After a part of a list was left out, the rest would be wrong. */
function untilFirstNo(isUsed: () => boolean): () => boolean {
  let isOver = false
  return () => {
    isOver ||= !isUsed()
    return !isOver
  }
}

/** Null without a bucket for results, because that permission set is optional. */
function jobOf({ s3, connection: { permissions, accountId } }: UsableConnection, isUsed: () => boolean): Job | null {
  const sources = [permissions['readSourceImages']?.['sourceBuckets'] ?? []].flat()
  const [result] = [permissions['writeResults']?.['resultBucket'] ?? []].flat()
  return result === undefined ? null : { s3, sources, result, owner: accountId, isUsed: untilFirstNo(isUsed) }
}

/** Asks before each page, because a bucket can have millions of keys. */
async function* pagesOf({ s3, owner, isUsed }: Job, Bucket: string, Prefix: string): AsyncGenerator<ListObjectsV2CommandOutput> {
  for (let place: object | null = {}; place !== null && isUsed(); ) {
    const page: ListObjectsV2CommandOutput = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix, ExpectedBucketOwner: owner, ...place }),
    )
    yield page
    place = page.NextContinuationToken === undefined ? null : { ContinuationToken: page.NextContinuationToken }
  }
}

async function* keysIn(job: Job, bucket: string, prefix = ''): AsyncGenerator<string> {
  for await (const { Contents = [] } of pagesOf(job, bucket, prefix))
    for (const { Key, Size = 0 } of Contents) if (Key !== undefined && Size > 0 && Size <= longestImage) yield Key
}

const resultKey = ({ bucket, key }: Image): string => `${resultPrefix}${bucket}/${key}`

/** Images that have no thumbnail yet. The bucket for results is the record of what is done, so a second worker or a restart does no harm. */
async function* waitingImages(job: Job): AsyncGenerator<Image> {
  const done = new Set<string>()
  for await (const key of keysIn(job, job.result, resultPrefix)) done.add(key)
  for (const bucket of job.sources)
    for await (const key of keysIn(job, bucket)) {
      const image = { bucket, key }
      if (key.endsWith('.png') && !key.startsWith(resultPrefix) && !done.has(resultKey(image))) yield image
    }
}

/** False: it isn't an image that this worker can read. */
async function processImage({ s3, result, owner }: Job, image: Image): Promise<boolean> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: image.bucket, Key: image.key, ExpectedBucketOwner: owner }))
  const small = Body === undefined ? null : thumbnail(await Body.transformToByteArray())
  if (small === null) return false
  const target = { Bucket: result, Key: resultKey(image), ExpectedBucketOwner: owner }
  await s3.send(new PutObjectCommand({ ...target, Body: small, ContentType: 'image/png' }))
  return true
}

/** Makes thumbnails for one customer, until there is nothing left to do or the role must no longer be used. */
export async function processImages(used: UsableConnection, isUsed: () => boolean, log: (message: string) => void): Promise<void> {
  const job = jobOf(used, isUsed)
  if (job === null) return
  for await (const image of waitingImages(job)) {
    if (!job.isUsed()) return
    const isDone = await processImage(job, image)
    log(`${isDone ? 'Made a thumbnail of' : 'Skipped'} ${image.bucket}/${image.key}`)
  }
}
