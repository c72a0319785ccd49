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

/**
 * Whether a resource of a policy stands for everything, or for everything of a kind: `*`, `arn:aws:iam::*:role/*`,
 * `arn:aws:s3:::*`. A literal part is a kind when nothing literal stands before it; with S3 the first part is the bucket.
 */
export function isBroad(resource: string): boolean {
  if (isWild(resource)) return true
  const arn = arnFields(resource)
  if (arn === null) return false
  const parts = arn.resource.split(/[:/]/)
  const isBucket = arn.service === 's3' && arn.account === ''
  if (isBucket && !isWild(parts[0] ?? '')) return false
  return isWild(parts.at(-1) ?? '') && parts.every((part, index) => isWild(part) || index === 0 || isWild(parts[index - 1] ?? ''))
}

/** Services whose actions work on ARNs that name another one. A test holds this against what AWS documents. */
const arnServices: Readonly<Record<string, readonly string[]>> = {
  'ec2-instance-connect': ['ec2'],
  ebs: ['ec2'],
  ssm: ['ssm', 'ec2', 'ecs'],
  sts: ['sts', 'iam'],
}

const iamActionOnOneKind =
  /^iam:(?:Attach|Create|Delete|Detach|Put|Update|UpdateAssume)(Group|Role|User)(?:Policy|PermissionsBoundary|Description)?$/

/** An action on users cannot work on the ARN of a role. */
function isOfIamKind(action: string, resource: string): boolean {
  const kind = iamActionOnOneKind.exec(action)?.[1]?.toLowerCase()
  const [named = ''] = (arnFields(resource)?.resource ?? '').split('/')
  return kind === undefined || named === '' || /[*?$]/.test(named) || named === kind
}

/** For commands and sessions, a document says what to do, and another resource says where. */
const isReportedBy = (action: string, resource: string): boolean =>
  /^ssm:(Send|Start)/.test(action) && arnFields(resource)?.resource.startsWith('document/') === true

/** Only the service itself changes its role. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html#edit-service-linked-role */
const isProtected = (action: string, resource: string): boolean =>
  /^iam:(Attach|Delete|Detach|Put|Update).*Role/.test(action) && /^(?:arn:[^:]*:iam::[^:]*:)role\/aws-service-role\//.test(resource)

/** Whether an action can work on what a resource of a policy names, as far as the service in its ARN tells. */
export function isOfService(action: string, resource: string): boolean {
  const service = arnFields(resource)?.service
  if (service === undefined || /[*?$]/.test(service)) return true
  const [prefix = ''] = action.split(':')
  return (
    !isReportedBy(action, resource) &&
    !isProtected(action, resource) &&
    isOfIamKind(action, resource) &&
    (arnServices[prefix] ?? [prefix]).includes(service)
  )
}

/** Not only everything of one service or kind. */
export function isEverything(resource: string): boolean {
  return isWild(resource) || (isBroad(resource) && isWild(arnFields(resource)?.service ?? ''))
}
