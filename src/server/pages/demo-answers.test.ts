import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { vendor } from '#server/http/app-double.test-data.ts'
import { demoAnswers } from './demo-answers.ts'
import type { LinkCard } from './link-card.ts'

const card: LinkCard = { code: 'en', title: `Demo of ${vendor.name}`, description: '', picture: '', isDemo: true }
const picture = readFileSync('public/card-demo.png')
const answers = demoAnswers(
  vendor,
  async (request) => (request.url.endsWith('/card-demo.png') ? new Response(Uint8Array.from(picture)) : null),
  (request, change) => (request.url.includes('demo') ? change(card).title : null),
)
const answerTo = (path: string) => answers(new Request(`https://connect.example.com${path}`))

test('the page of a link for a prospect has a card with its name', async () => {
  expect(await (await answerTo('/?demo&vendor=Acme'))?.text()).toBe('Demo of Acme')
})

test('the picture of the card has the color of the prospect', async () => {
  const answer = await answerTo('/card-demo.png?accent=%23b3261e')
  const bytes = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0))
  expect([answer?.headers.get('content-type'), bytes.length]).toEqual(['image/png', picture.length])
  expect(bytes.equals(picture)).toBe(false)
  expect(bytes.includes(Buffer.from('b3261e', 'hex'))).toBe(true)
})

test.each([
  '/?demo',
  '/?demo&accent=red',
  '/?vendor=Acme',
  '/card-demo.png',
  '/card-demo.png?vendor=Acme',
  '/assets/main.js?demo&vendor=Acme',
])('leaves %s to the built files', async (path) => {
  expect(await answerTo(path)).toBeNull()
})
