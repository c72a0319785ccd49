import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awsBehindPort } from '#core/artifacts/aws-behind-port.test-data.ts'
import { folder, initialise, isInstalled, providers, run, writeProvider } from '#core/artifacts/terraform-client.test-data.ts'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { isThorough } from '#tools/thorough.ts'
import { anyRollout } from './read-rollout.test-data.ts'
import { type Rollout, rollouts } from './rollout.ts'
import { type RolloutArtifactId, rolloutDialects } from './rollout-artifacts.ts'

const connection = (accountId: string, index: number, permissions: Readonly<Record<string, unknown>> = {}) => ({
  ...termsOf({
    accountId,
    externalId: `k7Qm2vK9dRt4XwB8nZc5Hs2P${index}`,
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] }, ...permissions },
  }),
  id: `c${index}`,
  roleArn: '',
  createdAt: '2026-11-22T08:00:00.000Z',
  name: 'Acme \u201ceast\u201d',
})

/** Two accounts alike, and one with other permissions. */
const [rollout] = rollouts(
  [
    connection('444455556666', 1),
    connection('777788889999', 2),
    connection('444455557777', 3, { writeResults: { resultBucket: 'acme-results' } }),
  ],
  vendor,
)
if (rollout === undefined) throw new Error('No rollout')
const known: Rollout = rollout

const text = (id: RolloutArtifactId, of: Rollout = known): string => rolloutDialects[id].render(of).text

test.skipIf(!isInstalled)('terraform fmt has nothing to change in modules and calls, whatever words are in them', async () => {
  const place = join(folder, 'rollouts')
  mkdirSync(place)
  for (const [index, each] of [known, ...fc.sample(anyRollout, { numRuns: 100, seed })].entries()) {
    writeFileSync(join(place, `module-${index}.tf`), text('terraform-module', each))
    writeFileSync(join(place, `calls-${index}.tf`), text('terraform-calls', each))
  }
  expect(await run(place, 'fmt', '-check', '-diff')).toEqual({ isDone: true, stdout: '', stderr: '' })
})

function writeModule(place: string): void {
  mkdirSync(join(place, 'account-access'), { recursive: true })
  writeFileSync(join(place, 'account-access', 'main.tf'), text('terraform-module'))
}

test.skipIf(providers === null)(
  'terraform finds the calls valid together with the module that they call',
  { timeout: 240_000 },
  async () => {
    const place = join(folder, 'calls')
    writeModule(place)
    writeFileSync(join(place, 'accounts.tf'), text('terraform-calls'))
    await initialise(place)
    expect(JSON.parse((await run(place, 'validate', '-json')).stdout)).toMatchObject({ valid: true, diagnostics: [] })
  },
)

test.skipIf(providers === null || !isThorough)(
  'the module plans the role of the account that its provider is of, and stops in every other',
  { timeout: 240_000 },
  async () => {
    const { endpoint, stop } = await awsBehindPort(vendor)
    const place = join(folder, 'module')
    mkdirSync(place)
    writeFileSync(join(place, 'main.tf'), text('terraform-module'))
    writeProvider(place, { endpoint, signedIn: '444455557777' })
    await initialise(place)
    const planned = await run(place, 'plan', '-input=false', '-no-color')
    expect(planned).toMatchObject({ isDone: true, stderr: '' })
    expect(planned.stdout).toContain('Plan: 2 to add, 0 to change, 0 to destroy.')
    expect(planned.stdout).toContain('k7Qm2vK9dRt4XwB8nZc5Hs2P3')
    expect(planned.stdout).toContain('acme-results')
    writeProvider(place, { endpoint, signedIn: '999999999999' })
    const { isDone, stderr } = await run(place, 'plan', '-input=false', '-no-color')
    expect([isDone, stderr.replace(/[\s\u2502]+/g, ' ')]).toEqual([
      false,
      expect.stringContaining('Stopped. This module is not for AWS account 999999999999. Nothing was changed.'),
    ])
    await stop()
  },
)

test("AWS's own schemas have nothing to say against the stack set", () => {
  const place = mkdtempSync(join(tmpdir(), 'rolebridge-stack-set-'))
  const file = join(place, 'stack-set.yaml')
  writeFileSync(file, text('stack-set'))
  const engine = new RegoEngine()
  const { diagnostics } = engine.validateStandard(new TemplateFile(file))
  expect(diagnostics.filter(({ severity }) => severity !== 'INFO').map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([])
  engine.free()
  const lint = spawnSync('cfn-lint', [file], { encoding: 'utf8' })
  if (lint.error === undefined) expect(lint.stdout).toBe('')
  else console.warn('SKIPPED: there is no cfn-lint on the PATH, so it has not looked at the stack set.')
  rmSync(place, { recursive: true })
})
