import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tabAfterKey } from './tabs.tsx'

const ids = ['template', 'cli', 'terraform']
const press = (selected: string, key: string, isRightToLeft = false) => tabAfterKey({ ids, selected, key, isRightToLeft })

test('arrow keys move in reading direction and wrap around', () => {
  expect(press('template', 'ArrowRight')).toBe('cli')
  expect(press('terraform', 'ArrowRight')).toBe('template')
  expect(press('template', 'ArrowLeft')).toBe('terraform')
  expect(press('template', 'ArrowRight', true)).toBe('terraform')
  expect(press('template', 'ArrowLeft', true)).toBe('cli')
})

test('Home and End select the first and the last tab', () => {
  expect(press('cli', 'Home')).toBe('template')
  expect(press('cli', 'End')).toBe('terraform')
})

test('leaves other keys to the browser', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a', 'ArrowDown', 'toString']) expect(press('cli', key)).toBeNull()
})

test('selects nothing in an empty list', () => {
  expect(tabAfterKey({ ids: [], selected: 'x', key: 'End', isRightToLeft: false })).toBeNull()
})

test('the left arrow undoes the right arrow', () => {
  const list = fc.uniqueArray(fc.string(), { minLength: 1 })
  fc.assert(
    fc.property(list, fc.nat(), fc.boolean(), (some, nth, isRightToLeft) => {
      const selected = some[nth % some.length] ?? ''
      const right = tabAfterKey({ ids: some, selected, key: 'ArrowRight', isRightToLeft }) ?? ''
      expect(tabAfterKey({ ids: some, selected: right, key: 'ArrowLeft', isRightToLeft })).toBe(selected)
    }),
  )
})
