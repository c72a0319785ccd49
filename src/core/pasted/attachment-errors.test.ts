import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import '#i18n/de/findings.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { attachmentErrors } from './pasted-attachments.test-data.ts'
import { readPastedRole } from './read-pasted-role.ts'

const said = (text: string, language = 'en', plan = planOf()) => diagnoseFacts(readPastedRole(text), plan, language)
const requesting = { ...planOf(), managedPolicyArns: ['arn:aws:iam::aws:policy/Nope'] }
const textOf = (name: string): string => attachmentErrors.find(([id]) => id === name)?.[1] ?? ''

test.each(attachmentErrors)('%s is named', (_, text, rule) => {
  expect(said(text)).toMatchObject({ kind: 'differs', rule, others: [] })
})

test('a policy that AWS lacks is the vendor’s to correct, with AWS’s words and nothing for the customer to do', () => {
  const text = textOf('a policy that AWS lacks, in the AWS CLI')
  expect(said(text, 'en', requesting)).toMatchObject({
    part: 'vendor',
    sentence: 'There is no managed policy arn:aws:iam::aws:policy/Nope in partition aws, or it can’t be attached to a role.',
    detail: expect.stringMatching(/only Pixelworks can correct it.*does not exist or is not attachable/),
    fixes: [],
  })
  expect(said(text, 'de')).toMatchObject({ sentence: expect.stringMatching(/^In der Partition aws gibt es keine verwaltete Richtlinie /) })
})

test('a policy that this connection doesn’t request isn’t called one that the vendor requests', () => {
  const found = said(textOf('a policy that AWS lacks, in the AWS CLI'))
  expect(found).toMatchObject({ detail: expect.stringMatching(/^Pixelworks doesn’t request this policy for this connection\./) })
  expect(JSON.stringify(found)).not.toContain('only Pixelworks can correct it')
})

test('a policy of the customer’s account isn’t called one that the vendor requests', () => {
  const policy = 'Policy arn:aws:iam::444455556666:policy/Own does not exist or is not attachable.'
  expect(said(`An error occurred (NoSuchEntity) when calling the AttachRolePolicy operation: ${policy}`)).toMatchObject({
    rule: 'attachment-policy-unknown',
    detail: expect.stringMatching(/^Pixelworks doesn’t request this policy for this connection\./),
  })
})

test('nothing is said of a role that wasn’t created, because commands create it before they attach policies', () => {
  for (const [, text] of attachmentErrors) {
    expect(JSON.stringify(said(text))).not.toMatch(/role wasn’t created|doesn’t exist yet/)
    expect(JSON.stringify(said(text, 'de'))).not.toMatch(/Rolle wurde nicht angelegt/)
  }
})

test('the quota and the permission are for the customer to change', () => {
  expect(said(textOf('the quota, in the AWS CLI'))).toMatchObject({
    part: 'stack',
    detail: expect.stringContaining('increase of the quota'),
  })
  expect(said(textOf('no permission, in the AWS CLI'))).toMatchObject({
    part: 'stack',
    detail: expect.stringContaining('iam:AttachRolePolicy'),
  })
})
