import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ReceiptKeys } from '#core/verify/receipt.ts'
import { type Answer, request } from './request.ts'
import { requestInSession } from './session.ts'

/** https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
const SignedText = z.string().check(z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))

/** The server checks again if the last check is more than five minutes old. */
export function signedReceipt(connectionId: string): Promise<Answer<string>> {
  return requestInSession({ method: 'GET', path: `api/connections/${encodeURIComponent(connectionId)}/receipt`, schema: SignedText })
}

const renewalMs = 4 * 60_000

/** The receipt to hand out in a link: it follows each check, and is renewed while the page is in front. */
export function useReceipt(connectionId: string, checkedAt: string) {
  return useQuery({
    queryKey: ['receipt', connectionId, checkedAt],
    queryFn: () => signedReceipt(connectionId),
    staleTime: renewalMs,
    refetchInterval: renewalMs,
  })
}

export function publicKeys(): Promise<Answer<ReceiptKeys>> {
  return request({ method: 'GET', path: '.well-known/jwks.json', schema: ReceiptKeys })
}
