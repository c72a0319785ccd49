import * as z from 'zod/mini'
import { type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'
import { type Documents, nothing } from './documents.ts'

const key = { pk: 'REGISTRY', sk: 'CAMPAIGN' }

export const dynamoDbCampaigns = (table: Documents): Campaigns =>
  campaignsOver((decide) =>
    table.transact(async () => {
      const document = await table.get(key)
      const { text, result } = decide(z.string().safeParse(document?.value).data ?? null)
      return text === null ? nothing(result) : { writes: [{ ...key, kind: 'put', value: text, over: document?.version ?? 0 }], result }
    }),
  )
