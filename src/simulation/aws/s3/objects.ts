import { base64, readBase64 } from '#core/text/base64.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import type { Caller } from '#simulation/aws/caller.ts'
import type { State, StoredObject, World } from '#simulation/aws/state.ts'
import type { S3Address } from './address.ts'

/** The content of a PUT. */
export type Upload = { readonly body: Uint8Array; readonly contentType: string; readonly isPlain: boolean }

/** The state is one text, so it holds few small objects. */
const keptObjects = 100
const longestObject = 262_144

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const entityTooLarge = refused(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.')
const notImplemented = refused(501, 'NotImplemented', 'A header that you provided implies functionality that is not implemented.')

const isOf =
  ({ partition, accountId }: Caller, { bucket, key }: S3Address) =>
  (object: StoredObject): boolean =>
    object.partition === partition && object.accountId === accountId && object.bucket === bucket && object.key === key

export const storedObject = ({ state }: World, caller: Caller, address: S3Address): StoredObject | undefined =>
  state.storedObjects.find(isOf(caller, address))

export const bytesOf = ({ body }: StoredObject): Uint8Array => readBase64(body) ?? new Uint8Array()

export const storedIn = ({ state }: World, { partition, accountId }: Caller, bucket: string): readonly StoredObject[] =>
  state.storedObjects.filter((object) => object.partition === partition && object.accountId === accountId && object.bucket === bucket)

/** An object replaces the one with its key. The oldest ones are forgotten. */
export function withObject(world: World, caller: Caller, address: S3Address, { body, contentType, isPlain }: Upload): State | Refusal {
  if (!isPlain) return notImplemented
  if (body.length > longestObject) return entityTooLarge
  const { partition, accountId } = caller
  const object = { partition, accountId, ...address, contentType, body: base64(body), at: world.now }
  const isReplaced = isOf(caller, address)
  const others = world.state.storedObjects.filter((each) => !isReplaced(each))
  return { ...world.state, storedObjects: [...others, object].slice(-keptObjects) }
}
