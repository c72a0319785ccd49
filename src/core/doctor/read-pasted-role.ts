import { readBlockYaml } from './block-yaml.ts'
import { errorTexts } from './error-texts.ts'
import { jsonFault, placeAt } from './json-fault.ts'
import { jsonIn, readJson } from './json-text.ts'
import { type PastedFact, type RoleFact, unrecognised } from './pasted-fact.ts'
import { roleOfArn, roleShapes } from './role-shapes.ts'
import { pastedStackEvents } from './stack-events.ts'
import { stackShapes } from './stack-shapes.ts'

type Facts = readonly PastedFact[]

const shapes = [...roleShapes, ...stackShapes]

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

function factsOfYaml(text: string): Facts {
  const reading = readBlockYaml(text)
  return reading.kind === 'yaml' ? factsOfValue(reading.value) : []
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

function factsOfArn(text: string): Facts {
  const arns = [...text.matchAll(/arn:[\w-]+:iam::\d{12}:role\/[!-~]*[\w+=,.@-]/g)].map(([arn]) => roleOfArn(arn))
  const isAlone = /^\s*["']?arn:\S+["']?\s*$/.test(text)
  return isAlone ? arns.filter((role): role is RoleFact => role !== null) : []
}

/** In this order: what says most comes first. */
const readers: readonly ((text: string) => Facts)[] = [factsOfJson, factsOfArn, factsOfEvents, errorTexts, factsOfTextOutput, factsOfYaml]

function unread(text: string): PastedFact {
  if (text.trim() === '') return unrecognised('empty')
  const start = text.search(/\S/)
  if (/[{[]/.test(text.charAt(start)))
    return readJson(text).kind === 'json' ? unrecognised('other') : unrecognised('json-broken', jsonFault(text))
  return /^[\w"'-][^\n]*:(\s|$)/m.test(text) ? unrecognised('yaml', placeAt(text, start)) : unrecognised('other')
}

/** What a browser or a terminal adds without being seen: a byte order mark, the line ends of Windows, indentation by no-break spaces. */
const plain = (text: string): string =>
  text
    .replace(/^[\ufeff\u200b\u2060]+/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^[\u00a0\t ]*\u00a0/gm, (indent) => ' '.repeat(indent.length))

/** More is no answer about one role. */
const longestText = 200_000

/**
 * What a pasted text says of a role: answers of the AWS CLI, the console's policies and event table, error texts. Never
 * throws, and says where a text cannot be read.
 */
export function readPastedRole(pasted: string): readonly PastedFact[] {
  const text = plain(pasted.slice(0, longestText))
  for (const reader of readers) {
    const facts = reader(text)
    if (facts.length > 0) return facts
  }
  return [unread(text)]
}
