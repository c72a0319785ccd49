import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ReceiptKeys } from '#core/receipt-keys.ts'
import { type Answer, request } from './request.ts'
import { requestInSession } from './session.ts'

/** https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
const SignedText = z.string().check(z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))

/** Of the last look. */
export function signedReceipt(connectionId: string): Promise<Answer<string>> {
  return requestInSession({ method: 'GET', path: `api/connections/${encodeURIComponent(connectionId)}/receipt`, schema: SignedText })
}

/** The receipt of what was seen at that moment: a later look has another one. */
export function useReceipt(connectionId: string, checkedAt: string) {
  return useQuery({
    queryKey: ['receipt', connectionId, checkedAt],
    queryFn: () => signedReceipt(connectionId),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What this server signs with. */
export function publicKeys(): Promise<Answer<ReceiptKeys>> {
  return request({ method: 'GET', path: '.well-known/jwks.json', schema: ReceiptKeys })
}
