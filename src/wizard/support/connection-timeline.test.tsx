import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConnectionHistory } from '#core/verify/connection-history.ts'
import { ConnectionTimeline } from './connection-timeline.tsx'

const at = '2026-11-22T08:00:00.000Z'
const lists = { extraPrincipals: [], added: [], removed: [], denied: [], attachedPolicies: [], decisions: [], requestIds: ['r'] }
const inspection = {
  ...{ ...lists, outcome: 'read', hasOtherExternalIds: false, trustsOtherRoles: false, at },
  added: [{ action: 's3:DeleteObject', resource: 'arn:aws:s3:::acme-uploads/*' }],
  otherSettings: [{ kind: 'max-session-duration', requested: 7200, actual: 3600 }],
}
const verdict = {
  ...{ kind: 'verified', diagnosis: 'verified', causes: [], probes: [], checks: [], inspection, simulated: false, checkedAt: at },
  nextCheckInMs: 0,
}

test('the timeline tells what reading the role found', () => {
  const value = ConnectionHistory.parse({
    connectionId: 'connection-1',
    entries: [{ kind: 'verdict', at, verdict }],
    next: '',
    handoffs: [],
  })
  const client = new QueryClient()
  client.setQueryData(['support', 'history', 'connection-1', at], { kind: 'answer', value })
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ConnectionTimeline id="connection-1" changedAt={at} />
    </QueryClientProvider>,
  )
  expect(markup).toContain('s3:DeleteObject on arn:aws:s3:::acme-uploads/*')
  expect(markup).toContain('Maximum session duration 3600 seconds instead of 7200.')
})
