import * as z from 'zod/mini'
import { simulatedAws } from '#server/config/environment.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { registryDeadlineMs, withDeadline } from '#server/registry/deadline.ts'
import { needlessNewRegistry, refusalToCreate, requireOwner } from '#server/registry/missing-registry.ts'
import type { Registry, RegistryOptions } from '#server/registry/registry.ts'
import { oncePerRow } from '#server/registry/registry-rows.ts'
import { type Documents, documents, nothing } from './documents.ts'
import { dynamoDbRegistry } from './dynamodb-registry.ts'
import { createTable, tableExists, turnOnExpiry } from './table.ts'
import { localDeadlineMs, outageCode, type TableClient, tableClient } from './table-client.ts'

const markerKey = { pk: 'REGISTRY', sk: 'MARKER' }
const Marker = z.looseObject({ compatibleFrom: z.int(), aws: z.nullable(z.string()) })

/** The form of the items. A copy of the server reads a table whose `compatibleFrom` is no higher. */
const format = 1

async function mark(table: Documents, where: string, aws: RegistryOptions['aws']): Promise<void> {
  const owner = await table.transact(async () => {
    const known = await table.get(markerKey)
    const marker = known === null ? { compatibleFrom: format, aws: null } : Marker.parse(known.value)
    if (marker.compatibleFrom > format) throw new Error(`The registry ${where} was written by a newer version. Upgrade this server.`)
    const value = { ...marker, aws: marker.aws ?? aws }
    if (known !== null && value.aws === marker.aws) return nothing(value.aws)
    return { writes: [{ ...markerKey, kind: 'put', value, over: known?.version ?? 0 }], result: value.aws }
  })
  if (owner !== null && aws !== null) requireOwner(where, owner, aws, 'Set ROLEBRIDGE_REGISTRY to another table')
}

async function prepare({ client, isLocal }: TableClient, name: string, where: string, options: RegistryOptions): Promise<Documents> {
  const exists = await tableExists(client, name)
  const table = documents(client, name)
  const isKnown = exists && (await table.get(markerKey)) !== null
  const what = exists ? 'is not set up' : 'does not exist'
  const refusal = isKnown ? null : refusalToCreate({ ...options, where, what, isLocal })
  if (refusal !== null) throw refusal
  if (isKnown && options.isNewAllowed) options.log.warn({ registry: where }, needlessNewRegistry)
  if (!exists) await createTable(client, name)
  if (!isKnown) await turnOnExpiry(client, name)
  await mark(table, where, options.aws)
  return table
}

const SdkFault = z.object({ name: z.string(), $metadata: z.optional(z.unknown()), code: z.optional(z.string()) })

function unusable(where: string, error: unknown): unknown {
  const fault = SdkFault.safeParse(error).data
  if (error instanceof StartRefusal || fault === undefined || (fault.$metadata === undefined && fault.code === undefined)) return error
  return new StartRefusal([
    `The registry ${where} can’t be used (${fault.code ?? fault.name}).`,
    'Check ROLEBRIDGE_REGISTRY, AWS_REGION and the credentials. docs/vendors.md lists the actions that the role needs.',
  ])
}

function requireLastingCredentials({ isLocal, expires }: TableClient, where: string, { aws }: RegistryOptions): void {
  if (aws !== simulatedAws || isLocal || !expires) return
  throw new StartRefusal([
    `The registry ${where} can’t be used with the simulator and credentials that expire.`,
    'The simulator replaces the credentials of the environment, so they could not be renewed.',
    'Use a registry in a file or in PostgreSQL with the simulator, or set ROLEBRIDGE_AWS=live.',
  ])
}

/** The registry in a DynamoDB table. The table is created where a person said so, or where it is for development. */
export async function openTable(options: RegistryOptions): Promise<Registry> {
  const name = options.url.slice('dynamodb:'.length)
  const found = await tableClient()
  const where = `${name} in DynamoDB (${found.region})`
  try {
    requireLastingCredentials(found, where, options)
    const table = await prepare(found, name, where, options)
    const report = oncePerRow((row) => options.log.error(row, 'An item of the registry cannot be read.'))
    const registry = dynamoDbRegistry(table, () => found.client.destroy(), report)
    const deadlineMs = found.isLocal ? localDeadlineMs : registryDeadlineMs
    return withDeadline({ current: () => registry, unavailable: outageCode, deadlineMs })
  } catch (error) {
    found.client.destroy()
    throw unusable(where, error)
  }
}
