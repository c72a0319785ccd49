/** The number of characters to change, add or leave out to get from one text to the other. */
export function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [line, character] of left.split('').entries()) {
    const next = [line + 1]
    for (const [index, other] of right.split('').entries()) {
      const changed = (row[index] ?? 0) + (character === other ? 0 : 1)
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** The one that is meant, if one is so near that no other can be. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const limit = Math.min(3, Math.floor(text.length / 3))
  const near = candidates
    .filter((candidate) => Math.abs(candidate.length - text.length) <= limit)
    .map((candidate) => ({ candidate, steps: distance(text.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((left, right) => left.steps - right.steps)
  const [best, second] = near
  return best === undefined || best.steps === second?.steps ? null : best.candidate
}
