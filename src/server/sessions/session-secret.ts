import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'

export const sessionSecretName = 'session-secret'

const FileExists = z.object({ code: z.literal('EEXIST') })

/** Made once, readable by nobody else, so that sessions outlive a restart. */
export function keptSessionSecret(dataFolder: string, randomBytes: RandomBytes): Uint8Array {
  const path = join(dataFolder, sessionSecretName)
  try {
    writeFileSync(path, Buffer.from(randomBytes(32)).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!FileExists.safeParse(error).success) throw error
  }
  const secret = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (secret.length < 32) throw new Error(`${path} does not hold a secret of 32 bytes; delete it to have a new one made`)
  return secret
}
