import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { PolicyStatement } from './document.ts'
import { type PermissionDifference, permissionDifference } from './permission-difference.ts'

const policy = (...Statement: PolicyStatement[]) => ({ Version: '2012-10-17', Statement })
const statement = (Effect: PolicyStatement['Effect'], Action: string | string[], Resource: string | string[]): PolicyStatement => ({
  Effect,
  Action,
  Resource,
})
const bucket = 'arn:aws:s3:::acme'
const objects = `${bucket}/*`
const asked = policy(statement('Allow', 's3:ListBucket', bucket), statement('Allow', ['s3:GetObject', 's3:PutObject'], objects))

const shortly = (difference: PermissionDifference) =>
  Object.fromEntries(
    Object.entries(difference).flatMap(([kind, permissions]) =>
      permissions.length === 0 ? [] : [[kind, permissions.map(({ action, resource }) => `${action} ${resource}`)]],
    ),
  )

test('a policy differs in nothing from itself, however it is grouped and spelt', () => {
  const regrouped = policy(
    statement('Allow', 's3:PUTOBJECT', [objects]),
    statement('Allow', ['s3:getobject'], objects),
    statement('Allow', ['s3:ListBucket'], [bucket]),
  )
  expect(shortly(permissionDifference(asked, regrouped))).toEqual({})
})

test('what goes and what comes is named', () => {
  const edited = policy(statement('Allow', 's3:ListBucket', bucket), statement('Allow', ['s3:GetObject', 's3:DeleteObject'], objects))
  expect(shortly(permissionDifference(asked, edited))).toEqual({
    added: [`s3:DeleteObject ${objects}`],
    removed: [`s3:PutObject ${objects}`],
  })
})

test('a part of what was asked for is less and not more', () => {
  const wide = policy(statement('Allow', 's3:Get*', objects))
  const part = policy(statement('Allow', 's3:GetObject', `${bucket}/public/*`))
  expect(shortly(permissionDifference(wide, part))).toEqual({
    narrowed: [`s3:GetObject ${bucket}/public/*`],
    removed: [`s3:Get* ${objects}`],
  })
  expect(shortly(permissionDifference(part, wide))).toEqual({ added: [`s3:Get* ${objects}`] })
})

test('a condition narrows, and without it there is more', () => {
  const free = statement('Allow', 's3:GetObject', objects)
  const held: PolicyStatement = { ...free, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }
  expect(shortly(permissionDifference(policy(free), policy(held)))).toMatchObject({ narrowed: [`s3:GetObject ${objects}`] })
  expect(shortly(permissionDifference(policy(held), policy(free)))).toMatchObject({ added: [`s3:GetObject ${objects}`] })
})

test('a Deny takes away, and one that goes gives back', () => {
  const denying = policy(...asked.Statement, statement('Deny', 's3:*', `${bucket}/private/*`))
  expect(shortly(permissionDifference(asked, denying))).toEqual({ denied: [`s3:* ${bucket}/private/*`] })
  expect(shortly(permissionDifference(denying, asked))).toEqual({ undenied: [`s3:* ${bucket}/private/*`] })
})

test('all but some is more than any list', () => {
  const edited = policy({ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' })
  expect(shortly(permissionDifference(asked, edited))).toMatchObject({ added: ['iam:*, sts:* *'] })
})

test('one statement fewer in a generated policy is removed, one more is added', () => {
  fc.assert(
    fc.property(connections, fc.nat(), ({ vendor, terms }, at) => {
      const whole = rolePlan(terms, vendor).permissionsPolicy
      const statements = [whole.Statement].flat()
      const less = { ...whole, Statement: statements.toSpliced(at % statements.length, 1) }
      expect(Object.keys(shortly(permissionDifference(whole, less)))).toEqual(['removed'])
      expect(Object.keys(shortly(permissionDifference(less, whole)))).toEqual(['added'])
    }),
    { seed, numRuns: 50 },
  )
})
