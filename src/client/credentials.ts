import { AssumeRoleCommand, type AssumeRoleCommandOutput, STSClient } from '@aws-sdk/client-sts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'

/** Clients of the AWS SDK take a provider of these as `credentials`. */
export type RoleCredentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

type VerdictKind = NonNullable<VendorConnection['verdict']>['kind']

export type CredentialsOptions = {
  /** Sends the calls with the credentials of your application role or IAM user. By default one client for each Region, with the SDK's credential chain. */
  readonly sts?: STSClient
  /** CloudTrail of the customer shows it. 2 to 64 characters. */
  readonly sessionName?: string
  /**
   * For a role that assumes the customer's role, 3600 at most, because that is role chaining. For an IAM user, the maximum session
   * duration of the customer's role. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
   */
  readonly durationSeconds?: number
  /** Verdicts with which the role is used. Every other one leaves open whether the role enforces its external ID, or denies it. */
  readonly verdicts?: readonly VerdictKind[]
  readonly now?: () => Date
}

function reasonOf({ verdict, disconnectedAt, disconnection }: UsedConnection): string {
  if (disconnectedAt !== null) return 'disconnected'
  return disconnection === undefined ? (verdict?.kind ?? 'never checked') : 'being disconnected'
}

/** The role is not used, because nothing shows that it denies other customers. Verify the connection. */
export class RoleNotVerified extends Error {
  constructor(connection: UsedConnection) {
    super(`The role of connection ${connection.id} is not used: ${reasonOf(connection)}`)
    this.name = 'RoleNotVerified'
  }
}

/** The margin of the AWS SDK's own clients. A call must not begin with credentials that end while it runs. */
const refreshMs = 5 * 60_000

const clients = new Map<string, STSClient>()

function clientIn(region: string): STSClient {
  const client = clients.get(region) ?? new STSClient({ region })
  clients.set(region, client)
  return client
}

function credentialsIn({ Credentials: given }: AssumeRoleCommandOutput): RoleCredentials {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration: expiration } = given ?? {}
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) throw new Error('AWS STS returned incomplete credentials')
  return { accessKeyId, secretAccessKey, sessionToken, expiration }
}

/** The part of a connection that is needed, also as a back end has stored it. */
export type UsedConnection = Readonly<Record<'id' | 'roleArn' | 'externalId' | 'region', string>> & {
  readonly verdict: { readonly kind: VerdictKind } | null
  readonly disconnectedAt: string | null
  /** Present while the customer or you disconnect it. */
  readonly disconnection?: unknown
}

/**
 * Credentials of the customer's role, for the clients of the AWS SDK. They stay in this process: they are assumed again five minutes before
 * they expire, once however many clients ask. It rejects as the SDK expects it of a provider, with the error of STS or `RoleNotVerified`.
 */
export function credentialsFor(connection: UsedConnection, options: CredentialsOptions = {}): () => Promise<RoleCredentials> {
  const { sessionName = 'rolebridge', durationSeconds = 3600, verdicts = ['verified', 'partial'], now = () => new Date() } = options
  const { roleArn, externalId, region, verdict, disconnectedAt, disconnection } = connection
  const isEnding = disconnectedAt !== null || disconnection !== undefined
  const isUsable = !isEnding && verdict !== null && verdicts.includes(verdict.kind)
  let known: RoleCredentials | null = null
  let pending: Promise<RoleCredentials> | null = null

  async function assumed(): Promise<RoleCredentials> {
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      ExternalId: externalId,
      DurationSeconds: durationSeconds,
    })
    try {
      known = credentialsIn(await (options.sts ?? clientIn(region)).send(command))
      return known
    } finally {
      pending = null
    }
  }

  return async () => {
    if (!isUsable) throw new RoleNotVerified(connection)
    if (known !== null && known.expiration.getTime() - now().getTime() > refreshMs) return known
    pending ??= assumed()
    return pending
  }
}
