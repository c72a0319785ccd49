import type { PoolConfig } from 'pg'

/** Also for a free connection. Shorter than the deadline of a call, so that the log says what was late. */
const connectTimeoutMs = 5000
/** Firewalls and load balancers drop idle connections, often after a few minutes. */
const keepAliveMs = 60_000
/** Connections move to where the name of the host leads now. */
const lifetimeSeconds = 45 * 60

/** The modes of libpq, where only `verify-…` check the certificate of the server. pg would check it with all of them. https://www.postgresql.org/docs/current/libpq-ssl.html */
function tlsOf(mode: string): PoolConfig['ssl'] {
  if (['', 'disable', 'false', '0'].includes(mode)) return false
  return ['allow', 'prefer', 'require', 'no-verify'].includes(mode) ? { rejectUnauthorized: false } : true
}

/** Files that pg reads. */
const ofTheDriver = ['sslcert', 'sslkey', 'sslrootcert']
const ofTheConnection = [...ofTheDriver, 'ssl', 'sslmode', 'connect_timeout', 'target_session_attrs', 'options']

/** PostgreSQL splits options at spaces. https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-OPTIONS */
const option = ([name, value]: readonly [string, string]): string => `-c ${name}=${value.replaceAll(/[\s\\]/g, '\\$&')}`

export type Limits = Pick<PoolConfig, 'statement_timeout' | 'idle_in_transaction_session_timeout' | 'lock_timeout'>

/** The limits are settings of the session. So are other parameters of the URL, which can replace them. */
export function connectionOptions(url: string, limits: Limits): PoolConfig {
  const address = new URL(url)
  const given = [...address.searchParams]
  const settings = given.filter(([name]) => !ofTheConnection.includes(name))
  address.search = new URLSearchParams(given.filter(([name]) => ofTheDriver.includes(name))).toString()
  const { ssl = '', sslmode = ssl, options = '' }: Readonly<Record<string, string>> = Object.fromEntries(given)
  return {
    application_name: 'rolebridge',
    ...limits,
    // A limit that pg sends itself would win over the options.
    ...Object.fromEntries(settings.map(([name]) => [name, undefined])),
    connectionString: address.href,
    ssl: tlsOf(sslmode),
    options: [options, ...settings.map(option)].join(' ').trim(),
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    maxLifetimeSeconds: lifetimeSeconds,
    idleTimeoutMillis: 0,
  }
}
