import type Database from 'libsql'
import * as z from 'zod/mini'
import { type CampaignChange, type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'

const ValueRow = z.object({ value: z.string() })

export function libsqlCampaigns(database: Database.Database): Campaigns {
  const find = database.prepare("select value from properties where name = 'campaign'")
  const keep = database.prepare("insert or replace into properties (name, value) values ('campaign', ?)")
  return campaignsOver(async <Result>(decide: (text: string | null) => CampaignChange<Result>) => {
    const change = database.transaction((): Result => {
      const { text, result } = decide(ValueRow.safeParse(find.get()).data?.value ?? null)
      if (text !== null) keep.run(text)
      return result
    })
    return change.immediate()
  })
}
