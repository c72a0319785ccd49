import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from '@cdktf/hcl2json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { at, list, readTemplate, section, stackFacts, stringOf, type Values } from '#core/artifacts/read-template.test-data.ts'
import { normalised } from '#core/artifacts/read-terraform.test-data.ts'
import { factsOf, type RoleFacts } from '#core/artifacts/role-facts.test-data.ts'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { runs } from '#tools/thorough.ts'
import { accountFacts, anyRollout, readModule, runWithProfiles } from './read-rollout.test-data.ts'
import type { Rollout } from './rollout.ts'
import { type RolloutArtifactId, rolloutArtifactIds, rolloutDialects } from './rollout-artifacts.ts'

type Facts = Readonly<Record<string, RoleFacts>>
type Reader = (text: string, rollout: Rollout) => Facts | Promise<Facts>

function keyed(rollout: Rollout, facts: (accountId: string) => RoleFacts): Facts {
  return Object.fromEntries(rollout.accounts.map(({ plan }) => [plan.accountId, facts(plan.accountId)]))
}

function readProfiles(text: string, rollout: Rollout): Facts {
  const run = runWithProfiles(text, [
    'expired-1',
    ...rollout.accounts.map(({ plan }) => `a profile-${plan.accountId}`),
    'other-000000000001',
  ])
  expect([run.status, run.stderr]).toEqual([0, ''])
  return keyed(rollout, (accountId) => accountFacts(run, accountId))
}

const pairs = (value: unknown): Record<string, string> =>
  Object.fromEntries(list(value).map((pair) => [stringOf(at(pair, 'ParameterKey')), stringOf(at(pair, 'ParameterValue'))]))

/** What StackSets makes of each group: the values of the set, those of the account in their place, and the template that is named. */
function readStackSet(text: string, rollout: Rollout): Facts {
  const sets = Object.values(section(readTemplate(text), 'Resources'))
  return Object.fromEntries(sets.flatMap((set) => setFacts(section(set, 'Properties'), rollout)))
}

function setFacts(set: Values, rollout: Rollout): [string, RoleFacts][] {
  const url = set['TemplateURL']
  if (url !== undefined) expect(url).toBe(rollout.vendor.templates[rollout.partition])
  const body = url === undefined ? stringOf(set['TemplateBody']) : cloudFormationTemplate(rollout.vendor, rollout.partition).text
  return list(set['StackInstancesGroup']).map((group): [string, RoleFacts] => {
    const [accountId = '', ...others] = list(at(group, 'DeploymentTargets', 'Accounts')).map(stringOf)
    const plan = rollout.accounts.find((account) => account.plan.accountId === accountId)?.plan
    if (plan === undefined) throw new Error(`${accountId} is not in the rollout`)
    expect([others, at(group, 'Regions'), at(group, 'DeploymentTargets', 'AccountFilterType')]).toEqual([[], [plan.region], 'INTERSECTION'])
    const declared = Object.entries(section(readTemplate(body), 'Parameters'))
    const required = declared.filter(([, declaration]) => at(declaration, 'Default') === undefined).map(([name]) => name)
    const parameters = { ...pairs(set['Parameters']), ...pairs(at(group, 'ParameterOverrides')) }
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(required))
    return [accountId, stackFacts(body, plan, parameters)]
  })
}

async function readEach(text: string, rollout: Rollout): Promise<Facts> {
  const entries = rollout.accounts.map(async ({ plan }) => [plan.accountId, await readModule(text, plan.accountId)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** The file says which provider calls the module for which account; the role is the module's. */
async function readCalls(text: string, rollout: Rollout): Promise<Facts> {
  const file = section(await parse('accounts.tf', text))
  const called = Object.values(section(file['module'])).map((call) => stringOf(at(list(call)[0], 'providers', 'aws')))
  const accounts = list(at(file, 'provider', 'aws')).map((provider) => {
    const [alias, region] = ['alias', 'region'].map((name) => stringOf(at(provider, name)))
    const role = stringOf(at(list(at(provider, 'assume_role'))[0], 'role_arn'))
    const accountId = /^arn:[\w-]+:iam::(\d{12}):role\/\$\{var\.account_access_deploy_role\}$/.exec(role)?.[1] ?? ''
    expect(called.filter((reference) => reference === `\${aws.${alias}}`)).toHaveLength(1)
    expect(rollout.accounts.find(({ plan }) => plan.accountId === accountId)?.plan.region).toBe(region)
    return accountId
  })
  const text2 = rolloutDialects['terraform-module'].render(rollout).text
  return Object.fromEntries(await Promise.all(accounts.map(async (accountId) => [accountId, await readModule(text2, accountId)] as const)))
}

/** A dialect without a reader does not compile. */
const readers: Readonly<Record<RolloutArtifactId, Reader>> = {
  'stack-set': readStackSet,
  'aws-cli-profiles': readProfiles,
  'terraform-module': readEach,
  'terraform-calls': readCalls,
}

const isTerraform = (id: RolloutArtifactId): boolean => id.startsWith('terraform')

test.each(rolloutArtifactIds)('%s is the plan of every account, read back, for every vendor and all connections', async (id) => {
  await fc.assert(
    fc.asyncProperty(anyRollout, async (rollout) => {
      const expected = rollout.accounts.map(
        ({ plan }) => [plan.accountId, isTerraform(id) ? normalised(factsOf(plan)) : factsOf(plan)] as const,
      )
      expect(await readers[id](rolloutDialects[id].render(rollout).text, rollout)).toEqual(Object.fromEntries(expected))
    }),
    { numRuns: runs(id === 'aws-cli-profiles' || id === 'stack-set' ? 20 : 60), seed },
  )
})

test('a shell finds no fault with the commands for any words, and they name nothing outside the quotes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-syntax-'))
  fc.assert(
    fc.property(anyRollout, (rollout) => {
      const { render, undo } = rolloutDialects['aws-cli-profiles']
      for (const text of [render(rollout).text, undo(rollout).commands?.text ?? '']) {
        writeFileSync(join(folder, 'roles.sh'), text)
        expect(spawnSync('bash', ['-n', 'roles.sh'], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
      }
    }),
    { numRuns: runs(20), seed },
  )
  rmSync(folder, { recursive: true })
})

test('no live template stands in the Terraform module but those that it needs', () => {
  fc.assert(
    fc.property(anyRollout, (rollout) => {
      const text = rolloutDialects['terraform-module'].render(rollout).text
      const unescaped = text
        .replace(/^\s*#.*$/gm, '')
        .replaceAll('$${', '')
        .replaceAll('%%{', '')
      const live = new Set(unescaped.match(/[$%]\{.*?\}/g))
      const own = ['region', 'role_name'].map((name) => `local.account_access_connection.${name}`)
      for (const known of ['self.account_id', 'data.aws_caller_identity.signed_in.account_id', ...own]) live.delete(`\${${known}}`)
      expect([...live]).toEqual([])
    }),
    { seed },
  )
})

const plain = fc.sample(
  anyRollout.filter(({ accounts }) => accounts.length === 4),
  { numRuns: 1, seed },
)

test('the commands go on after an account that fails, leave a role that is there alone, and say who has no profile', () => {
  const [rollout] = plain
  if (rollout === undefined) throw new Error('No rollout')
  const [first, second, third, fourth] = rollout.accounts.map(({ plan }) => plan.accountId)
  const { text } = rolloutDialects['aws-cli-profiles'].render(rollout)
  const run = runWithProfiles(text, [`denied-${first}`, `has-${second}`, `p-${third}`, `again-${third}`, 'expired-x'])
  expect(run.status).toBe(1)
  expect(run.stdout).toContain('role already exists, skipped')
  expect(run.stdout).toContain('Profile expired-x: not signed in, skipped')
  expect(run.stderr).toBe(`Failed (see above): ${first}\nNo profile is signed in to: ${fourth}\n`)
  const created = run.calls.filter(({ words }) => words[1] === 'create-role').map(({ account }) => account)
  expect(created).toEqual([first, third])
  expect(runWithProfiles(text, [])).toMatchObject({ status: 1, calls: [] })
})

const detached = ({ managedPolicyArns }: RolePlan): readonly string[] => managedPolicyArns.map(() => 'detach-role-policy')

test('the undo deletes in every account what was created there, and nothing else', () => {
  const [rollout] = plain
  if (rollout === undefined) throw new Error('No rollout')
  const { commands } = rolloutDialects['aws-cli-profiles'].undo(rollout)
  const run = runWithProfiles(
    commands?.text ?? '',
    rollout.accounts.map(({ plan }) => `p-${plan.accountId}`),
  )
  for (const { plan } of rollout.accounts) {
    const done = run.calls.filter(({ account }) => account === plan.accountId).map(({ words }) => words[1])
    const hasPolicy = factsOf(plan).policyName !== null
    expect(done).toEqual(['get-caller-identity', ...(hasPolicy ? ['delete-role-policy'] : []), ...detached(plan), 'delete-role'])
  }
})

test('the undo tries every step in an account that denies one, and goes on with the others', () => {
  const [rollout] = plain
  if (rollout === undefined) throw new Error('No rollout')
  const { commands } = rolloutDialects['aws-cli-profiles'].undo(rollout)
  const [denied, ...others] = rollout.accounts.map(({ plan }) => plan)
  if (denied === undefined) throw new Error('No account')
  const profiles = [`denied-${denied.accountId}`, ...others.map(({ accountId }) => `p-${accountId}`)]
  const run = runWithProfiles(commands?.text ?? '', profiles)
  const steps = [...(factsOf(denied).policyName === null ? [] : ['delete-role-policy']), ...detached(denied), 'delete-role']
  const done = run.calls.filter(({ account }) => account === denied.accountId).map(({ words }) => words[1])
  expect(done).toEqual(['get-caller-identity', ...steps])
  expect(run.status).toBe(1)
  expect(
    run.stderr
      .trim()
      .split('\n')
      .slice(-1 - steps.length),
  ).toEqual([...steps.map((step) => `  aws iam ${step}`), `Failed (see above): ${denied.accountId}`])
})

test('the stack set leaves the management account out, and an instance without own values gets no role', () => {
  const [rollout] = plain
  if (rollout === undefined) throw new Error('No rollout')
  const [{ plan }, ...others] = rollout.accounts
  const { text } = rolloutDialects['stack-set'].render({ ...rollout, managementAccountId: plan.accountId })
  const sets = Object.values(section(readTemplate(text), 'Resources')).map((set) => section(set, 'Properties'))
  const targets = sets.flatMap((set) =>
    list(set['StackInstancesGroup']).flatMap((group) => list(at(group, 'DeploymentTargets', 'Accounts'))),
  )
  expect(targets.toSorted()).toEqual(others.map((account) => account.plan.accountId).toSorted())
  for (const set of sets) expect(pairs(set['Parameters'])).toMatchObject({ AccountId: '000000000000' })
})
