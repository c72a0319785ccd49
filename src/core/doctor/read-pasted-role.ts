import type { Position } from '../lint/finding.ts'
import { readJson as readFaultyJson } from '../lint/json/json-with-positions.ts'
import { sourceMap } from '../lint/source-map.ts'
import { readBlockYaml } from './block-yaml.ts'
import { errorTexts } from './error-texts.ts'
import { jsonIn, readJson } from './json-text.ts'
import { looseValue } from './loose-value.ts'
import { nestedRoles } from './nested-roles.ts'
import { type PastedFact, type RoleFact, unrecognised } from './pasted-fact.ts'
import { plainText } from './plain-text.ts'
import { propertyForms } from './property-lines.ts'
import { roleOfArn, roleShapes } from './role-shapes.ts'
import { pastedStackEvents } from './stack-events.ts'
import { stackShapes } from './stack-shapes.ts'
import { tableValue } from './table-output.ts'

type Facts = readonly PastedFact[]

/** What is in something else comes last. */
const shapes = [...roleShapes, ...stackShapes, nestedRoles]

function factsOfValue(value: unknown): Facts {
  for (const shape of shapes) {
    const facts = shape(value)
    if (facts !== null && facts.length > 0) return facts
  }
  return []
}

/** With the errors that stand around the answers. */
function factsOfJson(text: string): Facts {
  const { values, rest } = jsonIn(text)
  const facts = values.flatMap(factsOfValue)
  return facts.length === 0 ? [] : [...facts, ...errorTexts(rest)]
}

/** From the first key on that has more below it, to what else is on the terminal. */
function yamlIn(text: string): string {
  const lines = text.split('\n')
  const start = Math.max(
    0,
    lines.findIndex((line) => /^[A-Za-z]\w*:\s*$/.test(line)),
  )
  const end = lines.slice(start).findIndex((line) => /^[^\s\w'"#-]/.test(line))
  return lines.slice(start, end === -1 ? undefined : start + end).join('\n')
}

function factsOfYaml(text: string): Facts {
  const reading = readBlockYaml(yamlIn(text))
  return reading.kind === 'yaml' ? factsOfValue(reading.value) : []
}

/** Where a role is written down in Terraform, TypeScript or Python. JSON that is broken is not: it is told where. */
const isSource = (text: string): boolean =>
  /\baws_iam_policy_document\b|\bassume_?role_?policy(_?document)?'?\s*[:=]|\{\s*'(Role|Version|Statement)'/i.test(text)

const factsOfSource = (text: string): Facts => (isSource(text) ? nestedRoles(looseValue(text)) : [])
const factsOfTable = (text: string): Facts => (/^\|/m.test(text) ? factsOfValue(tableValue(text)) : [])

function factsOfProperties(text: string): Facts {
  const values = propertyForms.map((form) => form(text))
  return values.map(nestedRoles).find((facts) => facts.length > 0) ?? []
}

function factsOfEvents(text: string): Facts {
  const events = pastedStackEvents(text)
  return events === null ? [] : [events]
}

const duration = /\t(\d{4,5})\t\//

/** `--output text` keeps the values and drops their names, so of a trust policy nothing can be told. */
function factsOfTextOutput(text: string): Facts {
  const line = text.split('\n').find((candidate) => /^ROLES?\t/.test(candidate))
  const role = line === undefined ? null : roleOfArn(line.split('\t').find((cell) => cell.startsWith('arn:')) ?? '')
  if (role === null || line === undefined) return []
  const seconds = duration.exec(line)?.[1]
  return [{ ...role, maxSessionDuration: seconds === undefined ? null : Number(seconds) }]
}

/** The ARN of a session names its role without the path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const roleOfSession = (arn: string): RoleFact | null => {
  const role = roleOfArn(arn.replace(/:sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/, ':iam::$1:role/$2'))
  return role === null || !arn.includes(':assumed-role/') ? role : { ...role, arn: null, path: null }
}

function factsOfArn(text: string): Facts {
  const [, arn = ''] = /^\s*["']?(arn:\S+?)["']?\s*$/.exec(text) ?? []
  return [roleOfSession(arn)].filter((role) => role !== null)
}

/** In this order: what says most comes first. */
const readers: readonly ((text: string) => Facts)[] = [
  factsOfJson,
  factsOfSource,
  factsOfProperties,
  factsOfArn,
  factsOfTable,
  factsOfEvents,
  errorTexts,
  factsOfTextOutput,
  factsOfYaml,
]

const positionIn = (text: string, offset: number): Position => sourceMap(text).range({ start: offset, end: offset }).start

/** The first thing that is wrong with the text, as the linter has it. */
function jsonFaultPlace(text: string): Position {
  return positionIn(text, readFaultyJson(text).faults[0]?.start ?? 0)
}

function unread(text: string): PastedFact {
  if (text.trim() === '') return unrecognised('empty')
  const start = text.search(/\S/)
  if (/[{[]/.test(text.charAt(start)))
    return readJson(text).kind === 'json' ? unrecognised('other') : unrecognised('json-broken', jsonFaultPlace(text))
  return /^[\w"'-][^\n]*:(\s|$)/m.test(text) ? unrecognised('yaml', positionIn(text, start)) : unrecognised('other')
}

/** More is no answer about one role. */
const longestText = 200_000

/**
 * What a pasted text says of a role: answers of the AWS CLI, the console's policies and event table, error texts. Never
 * throws, and says where a text cannot be read.
 */
export function readPastedRole(pasted: string): readonly PastedFact[] {
  const text = plainText(pasted.slice(0, longestText))
  for (const reader of readers) {
    const facts = reader(text)
    if (facts.length > 0) return facts
  }
  return [unread(text)]
}
