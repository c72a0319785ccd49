/** What is known of a statement about a request: a part that is not known makes the whole unknown only where it matters. */
export type Truth = boolean | 'unknown'

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes('unknown') ? 'unknown' : true
}

export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes('unknown') ? 'unknown' : false
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth
}

/** The truth when each of several possibilities gives the same. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first = 'unknown', ...others] = truths
  return others.every((other) => other === first) ? first : 'unknown'
}
