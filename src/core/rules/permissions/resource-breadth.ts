const isWild = (segment: string): boolean => /^[*?]*\*[*?]*$/.test(segment)

type ArnFields = {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function arnFields(text: string): ArnFields | null {
  const [scheme, partition, service, region, account, ...rest] = text.split(':')
  if (scheme !== 'arn' || partition === undefined || service === undefined || region === undefined || account === undefined) return null
  return rest.length === 0 ? null : { partition, service, region, account, resource: rest.join(':') }
}

/** The last wildcard goes on beyond the colons, as in `arn:aws:iam::*`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
const openFields = (text: string): ArnFields | null => arnFields(text) ?? (text.endsWith('*') ? arnFields(`${text}:*:*:*:*`) : null)

/**
 * Whether a resource of a policy stands for everything, or for everything of a kind: `*`, `arn:aws:iam::*:role/*`,
 * `arn:aws:s3:::*`. A literal part is a kind when nothing literal stands before it; with S3 the first part is the bucket.
 */
export function isBroad(resource: string): boolean {
  if (isWild(resource)) return true
  const arn = openFields(resource)
  if (arn === null) return false
  const parts = arn.resource.split(/[:/]/)
  const isBucket = arn.service === 's3' && arn.account === ''
  if (isBucket && !isWild(parts[0] ?? '')) return false
  return isWild(parts.at(-1) ?? '') && parts.every((part, index) => isWild(part) || index === 0 || isWild(parts[index - 1] ?? ''))
}

/** Not only everything of one service or kind. */
export function isEverything(resource: string): boolean {
  return isWild(resource) || (isBroad(resource) && isWild(openFields(resource)?.service ?? ''))
}
