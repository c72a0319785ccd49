import { guessability } from '#core/connection/external-id/guessability.ts'
import { randomId, randomIdKinds, randomUuid, seededNumbers } from '#core/connection/external-id/random-ids.test-data.ts'

/**
 * How many random IDs of each kind are rejected as guessable, and how long one takes. Seeded, so that each run says the same.
 * `npx tsx tools/bench/guessability.ts [IDs of each kind] [part of the name of a kind]`
 */
const count = Number(process.argv[2] ?? 1_000_000)
const wanted = process.argv[3] ?? ''
const facts = { names: ['Pixelworks', 'HP', 'Acme Corporation'], accountId: '444455556666' }

const kinds = [
  ...randomIdKinds.flatMap(({ name, alphabet, lengths }) =>
    lengths.map((length) => ({ name: `${length} ${name}`, make: (random: () => number) => randomId(alphabet, length, random) })),
  ),
  { name: 'UUID', make: randomUuid },
]

for (const { name, make } of kinds.filter((kind) => kind.name.includes(wanted))) {
  const random = seededNumbers(20_261_129)
  const rejected: string[] = []
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    const text = make(random)
    if (guessability(text, facts) !== null) rejected.push(text)
  }
  const microseconds = ((performance.now() - start) * 1000) / count
  console.log(`${name}: ${rejected.length} of ${count} rejected, ${microseconds.toFixed(0)} µs each ${rejected.slice(0, 3).join(' ')}`)
}
