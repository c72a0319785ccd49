import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { nearMisses } from '#core/connection/external-id/likeness.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { errorBody, type Fault, type Reply } from './fault-kinds.test-data.ts'

/** Short, so that it has few near matches. */
export const rightId = '=kq7z'
export const canaryArn = 'arn:aws:iam::111122223333:role/PixelworksAccess'

export const positions = [
  'identity',
  'other-account identity',
  'other-role identity',
  'right-id',
  'no-id',
  'random-id',
  ...nearMisses(rightId).map(({ variant }) => `near-miss ${variant}`),
  'other-account',
  'other-role',
  'canary without ID',
  'canary with ID',
  'right-id-again',
  's3 head',
  's3 list',
]

/** The running check of one application, with a fault at one call. */
export type Cell = {
  readonly position: string
  readonly fault: Fault
  /** The calls that met the fault. One call can try several times before its deadline. */
  readonly calls: Set<string>
  /** The SDK gives each call an ID, and sends it with every attempt. */
  firstRightIdCall: string | undefined
}

type Caller = 'app' | 'control' | 'second'
type Heard = {
  readonly caller: Caller
  readonly application: string
  readonly parameters: URLSearchParams
  readonly method: string
  readonly call: string
}

const identities: Readonly<Record<Caller, string>> = {
  app: 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-1',
  control: 'arn:aws:sts::999900001111:assumed-role/ControlProbe/i-1',
  second: 'arn:aws:sts::111122223333:assumed-role/SecondRoleProbe/i-1',
}

/** Profiles and their keys name the application and which of its identities calls. */
export const profileOf = (caller: Caller, application: number) => `${caller}-${application}`

export function credentialFile(applications: number): string {
  const callers = ['app', 'control', 'second'] as const
  return Array.from({ length: applications }, (_, application) =>
    callers.map(
      (caller) =>
        `[${profileOf(caller, application)}]\naws_access_key_id = ${profileOf(caller, application)}\naws_secret_access_key = s\nregion = us-east-1\n`,
    ),
  )
    .flat()
    .join('')
}

function sessionArn(roleArn: string): string {
  const [, partition, , , accountId, role = ''] = roleArn.split(':')
  return `arn:${partition}:sts::${accountId}:assumed-role/${role.split('/').at(-1)}/rolebridge-verify`
}

const acceptedBody = (roleArn: string, application: string) =>
  `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>A:s</AssumedRoleId><Arn>${sessionArn(roleArn)}</Arn></AssumedRoleUser><Credentials><AccessKeyId>app-${application}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-11-22T08:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`

const identityBody = (arn: string) =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${arn.split(':')[4]}</Account><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`

const listing = '<ListBucketResult><Name>acme-uploads</Name><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>'

const identityPositions = { app: 'identity', control: 'other-account identity', second: 'other-role identity' } as const
const outsiderPositions = { control: 'other-account', second: 'other-role' } as const

function ownPosition(id: string | null, call: string, cell: Cell): string {
  if (id === null) return 'no-id'
  if (id === rightId) {
    cell.firstRightIdCall ??= call
    return cell.firstRightIdCall === call ? 'right-id' : 'right-id-again'
  }
  const miss = nearMisses(rightId).find(({ externalId }) => externalId === id)
  return miss === undefined ? 'random-id' : `near-miss ${miss.variant}`
}

function stsPosition({ caller, parameters, call }: Heard, cell: Cell): string {
  const id = parameters.get('ExternalId')
  if (parameters.get('Action') === 'GetCallerIdentity') return identityPositions[caller]
  if (parameters.get('RoleArn') === canaryArn) return id === null ? 'canary without ID' : 'canary with ID'
  return caller === 'app' ? ownPosition(id, call, cell) : outsiderPositions[caller]
}

function positionOf(heard: Heard, cell: Cell): string {
  if (heard.parameters.has('Action')) return stsPosition(heard, cell)
  return heard.method === 'HEAD' ? 's3 head' : 's3 list'
}

type Clean = { readonly status: number; readonly body: string }

function cleanAnswer(position: string, { caller, parameters, application }: Heard): Clean {
  if (position.endsWith('identity')) return { status: 200, body: identityBody(identities[caller]) }
  if (position.startsWith('s3')) return { status: 200, body: position === 's3 list' ? listing : '' }
  if (/^(right-id|canary)/.test(position)) return { status: 200, body: acceptedBody(parameters.get('RoleArn') ?? '', application) }
  return { status: 403, body: errorBody('AccessDenied', 'x') }
}

async function drip(response: ServerResponse, write: () => void): Promise<void> {
  while (!response.destroyed) {
    write()
    await pause(50)
  }
}

const silent: Readonly<Record<Exclude<Reply['kind'], 'answer'>, (response: ServerResponse) => unknown>> = {
  hang: () => {},
  'drip-headers': (response) => {
    const { socket } = response
    socket?.write('HTTP/1.1 200 OK\r\n')
    return drip(response, () => socket?.write('x-a: b\r\n'))
  },
  'drip-body': (response) => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    return drip(response, () => response.write(' '))
  },
  reset: ({ socket }) => socket?.destroy(),
  'reset-after-headers': (response) => {
    response.writeHead(200, { 'content-length': '500' })
    response.flushHeaders()
    setImmediate(() => response.socket?.destroy())
  },
  'reset-in-body': (response) => {
    response.writeHead(200, { 'content-length': '500' })
    response.write('<AssumeRoleResponse>', () => response.socket?.destroy())
  },
  'body-too-short': (response) => {
    response.writeHead(200, { 'content-length': '500' })
    response.write('<AssumeRoleResponse>')
  },
}

function faultyAnswer({ reply }: Fault, response: ServerResponse, { parameters, application }: Heard): void {
  if (reply.kind !== 'answer') {
    silent[reply.kind](response)
    return
  }
  const roleArn = parameters.get('RoleArn') ?? 'arn:aws:iam::444455556666:role/PixelworksAccess'
  const facts = {
    accepted: acceptedBody(roleArn, application),
    accountId: roleArn.split(':')[4] ?? '',
    roleName: roleArn.split('/').at(-1) ?? '',
  }
  response.writeHead(reply.status, reply.headers)
  response.end(reply.body(facts))
}

async function heardOf(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const [, caller = '', application = ''] = /Credential=(app|control|second)-(\d+)\//.exec(request.headers.authorization ?? '') ?? []
  return {
    caller: caller === 'control' || caller === 'second' ? caller : 'app',
    application,
    parameters: new URLSearchParams(Buffer.concat(chunks).toString()),
    method: request.method ?? '',
    call: String(request.headers['amz-sdk-invocation-id']),
  }
}

/** STS and S3 over real HTTP. They respond as for a secure role, except to one call of each check. */
export async function faultEndpoint(cells: ReadonlyMap<string, Cell>): Promise<string> {
  const { url } = await localServer(async (request, response) => {
    const heard = await heardOf(request)
    const cell = cells.get(heard.application)
    if (cell === undefined) throw new Error(`No check of application ${heard.application} is running`)
    const position = positionOf(heard, cell)
    if (position === cell.position) {
      cell.calls.add(heard.call)
      faultyAnswer(cell.fault, response, heard)
      return
    }
    const { status, body } = cleanAnswer(position, heard)
    response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': 'request-1', 'x-amz-request-id': 'request-1' })
    response.end(body)
  })
  return url
}
