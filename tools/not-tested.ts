/** Says what this machine can't test, so that a run that ends well isn't taken for more than it is. */
export function notTested(what: string): void {
  const line = '='.repeat(80)
  console.warn(['', line, `NOT TESTED HERE: ${what}`, line, ''].join('\n'))
}
