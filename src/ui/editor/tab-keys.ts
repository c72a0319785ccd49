type TabKey = { ids: readonly string[]; selected: string; key: string; isRightToLeft: boolean }

/** Where a key leads in a tab list, or null for keys that are not its own: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function tabAfterKey({ ids, selected, key, isRightToLeft }: TabKey): string | null {
  const at = Math.max(0, ids.indexOf(selected))
  const forward = isRightToLeft ? -1 : 1
  const targets: Record<string, number> = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: ids.length - 1 }
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined
  return target === undefined ? null : (ids[(target + ids.length) % ids.length] ?? null)
}
