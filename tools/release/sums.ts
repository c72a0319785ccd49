import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
