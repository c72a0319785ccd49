import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { isThorough } from '#tools/thorough.ts'
import { anyPlan } from './any-plan.test-data.ts'
import { awsBehindPort } from './aws-behind-port.test-data.ts'
import { at, list, section, stringOf } from './read-template.test-data.ts'
import { terraform } from './terraform.ts'
import { folder, initialise, isInstalled, providers, run, writeProvider } from './terraform-client.test-data.ts'

const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const plan = planOf({ externalId, permissions: { readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-scans'] } } })

test.skipIf(!isInstalled)('terraform fmt has nothing to change, whatever words the vendor uses', async () => {
  const place = join(folder, 'formatted')
  mkdirSync(place)
  const plans = [plan, ...fc.sample(anyPlan, { numRuns: 200, seed })]
  for (const [index, each] of plans.entries()) writeFileSync(join(place, `role-${index}.tf`), terraform.render(each).text)
  expect(await run(place, 'fmt', '-check', '-diff')).toEqual({ isDone: true, stdout: '', stderr: '' })
})

/** AWS in memory behind a port, and a folder with the file of a plan and a provider of the customer's that goes there. */
async function workspace(name: string, shown: RolePlan, signedIn: string) {
  const { endpoint, assume, stop } = await awsBehindPort(vendor)
  const place = join(folder, name)
  mkdirSync(place)
  writeFileSync(join(place, terraform.render(shown).filename), terraform.render(shown).text)
  writeProvider(place, { endpoint, signedIn })
  await initialise(place)
  return { place, assume, stop }
}

test.skipIf(providers === null)(
  'terraform finds the file valid, applies it, and the role opens to the right external ID alone',
  { timeout: 240_000 },
  async () => {
    const { place, assume, stop } = await workspace('applied', plan, '444455556666')
    expect(JSON.parse((await run(place, 'validate', '-json')).stdout)).toMatchObject({ valid: true, diagnostics: [] })
    expect(await run(place, 'apply', '-auto-approve', '-input=false', '-no-color')).toMatchObject({ isDone: true, stderr: '' })
    expect((await run(place, 'output', '-raw', 'role_arn')).stdout).toBe(plan.roleArn)
    expect([await assume(plan, externalId), await assume(plan, undefined), await assume(plan, `${externalId}x`)]).toEqual([
      'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/test',
      'AccessDenied',
      'AccessDenied',
    ])
    await stop()
  },
)

const awkward: RolePlan = {
  ...plan,
  permissionsBoundary: 'arn:aws:iam::444455556666:policy/a/Boundary+=,.@-_',
  tags: { [`\${x}`]: `%{y} $\${z} $$\${z} %%{y} \${`, 'Gr\u00f6\u00dfe "b"': `it's\n\\n \u{1f600}`, for: '%', null: '' },
  permissionsPolicy: {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: [`arn:aws:s3:::a/\${aws:username}/*`, `$$\${x}`],
      Condition: { StringEquals: { [`aws:PrincipalTag/\${x}`]: ['%{ if true }', '', '"'] }, Bool: { 'aws:SecureTransport': true } },
    },
  },
}

test.skipIf(providers === null || !isThorough)(
  'terraform reads awkward words as they are meant, and stops in another account',
  { timeout: 240_000 },
  async () => {
    const { place, stop } = await workspace('awkward', awkward, '444455556666')
    expect(await run(place, 'plan', '-input=false', '-no-color', '-out=plan')).toMatchObject({ isDone: true, stderr: '' })
    const planned: unknown = JSON.parse((await run(place, 'show', '-json', 'plan')).stdout)
    const [role, policy] = ['aws_iam_role', 'aws_iam_role_policy'].map((type) => {
      const resource = list(at(planned, 'planned_values', 'root_module', 'resources')).find((each) => at(each, 'type') === type)
      return section(at(resource, 'values'))
    })
    expect(role).toMatchObject({ name: awkward.roleName, path: '/', permissions_boundary: awkward.permissionsBoundary, tags: awkward.tags })
    expect(JSON.parse(stringOf(role?.['assume_role_policy']))).toEqual(awkward.trustPolicy)
    expect(JSON.parse(stringOf(policy?.['policy']))).toEqual(awkward.permissionsPolicy)
    await stop()

    const other = await workspace('other', plan, '777788889999')
    const { isDone, stderr } = await run(other.place, 'plan', '-input=false', '-no-color')
    expect([isDone, stderr.replace(/[\s│]+/g, ' ')]).toEqual([
      false,
      expect.stringContaining('Stopped. These are credentials of AWS account 777788889999, not 444455556666. Nothing was changed.'),
    ])
    await other.stop()
  },
)
