import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { type PublicReceiptKey, type ReceiptKey, readPreviousReceiptKeys, readReceiptKey } from './receipt-key.ts'

export const sessionSecretName = 'session-secret'
export const receiptKeyName = 'receipt-key.json'
export const previousSecretNames = { session: 'session-secret-previous', receipts: 'receipt-key-previous.json' } as const

const FileExists = z.object({ code: z.literal('EEXIST') })

/** Reads a file that is created once, readable only by its owner. Another copy that starts at the same time can be first. */
function keptText(path: string, proposal: string): string {
  try {
    writeFileSync(path, proposal, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!FileExists.safeParse(error).success) throw error
  }
  return readFileSync(path, 'utf8')
}

/** Read where it is, and never created: someone renamed the file when a new key was due. */
function previousText(dataFolder: string, name: string): string | null {
  const path = join(dataFolder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Null: no session secret of the data folder is being replaced. */
export function previousSessionSecret(dataFolder: string): Uint8Array | null {
  const text = previousText(dataFolder, previousSecretNames.session)
  return text === null ? null : Buffer.from(text, 'base64')
}

export function previousReceiptKeys(dataFolder: string): readonly PublicReceiptKey[] {
  const text = previousText(dataFolder, previousSecretNames.receipts)
  const keys = text === null ? [] : readPreviousReceiptKeys(text)
  if (keys === null)
    throw new Error(`${join(dataFolder, previousSecretNames.receipts)} does not hold an Ed25519 key as JWK, or several as JWK Set.`)
  return keys
}

/** Kept in the data folder so that sessions outlive a restart. */
export function keptSessionSecret(dataFolder: string, randomBytes: RandomBytes): Uint8Array {
  const path = join(dataFolder, sessionSecretName)
  const secret = Buffer.from(keptText(path, Buffer.from(randomBytes(32)).toString('base64')), 'base64')
  if (secret.length < 32) throw new Error(`${path} does not hold a secret of 32 bytes. Delete it and start again to create a new one.`)
  return secret
}

/** Kept in the data folder so that receipts can be verified after a restart. */
export async function keptReceiptKey(dataFolder: string, newKey: () => Promise<ReceiptKey>): Promise<ReceiptKey> {
  const path = join(dataFolder, receiptKeyName)
  const key = readReceiptKey(keptText(path, JSON.stringify(await newKey())))
  if (key === null) throw new Error(`${path} does not hold a private Ed25519 key as JWK. Delete it and start again to create a new one.`)
  return key
}
