/** The actions whose names differ from those of the calls. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const actions: Readonly<Record<string, string>> = {
  ListBuckets: 'ListAllMyBuckets',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  CopyObject: 'PutObject',
  UploadPart: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
}

const sameName =
  /^(?:(?:Get|Put|Delete)Object(?:Acl|Tagging)?|GetBucket(?:Location|Policy|Acl|Tagging|Versioning|Logging|Notification|CORS|Website))$/

/** Null: the action has another name, which isn't known here. */
export const knownStorageAction = (operation: string): string | null =>
  operation in actions || sameName.test(operation) ? storageAction(operation) : null

/** The action that a call of Amazon S3 needs, in most cases. */
export const storageAction = (operation: string): string => `s3:${actions[operation] ?? operation}`

/** The call that the message of an error names. */
export function storageOperation(message: string, operation: string | null): string | null {
  const [, ofGo, ofPython] = /operation error S3: (\w+)|when calling the (\w+) operation/.exec(message) ?? []
  return ofGo ?? ofPython ?? operation
}
