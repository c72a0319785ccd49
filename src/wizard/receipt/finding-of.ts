import { publicKeys } from '#wizard/api/receipt.ts'
import type { Failure } from '#wizard/api/request.ts'
import type { ReceiptReading } from './check-receipt.ts'

/** What a text turned out to be, or why that cannot be said. */
export type Finding = ReceiptReading | { readonly kind: 'no-keys'; readonly failure: Failure }

/** The key is fetched anew each time; the code that checks comes with the first text. */
export async function findingOf(text: string): Promise<Finding> {
  const keys = await publicKeys()
  if (keys.kind !== 'answer') return { kind: 'no-keys', failure: keys }
  try {
    const { checkReceipt } = await import('./check-receipt.ts')
    return await checkReceipt(text, keys.value)
  } catch {
    return { kind: 'no-keys', failure: { kind: 'unreachable' } }
  }
}
