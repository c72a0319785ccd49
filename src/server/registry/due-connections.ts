/** So many connections, longest overdue first, are put in turns. One of a tenant with thousands does not hide those of others behind it. */
export const dueWindow = 10_000

/** Copies of the server that ask at the same time find the same connections, so each considers more than it takes. */
export const consideredFor = (limit: number): number => 10 * limit

/** Each tenant in turn, and the connections of each from the longest overdue on. */
export function inTurns<Due extends { readonly tenant: string; readonly at: string }>(due: readonly Due[]): readonly Due[] {
  const counts = new Map<string, number>()
  const turns = due
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map((each) => {
      const turn = counts.get(each.tenant) ?? 0
      counts.set(each.tenant, turn + 1)
      return { each, turn }
    })
  return turns.sort((one, other) => one.turn - other.turn).map(({ each }) => each)
}
