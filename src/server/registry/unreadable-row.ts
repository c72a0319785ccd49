export type UnreadableRow = { readonly table: 'connections' | 'verdicts' | 'handoffs'; readonly id: string }

/** Told of each row that the registry holds and cannot read. */
export type UnreadableReport = (row: UnreadableRow) => void

/** The value of a row, or null, with a report, where reading or parsing it fails: one bad row must not cost the others. */
export function readable<Value>(read: () => Value, row: UnreadableRow, report: UnreadableReport): Value | null {
  try {
    return read()
  } catch {
    report(row)
    return null
  }
}

/** Reports each row once. */
export function oncePerRow(report: UnreadableReport): UnreadableReport {
  const reported = new Set<string>()
  return (row) => {
    const key = `${row.table} ${row.id}`
    if (!reported.has(key)) report(row)
    reported.add(key)
  }
}
