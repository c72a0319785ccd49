import { createInterface } from 'node:readline'
import * as z from 'zod/mini'
import { ConnectionTerms } from '#core/connection/connection.ts'
import { request } from '#core/fixtures.test-data.ts'
import { openRegistry } from '#server/registry/open-registry.ts'

/** One process of a race: claims each external ID that it reads for all of its tenants at once, and prints the kinds of the results. */
const [url = '', dataFolder = '', name = '', tenants = ''] = process.argv.slice(2)
const log = { info: () => {}, warn: () => {}, error: () => {} }
const registry = await openRegistry({ url, dataFolder, isNewAllowed: false, isMigration: true, aws: null, log })
const Round = z.object({ round: z.int(), externalId: z.string() })

async function claims(line: string): Promise<readonly string[]> {
  const { round, externalId } = Round.parse(JSON.parse(line))
  const terms = ConnectionTerms.parse({ ...request, externalId })
  const claim = async (tenant: number): Promise<string> => {
    const answer = await registry.claim({
      tenant: `${name}-${tenant}`,
      terms,
      roleArn: () => `arn:aws:iam::${terms.accountId}:role/Race`,
      id: `${name}-${tenant}-${round}`,
      createdAt: new Date().toISOString(),
      pendingMaximum: 1000,
    })
    return answer.kind
  }
  return Promise.all(Array.from({ length: Number(tenants) }, (_, tenant) => claim(tenant)))
}

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await claims(line))}\n`)
await registry.close()
