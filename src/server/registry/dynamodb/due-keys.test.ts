import { expect, test } from 'vitest'
import { takenInTurn } from './due-keys.ts'

const taking = async (key: string) => {
  if (key === 'torn') throw new Error('torn')
  return key === 'absent' ? null : `taken ${key}`
}

test('returns what it could take if another one fails, up to the limit', async () => {
  expect(await takenInTurn(['a', 'torn', 'absent', 'b', 'c'], 2, taking)).toEqual(['taken a', 'taken b'])
  expect(await takenInTurn(['torn', 'a'], 2, taking)).toEqual(['taken a'])
  expect(await takenInTurn(['absent'], 2, taking)).toEqual([])
})

test('throws if nothing could be taken because one failed', async () => {
  await expect(takenInTurn(['absent', 'torn'], 2, taking)).rejects.toThrow('torn')
})
