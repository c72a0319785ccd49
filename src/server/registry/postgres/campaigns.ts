import { type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'
import { inTransaction, lock, property, setProperty } from './database.ts'
import type { Sql } from './sql.ts'

export const postgresCampaigns = (sql: Sql): Campaigns =>
  campaignsOver((decide) =>
    inTransaction(sql, async (query) => {
      await lock(query, 'rolebridge campaign')
      const { text, result } = decide(await property(query, 'campaign'))
      if (text !== null) await setProperty(query, 'campaign', text)
      return result
    }),
  )
