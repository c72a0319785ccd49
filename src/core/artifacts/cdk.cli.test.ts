import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { anyPlan } from './any-plan.test-data.ts'
import { cdk } from './cdk.ts'

// Among the packages of the project, so that the compiler finds the CDK.
mkdirSync('node_modules/.cache', { recursive: true })
const folder = mkdtempSync('node_modules/.cache/rolebridge-cdk-')
afterAll(() => rmSync(folder, { recursive: true }))

test('the strict TypeScript compiler takes the CDK stack, whatever words the vendor uses', () => {
  const files = fc.sample(anyPlan, { numRuns: 20, seed }).map((plan, index) => {
    const file = `stack-${index}.ts`
    writeFileSync(join(folder, file), cdk.render(plan).text)
    return file
  })
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    types: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const { status, stdout } = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, ''])
})
