import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { scenarioMessages } from '#simulation/demo/scenario-messages.ts'

const readme = readFileSync('README.md', 'utf8')

test('every scenario account that the README names is there and called so', () => {
  const rows = [...readme.matchAll(/^\| `(\d{12})` \| (.+) \|$/gm)].map(([, accountId, title]) => ({ accountId, title: title?.trim() }))
  expect(rows.length).toBeGreaterThan(10)
  const known = scenarioAccounts.map(({ accountId, id }) => ({ accountId, title: scenarioMessages.in('en').scenarios[id].title }))
  for (const row of rows) expect(known).toContainEqual(row)
})

test('every npm script that the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(3)
  for (const name of named) expect(scripts).toHaveProperty([name])
})
