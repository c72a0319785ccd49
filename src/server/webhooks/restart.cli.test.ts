import { expect, test, vi } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import { asked } from '#server/http/app-double.test-data.ts'
import { newFolder, run, serverAddress } from '#server/started-server.test-data.ts'
import { eventually, newWebhookSecret, receiver } from './receiver.test-data.ts'

vi.setConfig({ testTimeout: 150_000 })

async function connectAt(address: string): Promise<string> {
  const { token } = Session.parse(await (await fetch(`${address}/api/sessions`, { method: 'POST', body: '{}' })).json())
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(`${address}/api/connections`, { method: 'POST', headers, body: JSON.stringify(asked) })
  return Connection.parse(await response.json()).id
}

test('delivers after a restart what a killed server had written and not delivered', async () => {
  const secret = newWebhookSecret()
  const { url, received, response } = await receiver(secret)
  response.status = 503
  const environment = { ROLEBRIDGE_DATA: newFolder(), ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_WEBHOOK_SECRET: secret }
  const first = run(environment)
  const id = await connectAt(await serverAddress(first))
  await eventually(
    () => received.length,
    (count) => count > 0,
  )
  first.child.kill('SIGKILL')
  await first.ended
  response.status = 204
  await serverAddress(run(environment))
  const accepted = () => received.filter(({ status }) => status === 204)
  // The killed server can have had the event for a minute.
  await eventually(accepted, (all) => all.length > 0, 90_000)
  expect(accepted().map(({ event }) => event.data['connection'])).toEqual([expect.objectContaining({ id })])
  expect(new Set(received.map((each) => each.id)).size).toBe(1)
})

test('sends a test event from the command line, and says what came back and what to do', async () => {
  const secret = newWebhookSecret()
  const { url, response, types } = await receiver(secret)
  const tested = async (change: Readonly<Record<string, string>> = {}) => {
    const started = run({ ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_WEBHOOK_SECRET: secret, ...change }, ['webhook', 'test'])
    return [await started.ended, started.output()]
  }
  const { origin } = new URL(url)
  expect(await tested()).toEqual([0, `${origin} accepted a test event of the type webhook.test with status 204.\n`])
  expect(types()).toEqual(['webhook.test'])
  response.status = 404
  expect(await tested()).toEqual([
    1,
    `${origin} did not accept the test event. The receiver responded with status 404. Check the path of ROLEBRIDGE_WEBHOOK_URL.\n`,
  ])
  expect(await tested({ ROLEBRIDGE_WEBHOOK_URL: '', ROLEBRIDGE_WEBHOOK_SECRET: '' })).toEqual([
    1,
    expect.stringContaining('Events are off'),
  ])
  const [code, text] = await tested({ ROLEBRIDGE_WEBHOOK_URL: 'http://receiver.example/hook', ROLEBRIDGE_WEBHOOK_SECRET: 'whsec_short' })
  expect([code, text]).toEqual([1, expect.stringContaining('ROLEBRIDGE_WEBHOOK_URL: must be a URL that starts with https://')])
  expect(text).toContain('ROLEBRIDGE_WEBHOOK_SECRET: must be whsec_')
  expect(text).not.toContain('whsec_short')
})
