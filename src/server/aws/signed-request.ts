import { STSClient } from '@aws-sdk/client-sts'
import type { CheckRequest } from '#core/checks/aws-check.ts'

export type SessionCredentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string }

type Signer = { readonly credentials: SessionCredentials; readonly region: string; readonly signingDate: Date }

/** The deadline of one attempt. */
export const attemptMs = 3000

/** The SDK's STS client signs for any service. */
export async function signedRequest(url: URL, request: CheckRequest, signer: Signer): Promise<Request> {
  const { credentials, region, signingDate } = signer
  const { service, method, headers = {}, body } = request
  const client = new STSClient({ region, credentials })
  try {
    const sigv4 = await client.config.signer({ name: 'sigv4', signingName: service, signingRegion: region, properties: {} })
    const { protocol, hostname, pathname: path, host } = url
    const query = Object.fromEntries(url.searchParams)
    const signed = await sigv4.sign({ protocol, hostname, path, query, method, headers: { ...headers, host }, body }, { signingDate })
    const { host: _, ...sent } = signed.headers
    return new Request(url, { method, headers: sent, redirect: 'manual', ...(method === 'POST' ? { body: body ?? '' } : {}) })
  } finally {
    client.destroy()
  }
}
