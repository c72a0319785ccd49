import { useSyncExternalStore } from 'react'
import type { CodeToken } from './code-pieces.ts'
import type { CodeLanguage } from './highlight.ts'

type Highlight = (text: string, language: CodeLanguage) => readonly CodeToken[]

let loaded: Highlight = asPlain
let isRequested = false
const listeners = new Set<() => void>()

/** Plain text until the grammars have arrived, and for good if they cannot be fetched. */
export function useHighlight(): Highlight {
  return useSyncExternalStore(subscribe, () => loaded, alwaysPlain)
}

function subscribe(onChange: () => void) {
  listeners.add(onChange)
  if (!isRequested) void load()
  return () => listeners.delete(onChange)
}

async function load() {
  isRequested = true
  try {
    const { highlight } = await import('./highlight.ts')
    loaded = highlight
    for (const onChange of listeners) onChange()
  } catch {
    isRequested = false
  }
}

function asPlain(text: string): readonly CodeToken[] {
  return [{ role: 'plain', text }]
}

const alwaysPlain = () => asPlain
