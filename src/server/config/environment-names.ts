import { distance } from '#core/text/nearest.ts'

/** Kubernetes injects these for a service named "rolebridge". https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables */
const injected = /^ROLEBRIDGE_(SERVICE_|PORT(_|$))/

/** Read by tests and benchmarks, not by the server. */
const ofTools: readonly string[] = [
  'ROLEBRIDGE_SEED',
  'ROLEBRIDGE_DIFFERENTIAL_RUNS',
  'ROLEBRIDGE_RACE_ROUNDS',
  'ROLEBRIDGE_FUZZ_RUNS',
  'ROLEBRIDGE_KILLS',
  'ROLEBRIDGE_TESTS',
]

/** Up to two wrong letters are taken for a misspelled name. */
const lettersMaximum = 2

type NamesReading = { readonly faults: readonly string[]; readonly warnings: readonly string[] }

function meantName(name: string, known: readonly string[]): string | null {
  const near = known
    .map((candidate) => ({ candidate, letters: distance(name.toUpperCase(), candidate) }))
    .filter(({ letters }) => letters <= lettersMaximum)
    .sort((left, right) => left.letters - right.letters)
  return near[0]?.candidate ?? null
}

/** Unknown names with our prefix. Ignoring a misspelled one could turn off a safeguard. */
export function readNames(given: readonly string[], known: readonly string[]): NamesReading {
  const ours = known.filter((name) => name.startsWith('ROLEBRIDGE_'))
  const unknown = given
    .filter((name) => /^ROLEBRIDGE_/i.test(name) && ![...known, ...ofTools].includes(name) && !injected.test(name))
    .map((name) => ({ name, meant: meantName(name, ours) }))
  return {
    faults: unknown.flatMap(({ name, meant }) =>
      meant === null ? [] : [`${name}: is unknown. Did you mean ${meant}? Rename or remove it.`],
    ),
    warnings: unknown.flatMap(({ name, meant }) =>
      meant === null
        ? [`${name}: is unknown and has no effect. docs/configuration.md lists the names, for example ROLEBRIDGE_ORIGIN.`]
        : [],
    ),
  }
}
