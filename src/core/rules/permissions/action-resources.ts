import { coversPattern, patternsMeet } from '#core/policy/action-pattern.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { arnsOf } from './action-arns.ts'
import { nestedArn } from './nested-arn.ts'
import { arnFields, isBroad } from './resource-breadth.ts'
import { mayBe, s3Levels } from './s3-level.ts'

/** Only the service itself creates and changes its role. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html#edit-service-linked-role */
const isProtected = (action: string, resource: string): boolean =>
  /^iam:(Attach|Create(?!Service)|Delete|Detach|Put|Update).*Role/.test(action) &&
  /^(?:arn:[^:]*:iam::[^:]*:)role\/aws-service-role\//.test(resource)

const withoutVariables = (resource: string): string => resource.replace(/\$\{[^}]*\}/g, '*')

/** The documentation isn't always right about the region and the account of a form. The ARNs of IAM and S3 are well known. */
const loosened = (form: string): string => (/^(iam|s3):/.test(form) ? form : form.replace(/^([^:]*):[^:]*:[^:]*:/, '$1:*:*:'))

const hasPlainService = (service: string | undefined): service is string => service !== undefined && !/[*?$]/.test(service)

/** An account ID, a pattern of one, or what ARNs of AWS's own resources have there. */
const isAccount = (field: string | undefined): boolean => field !== undefined && /^(?:[\d*?]*|aws)$/.test(field)

/** A `*` goes on beyond the colons. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function longerReadings(fields: readonly string[]): readonly (readonly string[])[] {
  return fields
    .slice(1, 5)
    .flatMap((field, index) =>
      [...field.matchAll(/\*/g)].map((star) => fields.toSpliced(index + 1, 1, field.slice(0, star.index + 1), field.slice(star.index))),
    )
}

const isWhole = ([, , , region = '/', account, ...resource]: readonly string[]): boolean =>
  /^[a-z\d*?-]*$/.test(region) && isAccount(account) && resource.length > 0

/** No resource that means something has so many. */
const mostReadings = 200

/** A resource of a policy as ARNs of six fields, of which a wildcard may hold several. */
function readings(resource: string): readonly string[] {
  const fields = resource.split(':')
  const found: (readonly string[])[] = [fields]
  for (const reading of found) {
    if (!isWhole(reading) && reading.length < fields.length + 4 && found.length < mostReadings) found.push(...longerReadings(reading))
  }
  return found.filter(isWhole).map((reading) => reading.join(':'))
}

function isOfFields(resource: string, form: string): boolean {
  const [named, known] = [arnFields(resource), arnFields(`arn:*:${form}`)]
  if (named === null || known === null) return false
  const isSame = (field: 'service' | 'region' | 'account' | 'resource') => patternsMeet(named[field], known[field])
  return isSame('service') && isSame('region') && isSame('account') && isSame('resource')
}

/** Tells if a resource of a policy can stand for an ARN of this form. */
export function isOfForm(resource: string, form: string): boolean {
  const text = withoutVariables(resource)
  if (form === '*') return true
  if (!text.startsWith('arn:')) return patternsMeet(text, `arn:*:${form}`)
  return readings(text).some((reading) => isOfFields(reading, loosened(form)))
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-ec2-console.html: what takes no ARN is checked against `*`. */
const checksStar = ['ec2']

/**
 * Tells if an action that takes no ARN may work on this one: services check some against an ARN of their own that stands for all, as
 * `s3:ListAllMyBuckets` against `arn:aws:s3:::*`. https://docs.aws.amazon.com/AmazonS3/latest/userguide/walkthrough1.html
 */
export function mayStandForAll(resource: string, prefix: string): boolean {
  const service = arnFields(resource)?.service
  return isBroad(resource) && (!hasPlainService(service) || (service === prefix && !checksStar.includes(service)))
}

const isOfService = (resource: string, prefix: string): boolean => {
  const service = arnFields(resource)?.service
  return !hasPlainService(service) || service === prefix
}

function fitsForm(action: string, resource: string, forms: readonly string[] | null): boolean {
  const [prefix = ''] = action.split(':')
  if (forms === null) return isOfService(resource, prefix)
  return forms.length === 0 ? mayStandForAll(resource, prefix) : forms.some((form) => isOfForm(resource, form))
}

/** Tells if an action, or one that a pattern names, can work on what a resource of a policy stands for. On all else a policy grants nothing. */
export function canWorkOn(action: string, resource: string, knowledge: ActionKnowledge | undefined): boolean {
  const level = s3Levels.get(action)
  return (
    fitsForm(action, resource, arnsOf(action, knowledge)) &&
    (level === undefined || mayBe(level, resource)) &&
    !isProtected(action, resource) &&
    nestedArn(resource) === null
  )
}

/** The part after the account; `*` goes on beyond the colons. */
const namePart = (arn: string): string => arn.split(':').slice(5).join(':')

/** True if it stands for everything, or for all that the action works on of one kind: also `arn:aws:iam::*:role*`. */
export function isBroadFor(action: string, resource: string, knowledge: ActionKnowledge | undefined): boolean {
  if (isBroad(resource)) return true
  const name = namePart(resource)
  if (!name.includes('*')) return false
  const kinds = (arnsOf(action, knowledge) ?? []).map((form) => namePart(`arn:*:${form}`)).filter((kind) => kind.includes('*'))
  return kinds.some((kind) => coversPattern(name, kind))
}
