import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { newReceiptKey, type ReceiptKey, readReceiptKey } from './receipt-key.ts'

export const receiptKeyName = 'receipt-key.json'

const FileExists = z.object({ code: z.literal('EEXIST') })

/** Made once, readable by nobody else, so that receipts can be checked after a restart. */
export async function keptReceiptKey(dataFolder: string): Promise<ReceiptKey> {
  const path = join(dataFolder, receiptKeyName)
  const proposal = JSON.stringify(await newReceiptKey())
  try {
    writeFileSync(path, proposal, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!FileExists.safeParse(error).success) throw error
  }
  const key = readReceiptKey(readFileSync(path, 'utf8'))
  if (key === null) throw new Error(`${path} does not hold a private Ed25519 key as JWK; delete it to have a new one made`)
  return key
}
