import { S3Client } from '@aws-sdk/client-s3'
import type { RolebridgeClient, VendorConnection } from 'rolebridge/client'
import { credentialsFor } from 'rolebridge/client/credentials'

/** A connection whose role can be used now, and S3 as that role. */
export type UsableConnection = { readonly connection: VendorConnection; readonly s3: S3Client }

type KnownConnection = { readonly connection: VendorConnection; readonly s3: S3Client | null }

/** Without news from Rolebridge for this long, no role is used. It can have become insecure, or its customer can have left. */
const staleMs = 15 * 60_000

export type ConnectionsOptions = {
  readonly rolebridge: Pick<RolebridgeClient, 'connections'>
  readonly isSimulatorAllowed: boolean
  readonly now?: () => number
}

const isSameRole = (one: VendorConnection, other: VendorConnection): boolean =>
  one.roleArn === other.roleArn && one.externalId === other.externalId && one.region === other.region

/** The list of the vendor API, kept in memory. It holds no credentials that outlast the process. */
export function knownConnections({ rolebridge, isSimulatorAllowed, now = Date.now }: ConnectionsOptions) {
  let known = new Map<string, KnownConnection>()
  let readAt = 0

  function isUsable({ verdict, disconnection, disconnectedAt }: VendorConnection): boolean {
    if (verdict === null || disconnection !== undefined || disconnectedAt !== null) return false
    const isSecure = verdict.kind === 'verified' || verdict.kind === 'partial'
    return isSecure && (isSimulatorAllowed || !verdict.simulated)
  }

  /** A client for S3 keeps its session, so the same one goes on while the role and its external ID stay the same. */
  function clientFor(connection: VendorConnection): S3Client | null {
    if (!isUsable(connection)) return null
    const before = known.get(connection.id)
    if (before?.s3 != null && isSameRole(before.connection, connection)) return before.s3
    const credentials = credentialsFor(connection, { sessionName: 'image-processor' })
    return new S3Client({ region: connection.region, credentials, followRegionRedirects: true })
  }

  /** A page and an event can overtake each other, so the newer one stays. */
  function newest(connection: VendorConnection): KnownConnection {
    const before = known.get(connection.id)
    const isOutdated = before !== undefined && before.connection.changedAt > connection.changedAt
    return isOutdated ? before : { connection, s3: clientFor(connection) }
  }

  const isFresh = (): boolean => now() - readAt <= staleMs

  return {
    /** From an event: it counts at once. */
    keep: (connection: VendorConnection): void => void known.set(connection.id, newest(connection)),
    /** Reads the whole list. What is no longer in it was deleted. Returns why it couldn't be read, or null. */
    read: async (): Promise<string | null> => {
      const startedAt = now()
      const listed: VendorConnection[] = []
      for await (const page of rolebridge.connections()) {
        if (page.kind !== 'answer') return page.kind === 'problem' ? page.problem.title : page.kind
        listed.push(...page.value.connections)
      }
      known = new Map(listed.map((connection) => [connection.id, newest(connection)]))
      readAt = startedAt
      return null
    },
    count: (): number => known.size,
    usable: (): readonly UsableConnection[] =>
      isFresh() ? [...known.values()].flatMap(({ connection, s3 }) => (s3 === null ? [] : [{ connection, s3 }])) : [],
    /** False once the connection ends, its role becomes insecure, or its external ID is replaced. Asked before each image. */
    isUsed: ({ connection, s3 }: UsableConnection): boolean => isFresh() && known.get(connection.id)?.s3 === s3,
  }
}
