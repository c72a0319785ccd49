import { expect, test } from 'vitest'
import { connectionOptions } from './connection-options.ts'

const limits = { statement_timeout: 8000, lock_timeout: 60_000 }
const optionsOf = (query: string) => connectionOptions(`postgres://rolebridge:a%20b@db.example:6432/registry${query}`, limits)

test('takes the address, and sets the limits', () => {
  expect(optionsOf('')).toMatchObject({
    connectionString: 'postgres://rolebridge:a%20b@db.example:6432/registry',
    application_name: 'rolebridge',
    ...limits,
    ssl: false,
    options: '',
  })
})

test.each([
  ['disable', false],
  ['prefer', { rejectUnauthorized: false }],
  ['require', { rejectUnauthorized: false }],
  ['verify-ca', true],
  ['verify-full', true],
])('with sslmode=%s encrypts, and checks the certificate, as libpq does', (mode, ssl) => {
  const connectionString = 'postgres://rolebridge:a%20b@db.example:6432/registry'
  expect(optionsOf(`?sslmode=${mode}`)).toMatchObject({ ssl, connectionString })
  expect(optionsOf(`?ssl=${mode}`)).toMatchObject({ ssl, connectionString })
})

test('leaves certificates to the driver', () => {
  const { ssl, connectionString } = optionsOf('?sslmode=verify-full&sslrootcert=/etc/ca.pem')
  expect([ssl, new URL(connectionString ?? '').search]).toEqual([true, '?sslrootcert=%2Fetc%2Fca.pem'])
})

test('makes settings of the session of other parameters, which replace the limits', () => {
  const options = optionsOf('?search_path=one,%20two&statement_timeout=1min&connect_timeout=10&options=-c%20geqo%3Doff')
  expect(options.options).toBe('-c geqo=off -c search_path=one,\\ two -c statement_timeout=1min')
  expect(options).toMatchObject({ statement_timeout: undefined, lock_timeout: 60_000, connectionTimeoutMillis: 5000 })
})
