import * as z from 'zod/mini'
import { partitionOf, Region } from '#core/aws/region.ts'
import { parseJson } from '#core/text/strings.ts'
import { missingAuthentication, type Refusal, refused } from './answer.ts'
import { notAuthorized, permission } from './authorization.ts'
import { authenticate, type Credential } from './caller.ts'
import { newUuid } from './identifiers.ts'
import type { PutEvent, State, World } from './state.ts'

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html */
const Entry = z.object({
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
  EventBusName: z._default(z.string(), 'default'),
  Resources: z._default(z.array(z.string()), []),
  Time: z.optional(z.number()),
})
type Entry = z.infer<typeof Entry>

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const PutEvents = z.object({ Entries: z.array(Entry).check(z.minLength(1), z.maxLength(10)) })

const unknownOperation = refused(400, 'UnknownOperationException', 'The simulator knows only PutEvents.')
const invalidScope = refused(403, 'SignatureDoesNotMatch', 'Credential should be scoped to a valid region.')
const invalidEntries = refused(400, 'ValidationException', 'Entries must have 1 to 10 members with Source, DetailType and Detail.')

const keptMaximum = 100

type Rejection = { readonly ErrorCode: string; readonly ErrorMessage: string }

/** AWS accepts the request although an entry fails. A bus whose name starts with "failing-" rejects each, as AWS does in a fault of its own. */
function rejectionOf({ Detail, EventBusName }: Entry): Rejection | null {
  if (parseJson(Detail) === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
  if (/(^|\/)failing-[^/]*$/.test(EventBusName)) return { ErrorCode: 'InternalFailure', ErrorMessage: 'Internal failure.' }
  return null
}

type Put = { readonly results: readonly (Rejection | { readonly EventId: string })[]; readonly state: State }

function put(world: World, entries: readonly Entry[]): Put {
  const accepted: PutEvent[] = []
  const results = entries.map((entry) => {
    const rejection = rejectionOf(entry)
    if (rejection !== null) return rejection
    const eventId = newUuid(world.randomBytes)
    accepted.push({
      eventId,
      bus: entry.EventBusName,
      source: entry.Source,
      type: entry.DetailType,
      detail: entry.Detail,
      resources: entry.Resources,
    })
    return { EventId: eventId }
  })
  return { results, state: { ...world.state, events: [...world.state.events, ...accepted].slice(-keptMaximum) } }
}

type Answered = { readonly put: Put } | Refusal

function answered(world: World, credential: Credential | null, target: string | null, body: unknown): Answered {
  if (credential === null) return missingAuthentication
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidScope
  const partition = partitionOf(region.data)
  const caller = authenticate(world, partition, credential)
  if (caller.kind === 'refused') return caller
  if (target !== 'AWSEvents.PutEvents') return unknownOperation
  const request = PutEvents.safeParse(body)
  if (!request.success) return invalidEntries
  const arnOf = (name: string) =>
    name.startsWith('arn:') ? name : `arn:${partition}:events:${region.data}:${caller.accountId}:event-bus/${name}`
  for (const resource of request.data.Entries.map(({ EventBusName }) => arnOf(EventBusName))) {
    const asked = { action: 'events:PutEvents', resource, context: { 'aws:RequestedRegion': region.data } }
    const found = permission(world, caller, asked)
    if (found.kind !== 'allowed') return refused(400, 'AccessDeniedException', notAuthorized(caller, asked, found.reason))
  }
  return { put: put(world, request.data.Entries) }
}

/** Amazon EventBridge, of which only PutEvents is known. It keeps the last events, and sends them nowhere. */
export async function eventsResponse(
  request: Request,
  credential: Credential | null,
  worldFor: (request: string) => World,
  keep: (state: State) => void,
): Promise<Response> {
  const text = await request.text()
  // Only now: another request may have changed it meanwhile.
  const world = worldFor(text)
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': newUuid(world.randomBytes) }
  const answer = answered(world, credential, request.headers.get('x-amz-target'), parseJson(text))
  if ('put' in answer) {
    const { results, state } = answer.put
    keep(state)
    const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length
    return Response.json({ FailedEntryCount, Entries: results }, { headers })
  }
  const { status, code, message } = answer
  return Response.json({ __type: code, message }, { status, headers })
}
