import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioAccounts } from './accounts.ts'
import { queryServices } from './query-protocol.ts'
import { vendor } from './testing.test-data.ts'
import { controlAccountId } from './vendor-roles.ts'

const page = readFileSync(new URL('../../../docs/simulator.md', import.meta.url), 'utf8')

test('the simulator page lists every scenario account', () => {
  const rows = scenarioAccounts.map(({ accountId, messages, expects }) => {
    const { title, story } = messages.in('en')
    return `| \`${accountId}\` | ${title} | ${story} | \`${expects}\` |`
  })
  expect(page.split('\n').filter((line) => line.startsWith('| `4'))).toEqual(rows)
})

test('the simulator page lists every action', () => {
  for (const { actions } of queryServices) for (const name of Object.keys(actions)) expect(page).toContain(name)
})

test('the simulator page names the control account', () => {
  expect(page).toContain(controlAccountId(vendor, 'aws'))
})
