import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { diagnoseFacts } from './diagnose-pasted.ts'
import { answers } from './pasted-answers.test-data.ts'
import { assessments, toolReports } from './pasted-assessments.test-data.ts'
import { callerTexts, callerWords, programTexts } from './pasted-callers.test-data.ts'
import { circumstanceTexts } from './pasted-circumstances.test-data.ts'
import { creations } from './pasted-creations.test-data.ts'
import { callerFaults, denials, signIns } from './pasted-denials.test-data.ts'
import { descriptions } from './pasted-descriptions.test-data.ts'
import { documents } from './pasted-documents.test-data.ts'
import { errors } from './pasted-errors.test-data.ts'
import { fieldTexts, partTexts, unsendableTexts } from './pasted-fields.test-data.ts'
import { integrations } from './pasted-integrations.test-data.ts'
import { kinds } from './pasted-kinds.test-data.ts'
import { programLogs } from './pasted-logs.test-data.ts'
import { objects } from './pasted-objects.test-data.ts'
import { consoleTexts, programs } from './pasted-programs.test-data.ts'
import { reports } from './pasted-reports.test-data.ts'
import { reviewed } from './pasted-reviews.test-data.ts'
import { shownPolicies, shownValues, toldBoundaries, unexplainedStacks } from './pasted-shown.test-data.ts'
import { scans, sources } from './pasted-sources.test-data.ts'
import { statedValues, statements } from './pasted-statements.test-data.ts'
import { ownErrorTexts, stateTexts } from './pasted-states.test-data.ts'
import { tickets } from './pasted-tickets.test-data.ts'
import { vendors } from './pasted-vendors.test-data.ts'
import { several, wrappings } from './pasted-wrappings.test-data.ts'
import { otherSentences, productSentences } from './product-sentences.test-data.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { readYaml } from './yaml-reader.test-data.ts'

const vendor = Vendor.parse(demoVendor)
const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const terms = connectionTerms(vendor).parse({
  accountId: '444455556666',
  region: 'us-east-1',
  externalId,
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
})
const plan = rolePlan(terms, vendor)

const meanings = { RIGHT: externalId, EDITED: 'k7Qm2vK9dRt4XwB8nZc5Hs3P' }
const written = (text: string): string =>
  Object.entries(meanings).reduce((before, [name, meaning]) => before.replaceAll(name, meaning), text)

const said = (text: string): string => {
  const examination = diagnoseFacts(readPastedRole(written(text), readYaml), plan)
  if (examination.kind === 'unreadable' && examination.seems === 'other-output') return examination.seems
  return examination.kind === 'differs' ? examination.rule : examination.kind
}

test.each([
  ...answers,
  ...circumstanceTexts,
  ...errors,
  ...programs,
  ...documents,
  ...wrappings,
  ...consoleTexts,
  ...several,
  ...kinds,
  ...objects,
  ...reports,
  ...integrations,
  ...vendors,
  ...programLogs,
  ...reviewed,
  ...tickets,
  ...productSentences,
  ...otherSentences,
  ...descriptions,
  ...assessments,
  ...toolReports,
  ...denials,
  ...callerFaults,
  ...signIns,
  ...creations,
  ...sources,
  ...scans,
  ...statements,
  ...fieldTexts,
  ...unsendableTexts,
  ...partTexts,
  ...shownPolicies,
  ...unexplainedStacks,
  ...toldBoundaries,
  ...shownValues,
  ...stateTexts,
  ...ownErrorTexts,
  ...callerTexts,
  ...programTexts,
])('of a paste in the form %s the right thing is said first', (_, text, says) => {
  expect(said(text)).toBe(says)
})

test.each([...statedValues, ...callerWords])('a paste with %s is told with what it names', (_, text, words) => {
  const { sentence, detail } = diagnoseFacts(readPastedRole(text, readYaml), plan)
  expect(`${sentence} ${detail}`).toContain(words)
})

test('a temporary key with its session token isn’t said to lack it', () => {
  const text =
    'AWS_ACCESS_KEY_ID=ASIAEXAMPLE\nAWS_SESSION_TOKEN=xyz\nAn error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid.'
  expect(diagnoseFacts(readPastedRole(text, readYaml), plan).sentence).not.toContain('session token')
})

test('a rejected principal without an account is told to exist, and only one of the vendor to be its account’s', () => {
  const detailFor = (arn: string): string =>
    diagnoseFacts(readPastedRole(`MalformedPolicyDocument: Invalid principal in policy: "AWS":"${arn}"`), plan).detail
  expect(detailFor('arn:aws:iam:::user/anna')).toContain('user anna')
  expect(detailFor('arn:aws:iam:::user/anna')).not.toContain('111122223333')
  expect(detailFor('arn:aws:iam:::role/PixelworksApplication')).toContain('111122223333')
  expect(detailFor('arn:aws:iam::1111222:root')).toContain('111122223333')
})

test('advises to paste JSON where the output has another format', () => {
  expect(
    diagnoseFacts(readPastedRole('ROLE\tarn:aws:iam::444455556666:role/PixelworksAccess\t2026-11-22T08:00:00+00:00'), plan),
  ).toMatchObject({
    sentence: 'This output isn’t JSON.',
    detail: 'Run this command and paste all of its output: aws iam get-role --role-name PixelworksAccess --output json',
  })
})

test('YAML is not read without a reader', () => {
  expect(diagnoseFacts(readPastedRole('Role:\n  RoleName: PixelworksAccess\n'), plan)).toMatchObject({ kind: 'unreadable', seems: 'yaml' })
})
