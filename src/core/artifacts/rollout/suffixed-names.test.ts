import { expect, test } from 'vitest'
import { at, list, readTemplate, section, stringOf } from '#core/artifacts/read-template.test-data.ts'
import { roleArnOf, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { accountFacts, runWithProfiles } from './read-rollout.test-data.ts'
import { type Rollout, type RolloutAccount, roleForms } from './rollout.ts'
import { rolloutDialects } from './rollout-artifacts.ts'

const vendorNamed = (name: string, change: object = {}): Vendor =>
  Vendor.parse({ ...demoVendor, ...change, role: { ...demoVendor.role, name, nameSuffix: 'per-connection' } })

function rolloutOf(vendor: Vendor, ...arns: readonly (string | null)[]): Rollout {
  const accounts = arns.map((roleArn, index): RolloutAccount => {
    const terms = termsOf({ accountId: `44445555666${index}` }, vendor)
    const id = `connection-${index}`
    return { plan: rolePlan({ ...terms, id, roleArn: roleArn ?? roleArnOf(terms, vendor, id) }, vendor), name: null }
  })
  const [first, ...others] = accounts
  if (first === undefined) throw new Error('No account')
  return { vendor, partition: 'aws', accounts: [first, ...others], managementAccountId: null }
}

test('the stack set of an account from before the suffix has no parameter for it', () => {
  const rollout = rolloutOf(vendorNamed('PixelworksAccess'), 'arn:aws:iam::444455556660:role/PixelworksAccess', null)
  const sets = Object.values(section(readTemplate(rolloutDialects['stack-set'].render(rollout).text), 'Resources'))
  const own = sets.map((set) => section(set, 'Properties')).filter((set) => set['TemplateBody'] !== undefined)
  const template = readTemplate(stringOf(own[0]?.['TemplateBody']))
  expect(own).toHaveLength(1)
  expect(Object.keys(section(template, 'Parameters'))).toEqual(['AccountId', 'ExternalId'])
  expect(list(own[0]?.['StackInstancesGroup']).map((group) => at(group, 'DeploymentTargets', 'Accounts'))).toEqual([['444455556660']])
})

test('the commands create and delete a role whose name begins with a hyphen', () => {
  const rollout = rolloutOf(vendorNamed('-PixelworksAccess'), null, null)
  const { render, undo } = rolloutDialects['aws-cli-profiles']
  const profiles = rollout.accounts.map(({ plan }) => `p-${plan.accountId}`)
  const run = runWithProfiles(render(rollout).text, profiles)
  expect(run.status).toBe(0)
  for (const { plan } of rollout.accounts) expect(accountFacts(run, plan.accountId).roleName).toBe(plan.roleName)
  const undone = runWithProfiles(undo(rollout).commands?.text ?? '', profiles)
  const deleted = undone.calls.filter(({ words }) => words[1] === 'delete-role').map(({ words }) => words.slice(2))
  expect(deleted).toEqual(rollout.accounts.map(({ plan }) => [`--role-name=${plan.roleName}`]))
})

test.each([['Access-us-east-1-Pixelworks'], ['Access-444455556660']])(
  'accounts share a form whose role name %s has a value of the account in it',
  (name) => {
    const vendor = vendorNamed(name, { roleInspection: 'required' })
    expect(roleForms(rolloutOf(vendor, null, null, null)).forms).toHaveLength(1)
  },
)
