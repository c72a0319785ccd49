import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { externalIdMaximumLength } from './external-id.ts'
import { guessability } from './guessability.ts'
import { guessableIds } from './guessable-ids.test-data.ts'
import { randomId, randomIdKinds, randomUuid, seededNumbers } from './random-ids.test-data.ts'

const facts = { names: ['Pixelworks', 'HP', 'Acme Corporation'], accountId: '444455556666' }

test.each(guessableIds)('rejects %s', (text) => {
  expect(guessability(text, facts)).not.toBeNull()
})

const runs = 300

const randomIds = [
  ...randomIdKinds.flatMap(({ name, alphabet, lengths }) =>
    lengths.map((length) => ({ name: `${length} ${name}`, make: (random: () => number) => randomId(alphabet, length, random) })),
  ),
  { name: 'a UUID', make: randomUuid },
]

// tools/bench/guessability.ts tries a million of each.
test.each(randomIds)('accepts $name that are random', ({ make }) => {
  const random = seededNumbers(seed)
  for (let run = 0; run < runs; run++) {
    const text = make(random)
    expect(guessability(text, facts), text).toBeNull()
  }
})

const prefixed = ['px-', 'acme-', 'pixelworks-', 'acme-production-', 'Customer_42_'].flatMap((prefix) =>
  [
    { kind: '24 base62 characters', alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', length: 24 },
    { kind: '32 hexadecimal digits', alphabet: '0123456789abcdef', length: 32 },
  ].map((random) => ({ prefix, ...random })),
)

test.each(prefixed)('accepts $prefix before $kind that are random', ({ prefix, alphabet, length }) => {
  const random = seededNumbers(seed)
  for (let run = 0; run < runs; run++) {
    const text = prefix + randomId(alphabet, length, random)
    expect(guessability(text, facts), text).toBeNull()
  }
})

test.each([
  ['sunshine', 'repeated'],
  ['sunshine-', 'repeated'],
  ['0123456789', 'made-of-words'],
  ['abcdefgh123', 'made-of-words'],
  ['-_', 'repeated'],
  ['x7Qm2vK9dRt4XwB8', null],
])('answers for the longest ID, made of %s', (text, reason) => {
  const longest = text.repeat(externalIdMaximumLength).slice(0, externalIdMaximumLength)
  expect(guessability(longest, facts)).toBe(reason)
})

test('rejects words of a name, and the name with digits in the place of letters', () => {
  expect(guessability('acme-prod-2024-main', facts)).toBe('contains-name')
  expect(guessability('p1x3lw0rks-pr0duct10n', facts)).toBe('contains-name')
})

const short =
  'id-84019375 x84019375 84019375x acct_840193 account-840193 7f3a Kq8Zx 84019375 840-193-75 x840193751 k7q2m9 a-1-b-2-c-3 lw84019375 1f3870be274'
const enough =
  'k7Qm2vK9 9c1185a5c5e9 9c1185a5c5e9fc54 k7q2m9x4rtz kQvRtWzXb 840193752048193 px-k7Qm2vK9 84019375-9c1185a5c5e9 x84019375204819'

test.each(short.split(' '))('says of %s that it is too short, or made of words', (text) => {
  expect(['too-short', 'made-of-words']).toContain(guessability(text, { names: [] }))
})

test.each(enough.split(' '))('says of %s that it has enough that is random', (text) => {
  expect(guessability(text, { names: [] })).toBeNull()
})

const shortRandomIds = [
  { name: '10 characters of base62', alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', length: 10 },
  { name: '15 hexadecimal digits', alphabet: '0123456789abcdef', length: 15 },
  { name: '12 characters of base36', alphabet: '0123456789abcdefghijklmnopqrstuvwxyz', length: 12 },
]

test.each(shortRandomIds)('hardly ever says of $name that are random that they are too short', ({ alphabet, length }) => {
  const random = seededNumbers(seed)
  const ids = Array.from({ length: 2000 }, () => randomId(alphabet, length, random))
  expect(ids.filter((text) => guessability(text, { names: [] }) === 'too-short').length).toBeLessThan(10)
})
