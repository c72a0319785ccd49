import { STSClient } from '@aws-sdk/client-sts'
import * as z from 'zod/mini'
import type { Region } from '#core/aws/region.ts'
import { parseJson } from '#core/text/strings.ts'
import { configuredOrigin } from '#server/config/aws-endpoint.ts'
import { failed, type SendResult } from '#server/events/send-result.ts'
import { awsRefusal, withoutCredentials } from './aws-error.ts'
import { identityOf, type ProfileCredentials } from './aws-sts.ts'

export type EventEntry = {
  readonly Source: string
  readonly DetailType: string
  /** JSON. */
  readonly Detail: string
  readonly Resources: readonly string[]
  /** Seconds since the epoch. */
  readonly Time: number
}

type BusAccess = {
  readonly busArn: string
  readonly region: Region
  /** The profile in the shared AWS config. Undefined: the default credential chain. */
  readonly profile: string | undefined
  /** In place of the shared AWS config. */
  readonly credentials?: ProfileCredentials | undefined
}

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const Accepted = z.object({
  FailedEntryCount: z.int(),
  Entries: z.array(z.object({ EventId: z.optional(z.string()), ErrorCode: z.optional(z.string()) })),
})
const Refused = z.object({ __type: z.string() })

/** Unless AWS says that it has the event, it counts as rejected. */
function answerOf(status: number, body: unknown): SendResult {
  if (status !== 200) {
    const code = Refused.safeParse(body).data?.__type ?? 'UnreadableAnswer'
    return failed({ code: 'aws', status, reason: code.slice(code.indexOf('#') + 1) })
  }
  const answer = Accepted.safeParse(body).data
  const [entry] = answer?.Entries ?? []
  if (answer?.FailedEntryCount === 0 && entry?.EventId !== undefined) return { kind: 'accepted', status }
  return failed({ code: 'event-rejected', status, reason: entry?.ErrorCode ?? 'UnreadableAnswer' })
}

/** Puts events on a bus with the server's own credentials, one in each call, so that a rejected one holds up no other. */
export function eventBus({ busArn, region, profile, credentials }: BusAccess) {
  const named = profile === undefined ? {} : identityOf(profile, credentials)
  // It keeps the credentials until they must be renewed, and signs for any service.
  const client = new STSClient({ region, ...named })

  async function signed(url: URL, body: string): Promise<Request> {
    const signer = await client.config.signer({ name: 'sigv4', signingName: 'events', signingRegion: region, properties: {} })
    const { protocol, hostname, pathname: path, host } = url
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents', host }
    const { headers: all } = await signer.sign({ protocol, hostname, path, query: {}, method: 'POST', headers, body })
    const { host: _, ...sent } = all
    return new Request(url, { method: 'POST', headers: sent, body, redirect: 'manual' })
  }

  return async (entry: EventEntry, signal: AbortSignal): Promise<SendResult> => {
    try {
      await client.config.credentials()
    } catch (error) {
      return failed({ code: 'aws', reason: withoutCredentials(error).code })
    }
    try {
      const url = new URL('/', await configuredOrigin('events', { region, profile }))
      const request = await signed(url, JSON.stringify({ Entries: [{ ...entry, EventBusName: busArn }] }))
      const response = await fetch(request, { signal })
      return answerOf(response.status, parseJson(await response.text()))
    } catch (error) {
      return failed({ code: 'aws', reason: awsRefusal(error).code })
    }
  }
}
