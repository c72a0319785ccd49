import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { isOnPath, terraformProviders } from '#tools/outside-tools.ts'

export const isInstalled = isOnPath('terraform')
export const providers = isInstalled ? terraformProviders() : null

export const folder = mkdtempSync(join(tmpdir(), 'rolebridge-terraform-'))
// Not after the tests of a file: the next one of the same process works in it too.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Only what Terraform needs of the environment: no configuration of this machine, no credentials of anybody. */
const environment = {
  PATH: process.env['PATH'],
  HOME: folder,
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_DATA_DIR: join(folder, 'data'),
  TF_CLI_CONFIG_FILE: join(folder, 'terraformrc'),
}
writeFileSync(environment.TF_CLI_CONFIG_FILE, '')

export async function run(cwd: string, ...words: readonly string[]) {
  return promisify(execFile)('terraform', [...words], { cwd, env: environment, maxBuffer: 1e8 }).then(
    ({ stdout, stderr }) => ({ isDone: true, stdout, stderr }),
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({
      isDone: false,
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? '',
    }),
  )
}

/** Every folder has the same provider, so only the first is initialized. Modules of a folder are installed in any case. */
export async function initialise(place: string): Promise<void> {
  const lock = join(folder, 'lock')
  if (existsSync(lock)) {
    copyFileSync(lock, join(place, '.terraform.lock.hcl'))
    const hasModules = readdirSync(place, { withFileTypes: true }).some((entry) => entry.isDirectory())
    if (hasModules) expect(await run(place, 'get', '-no-color')).toMatchObject({ isDone: true })
    return
  }
  const words = ['init', '-backend=false', '-input=false', '-no-color', `-plugin-dir=${providers ?? ''}`]
  expect(await run(place, ...words)).toMatchObject({ isDone: true })
  copyFileSync(join(place, '.terraform.lock.hcl'), lock)
}

/** A provider of the customer's that goes there, signed in to this account. */
export function writeProvider(place: string, { endpoint, signedIn }: { readonly endpoint: string; readonly signedIn: string }): void {
  const text = `provider "aws" {
  region                      = "us-east-1"
  access_key                  = "SIM${signedIn}"
  secret_key                  = "any"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  endpoints {
    iam = "${endpoint}"
    sts = "${endpoint}"
  }
}
`
  writeFileSync(join(place, 'provider.tf'), text)
}
