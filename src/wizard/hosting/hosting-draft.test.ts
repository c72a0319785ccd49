import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { vendor as config } from '#core/fixtures.test-data.ts'
import { hostingPlan } from '#core/hosting/hosting-plan.ts'
import { hostingFaultText } from '#core/hosting/hosting-values.ts'
import { draftReading, hostingDraft, planForRegion } from './hosting-draft.ts'

const account = config.accounts.aws ?? ''

function typed(fields: Readonly<Record<string, string>>, platform: HostingPlatform = 'ec2') {
  const vendor = { ...config, hosting: platform }
  const draft = hostingDraft(fields, vendor)
  const { choice, faults } = draftReading(draft, vendor)
  return { choice, faults, texts: faults.map((fault) => hostingFaultText(fault, vendor, draft.region)), plan: hostingPlan(vendor, choice) }
}

test.each(HostingPlatform.options)('the examples are valid on %s', (platform) => {
  expect(typed({}, platform).faults).toEqual([])
})

test('ARNs of the account and Region become names, and names stay as they are', () => {
  const { choice, faults } = typed({
    tables: `jobs, arn:aws:dynamodb:us-east-1:${account}:table/images`,
    buckets: 'arn:aws:s3:::own-images s3://own-results/2026',
    registryTable: '',
  })
  expect([choice.tables, choice.buckets, choice.registryTable, faults]).toEqual([
    ['jobs', 'images'],
    ['own-images', 'own-results'],
    null,
    [],
  ])
})

test.each([
  ['tables', 'arn:aws:dynamodb:eu-west-1:111122223333:table/jobs', 'elsewhere'],
  ['tables', 'arn:aws:dynamodb:us-east-1:999988887777:table/jobs', 'elsewhere'],
  ['tables', 'arn:aws-cn:dynamodb:us-east-1:111122223333:table/jobs', 'elsewhere'],
  ['tables', 'arn:aws:dynamodb:us-east-1:111122223333:table/jobs/index/by-day', 'invalid'],
  ['buckets', 'arn:aws-us-gov:s3:::own-images', 'elsewhere'],
  ['buckets', 'arn:aws:s3:us-east-1:111122223333:accesspoint/own', 'invalid'],
  ['registryTable', 'arn:aws:dynamodb:eu-west-1:111122223333:table/jobs', 'elsewhere'],
  ['registryTable', 'one-table, two-tables', 'several'],
] as const)('%s with %s is reported, and not in the policy', (field, text, reason) => {
  const { faults, choice, texts } = typed({ [field]: text })
  expect(faults).toEqual([{ field, value: reason === 'several' ? 'two-tables' : text, reason }])
  expect(texts).toEqual([expect.stringContaining('Enter ')])
  expect(choice[field] ?? []).toEqual([])
})

test.each([
  ['eks', 'cluster', '', 'like pixelworks.'],
  ['eks', 'namespace', 'kube_system', 'kube_system isn’t valid. Enter a Kubernetes namespace'],
  ['eks-irsa', 'oidcIssuer', 'oidc.eks.us-east-1.amazonaws.com/id/ABC/', 'like https://oidc.eks.us-east-1.amazonaws.com/id/'],
  ['lambda', 'functionName', 'two words', 'two words isn’t valid.'],
  ['roles-anywhere', 'trustAnchorArn', 'arn:aws:rolesanywhere:us-east-1:111122223333:profile/x', 'Enter the ARN of your trust anchor'],
  [
    'roles-anywhere',
    'trustAnchorArn',
    'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1a2b3c4d-1234-1234-1234-1234567890ab',
    'isn’t in account 111122223333 and us-east-1',
  ],
] as const)('on %s, %s "%s" says what to enter, and the example is used', (platform, field, text, sentence) => {
  const { texts, choice } = typed({ [field]: text }, platform)
  expect(texts).toEqual([expect.stringContaining(sentence)])
  expect(choice[field]).toBe(typed({}, platform).choice[field])
})

test('a value of another platform is not asked for', () => {
  expect(typed({ functionName: 'two words' }, 'ec2').faults).toEqual([])
})

test('code for a connection starts from the role and the trust anchor of its own partition', () => {
  const { plan } = typed({}, 'roles-anywhere')
  const there = planForRegion(plan, {}, Region.parse('us-gov-west-1'))
  expect([there.roleArn, there.trustAnchorArn]).toEqual([
    expect.stringMatching(/^arn:aws-us-gov:iam::/),
    expect.stringMatching(/^arn:aws-us-gov:rolesanywhere:us-gov-west-1:/),
  ])
  expect(planForRegion(plan, {}, Region.parse('eu-west-1'))).toBe(plan)
})
