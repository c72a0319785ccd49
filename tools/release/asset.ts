import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of a release. */
export type Asset = {
  readonly file: (version: string) => string
  /** Writes the file from what the build has made. */
  readonly make: (path: string, version: string) => void
  /** The faults of the file, in sentences. */
  readonly faults: (path: string, version: string) => readonly string[]
}

const megabyte = 1_000_000

export const tooLarge = (what: string, bytes: number, most: number): readonly string[] =>
  bytes <= most * megabyte ? [] : [`${what} has ${(bytes / megabyte).toFixed(1)} MB, more than ${most} MB`]

export const missing = (what: string, found: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.filter((each) => !found.includes(each)).map((each) => `${what} has no ${each}`)

export const otherVersion = (what: string, found: string, wanted: string): readonly string[] =>
  found === wanted ? [] : [`${what} has version ${found}, not ${wanted}`]

export const sumsFile = 'SHA256SUMS'

/** The file that `sha256sum --check SHA256SUMS` reads. */
export function writeSums(folder: string): void {
  const files = readdirSync(folder).filter((file) => file !== sumsFile)
  const lines = files.toSorted().map((file) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
    return `${sum}  ${file}\n`
  })
  writeFileSync(join(folder, sumsFile), lines.join(''))
}
