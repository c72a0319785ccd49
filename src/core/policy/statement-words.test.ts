import { expect, test } from 'vitest'
import { actionEffect } from '#core/rules/action-effect.ts'
import { knowledge } from '#core/rules/permissions/knowledge.test-data.ts'
import type { PolicyStatement } from './document.ts'
import { statementWords } from './statement-words.ts'

const known = (pattern: string) => actionEffect(pattern, knowledge)
const wordsOf = (...Statement: PolicyStatement[]) => statementWords({ Version: '2012-10-17', Statement }, known)

test('each statement says what it lets somebody do and what not', () => {
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
          "Read objects in 1 bucket: acme",
          "See the names of the objects in 1 bucket: acme",
        ],
        "name": "Read",
        "not": "Changes and deletes nothing. Reaches nothing else.",
      },
      {
        "effect": "Allow",
        "lines": [
          "Add and overwrite objects in 1 bucket: acme",
        ],
        "name": null,
        "not": "Deletes nothing; what it overwrites is replaced. Reaches nothing else.",
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
          "Delete objects in 1 bucket: acme",
        ],
        "name": "Never",
        "not": null,
      },
    ]
  `)
})

test('what has no words of ours is judged by what AWS says of it', () => {
  const notOf = (Action: string | string[]) => wordsOf({ Effect: 'Allow', Action, Resource: '*' })[0]?.not
  expect(notOf('ec2:Describe*')).toBe('Changes and deletes nothing.')
  expect(notOf(['s3:GetObject', 'ec2:TerminateInstances'])).toBeNull()
  expect(notOf('ec2:TerminateInstances')).toBeNull()
  expect(notOf('ec2:CreateTags')).toBe('Deletes nothing; what it overwrites is replaced.')
  for (const pattern of ['*', 'made-up:Thing', 'ec2:NoSuchThing'])
    expect(notOf(pattern)).toBe('What these actions may change is for you to judge.')
})

test('all but some, and nothing at all, are said as they are', () => {
  expect(wordsOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })).toMatchObject([
    { lines: ['Call every action but iam:* on every resource in the account'], not: 'What these actions may change is for you to judge.' },
  ])
  expect(wordsOf({ Effect: 'Allow', Action: [], Resource: '*' })).toMatchObject([
    { lines: [], not: 'Allows nothing: it names no action or no resource.' },
  ])
})
