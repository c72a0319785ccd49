import { expect, test } from 'vitest'
import { UserName, UserPath } from '#core/aws/iam-names.ts'
import { Region } from '#core/aws/region.ts'
import { userArn, userVendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { lintTemplate } from '#core/rules/template/lint-template.ts'
import { switchRoleSamples } from './switch-role.ts'
import { userDialects } from './user-artifacts.ts'
import { userPlan } from './user-plan.ts'

const user = { name: UserName.parse('pix1-b-self1234'), path: UserPath.parse('/service/') }
const resources = { tables: ['jobs'], buckets: ['own-images'], registryTable: 'connections' }
const plan = (region = 'us-east-1') => userPlan(userVendor, user, { ...resources, region: Region.parse(region) })

const texts = (): readonly string[] =>
  userDialects.flatMap((dialect) => {
    const { commands, words } = dialect.undo(plan())
    return [dialect.render(plan()).text, words, commands?.text ?? '']
  })

test('the policy is clean, attaches to the user, and names the customers’ role in any account', () => {
  const { userArn: arn, permissionsPolicy, assumableRoles } = plan()
  expect(arn).toBe(userArn)
  expect(lintHostingPolicy(policyText(permissionsPolicy), 'en', { assumableRoles })).toEqual([])
  expect(permissionsPolicy.Statement).toContainEqual(
    expect.objectContaining({ Action: ['iam:GetUserPolicy', 'iam:ListUserPolicies'], Resource: userArn }),
  )
  expect(plan('us-gov-west-1').userArn).toMatch(/^arn:aws-us-gov:iam::\d{12}:user\/service\/pix1-b-self1234$/)
})

test('no rendering creates, prints, or asks for an access key', () => {
  expect(userDialects.map(({ id }) => id)).toEqual(['permissions-policy', 'cloudformation', 'terraform', 'aws-cli'])
  for (const text of texts()) expect(text).not.toMatch(/AKIA|create-access-key|aws_iam_access_key|AWS::IAM::AccessKey|secret/i)
})

test('the template is one that the linter accepts, and keeps the user if its stack is deleted', () => {
  const [template = ''] = userDialects.filter(({ id }) => id === 'cloudformation').map(({ render }) => render(plan()).text)
  expect(template).toContain('DeletionPolicy: Retain')
  expect(template).toContain('Type: AWS::IAM::User')
  expect(template).toContain('UserName: pix1-b-self1234')
  expect(lintTemplate(template).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('the undo commands delete the keys before the user', () => {
  const text = userDialects.find(({ id }) => id === 'aws-cli')?.undo(plan()).commands?.text ?? ''
  const at = ['list-access-keys', 'delete-access-key ', 'delete-user-policy', 'delete-user '].map((step) => text.indexOf(step))
  expect(at).toEqual([...at].sort((one, other) => one - other))
  expect(at[0]).toBeGreaterThan(0)
})

test('the samples for a user find its key as the SDK does, and speak of no role that it has', () => {
  const facts = {
    platform: 'iam-user',
    region: Region.parse('us-east-1'),
    roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    sessionName: 'pixelworks',
    bucket: 'acme-uploads',
    applicationRoleArn: '',
    trustAnchorArn: '',
  } as const
  for (const { render } of switchRoleSamples) expect(render(facts)).not.toMatch(/application role|most that AWS allows|AKIA/)
  expect(switchRoleSamples.find(({ id }) => id === 'aws-cli')?.render(facts)).toContain('credential_source = Environment')
})
