import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { type NearMissVariant, nearMisses } from '#core/external-id-likeness.ts'

/** Calls of one check, in the order in which they are made. */
export const positions = [
  'right-id',
  'no-id',
  'random-id',
  'end',
  'start',
  'lowercase',
  'longer-end',
  'middle',
  'quarter-4',
  'other-account',
  'other-role',
  'right-id-again',
  's3-head',
  's3-head-and-list',
] as const
export type Position = (typeof positions)[number]

/** How an answer goes wrong, and what it says about the role in the end. */
export type Fault = {
  readonly name: string
  /** `denial` is what a secure role answers to a wrong call; `caller` is a denial by the vendor's own side. */
  readonly means: 'nothing' | 'denial' | 'caller' | 'assumed' | 'other-role'
  readonly answer: (response: ServerResponse, roleName: string, accountId: string) => void
}

const end =
  (status: number, body = '', headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'x-amzn-requestid': 'request-faulty', 'x-amz-request-id': 'request-faulty', ...headers })
    response.end(body)
  }

const errorXml = (code: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>request-faulty</RequestId></ErrorResponse>`
const stsError = (status: number, code: string, message = 'x') => end(status, errorXml(code, message))
const denied = (reason: string) =>
  stsError(
    403,
    'AccessDenied',
    `User: arn:aws:sts::111122223333:assumed-role/A/i is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/R ${reason}`,
  )

const credentialsXml =
  '<Credentials><AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-11-22T08:00:00Z</Expiration></Credentials>'
const userXml = (arn: string) => `<AssumedRoleUser><AssumedRoleId>A:s</AssumedRoleId><Arn>${arn}</Arn></AssumedRoleUser>`
const resultXml = (result: string) =>
  `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>${result}</AssumeRoleResult></AssumeRoleResponse>`
const sessionArn = (accountId: string, roleName: string) => `arn:aws:sts::${accountId}:assumed-role/${roleName}/rolebridge-verify`

export const assumedXml = (accountId: string, roleName: string): string =>
  resultXml(userXml(sessionArn(accountId, roleName)) + credentialsXml)

const nothing = (name: string, answer: Fault['answer']): Fault => ({ name, means: 'nothing', answer })
const callerPolicies = ['identity-based policy', 'permissions boundary', 'session policy', 'service control policy', 'VPC endpoint policy']

export const faults: readonly Fault[] = [
  nothing('no answer', () => {}),
  nothing('a connection that is reset', (response) => response.socket?.destroy()),
  nothing('a connection that is reset after the headers', (response) => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    response.write('<AssumeRole')
    setImmediate(() => response.socket?.destroy())
  }),
  nothing('a body that drips', (response) => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    const drip = setInterval(() => response.write(' '), 25)
    response.on('close', () => clearInterval(drip))
  }),
  nothing('fewer bytes than promised', (response) => {
    response.writeHead(200, { 'content-length': '5000' })
    response.write('<AssumeRoleResponse>')
  }),
  nothing('an empty success', end(200)),
  nothing('a success that is not XML', end(200, 'garbage & more')),
  nothing('a success in JSON', end(200, '{"AssumeRoleResponse":{}}', { 'content-type': 'application/json' })),
  nothing('a page of a proxy as success', end(200, '<html><body>Welcome</body></html>', { 'content-type': 'text/html' })),
  nothing('a success without credentials', (response, roleName, accountId) =>
    end(200, resultXml(userXml(sessionArn(accountId, roleName))))(response),
  ),
  nothing('a success without a session', end(200, resultXml(credentialsXml))),
  nothing('no content', end(204)),
  nothing('a redirect', end(302, '', { location: 'https://sts.example.com/' })),
  nothing('a permanent redirect', end(301)),
  nothing('ValidationError', stsError(400, 'ValidationError')),
  nothing('MalformedPolicyDocument', stsError(400, 'MalformedPolicyDocument')),
  nothing('PackedPolicyTooLarge', stsError(400, 'PackedPolicyTooLarge')),
  nothing('RegionDisabledException', stsError(403, 'RegionDisabledException')),
  nothing('ExpiredToken', stsError(403, 'ExpiredToken')),
  nothing('InvalidClientTokenId', stsError(403, 'InvalidClientTokenId')),
  nothing('SignatureDoesNotMatch', stsError(403, 'SignatureDoesNotMatch')),
  nothing('Throttling', stsError(400, 'Throttling', 'Rate exceeded')),
  nothing('429', end(429)),
  nothing('InternalFailure', stsError(500, 'InternalFailure')),
  nothing('502', end(502, '<html>bad gateway</html>')),
  nothing('503', stsError(503, 'ServiceUnavailable')),
  nothing('a page of a proxy as 403', end(403, '<html>blocked</html>', { 'content-type': 'text/html' })),
  nothing('an unknown code', stsError(418, 'Teapot')),
  nothing('accessdenied in other letters', stsError(403, 'accessdenied')),
  nothing('a denial by a policy of an unknown kind', denied('because no lunar policy allows the sts:AssumeRole action')),
  nothing('an explicit denial by a policy of an unknown kind', denied('with an explicit deny in a lunar policy')),
  { name: 'a bare denial', means: 'denial', answer: stsError(403, 'AccessDenied', 'User is not authorized to perform: sts:AssumeRole') },
  {
    name: 'a denial by the trust policy',
    means: 'denial',
    answer: denied('because no role trust policy allows the sts:AssumeRole action'),
  },
  {
    name: 'a denial by a resource control policy',
    means: 'denial',
    answer: denied('with an explicit deny in a resource control policy'),
  },
  ...callerPolicies.flatMap((policy): Fault[] => [
    { name: `no ${policy} allows`, means: 'caller', answer: denied(`because no ${policy} allows the sts:AssumeRole action`) },
    { name: `explicit deny in a ${policy}`, means: 'caller', answer: denied(`with an explicit deny in a ${policy}`) },
  ]),
  { name: 'success', means: 'assumed', answer: (response, roleName, accountId) => end(200, assumedXml(accountId, roleName))(response) },
  {
    name: 'a session of another role',
    means: 'other-role',
    answer: (response, _, accountId) => end(200, assumedXml(accountId, 'Other'))(response),
  },
  {
    name: 'a session in another account',
    means: 'other-role',
    answer: (response, roleName) => end(200, assumedXml('999999999999', roleName))(response),
  },
  {
    name: 'a session of the vendor itself',
    means: 'other-role',
    answer: end(200, resultXml(userXml('arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-1') + credentialsXml)),
  },
]

export const roleName = 'PixelworksAccess'

/** One check, whose answers are those of a secure role but at one position. Calls are told apart by the account number. */
export type Cell = {
  readonly accountId: string
  readonly bucket: string
  readonly externalId: string
  readonly position: Position
  readonly fault: Fault
}

const identities: Readonly<Record<string, string>> = {
  AKIADEFAULT: 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc',
  AKIACONTROL: 'arn:aws:sts::999900001111:assumed-role/ControlProbe/i-0abc',
  AKIASECOND: 'arn:aws:sts::111122223333:assumed-role/SecondRoleProbe/i-0abc',
}

const outsiders: Readonly<Record<string, Position>> = { AKIACONTROL: 'other-account', AKIASECOND: 'other-role' }

type Called = Position | NearMissVariant

/** An endpoint for STS and S3. `reached` has each cell whose position was called. */
export async function faultyAws() {
  const cells = new Map<string, Cell>()
  const reached = new Set<Cell>()
  const assumedOnce = new Set<Cell>()

  function called({ externalId }: Cell, key: string, given: string | null, wasAssumed: boolean): Called {
    const outsider = outsiders[key]
    if (outsider !== undefined) return outsider
    if (given === null) return 'no-id'
    if (given === externalId) return wasAssumed ? 'right-id-again' : 'right-id'
    return nearMisses(externalId).find((miss) => miss.externalId === given)?.variant ?? 'random-id'
  }

  function assumeRole(parameters: URLSearchParams, key: string, response: ServerResponse): void {
    const accountId = (parameters.get('RoleArn') ?? '').split(':')[4] ?? ''
    const cell = cells.get(accountId)
    if (cell === undefined) throw new Error(`No cell has the account ${accountId}`)
    const call = called(cell, key, parameters.get('ExternalId'), assumedOnce.has(cell))
    if (call === cell.position) {
      reached.add(cell)
      cell.fault.answer(response, roleName, accountId)
    } else if (call === 'right-id' || call === 'right-id-again') {
      assumedOnce.add(cell)
      end(200, assumedXml(accountId, roleName))(response)
    } else stsError(403, 'AccessDenied', 'not authorized')(response)
  }

  function s3({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
    const bucket = url.split(/[/?]/)[1]
    const cell = [...cells.values()].find((candidate) => candidate.bucket === bucket)
    const isFaulty = cell?.position === 's3-head-and-list' || (cell?.position === 's3-head' && method === 'HEAD')
    if (cell !== undefined && isFaulty) {
      reached.add(cell)
      cell.fault.answer(response, roleName, cell.accountId)
    } else end(200, method === 'HEAD' ? '' : '<ListBucketResult/>')(response)
  }

  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (data) => {
      body += data
    })
    request.on('end', () => {
      const key = /Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? ''
      const parameters = new URLSearchParams(body)
      if (request.method !== 'POST') s3(request, response)
      else if (parameters.get('Action') === 'AssumeRole') assumeRole(parameters, key, response)
      else end(200, identityXml(identities[key] ?? ''))(response)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, cells, reached }
}

const identityXml = (arn: string): string =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${arn.split(':')[4]}</Account><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`
