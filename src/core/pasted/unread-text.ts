/** A line of YAML with a list or a long value begins with its mark or key. */
export const hasSentence = (text: string): boolean => /^[ \t]{0,40}(?![#-]|[\w."'-]{1,60}:[ \n])(?:\S{1,40} ){7}/m.test(text)

/** Long enough to have been the error, if it had one. */
export const isReport = (text: string): boolean => /^\s*(?:\S+\s+){11}\S/.test(text)

const quietLine = /\blevel["']?[=:] ?["']?(?:debug|info|trace)\b|^\W{0,3}(?:\d[\d:.,TZ/+ -]{7,40}\W{0,3})?\b(?:DEBUG|INFO|TRACE)\b/i
const loudLine =
  /\blevel["']?[=:] ?["']?(?:warn\w*|err\w*|fatal|crit\w*|panic)\b|^\W{0,3}(?:\d[\d:.,TZ/+ -]{7,40}\W{0,3})?\b(?:WARN\w*|ERROR|FATAL|CRITICAL)\b/i

/** A log whose lines tell of progress, and of no failure. */
export function isQuietLog(text: string): boolean {
  const lines = text.split('\n')
  return (
    lines.filter((line) => quietLine.test(line)).length >= 2 &&
    !lines.some((line) => loudLine.test(line) || /\b(?:error|fail\w*|denied|exception)\b/i.test(quietLine.test(line) ? line : ''))
  )
}
