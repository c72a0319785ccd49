import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { isOfForm } from './action-resources.ts'
import { nestedArn, urlIn } from './nested-arn.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { arnFields } from './resource-breadth.ts'

export const arnFaultsMessages = messages('arn-faults', {
  noArn: (text: string, meant: string) => `${text} isn’t an ARN. Write ${meant}.`,
  anArn: 'an ARN, or "*" where the action accepts nothing else',
  tooShort: (rest: string) => `An ARN has six parts, separated by colons: arn:partition:service:region:account:resource.${rest}`,
  write: (meant: string) => ` Write ${meant}.`,
  unknownPartition: (found: string, rest: string) => `${found} isn’t a partition.${rest}`,
  otherPartition: (wanted: string, found: string, meant: string) =>
    `The role is in the partition ${wanted}; an ARN of ${found} never matches there. Write ${meant}.`,
  iamRegion: (meant: string) => `IAM is global, so an ARN with a Region matches nothing. Write ${meant}.`,
  bucketFields: (meant: string) => `Bucket ARNs have no Region and no account. Write ${meant}.`,
  doubled: (rest: string) => `This has an ARN or a URL inside an ARN, so it matches nothing.${rest}`,
  noAccount: (account: string) => `${account} isn’t an account ID. Account IDs have 12 digits.`,
  blank: (text: string) => `There’s a space around ${text}, and AWS treats it as part of the value. Remove it.`,
})

type ArnFault = { readonly message: Text; readonly meant: string | null }

/** As in botocore's `partitions.json`. */
const partitions = ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f']

/** What ends the judgement: a wildcard or a policy variable may stand for whatever is right. */
const isOpen = (field: string): boolean => /[*?$]/.test(field)

const arnStart = (partition: string | undefined): string => `arn:${partition ?? 'aws'}`

function noArn(text: string, partition: string | undefined): ArnFault {
  const meant = urlIn(text, partition ?? 'aws')?.meant?.replace(/\/$/, '/*') ?? null
  return {
    message: (language) => arnFaultsMessages.in(language).noArn(JSON.stringify(text), meant ?? arnFaultsMessages.in(language).anArn),
    meant,
  }
}

function tooShort(text: string): ArnFault {
  const [, partition, bucket] = /^arn:([a-z-]+):s3::?([a-z0-9*][^:]*)$/.exec(text) ?? []
  const meant = bucket === undefined ? null : `arn:${partition}:s3:::${bucket}`
  return {
    message: (language) => arnFaultsMessages.in(language).tooShort(meant ? arnFaultsMessages.in(language).write(meant) : ''),
    meant,
  }
}

function partitionFault(text: string, found: string, wanted: string | undefined): ArnFault | null {
  if (isOpen(found)) return null
  const meant = wanted === undefined ? null : text.replace(/^arn:[^:]*/, arnStart(wanted))
  if (!partitions.includes(found))
    return {
      message: (language) =>
        arnFaultsMessages.in(language).unknownPartition(JSON.stringify(found), meant ? arnFaultsMessages.in(language).write(meant) : ''),
      meant,
    }
  if (meant === null || found === wanted) return null
  return { message: (language) => arnFaultsMessages.in(language).otherPartition(wanted ?? '', found, meant), meant }
}

/** A whole ARN or URL behind the beginning of one. */
function doubledFault(text: string): ArnFault | null {
  const nested = nestedArn(text)
  if (nested === null) return null
  const { meant } = nested
  return {
    message: (language) => {
      const { doubled, write } = arnFaultsMessages.in(language)
      return doubled(meant === null ? '' : write(meant))
    },
    meant,
  }
}

/** The ARNs of S3 with an account, and those of buckets and objects, for a wildcard that also stands for none. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-resources-for-iam-policies */
const s3Forms = ['access-grants', 'accesspoint', 'async-request', 'job', 'storage-lens', 'storage-lens-group']
  .map((kind) => `s3:*:*:${kind}/*`)
  .concat('s3:::*')

/** IAM has no regions, and S3 buckets have neither region nor account in their ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function fieldFault(text: string): ArnFault | null {
  const arn = arnFields(text)
  if (arn === null) return null
  const { partition, service, region, account, resource } = arn
  if (service === 'iam' && region !== '' && !isOpen(region)) {
    const meant = `arn:${partition}:iam::${account}:${resource}`
    return { message: (language) => arnFaultsMessages.in(language).iamRegion(meant), meant }
  }
  const isBucket = service === 's3' && (region !== '' || account !== '') && !s3Forms.some((form) => isOfForm(text, form))
  if (isBucket) {
    const meant = `arn:${partition}:s3:::${resource}`
    return { message: (language) => arnFaultsMessages.in(language).bucketFields(meant), meant }
  }
  if (account === '' || account === 'aws' || /^\d{12}$/.test(account) || isOpen(account)) return null
  return { message: (language) => arnFaultsMessages.in(language).noAccount(JSON.stringify(account)), meant: null }
}

const regionStarts = ['af', 'ap', 'ca', 'cn', 'eu', 'eusc', 'il', 'me', 'mx', 'sa', 'us'].map((start) => `${start}-`)

/** The possible beginnings of each field of an ARN, in order. */
const fieldStarts: readonly ((start: string) => boolean)[] = [
  (start) => 'arn'.startsWith(start),
  (start) => partitions.some((partition) => partition.startsWith(start)),
  (start) => /^[a-z0-9-]*$/.test(start),
  (start) => regionStarts.some((region) => region.startsWith(start) || start.startsWith(region)),
  (start) => /^\d*$/.test(start) || 'aws'.startsWith(start),
]

/** The last wildcard goes on beyond the colons, if what stands before it can be the beginning of its field. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function mayGoOn(text: string): boolean {
  const fields = text.split(':')
  const [start = ''] = (fields.at(-1) ?? '').split(/[*?$]/)
  return text.endsWith('*') && fieldStarts[fields.length - 1]?.(start) !== false
}

/** What is wrong with a resource of a policy, if anything. */
export function arnFault(text: string, partition: string | undefined): ArnFault | null {
  if (/^\*+$/.test(text) || text.startsWith('${')) return null
  if (/^\s|\s$/.test(text)) {
    return { message: (language) => arnFaultsMessages.in(language).blank(JSON.stringify(text.trim())), meant: text.trim() }
  }
  if (!text.startsWith('arn:')) return noArn(text, partition)
  const arn = arnFields(text)
  if (arn === null && mayGoOn(text)) return null
  if (arn === null || (arn.resource === '' && !text.includes('${'))) return tooShort(text)
  return partitionFault(text, arn.partition, partition) ?? doubledFault(text) ?? fieldFault(text)
}

export const pp19Messages = messages('PP19', {
  title: 'An invalid resource',
  what: 'A resource that isn’t an ARN, has too few parts, or has an invalid account or another partition.',
  why: 'AWS rejects a resource that isn’t an ARN. An ARN that no resource can have grants nothing.',
  todo: 'Copy the ARN from the console of the service.',
})

export const pp19MalformedArn: PermissionsRule = rule(pp19Messages, 'error', iamGuide('reference-arns.html'), ({ statements, context }) =>
  statements
    .flatMap((statement) => [...statement.texts('Resource'), ...statement.texts('NotResource')])
    .flatMap(({ text, path }) => {
      const fault = arnFault(text, context.partition)
      if (fault === null) return []
      const { message, meant } = fault
      return [{ message, path, ...(meant === null ? {} : { fix: [{ path, value: meant }] }) }]
    }),
)
