import { SignJWT } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { mostInASecond, newDataFolder, post, startCopies, startSts } from '#tools/server-copies.ts'
import { asked } from './http/app-double.test-data.ts'

type Store = { readonly name: string; readonly isInstalled: boolean; readonly environment: () => Promise<Readonly<Record<string, string>>> }

const stores: readonly Store[] = [
  { name: 'a file', isInstalled: true, environment: async () => ({ dataFolder: newDataFolder() }) },
  {
    name: 'PostgreSQL',
    isInstalled: isPostgresInstalled(),
    environment: async () => {
      const engine = await startPostgres()
      onTestFinished(engine.stop)
      return { ROLEBRIDGE_REGISTRY: engine.url }
    },
  },
]

const launchSecret = 'the secret of the back end of the vendor'
const origin = 'https://connect.example.com'
const perSecond = 8

const launchToken = () =>
  new SignJWT({ sub: 'acme', name: 'Acme Inc.', jti: 'launch-1' })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(origin)
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(new TextEncoder().encode(launchSecret))

describe.each(stores.filter(({ isInstalled }) => isInstalled))('two processes over $name', ({ environment }) => {
  async function copies() {
    const sts = await startSts()
    onTestFinished(sts.stop)
    const settings = {
      ROLEBRIDGE_STS_PER_SECOND: String(perSecond),
      ROLEBRIDGE_LAUNCH_SECRET: launchSecret,
      ROLEBRIDGE_ORIGIN: origin,
      ROLEBRIDGE_ANONYMOUS: 'allowed',
      ...(await environment()),
    }
    const { urls, stop } = await startCopies(2, sts.url, settings)
    onTestFinished(stop)
    const [one = '', two = ''] = urls
    const signIn = async (url: string) => Session.parse(await (await post(url, '/api/sessions', null)).json()).token
    const connect = async (url: string, token: string, change: object) =>
      Connection.parse(await (await post(url, '/api/connections', token, { ...asked, ...change })).json())
    const verify = async (url: string, token: string, id: string) => {
      const answer = await post(url, `/api/connections/${id}/verify`, token)
      expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, ''])
      return Verdict.parse(await answer.json())
    }
    return { one, two, sts, signIn, connect, verify }
  }

  test('behave as one', async () => {
    const { one, two, sts, signIn, connect, verify } = await copies()
    const token = await signIn(one)
    const connection = await connect(one, token, {})

    // One check of a connection at a time, whose verdict both see.
    const verdicts = await Promise.all([one, two, one, two].map((url) => verify(url, token, connection.id)))
    for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0])
    expect((await sts.calls()).filter(({ roleArn }) => roleArn === connection.roleArn)).toHaveLength(1)

    // An external ID belongs to one tenant, and a launch token opens one session.
    expect((await post(two, '/api/connections', await signIn(two), asked)).status).toBe(409)
    const launch = { launchToken: await launchToken() }
    const launches = await Promise.all([one, two, one, two].map((url) => post(url, '/api/sessions', null, launch)))
    expect(launches.filter(({ ok }) => ok)).toHaveLength(1)

    // One budget of calls.
    const others = []
    for (let index = 0; index < 8; index += 1)
      others.push(await connect(two, token, { accountId: String(100_000_000_000 + index), externalId: crypto.randomUUID() }))
    await Promise.all(others.map(({ id }, index) => verify(index % 2 === 0 ? one : two, token, id)))
    const calls = await sts.calls()
    for (const { roleArn } of others) expect(calls.filter((call) => call.roleArn === roleArn)).toHaveLength(1)
    expect(mostInASecond(calls.map(({ at }) => at))).toBeLessThanOrEqual(perSecond)
  })
})
