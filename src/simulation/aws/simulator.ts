import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type Answer, refused } from './answer.ts'
import { type Credential, readCredential } from './caller.ts'
import { checkedServiceResponse, isCheckedService } from './checked-services.ts'
import { eventsResponse } from './events.ts'
import { newSecret } from './identifiers.ts'
import { createMetadata, type Metadata } from './metadata.ts'
import { type QueryAnswer, queryAnswer, queryResponse, unreadAnswer } from './query-protocol.ts'
import { readObjectUrl } from './s3/address.ts'
import { s3Request } from './s3/request.ts'
import { machineSession, rotatedSession, sessionName } from './sessions.ts'
import { loadState, type SimulatorStore, type State, type World } from './state.ts'
import { metadataRoles, vendorRoles } from './vendor-roles.ts'

export type SimulatorOptions = {
  readonly vendor: Vendor
  readonly store: SimulatorStore
  /** Milliseconds. */
  readonly now: () => number
  /** How long a change takes to reach STS and S3, and a stack to complete. */
  readonly delayMs: number
  /** Public objects in simulated S3, by https URL. */
  readonly templates: readonly { readonly url: string; readonly text: string }[]
  /** True for scenario accounts that were fixed. By default none are. */
  readonly isFixed?: (accountId: string) => boolean
  /** Bytes for the IDs and tokens of a request, given its text. By default random. */
  readonly bytesFor?: (request: string) => RandomBytes
  /** How long the credentials from the metadata services are valid. */
  readonly roleLifetimeMs?: number
}

type MachineCredentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string }

export type Simulator = {
  /** One endpoint for STS, IAM, CloudFormation, S3 and the services that checks call. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Calls STS in the same process. */
  readonly sts: (
    credential: Omit<Credential, 'service'>,
    parameters: Readonly<Record<string, string>>,
  ) => Pick<QueryAnswer, 'answer' | 'requestId'>
  /** The credentials that the metadata service gives a machine with this role. */
  readonly instanceCredentials: (roleArn: string) => MachineCredentials
  /** The token that a container sends to get its credentials. */
  readonly authorizationToken: string
}

/** AWS gives a role of an instance six hours. */
const usualRoleLifetimeMs = 21_600_000

const longestBody = 1_048_576
const tooLarge = refused(413, 'RequestEntityTooLarge', 'Request body is too large.')
const unreadable = refused(400, 'MalformedQueryString', 'The request could not be read.')

async function bodyText(request: Request): Promise<string | null> {
  try {
    return await request.text()
  } catch {
    return null
  }
}

/** Parameters are in the body of a POST and in the query of a GET. */
async function readParameters(request: Request, url: URL): Promise<URLSearchParams | Answer> {
  if (request.method !== 'POST') return url.searchParams
  const text = await bodyText(request)
  if (text === null) return unreadable
  return text.length > longestBody ? tooLarge : new URLSearchParams(text)
}

const isForS3 = ({ method }: Request, url: URL, credential: Credential | null): boolean =>
  credential?.service === 's3' || (method !== 'POST' && !url.searchParams.has('Action'))

function objectsAt(templates: SimulatorOptions['templates']): World['objects'] {
  return templates.map(({ url, text }) => {
    const address = readObjectUrl(url)
    if (address === null) throw new Error(`A template must lie at an https address of S3, not at ${url}`)
    return { ...address, text }
  })
}

const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** Hands out sessions of the vendor's roles. */
function roleMetadata(options: SimulatorOptions, worldFor: (request: string) => World, keep: (next: State | undefined) => void): Metadata {
  const { vendor, now, bytesFor = () => random, roleLifetimeMs = usualRoleLifetimeMs } = options
  return createMetadata({
    ...metadataRoles(vendor),
    now,
    randomBytes: bytesFor('metadata'),
    instanceId: sessionName,
    credentials: (roleArn) => {
      const world = worldFor(`${roleArn} ${now()}`)
      const { accessKeyId, sessionToken, expiresAt, state } = rotatedSession(world, roleArn, roleLifetimeMs)
      keep(state)
      return { accessKeyId, sessionToken, expiresAt, secretAccessKey: newSecret(world.randomBytes, 40) }
    },
  })
}

export function createSimulator(options: SimulatorOptions): Simulator {
  const { vendor, store, now, delayMs, templates, isFixed = () => false, bytesFor = () => random } = options
  const seeds = vendorRoles(vendor)
  const objects = objectsAt(templates)
  let state = loadState(store)
  const worldFor = (request: string): World => ({
    ...{ vendor, delayMs, objects, seeds, state, isFixed },
    now: now(),
    randomBytes: bytesFor(request),
  })
  const keep = (next: State | undefined): void => {
    if (next === undefined) return
    state = next
    store.save(JSON.stringify(state))
  }

  function answered(parameters: URLSearchParams, credential: Credential | null): QueryAnswer {
    const answer = queryAnswer(worldFor(parameters.toString()), parameters, credential)
    if (answer.answer.kind === 'done') keep(answer.answer.state)
    return answer
  }

  async function queried(request: Request, url: URL, credential: Credential | null): Promise<Response> {
    const parameters = await readParameters(request, url)
    if ('kind' in parameters) return queryResponse(unreadAnswer(worldFor(''), parameters))
    return queryResponse(answered(parameters, credential))
  }

  async function served(request: Request, url: URL, credential: Credential | null): Promise<Response> {
    if (credential?.service === 'events') return eventsResponse(request, credential, worldFor, keep)
    if (isCheckedService(credential?.service))
      return checkedServiceResponse(request, url, credential, worldFor(`${request.method} ${url.href}`))
    if (!isForS3(request, url, credential)) return queried(request, url, credential)
    return s3Request(request, url, credential, worldFor, keep)
  }

  const metadata = roleMetadata(options, worldFor, keep)

  return {
    authorizationToken: metadata.authorizationToken,
    fetch: async (request) => {
      const url = new URL(request.url)
      const credential = readCredential(request, url)
      return (credential === null ? metadata.response(request, url) : null) ?? served(request, url, credential)
    },
    sts: (credential, parameters) =>
      answered(new URLSearchParams({ Version: '2011-06-15', ...parameters }), { ...credential, service: 'sts' }),
    instanceCredentials: (roleArn) => {
      const world = worldFor(roleArn)
      const session = machineSession(world, roleArn)
      keep(session.state)
      return { accessKeyId: session.accessKeyId, secretAccessKey: newSecret(world.randomBytes, 40), sessionToken: session.sessionToken }
    },
  }
}
