import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { pointSdkAt } from '#server/simulated-aws.ts'

/** After the tests of a file, the environment is as it was before them: a setting of AWS would lead the tests of another file elsewhere. */
export function keepEnvironment(): void {
  const before = { ...process.env }
  afterAll(() => {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name]
    Object.assign(process.env, before)
  })
}

/** The AWS SDK finds this endpoint and these credentials, and nothing else of AWS. */
export function pointSdkAtEndpoint(endpoint: string, credentials: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'aws-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'credentials'), credentials)
  pointSdkAt(endpoint, folder)
}
