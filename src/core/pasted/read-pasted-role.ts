import type { Position } from '#core/policy/form/rule.ts'
import { type JsonFaultId, jsonValue } from '#core/policy/json/json-node.ts'
import { readJson as readFaultyJson } from '#core/policy/json/json-with-positions.ts'
import { sourceMap } from '#core/policy/json/source-map.ts'
import { type ReadYaml, seemsTemplate } from '#core/rules/template/template-view.ts'
import { attachedTexts } from './attached-policies.ts'
import { cliTable, isOtherOutput } from './cli-table.ts'
import { cloudTrailShape, lookedUpEvent } from './cloud-trail.ts'
import { describedCall, tellsOfCall } from './described-call.ts'
import { errorTexts } from './error-texts.ts'
import type { VendorFailure } from './failure-kind.ts'
import { withFindings } from './findings.ts'
import { isResourcePolicy, jsonIn, policyFact, readJson } from './json-text.ts'
import { type ErrorTextFact, type PastedFact, unrecognized } from './pasted-fact.ts'
import { plainText } from './plain-text.ts'
import { isYaml } from './plain-yaml.ts'
import { policyFragment, withFragment } from './policy-fragment.ts'
import { policyWithoutBrackets, rejectionMessages, writtenPolicy } from './rejection.ts'
import { ofNewBucket } from './resource-state-rules.ts'
import { roleList } from './role-lists.ts'
import { roleOfArn, roleOfSession, roleShapes } from './role-shapes.ts'
import { serviceError } from './service-errors.ts'
import { withSignIn } from './sign-in-fault.ts'
import { factsOfHeredoc, factsOfSource, seemsSource } from './source-facts.ts'
import { sourceFault } from './source-faults.ts'
import { instanceReasons, instancesShape, stackInstances } from './stack-instances.ts'
import { pastedStackEvents, stackShapes } from './stack-shapes.ts'
import { withoutWanted, withStored } from './stored-policy.ts'
import { needsYaml, plainValue, templateRoles } from './template-roles.ts'
import { withCircumstances } from './told-circumstances.ts'
import { toldStack } from './told-stack.ts'
import { hasSentence, isQuietLog, isReport } from './unread-text.ts'
import { namedBuckets, vendorFailure } from './vendor-failure.ts'
import { callValues, commandFault, isVague, noWords, vendorWords } from './vendor-words.ts'
import { wordsBefore, yamlEnds, yamlStart } from './yaml-block.ts'

type Facts = readonly PastedFact[]

/** What is in something else comes last. */
const shapes = [...roleShapes, ...stackShapes, instancesShape, cloudTrailShape, templateRoles]

function factsOfValue(value: unknown): Facts {
  const event = lookedUpEvent(value)
  if (event !== null) return factsOfText(event, () => null)
  for (const shape of shapes) {
    const facts = shape(value)
    if (facts !== null && facts.length > 0) return facts
  }
  return []
}

/** A policy on its own, with the reasons why IAM rejects it, and with its form corrected. */
function factsOfWritten(text: string): Facts {
  const written = /^\s*[{[]/.test(text) ? writtenPolicy(text) : null
  const whole = policyWithoutBrackets(text)
  if (whole !== null) return [{ kind: 'trust-policy', ...whole }]
  if (written === null || written.rejection?.kind === 'json') return []
  const fact = policyFact(written.document, null)
  if (fact === null) return isResourcePolicy(written.document) ? [{ kind: 'resource-policy' }] : []
  return fact.kind === 'trust-policy' && written.rejection !== null ? [{ ...fact, rejection: written.rejection }] : [fact]
}

/** The policy ends before the text, and the rest of it are brackets. */
function withSurplus(fact: PastedFact, text: string): PastedFact {
  const [fault] = readFaultyJson(text).faults
  if (fact.kind !== 'trust-policy' || fault === undefined) return fact
  return {
    ...fact,
    rejection: { kind: 'json', message: (language) => rejectionMessages.in(language).bracketsExtra, at: positionIn(text, fault.start) },
  }
}

/** With the errors that stand around the answers. */
function factsOfJson(text: string): Facts {
  const { values, leads, rest } = jsonIn(text)
  const isTorn = /"Statement"\s*:\s*\[/.test(rest)
  const facts = withoutWanted(values, leads)
    .flatMap(factsOfValue)
    .map((fact) => (/^\s*[{[]/.test(text) && /^[\s}\]]*[}\]]\s*$/.test(rest) ? withSurplus(fact, text) : fact))
    .map((fact) => (isTorn && fact.kind === 'permissions-policy' ? { ...fact, isPart: true } : fact))
  return facts.length === 0 ? [] : [...facts, ...attachedTexts(rest), ...errorTexts(rest)]
}

/** With the policies and the errors around a template. */
function withShown(facts: Facts, around: string): Facts {
  const { values, leads } = jsonIn(around)
  return [...withStored(facts, withoutWanted(values, leads, true).flatMap(factsOfValue)), ...errorTexts(around)]
}

/** YAML as far as it can be read, with the errors around it. */
function factsOfYaml(text: string, readYaml: ReadYaml): Facts {
  if (!needsYaml(text)) return []
  const lines = text.split('\n')
  const start = yamlStart(lines)
  const below = lines.slice(start)
  for (const end of yamlEnds(below)) {
    const node = readYaml(below.slice(0, end).join('\n'))
    const facts = node === null ? [] : factsOfValue(plainValue(node))
    if (facts.length > 0) return withShown(facts, [...lines.slice(0, start), ...wordsBefore(below, end), ...below.slice(end)].join('\n'))
  }
  return []
}

function factsOfEvents(text: string): Facts {
  const events = pastedStackEvents(text)
  return events === null ? [] : [events]
}

function factsOfArn(text: string): Facts {
  const [, arn = ''] = /^\s*["']?(arn:\S+?)["']?\s*$/.exec(text) ?? []
  return [roleOfSession(arn)].filter((role) => role !== null)
}

/** An ARN on its own, as in the summary of the console or in a table cell. */
function factsOfLoneArn(text: string): Facts {
  const cells = text.split(/[\n|]/).filter((cell) => cell.includes(':role/'))
  const role = cells.map((cell) => roleOfArn(cell.trim())).find((found) => found !== null)
  return role === undefined ? [] : [role]
}

/** A role without its trust policy is read from JSON alone. */
function factsOfTable(text: string): Facts {
  const table = cliTable(text)
  const [answer] = typeof table === 'object' && table !== null ? Object.values(table) : []
  const facts = factsOfValue(answer)
  const isWhole = facts.some((fact) => (fact.kind === 'role' ? fact.trustPolicy !== null : fact.kind === 'permissions-policy'))
  return [...(isWhole ? facts : []), ...attachedTexts(text)]
}

function factsOfRoleList(text: string): Facts {
  const list = roleList(text)
  return list === null ? [] : [list]
}

const factsOfOtherOutput = (text: string): Facts => (isOtherOutput(text) ? [unrecognized('other-output')] : [])

function withBucket(errors: readonly ErrorTextFact[], text: string): readonly ErrorTextFact[] {
  const buckets = namedBuckets(text)
  return errors
    .map((error) => (error.code === 'StorageDenied' && buckets.length > 0 ? { ...error, buckets } : error))
    .map((error) => ofNewBucket(error, text))
}

/** With the values of the call, which may explain the error. */
function factsOfErrors(text: string): Facts {
  const errors = withBucket(errorTexts(text), text)
  const values = errors.some(({ message }) => /sts:AssumeRole\b(?!With)/.test(message)) ? callValues(text) : null
  return values === null ? errors : [...errors, values]
}

/** Failures whose cause can be in the sign-in. */
const ofSignIn: readonly VendorFailure[] = ['assume', 'role', 'trust', 'connection']

function factsOfVendorWords(text: string): Facts {
  const words = vendorWords(text)
  const signIn = ofSignIn.includes(words?.failure ?? 'program') ? otherSignIn(text) : null
  if (words !== null && signIn !== null) return toldStack(text).length > 0 ? toldStack(text) : [signIn]
  return words === null ? [] : [words]
}

/** In the words of a product that signs in with an identity provider. */
const ofIdentityProvider =
  /[^\n]{0,300}\b(?:AssumeRoleWith(?:WebIdentity|SAML)|OpenID ?Connect (?:provider|token)|OIDC (?:provider|token)|web identity token)\b[^\n]{0,300}/i

/** In the words of Terraform, which signed in with another identity before. */
const isOfAssumedRole = (text: string): boolean => /IAM Role \([^)\s]{1,200}\) cannot be assumed/i.test(text)

function otherSignIn(text: string): ErrorTextFact | null {
  if (isOfAssumedRole(text)) return null
  const [message] = ofIdentityProvider.exec(text) ?? []
  return message === undefined ? null : { kind: 'error-text', code: 'OtherSignIn', operation: null, message }
}

/** Such a sentence says less than an error of AWS. */
function factsOfServiceError(text: string): Facts {
  const [words] = factsOfVendorWords(text)
  const isExact = words?.kind === 'vendor-words' && !isVague(words)
  const found = isExact ? null : serviceError(text)
  return found === null ? [] : [found]
}

/** In this order: what says most comes first. */
const readers: readonly ((text: string) => Facts)[] = [
  factsOfWritten,
  factsOfHeredoc,
  factsOfJson,
  factsOfSource,
  factsOfArn,
  factsOfEvents,
  stackInstances,
  factsOfErrors,
  factsOfTable,
  factsOfRoleList,
  factsOfOtherOutput,
  factsOfServiceError,
  instanceReasons,
  factsOfVendorWords,
  policyFragment,
  factsOfLoneArn,
  toldStack,
]

const positionIn = (text: string, offset: number): Position => sourceMap(text).range({ start: offset, end: offset }).start

/** After one of these, the parsed value isn't what its author meant. */
const lossyFaults: readonly JsonFaultId[] = ['JSON07', 'JSON08', 'JSON12', 'JSON13', 'JSON14', 'JSON16']

/** The facts of JSON whose faults are no loss: a comma, a quote, a comment. Null where the text is none, or where its end is missing. */
export function repairedFacts(pasted: string): Facts | null {
  const text = plainText(pasted.slice(0, longestText))
  const { root, faults } = readFaultyJson(text)
  if (root === null || faults.length === 0 || faults.some(({ id }) => lossyFaults.includes(id))) return null
  const facts = factsOfValue(jsonValue(root))
  return facts.length === 0 ? null : facts
}

function unread(text: string): PastedFact {
  if (text.trim() === '') return unrecognized('empty')
  // A log often begins with a word in brackets.
  if (/^\s*(?:\{|\[(?!\s*[A-Za-z]))/.test(text))
    return readJson(text).kind === 'json'
      ? unrecognized('other')
      : unrecognized('json-broken', positionIn(text, readFaultyJson(text).faults[0]?.start ?? 0))
  const seems = seemsSource(text)
  if (seems !== null) return unrecognized(seems)
  if (isYaml(text) && !hasSentence(text)) return unrecognized('yaml', positionIn(text, text.search(/\S/)))
  if (isQuietLog(text)) return unrecognized('log')
  return unrecognized(isReport(text) ? 'report' : 'other')
}

/** More is no answer about one role. */
const longestText = 200_000

/**
 * What a pasted text says of a role: answers of the AWS CLI, the console's policies and event table, error texts. Never
 * throws, and says where a text cannot be read. Without `readYaml`, YAML is not read.
 */
export function readPastedRole(pasted: string, readYaml: ReadYaml = () => null): readonly PastedFact[] {
  const text = plainText(pasted.slice(0, longestText))
  const faults = [commandFault(text), sourceFault(text)].filter((fault) => fault !== null)
  const told = withDescription(
    withFailure(withSignIn(withFindings(withFragment(factsOfText(text, readYaml), text), text), text), text),
    text,
  )
  const facts = [...faults, ...withCircumstances(told, text)]
  return facts.length > 0 ? facts : [unread(text)]
}

/** In a person's words, whatever it is that doesn't work. */
const worksNot =
  /\b(?:does(?: not|n['’]?t)|did(?: not|n['’]?t)|won['’]t|is(?: not|n['’]?t)|still not|stopped|never) work(?:ing|ed)?\b|\b(?:still|keeps?|always) (?:fails?|failing|get\w*[^\n]{0,20} (?:errors?|denied))\b|\b(?:access|permission) (?:is |was )?denied\b|\bfunktioniert (?:\w+ )?nicht\b|\bne (?:fonctionne|marche) pas\b|\bno funciona\b|\bnão funciona\b|動きません|動かない/i

/** Without the descriptions and comments in a template, which tell of no failure. */
const withoutTemplate = (text: string): string => (seemsTemplate(text) ? text.replace(/^(?:[ \t#]|Description:)[^\n]*$/gm, '') : text)

/** A failure in the words around a policy. The values that are there can be those of the policy. */
function withFailure(facts: Facts, text: string): Facts {
  const hasTrust = facts.some((fact) => fact.kind === 'trust-policy' || (fact.kind === 'role' && fact.trustPolicy !== null))
  const isTold = facts.some(({ kind }) => kind === 'error-text' || kind === 'vendor-words')
  if (isTold || facts.length === 0) return facts
  const { rest } = jsonIn(withoutTemplate(text))
  const failure = hasTrust ? (vendorFailure(rest) ?? (worksNot.test(rest) ? 'connection' : null)) : null
  const words = facts.every(({ kind }) => kind === 'permissions-policy') ? vendorWords(rest) : null
  if (words !== null && words.failure !== null) return [...facts, words]
  return failure === null ? facts : [...facts, { ...noWords, failure }]
}

/** On their own, most descriptions tell of no failure. */
function withDescription(facts: Facts, text: string): Facts {
  const hasError = facts.some(({ kind }) => kind === 'error-text')
  const isOfCall = hasError || facts.some(({ kind }) => kind === 'vendor-words')
  const description = describedCall(text, { hasError, isOfCall })
  if (description === null) return facts
  return facts.every(({ kind }) => kind === 'unrecognized') && !tellsOfCall(description) ? facts : [...facts, description]
}

function factsOfText(text: string, readYaml: ReadYaml): Facts {
  const ofYaml = factsOfYaml(text, readYaml)
  if (ofYaml.length > 0) return ofYaml
  for (const reader of readers) {
    const facts = reader(text)
    if (facts.length > 0) return facts
  }
  return []
}
