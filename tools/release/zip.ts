import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

/* https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12, and 4.3.16. */

export type Entry = { readonly path: string; readonly content: Buffer }

/** January 1, 1980, the first day of the format: the same files always make the same archive. */
const firstDay = 0x0021
const withUtf8Names = 0x0800
const deflated = 8
const version = 20
/** A regular file that its owner writes and everyone reads, made on Unix. */
const madeOnUnix = (3 << 8) | version
const attributes = 0o100644 * 0x10000

const numbers = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes)
      field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )

/** The common part of the header of a file and its entry in the directory. */
function commonFields(name: Buffer, content: Buffer, compressed: Buffer): Buffer {
  return numbers(
    [2, version],
    [2, withUtf8Names],
    [2, deflated],
    [2, 0],
    [2, firstDay],
    [4, crc32(content)],
    [4, compressed.length],
    [4, content.length],
    [2, name.length],
    [2, 0],
  )
}

/** An archive of these files, in this order. Below 4 GB and 65,536 files, as the classic format allows. */
export function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content } of entries) {
    const [name, compressed] = [Buffer.from(path), deflateRawSync(content, { level: 9 })]
    const common = commonFields(name, content, compressed)
    const file = Buffer.concat([numbers([4, 0x04034b50]), common, name, compressed])
    const comment = numbers([2, 0], [2, 0], [2, 0], [4, attributes], [4, offset])
    directory.push(numbers([4, 0x02014b50], [2, madeOnUnix]), common, comment, name)
    files.push(file)
    offset += file.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, length], [4, offset], [2, 0])
  return Buffer.concat([...files, ...directory, end])
}

/** All files of a folder, in the order of their paths. */
export function filesIn(folder: string): readonly Entry[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return found
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted()
    .map((path) => ({ path, content: readFileSync(join(folder, path)) }))
}

/** The paths in an archive without a comment, from its directory. */
export function pathsIn(archive: Buffer): readonly string[] {
  const end = archive.length - 22
  const paths: string[] = []
  let offset = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = archive.readUInt16LE(offset + 28)
    paths.push(archive.toString('utf8', offset + 46, offset + 46 + length))
    offset += 46 + length
  }
  return paths
}
