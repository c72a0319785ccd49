import * as z from 'zod/mini'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { newSecret, toTheSecond } from './identifiers.ts'

type RoleCredentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** Milliseconds. */
  readonly expiresAt: number
}

/** The service that hands a role to a machine or a container, without a key in any file. */
export type Metadata = {
  /** Null for a path that is not its own. */
  readonly response: (request: Request, url: URL) => Response | null
  /** The token that a container must send, from the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names. */
  readonly authorizationToken: string
}

export type MetadataOptions = {
  readonly now: () => number
  readonly randomBytes: RandomBytes
  readonly region: string
  readonly instanceId: string
  /** The account of the instance. */
  readonly accountId: string
  /** The ARN of the role of the instance, if it has one, and of each container by its path below `/v2/credentials`; the empty path is the instance's. */
  readonly roleArns: Readonly<Record<string, string>>
  readonly credentials: (roleArn: string) => RoleCredentials
}

const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(body, { status, headers: { 'content-type': 'text/plain', server: 'EC2ws', ...headers } })

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const tokenHeader = 'x-aws-ec2-metadata-token'
const lifetimeHeader = 'x-aws-ec2-metadata-token-ttl-seconds'

const nameOf = (roleArn: string): string => roleArn.slice(roleArn.lastIndexOf('/') + 1)

/** Session tokens of IMDSv2. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-v2-how-it-works.html */
function metadataTokens({ now, randomBytes }: MetadataOptions) {
  const tokens = new Map<string, number>()

  /** Null for a lifetime that the service does not give. */
  function issued(lifetime: string | null): string | null {
    const seconds = /^\d{1,5}$/.test(lifetime ?? '') ? Number(lifetime) : 0
    if (seconds < 1 || seconds > 21_600) return null
    const token = newSecret(randomBytes, 56)
    tokens.set(token, now() + seconds * 1000)
    return token
  }

  return {
    respond: ({ method, headers }: Request): Response => {
      if (method !== 'PUT') return text(405, '')
      // A proxy adds this header. A request through a proxy gets no token.
      if (headers.has('x-forwarded-for')) return text(403, '')
      const lifetime = headers.get(lifetimeHeader)
      const token = issued(lifetime)
      return token === null ? text(400, '') : text(200, token, { [lifetimeHeader]: lifetime ?? '' })
    },
    admits: ({ headers }: Request): boolean => (tokens.get(headers.get(tokenHeader) ?? '') ?? 0) > now(),
  }
}

function roleDocument({ now, credentials }: MetadataOptions, roleArn: string): Response {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = credentials(roleArn)
  return json(200, {
    Code: 'Success',
    LastUpdated: toTheSecond(now()),
    Type: 'AWS-HMAC',
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    Token: sessionToken,
    Expiration: toTheSecond(expiresAt),
  })
}

const roleDocuments = (options: MetadataOptions, roleArn: string): Readonly<Record<string, () => Response>> => ({
  '/latest/meta-data/iam/security-credentials': () => text(200, nameOf(roleArn)),
  [`/latest/meta-data/iam/security-credentials/${nameOf(roleArn)}`]: () => roleDocument(options, roleArn),
})

/** IMDSv2 only: a request without a token gets nothing. */
function instanceMetadata(options: MetadataOptions) {
  const { region, instanceId, accountId, roleArns } = options
  const roleArn = roleArns['']
  const tokens = metadataTokens(options)
  const documents: Readonly<Record<string, () => Response>> = {
    '/latest/meta-data': () => text(200, [...(roleArn === undefined ? [] : ['iam/']), 'instance-id', 'placement/'].join('\n')),
    '/latest/meta-data/instance-id': () => text(200, instanceId),
    '/latest/meta-data/placement/region': () => text(200, region),
    '/latest/meta-data/placement/availability-zone': () => text(200, `${region}a`),
    '/latest/dynamic/instance-identity/document': () => json(200, { accountId, instanceId, region }),
    ...(roleArn === undefined ? {} : roleDocuments(options, roleArn)),
  }
  return (request: Request, path: string): Response => {
    if (path === '/latest/api/token') return tokens.respond(request)
    if (request.method !== 'GET') return text(405, '')
    if (!tokens.admits(request)) return text(401, '')
    const document = Object.entries(documents).find(([name]) => name === path.replace(/\/$/, ''))
    return document === undefined ? text(404, '') : document[1]()
  }
}

/** The credentials of ECS tasks and EKS pods. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
function containerCredentials({ roleArns, credentials }: MetadataOptions, authorizationToken: string) {
  return (request: Request, path: string): Response => {
    if (request.headers.get('authorization') !== authorizationToken)
      return json(401, { code: 'AccessDenied', message: 'Invalid authorization token' })
    const name = path.replace(/^\/v2\/credentials\/?/, '')
    const roleArn = Object.hasOwn(roleArns, name) ? roleArns[name] : undefined
    if (roleArn === undefined || request.method !== 'GET') return json(404, { code: 'NotFound', message: 'There is no such container' })
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = credentials(roleArn)
    return json(200, {
      RoleArn: roleArn,
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
      Expiration: toTheSecond(expiresAt),
    })
  }
}

export function createMetadata(options: MetadataOptions): Metadata {
  const authorizationToken = newSecret(options.randomBytes, 64)
  const instance = instanceMetadata(options)
  const container = containerCredentials(options, authorizationToken)
  return {
    authorizationToken,
    response: (request, { pathname }) => {
      if (/^\/latest\/(api|meta-data|dynamic)(\/|$)/.test(pathname)) return instance(request, pathname)
      return /^\/v2\/credentials(\/|$)/.test(pathname) ? container(request, pathname) : null
    },
  }
}

const Answer = z.object({ AccessKeyId: z.string(), SecretAccessKey: z.string(), Token: z.string(), Expiration: z.string() })

/** Reads the credentials as an SDK does. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
export async function readContainerCredentials(response: Response) {
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = Answer.parse(await response.json())
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token, expiration: new Date(Expiration) }
}

/** The address that an ECS task asks. */
const containerEndpoint = 'http://169.254.170.2/v2/credentials'

/** A page cannot reach that address, so the same request goes to the simulator in the page. `container` is such as `aws/application`. */
export const credentialsInPage =
  (
    { fetch, authorizationToken }: Pick<Metadata, 'authorizationToken'> & { readonly fetch: (request: Request) => Promise<Response> },
    container: string,
  ) =>
  async () =>
    readContainerCredentials(
      await fetch(new Request(`${containerEndpoint}/${container}`, { headers: { authorization: authorizationToken } })),
    )
