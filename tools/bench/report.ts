import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** A table of results: printed, and written to `bench/results.md`. */
export type Table = {
  readonly title: string
  /** How the figures came about. */
  readonly method: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The smallest value that `share` of the values do not exceed: the nearest rank. https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** CPU time of this process, on all of its threads. Other processes on the machine don't add to it. */
export async function cpuMicroseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function markdown({ title, method, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [`## ${title}`, '', method, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join('\n')
}

const file = 'bench/results.md'
const machine = `Node ${process.versions.node} on ${process.platform}, ${process.arch}, ${availableParallelism()} virtual processors that other programs used too. Ratios and CPU times can be compared, other times depend on the load.`

/** The tables of the last runs by their titles. Each command measures some of them. */
function savedSections(): Map<string, string> {
  const [, ...sections] = existsSync(file) ? readFileSync(file, 'utf8').split(/^(?=## )/m) : []
  return new Map(sections.map((section) => [/^## (.+)$/m.exec(section)?.[1] ?? '', section.trim()]))
}

/** Prints a table, and replaces it in `bench/results.md`. */
export function report(table: Table): void {
  const section = markdown(table).trim()
  console.log(`${section}\n`)
  const sections = savedSections().set(table.title, section)
  mkdirSync('bench', { recursive: true })
  const texts = [
    '# Benchmark results',
    `Written by \`npm run bench\` and \`npm run bench:time-to-green\`. ${machine}`,
    ...sections.values(),
  ]
  writeFileSync(file, `${texts.join('\n\n')}\n`)
}
