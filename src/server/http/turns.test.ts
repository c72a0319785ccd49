import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

/** Work that begins and ends with an entry, and does not end before it is told to. */
function recorded() {
  const entries: string[] = []
  const work = (name: string) => async () => {
    entries.push(`${name} begins`)
    await new Promise((resume) => setTimeout(resume, 0))
    entries.push(`${name} ends`)
    return name
  }
  return { entries, work }
}

test('runs work of one key in order, and work of another key in between', async () => {
  const { entries, work } = recorded()
  const inTurn = createTurns()
  const results = [inTurn('one', work('first')), inTurn('one', work('second')), inTurn('two', work('other'))]
  expect(await Promise.all(results)).toEqual(['first', 'second', 'other'])
  const of = (name: string) => entries.filter((entry) => entry.startsWith(name))
  expect(entries.indexOf('second begins')).toBeGreaterThan(entries.indexOf('first ends'))
  expect(entries.indexOf('other begins')).toBeLessThan(entries.indexOf('first ends'))
  expect(of('other')).toEqual(['other begins', 'other ends'])
})

test('goes on after work that fails', async () => {
  const inTurn = createTurns()
  const failed = inTurn('one', () => Promise.reject(new Error('broken')))
  const next = inTurn('one', async () => 'done')
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
