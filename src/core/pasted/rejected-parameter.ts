/** A parameter of AssumeRole that an SDK or STS rejected. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export type RejectedParameter = {
  readonly name: 'RoleArn' | 'RoleSessionName' | 'ExternalId' | 'DurationSeconds'
  readonly fault: 'short' | 'missing' | 'unexpected' | 'invalid'
  /** The sent value. Null: the message doesn't show it. */
  readonly value: string | null
}

type Form = {
  readonly pattern: RegExp
  readonly read: (
    found: readonly (string | undefined)[],
  ) => readonly [name: string, fault: RejectedParameter['fault'], value: string | null]
}

const forms: readonly Form[] = [
  {
    pattern: /Value '([^']{0,1300})' at '(\w+)' failed to satisfy constraint: Member must have length greater/,
    read: ([, value = '', name = '']) => [name, 'short', value === '' ? null : value],
  },
  {
    pattern: /Value '?([^']{0,1300}?)'? at '(\w+)' failed to satisfy constraint/,
    read: ([, value = '', name = '']) => [name, value === '' ? 'short' : 'invalid', value === '' ? null : value],
  },
  {
    pattern: /Missing required key '(\w+)'|Missing required parameter in input: "(\w+)"/,
    read: ([, ofJs, ofBoto]) => [ofJs ?? ofBoto ?? '', 'missing', null],
  },
  {
    pattern: /Unexpected key '(\w+)'|Unknown parameter in input: "(\w+)"/,
    read: ([, ofJs, ofBoto]) => [ofJs ?? ofBoto ?? '', 'unexpected', ofJs ?? ofBoto ?? null],
  },
  { pattern: /Invalid length for parameter (\w+), value: [01]\b/, read: ([, name = '']) => [name, 'short', null] },
  { pattern: /Invalid type for parameter (\w+), value: None\b/, read: ([, name = '']) => [name, 'missing', null] },
  { pattern: /Invalid \w+ for parameter (\w+)/, read: ([, name = '']) => [name, 'invalid', null] },
  { pattern: /minimum field size of \d+, AssumeRoleInput\.(\w+)/, read: ([, name = '']) => [name, 'short', null] },
  { pattern: /missing required field, AssumeRoleInput\.(\w+)/, read: ([, name = '']) => [name, 'missing', null] },
  { pattern: /Request ARN is invalid/, read: () => ['RoleArn', 'invalid', null] },
  { pattern: /(?:^|\s)(arn:\S{1,300}|[\w:/-]{20,300}) is invalid\b/, read: ([, value = '']) => ['RoleArn', 'invalid', value] },
]

const names = new Map<string, RejectedParameter['name']>([
  ['rolearn', 'RoleArn'],
  ['rolesessionname', 'RoleSessionName'],
  ['externalid', 'ExternalId'],
  ['durationseconds', 'DurationSeconds'],
])

/** Null where the message names no parameter. The first one that it names is the one to change first. */
export function rejectedParameter(message: string): RejectedParameter | null {
  for (const { pattern, read } of forms) {
    const found = pattern.exec(message)
    if (found === null) continue
    const [written, fault, value] = read(found)
    const name = names.get(written.toLowerCase())
    if (name !== undefined) return { name, fault, value }
  }
  return null
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The value with what an address or a form adds to it. */
export const isAlmost = (value: string | null, wanted: string): boolean =>
  value !== null && value !== wanted && decoded(value).replace(/^["'\s]+|["'\s]+$/g, '') === wanted
