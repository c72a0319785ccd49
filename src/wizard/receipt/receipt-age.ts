import { type Receipt, receiptExpiry } from '#core/verify/receipt.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { serverTime, useNow } from '#ui/browser/clock.ts'
import { publicKeys } from '#wizard/api/receipt.ts'
import type { Failure } from '#wizard/api/request.ts'
import type { ReceiptReading } from './check-receipt.ts'
import { receiptMessages } from './receipt-messages.ts'

const minuteMs = 60_000

/** Receipts of earlier versions do not say when they expire, and the same rule holds for them. */
export const isExpired = ({ exp, verdict }: Pick<Receipt, 'exp' | 'verdict'>, nowMs: number): boolean =>
  nowMs >= (exp ?? receiptExpiry(verdict)) * 1000

export const useIsExpired = (receipt: Receipt): boolean => isExpired(receipt, useNow(minuteMs, serverTime))

/** A genuine receipt in one line: whether it is current, and when the role was checked. */
export function receiptTitle({ verdict }: Pick<Receipt, 'verdict'>, isNoLongerCurrent: boolean): string {
  const words = localized(receiptMessages)
  const { locale } = currentLanguage()
  const at = new Date(verdict.checkedAt)
  if (isNoLongerCurrent) return words.expired(new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at))
  return words.genuine(new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at))
}

export type Finding = ReceiptReading | { readonly kind: 'no-keys'; readonly failure: Failure }

/** Fetches the key for each check, since keys rotate; loads the code with the first text. */
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
