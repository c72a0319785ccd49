import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { awsInMemory, createCustomerRole } from '#core/artifacts/aws-behind-port.test-data.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'

/** Run in a network namespace: AWS in memory where programs expect AWS, with the role of one customer. */
const [folder = '', lifetime = ''] = process.argv.slice(2)

const simulator = awsInMemory(vendor, { roleLifetimeMs: Number(lifetime) })

await createCustomerRole(simulator, planOf())

const fetch = (request: Request) => simulator.fetch(request)
const tls = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'ca.pem')) }
serve({ fetch, hostname: '169.254.169.254', port: 80, overrideGlobalObjects: false })
serve({ fetch, hostname: '127.0.0.1', port: 443, createServer, serverOptions: tls, overrideGlobalObjects: false }, () =>
  process.stdout.write('ready\n'),
)
