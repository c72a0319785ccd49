const isKey = (line: string): boolean => /^[ \t]*(?:- )*["']?[A-Za-z][\w.:-]*["']?:[ \t]*$/.test(line)
const isEntry = (line: string): boolean => isKey(line) || /^[ \t]*(?:- )*["']?[A-Za-z][\w.-]*["']?: \S[^\n]*$|^[ \t]*- \S/.test(line)

/** The first key that has more below it, or the entries right above it. */
export function yamlStart(lines: readonly string[]): number {
  let start = Math.max(
    0,
    lines.findIndex((line, at) => isKey(line) && /^[ \t]*\S/.test(lines[at + 1] ?? '')),
  )
  while (/^[ \t]*(?:- )/.test(lines[start] ?? '') === false && isEntry(lines[start - 1] ?? '')) start -= 1
  return start
}

/** Something else may begin here: less indentation, a sign that no entry begins with, or the line after a blank one. */
export function yamlEnds(lines: readonly string[]): readonly number[] {
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0].length ?? 0
  const isList = /^[ \t]*- /.test(lines[0] ?? '')
  const isOutside = (line: string): boolean =>
    line.search(/\S/) < indent || (isList && line.search(/\S/) === indent && !/^\s*[-#]/.test(line))
  const signs = lines.findIndex((line) => /^[^\s\w'"#-]/.test(line) || (/\S/.test(line) && isOutside(line)))
  const end = signs === -1 ? lines.length : signs
  const blanks = lines.flatMap((line, at) => (line.trim() === '' && at < end ? [at] : []))
  return [end, ...blanks.reverse().slice(0, lines.length > longestBlock ? 0 : mostEnds)]
}

/** More are no text around one document. */
const mostEnds = 6
/** In lines. */
const longestBlock = 1000

/** The words before a policy can be read as the last key of a template. */
export const wordsBefore = (lines: readonly string[], end: number): readonly string[] =>
  lines
    .slice(0, end)
    .filter((line) => line.trim() !== '')
    .slice(-1)
    .filter((line) => /^[A-Za-z][^{}[\]]*:\s*$/.test(line))
