import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** After the tests of a file, the environment is as it was before them: a setting of AWS would lead the tests of another file elsewhere. */
export function keepEnvironment(): void {
  const before = { ...process.env }
  afterAll(() => {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name]
    Object.assign(process.env, before)
  })
}

/** The AWS SDK finds this endpoint and these credentials, and nothing else of AWS. */
export function pointSdkAt(endpoint: string, credentials: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'aws-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'credentials'), credentials)
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_EC2_METADATA_DISABLED: 'true',
  })
}
