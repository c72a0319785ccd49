import { pastedText, percentDecoded } from '#core/text/strings.ts'
import type { ParameterKind } from './parameter-kind.ts'
import { parameterKinds } from './parameter-kinds.ts'

export type ParameterSource = 'arn' | 'url'

/** `source` is null for what was written as it is. */
export type ParameterReading = { readonly value: string; readonly source: ParameterSource | null; readonly isValid: boolean }

type Place = readonly [ParameterSource, RegExp]

const awsHost = String.raw`(?:[.-][a-z0-9-]+)*\.amazonaws\.(?:com(?:\.cn)?|eu)(?::\d+)?`
const hostEnd = '(?:[/?#].*)?$'
const key = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}'

/** The first pattern that matches a longer text holds the value. */
const places: Readonly<Record<ParameterKind, readonly Place[]>> = {
  's3-bucket': [
    ['arn', /^arn:aws[\w-]*:s3:::([^/]+)(?:\/.*)?$/i],
    ['url', /^s3[an]?:\/\/([^/?#]+)/i],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
    ['url', /^(?:https?:\/\/)?([a-z0-9.-]+)\.bucket\.vpce-/],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    [
      'url',
      new RegExp(
        String.raw`^(?:https?://)?([a-z0-9.-]+)\.s3(?!-accesspoint|-control|-object-lambda|-outposts|express)${awsHost}${hostEnd}`,
      ),
    ],
    ['url', new RegExp(`^(?:https?://)?s3${awsHost}/([^/?#]+)`)],
    ['url', /^https?:\/\/[\w.-]*console[\w.-]*\/s3\/[a-z-]+\/([a-z0-9.-]+)(?:[/?#]|$)/],
    ['url', /^https?:\/\/.*[?&]bucket(?:name)?=([a-z0-9.-]+)(?:[&#]|$)/i],
    ['url', /^([a-z0-9][a-z0-9.-]+)\/(?!\/).*$|^([a-z0-9][a-z0-9.-]+)\/$/],
  ],
  'kms-key-id': [
    ['arn', /^arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/(.+)$/i],
    ['url', new RegExp(`^https?://.*[/=](${key})(?:[/?#&]|$)`)],
  ],
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
  'sqs-queue': [
    ['arn', /^arn:aws[\w-]*:sqs:[\w-]+:\d{12}:(.+)$/i],
    ['url', /^https?:\/\/.*\/\d{12}\/([\w-]+(?:\.fifo)?)(?:[/?#]|$)/],
  ],
  'dynamodb-table': [
    ['arn', /^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/([^/]+)$/i],
    ['url', /^https?:\/\/.*[?&](?:name|table)=([\w.-]+)(?:[&#]|$)/],
  ],
  // A subscription's ARN ends in its ID. https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
  'sns-topic': [['arn', /^(?:https?:\/\/.*)?arn:aws[\w-]*:sns:[\w-]+:\d{12}:([\w-]+(?:\.fifo)?)(?:[:/?#&].*)?$/i]],
  // The last six characters of the ARN are random. https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
  secret: [
    ['arn', /^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:(.+)-[A-Za-z0-9?]{6}$/i],
    ['url', /^https?:\/\/.*[?&]name=([\w/+=.@-]+)(?:[&#]|$)/],
  ],
  'log-group': [
    ['arn', /^arn:aws[\w-]*:logs:[\w-]+:\d{12}:log-group:([^:*]+)(?::.*)?$/i],
    ['url', /^https?:\/\/.*#logsV2:log-groups\/log-group\/([\w./#-]+?)(?:\/log-events.*|\?.*)?$/],
  ],
  region: [
    ['arn', /^arn:aws[\w-]*:[\w-]+:([a-z]+(?:-[a-z]+)+-\d+):/],
    ['url', /^https?:\/\/.*[?&]region=([a-z0-9-]+)(?:[&#]|$)/],
    ['url', /^https?:\/\/([a-z]+(?:-[a-z]+)+-\d+)\.console\./],
  ],
  arn: [['url', /^https?:\/\/.*[/=](arn:aws[^?&,\s]+)(?:[?&].*)?$/]],
  'tag-value': [],
  text: [],
}

const isOfKind = (kind: ParameterKind, value: string): boolean =>
  value.length <= parameterKinds[kind].maximumLength && parameterKinds[kind].pattern.test(value)

/** The console encodes the name of a log group twice, with a dollar sign for the percent sign of the second time. */
const consoleDecoded = (kind: ParameterKind, url: string): string => (kind === 'log-group' ? url.replaceAll('$25', '%') : url)

/** Hosts may be in any letters. */
const lowerHost = (text: string): string => text.replace(/^https?:\/\/[^/?#]*/i, (start) => start.toLowerCase())

function placed(kind: ParameterKind, text: string): ParameterReading | null {
  for (const [source, pattern] of places[kind]) {
    const [, first, second] = pattern.exec(text) ?? []
    const value = first ?? second
    if (value !== undefined && isOfKind(kind, value)) return { value, source, isValid: true }
  }
  return null
}

/** Read again, since a name may have the form of a host, and a later reading must find the same. */
function settled(kind: ParameterKind, reading: ParameterReading): ParameterReading {
  const again = placed(kind, reading.value)
  return again === null ? reading : settled(kind, again)
}

/** The name, or the place in an ARN or URL that has it. A value of another form is given back as it is. Never throws. */
export function readParameter(kind: ParameterKind, text: string): ParameterReading {
  const trimmed = pastedText(text)
  const isUrl = /^https?:\/\//i.test(trimmed)
  const value = isUrl ? lowerHost(percentDecoded(consoleDecoded(kind, trimmed)) ?? trimmed) : trimmed
  const found = placed(kind, value)
  return found === null ? { value: trimmed, source: null, isValid: isOfKind(kind, trimmed) } : settled(kind, found)
}

const wrapping = /^[[\](){}<>"'\u2018-\u201d]+|[[\](){}<>"'\u2018-\u201d.]+$/g
const label = /[:=]$/
const time = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}(?::\d{2})?)$/

/** Words without their labels, times and remarks in parentheses, if anything else is left. */
function words(segment: string): string[] {
  const all = segment.split(/\s+/).filter((word) => word !== '')
  const kept = segment
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !label.test(word) && !time.test(word))
  return kept.length === 0 ? all : kept
}

/** Free texts, in which a blank or a full stop at the end can be meant. */
const verbatim: readonly ParameterKind[] = ['text', 'tag-value']

function readSegment(kind: ParameterKind, segment: string): ParameterReading[] {
  if (verbatim.includes(kind)) return [readParameter(kind, segment)]
  const whole = readParameter(kind, segment.trim().replace(wrapping, ''))
  if (whole.isValid) return [whole]
  const readings = words(segment).map((word) => readParameter(kind, word.replace(wrapping, '')))
  const formed = readings.filter(({ source }) => source !== null)
  return (formed.length > 0 ? formed : readings).filter(({ value }) => value !== '')
}

/** Splits at commas, semicolons and line ends, and names at blanks too. Where a line has ARNs or URLs between words, the words go. */
export function readParameters(kind: ParameterKind, text: string): ParameterReading[] {
  return text
    .split(/[,;\r\n\t]+/)
    .filter((segment) => pastedText(segment) !== '')
    .flatMap((segment) => readSegment(kind, segment))
}
