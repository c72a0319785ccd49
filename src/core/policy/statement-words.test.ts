import { expect, test } from 'vitest'
import { actionEffect } from '#core/rules/action-knowledge.ts'
import { knowledge } from '#core/rules/permissions/permissions-case.test-data.ts'
import type { PolicyStatement } from './document.ts'
import { statementWords } from './statement-words.ts'

const known = (pattern: string) => actionEffect(pattern, knowledge)
const wordsOf = (...Statement: PolicyStatement[]) => statementWords({ Version: '2012-10-17', Statement }, known)

test('describes what each statement allows and what it does not', () => {
  expect(
    wordsOf(
      { Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:aws:s3:::acme', 'arn:aws:s3:::acme/*'] },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme/*' },
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: '*' },
      { Sid: 'Never', Effect: 'Deny', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::acme/*' },
    ),
  ).toMatchInlineSnapshot(`
    [
      {
        "effect": "Allow",
        "lines": [
          "Read objects in acme",
          "List objects in acme",
        ],
        "name": "Read",
        "not": "Read-only. No access to anything else.",
      },
      {
        "effect": "Allow",
        "lines": [
          "Add and overwrite objects in acme",
        ],
        "name": null,
        "not": "Can overwrite data, but can’t delete any. No access to anything else.",
      },
      {
        "effect": "Allow",
        "lines": [
          "Add and overwrite objects in every bucket in the account",
          "Delete objects in every bucket in the account",
        ],
        "name": null,
        "not": null,
      },
      {
        "effect": "Deny",
        "lines": [
          "Delete objects in acme",
        ],
        "name": "Never",
        "not": null,
      },
    ]
  `)
})

test('uses AWS’s access levels for actions without plain words', () => {
  const notOf = (Action: string | string[]) => wordsOf({ Effect: 'Allow', Action, Resource: '*' })[0]?.not
  expect(notOf('ec2:Describe*')).toBe('Read-only.')
  expect(notOf(['s3:GetObject', 'ec2:TerminateInstances'])).toBeNull()
  expect(notOf('ec2:TerminateInstances')).toBeNull()
  expect(notOf('ec2:CreateTags')).toBe('Can overwrite data, but can’t delete any.')
  for (const pattern of ['*', 'made-up:Thing', 'ec2:NoSuchThing']) expect(notOf(pattern)).toBe('Review these actions carefully.')
})

test('describes NotAction and empty statements', () => {
  expect(wordsOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })).toMatchObject([
    { lines: ['Call every action except iam:* on every resource in the account'], not: 'Review these actions carefully.' },
  ])
  expect(wordsOf({ Effect: 'Allow', Action: [], Resource: '*' })).toMatchObject([
    { lines: [], not: 'Allows nothing. It has no action or no resource.' },
  ])
})
