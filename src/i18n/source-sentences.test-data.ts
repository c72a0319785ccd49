import { readdirSync, readFileSync } from 'node:fs'

/** Where the template that begins at the position ends; in what stands between its braces there may be others. */
function endOf(source: string, start: number): number {
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === '`') return at
    else if (source.startsWith('${', at)) at = endOfValue(source, at + 2)
  }
  throw new Error('a template that does not end')
}

function endOfValue(source: string, start: number): number {
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === '}') return at
    if (source[at] === '{') at = endOfValue(source, at + 1)
    else if (source[at] === '`') at = endOf(source, at + 1)
    else if (source[at] === "'") at = source.indexOf("'", at + 1)
  }
  throw new Error('a value that does not end')
}

function numbered(source: string, start: number, end: number): string {
  let [template, count] = ['', 0]
  for (let at = start; at < end; at += 1) {
    if (source.startsWith('${', at)) {
      template += `{${count}}`
      count += 1
      at = endOfValue(source, at + 2)
    } else {
      if (source[at] === '\\') at += 1
      template += source[at]
    }
  }
  return template
}

const isSource = (file: string) => file.endsWith('.ts') && !/\.test(-data)?\.ts$/.test(file)

/** The templates of all `said` sentences below a folder. */
export function sourceSentences(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource)
  return new Set(
    files.flatMap((file) => {
      const source = readFileSync(`${folder}/${file}`, 'utf8')
      return [...source.matchAll(/\bsaid`/g)].map(({ index }) => numbered(source, index + 5, endOf(source, index + 5)))
    }),
  )
}
