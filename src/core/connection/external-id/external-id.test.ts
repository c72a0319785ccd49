import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenExternalId } from '#core/connection/connection.ts'
import {
  ExternalId,
  externalIdMaximumLength,
  externalIdPattern,
  proposedExternalId,
  type RandomBytes,
  randomCharacters,
} from './external-id.ts'
import { guessability } from './guessability.ts'
import { type NearMissVariant, nearMisses, randomExternalIdLike, routineNearMisses } from './likeness.ts'

/** Bytes that follow from a seed and look random. */
function bytesFrom(seed: number): RandomBytes {
  let round = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => createHash('sha256').update(`${seed} ${round++}`).digest())
    return Uint8Array.from(blocks.flatMap((block) => [...block]).slice(0, length))
  }
}

const names = ['Pixelworks', 'HP', 'Acme Corporation']
const accountId = '444455556666'
const chosen = chosenExternalId({ minimumLength: 16, names, accountId })
const seeds = fc.integer()
const legal = fc.stringMatching(/^[\w+=,.@:/-]{2,80}$/)
const codesOf = (text: string) => chosen.safeParse(text).error?.issues.map(({ message }) => message)

const hex = (seed: number, length: number) => randomCharacters(length, bytesFrom(seed), '0123456789abcdef')

function uuid(seed: number): string {
  const digits = hex(seed, 32)
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20)].join('-')
}

const goodIds: readonly (readonly [string, (seed: number) => string])[] = [
  ['a proposal', (seed) => proposedExternalId(bytesFrom(seed))],
  ['a UUID', uuid],
  ['a UUID in capitals', (seed) => uuid(seed).toUpperCase()],
  ['24 random characters', (seed) => randomCharacters(24, bytesFrom(seed))],
  ['a prefix and 20 random characters', (seed) => `px-${randomCharacters(20, bytesFrom(seed))}`],
  ['the name and 20 random characters', (seed) => `pixelworks-${randomCharacters(20, bytesFrom(seed))}`],
  ['words and a UUID', (seed) => `acme-production-${uuid(seed)}`],
  ['32 hexadecimal digits', (seed) => hex(seed, 32)],
  ['26 characters of base 32', (seed) => randomCharacters(26, bytesFrom(seed), 'abcdefghijklmnopqrstuvwxyz234567')],
]

test.each(goodIds)('%s is accepted', (_, make) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(chosen.safeParse(make(seed))).toMatchObject({ success: true, data: make(seed) })
    }),
    { numRuns: 300 },
  )
})

const guessable = [
  ['444455556666-production', 'contains-account-id'],
  ['px-4444-5555-6666-px-px', 'contains-account-id'],
  ['px:4444.5555.6666:k7Qm2vK9', 'contains-account-id'],
  ['pixelworks-2024-prod', 'contains-name'],
  ['PixelworksProduction', 'contains-name'],
  ['acme-corporation-01', 'contains-name'],
  ['myapp-myapp-myapp', 'repeated'],
  ['aaaaaaaaaaaaaaaa', 'repeated'],
  ['abababababababab', 'repeated'],
  ['00000000-0000-0000-0000-000000000000', 'repeated'],
  ['==--==::..//,,@@', 'repeated'],
  ['2024-01-01-2024-12-31', 'repeated'],
  ['password12345678', 'made-of-words'],
  ['externalid123456', 'made-of-words'],
  ['my-company-external-id-1', 'made-of-words'],
  ['customer-production-2024', 'made-of-words'],
  ['abcdefghijklmnop', 'made-of-words'],
  ['qwertyuiopasdfgh', 'made-of-words'],
  ['1qaz2wsx3edc4rfv', 'made-of-words'],
  ['12345678-1234-1234-1234-123456789012', 'made-of-words'],
  ['deadbeefcafebabe', 'made-of-words'],
  ['tel:+1-202-555-0143', 'made-of-words'],
  ['admin@bigbank-corp.com', 'made-of-words'],
  ['jane.doe@bigbank.example.com', 'made-of-words'],
  ['correct-horse-battery-staple', 'made-of-words'],
  ['correcthorsebatterystaple', 'made-of-words'],
  ['CorrectHorseBatteryStaple', 'made-of-words'],
  ['CorrectHorseBattery2024', 'made-of-words'],
  ['CorrectHorseBattery-2024-11-25', 'made-of-words'],
] as const

test.each(guessable)('%s is refused: %s', (text, reason) => {
  expect(codesOf(text)).toEqual([`external-id-${reason}`])
})

const refused = [
  ['', 'external-id-empty'],
  ['   ', 'external-id-empty'],
  ['k7Qm2vK9dRt4', 'external-id-too-short'],
  ['k7Qm2vK9 dRt4XwB8nZc5', 'external-id-characters'],
  ['k7Qm2vK9dRt4XwB8nZc5é', 'external-id-characters'],
  ['k7Qm2vK9\ndRt4XwB8nZc5', 'external-id-characters'],
] as const

test.each(refused)('%j is refused as %s first', (text, code) => {
  expect(codesOf(text)?.[0]).toBe(code)
})

test('blanks and quotes around a pasted ID go', () => {
  expect(chosen.parse(' "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n')).toBe('k7Qm2vK9dRt4XwB8nZc5Hs2P')
})

test('a hostile text of any length is answered', () => {
  const digits = '7302945186'.repeat(600)
  expect(guessability(`${digits}a`, { names })).toBeNull()
  expect(codesOf(`a${'"'.repeat(250_000)}a`)).toContain('external-id-too-long')
  expect(codesOf(`a${'b'.repeat(500_000)}cdefgh`)).toEqual(['external-id-too-long'])
})

test('a shorter minimum of the vendor takes shorter random IDs', () => {
  const short = chosenExternalId({ minimumLength: 8, names, accountId })
  expect(short.safeParse('x7Qm2vK9').success).toBe(true)
  expect(short.safeParse('acme-prod').success).toBe(false)
  expect(short.safeParse('k7q2m9x4').success).toBe(true)
  expect(short.safeParse('84019375').error?.issues.map(({ message }) => message)).toEqual(['external-id-made-of-words'])
})

test('the limits are those of STS', () => {
  expect(ExternalId.safeParse('ab').success).toBe(true)
  expect(ExternalId.safeParse('a').success).toBe(false)
  expect(ExternalId.safeParse('k'.repeat(externalIdMaximumLength)).success).toBe(true)
  expect(ExternalId.safeParse('k'.repeat(externalIdMaximumLength + 1)).success).toBe(false)
  expect(ExternalId.safeParse('abc\n').success).toBe(false)
})

test('any text is an external ID or a refusal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 1500 }), legal), (text) => {
      const result = chosen.safeParse(text)
      if (result.success) expect(result.data).toMatch(externalIdPattern)
      else expect(result.error.issues[0]?.message).toMatch(/^external-id-[a-z-]+$/)
    }),
  )
})

test('makes near misses that are legal, differ from the ID and from each other, and differ in one way each', () => {
  fc.assert(
    fc.property(legal, (id) => {
      const misses = nearMisses(id)
      for (const { variant, externalId } of misses) {
        expect(externalId).not.toBe(id)
        expect(ExternalId.safeParse(externalId).success).toBe(true)
        expect(externalId.length - id.length).toBe(variant.startsWith('longer') ? 1 : 0)
        const isOtherCase = ['case', 'lowercase', 'uppercase'].includes(variant)
        expect(externalId.toLowerCase() === id.toLowerCase()).toBe(isOtherCase)
        if (isOtherCase || variant.startsWith('longer')) continue
        expect([...id].filter((character, position) => character !== externalId[position])).toHaveLength(1)
      }
      expect(new Set(misses.map(({ externalId }) => externalId)).size).toBe(misses.length)
    }),
    { seed: 3 },
  )
})

const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text)

const secret = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'

test.each([
  ['beginning', `${secret.slice(0, 12)}*`],
  ['end', `*${secret.slice(12)}`],
  ['first and last four', `${secret.slice(0, 4)}*${secret.slice(-4)}`],
  ['all but the middle', `${secret.slice(0, 12)}?${secret.slice(13)}`],
  ['all but the other middle', `${secret.slice(0, 11)}?${secret.slice(12)}`],
  ['the ID and more', `${secret}*`],
  ['more and the ID', `*${secret}`],
  ['all but the second quarter', `${secret.slice(0, 6)}*${secret.slice(12)}`],
  ['all but the third quarter', `${secret.slice(0, 12)}*${secret.slice(18)}`],
  ['all but the last character', `${secret.slice(0, -1)}?`],
  ['all but the first character', `?${secret.slice(1)}`],
])('finds a pattern of %s among the calls of a full check', (_, pattern) => {
  const tried = nearMisses(secret).slice(0, 10)
  expect(tried.some(({ externalId }) => matches(pattern, externalId))).toBe(true)
})

test('finds a single wildcard at any position in repeated routine checks', () => {
  const positions = new Set<number>()
  let tried: readonly NearMissVariant[] = nearMisses(secret).map(({ variant }) => variant)
  for (let round = 0; round < 150; round += 1) {
    const misses = routineNearMisses(secret, tried, bytesFrom(round))
    expect(misses.length).toBeLessThanOrEqual(3)
    for (const { externalId } of misses) {
      const changed = [...secret].findIndex((character, position) => character !== externalId[position])
      if (externalId.length === secret.length) positions.add(changed)
    }
    tried = misses.map(({ variant }) => variant)
  }
  expect(positions.size).toBe(secret.length)
})

test('routine near misses of the longest ID reach the end of each quarter', () => {
  const longest = 'x-'.repeat(externalIdMaximumLength / 2)
  const quarter = externalIdMaximumLength / 4
  const ends = new Set<number>()
  for (let round = 0; round < 200; round += 1) {
    for (const { externalId } of routineNearMisses(longest, ['middle'], bytesFrom(round))) {
      const changed = [...longest].findIndex((character, position) => character !== externalId[position])
      if (changed % quarter > 255) ends.add(Math.floor(changed / quarter))
    }
  }
  expect([...ends].sort()).toEqual([0, 1, 2, 3])
})

test('a random ID like another has its length, its signs and its kinds of characters, and another value', () => {
  expect(randomExternalIdLike('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', bytesFrom(1))).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(randomExternalIdLike('px-k7Qm2vK9dRt4', bytesFrom(1))).toMatch(/^\w\w-\w{12}$/)
  fc.assert(
    fc.property(legal, seeds, (id, seed) => {
      const other = randomExternalIdLike(id, bytesFrom(seed))
      expect(other).not.toBe(id)
      expect(other).toHaveLength(id.length)
      expect(ExternalId.safeParse(other).success).toBe(true)
    }),
  )
})

test('proposals differ and use every character of the alphabet', () => {
  const proposals = Array.from({ length: 200 }, (_, seed) => proposedExternalId(bytesFrom(seed)))
  expect(new Set(proposals).size).toBe(200)
  expect(new Set(proposals.join('')).size).toBe(55)
})
