import { expect, test } from 'vitest'
import type { Makers } from './registry-contract.test-data.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()
const hold = (holder: string, minute: number, config = 'one') => ({ config, holder, now: at(minute), until: at(minute + 3) })

/** The contract of every registry for the comparison of all connections with a config. */
export function campaignsContract(makers: Makers): void {
  test.each(makers)(
    'gives one of several copies the right to compare the connections, and none after it has finished (%s)',
    async (_, make) => {
      const { campaigns } = await make()
      const starts = await Promise.all(
        ['a', 'b', 'c', 'd'].map(async (holder) => ({ holder, ...(await campaigns.begin(hold(holder, 0))) })),
      )
      const [begun, ...others] = starts.toSorted((one, other) => (one.kind < other.kind ? -1 : 1))
      expect([begun?.kind, ...others.map(({ kind }) => kind)]).toEqual(['begun', 'held', 'held', 'held'])
      const holder = begun?.holder ?? ''
      await campaigns.reach({ config: 'one', holder: 'another', after: null, isFinished: true, until: at(3) })
      expect(await campaigns.begin(hold('e', 1))).toEqual({ kind: 'held' })
      await campaigns.reach({ config: 'one', holder, after: null, isFinished: true, until: at(1) })
      for (const each of [holder, 'e']) expect(await campaigns.begin(hold(each, 100))).toEqual({ kind: 'finished' })
      expect(await campaigns.begin(hold('e', 101, 'two'))).toEqual({ kind: 'begun', after: null })
      expect(await campaigns.begin(hold('f', 102))).toEqual({ kind: 'held' })
    },
  )

  test.each(makers)('begins with no config of before the current one for three hours (%s)', async (_, make) => {
    const { campaigns } = await make()
    const compared = async (config: string, minute: number) => {
      const begun = await campaigns.begin(hold('a', minute, config))
      await campaigns.reach({ config, holder: 'a', after: null, isFinished: true, until: at(minute) })
      return begun.kind
    }
    for (const [index, config] of ['one', 'two', 'three'].entries()) expect(await compared(config, index)).toBe('begun')
    for (const config of ['one', 'two']) expect(await campaigns.begin(hold('b', 3, config))).toEqual({ kind: 'superseded' })
    expect(await campaigns.begin(hold('b', 4, 'three'))).toEqual({ kind: 'finished' })
    expect(await compared('two', 180)).toBe('superseded')
    expect(await compared('two', 182)).toBe('begun')
    expect(await campaigns.begin(hold('b', 183, 'three'))).toEqual({ kind: 'superseded' })
  })

  test.each(makers)('lets another copy go on where the first one has come to (%s)', async (_, make) => {
    const { campaigns } = await make()
    await campaigns.begin(hold('a', 0))
    await campaigns.reach({ config: 'one', holder: 'a', after: '2026 one', isFinished: false, until: at(4) })
    expect(await campaigns.begin(hold('b', 3))).toEqual({ kind: 'held' })
    expect(await campaigns.begin(hold('b', 5))).toEqual({ kind: 'begun', after: '2026 one' })
    await campaigns.reach({ config: 'one', holder: 'a', after: '2026 two', isFinished: true, until: at(5) })
    expect(await campaigns.begin(hold('a', 6))).toEqual({ kind: 'held' })
    expect(await campaigns.begin(hold('c', 9, 'two'))).toEqual({ kind: 'begun', after: null })
  })
}
