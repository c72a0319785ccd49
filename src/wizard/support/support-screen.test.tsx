import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { vendor } from '#core/fixtures.test-data.ts'
import { ConnectionStatus, VendorOverview } from '#core/verify/vendor-overview.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { SupportScreen } from './support-screen.tsx'
import type { VendorAnswer } from './vendor-api.ts'

afterEach(() => serverState.clear())

function shown(answer: VendorAnswer<VendorOverview>): string {
  serverState.setQueryData(['support', 'overview', 1], answer)
  return renderToStaticMarkup(<SupportScreen vendor={{ ...vendor, simulated: false, launch: 'optional' }} />)
}

const counted = (statuses: Readonly<Record<string, number>>): VendorAnswer<VendorOverview> => {
  const campaign = { total: 0, pending: 0, chosen: 0, updated: 0 }
  return { kind: 'answer', value: VendorOverview.parse({ countedAt: '2026-11-22T08:00:00.000Z', statuses, campaign }) }
}

const all = Object.fromEntries(ConnectionStatus.options.map((status) => [status, 7]))

test('the screen shows the counts of a server that has another status, or lacks one', () => {
  const { disconnecting: _, ...fewer } = all
  expect(shown(counted({ ...all, archived: 5 }))).toContain('<b>7</b> <span>Disconnecting</span>')
  expect(shown(counted(fewer))).toContain('<b>0</b> <span>Disconnecting</span>')
  expect(shown(counted(fewer))).toContain('<b>7</b> <span>Disconnected</span>')
})

const problem = (code: 'internal' | 'insufficient-scope' | 'rate-limited', status: number) =>
  ({ kind: 'problem', problem: { type: 'about:blank', title: '', status, code } }) as const

test('the list stays where only the counts fail, and the screen asks for a token where the server rejects it', () => {
  for (const failure of [{ kind: 'unreadable' }, problem('internal', 500), problem('rate-limited', 429)] as const) {
    expect(shown(failure)).toContain('support-search')
    expect(shown(failure)).not.toContain('support-token')
    expect(shown(failure)).toContain('role="alert"')
  }
  const refused = shown(problem('insufficient-scope', 403))
  expect([refused.includes('support-search'), refused.includes('support-token')]).toEqual([false, true])
})
