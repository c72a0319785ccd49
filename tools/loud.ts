export function sayLoudly(text: string): void {
  const line = '='.repeat(80)
  console.warn(['', line, text, line, ''].join('\n'))
}

/** Says what this machine can't test, so that a run that ends well isn't taken for more than it is. */
export const notTested = (what: string): void => sayLoudly(`NOT TESTED HERE: ${what}`)
