import { useEffect } from 'react'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import type { CodeLanguage } from './code-languages.ts'
import type { CodeToken } from './code-pieces.ts'

type Highlight = (text: string, language: CodeLanguage) => readonly CodeToken[]

const highlightModule = lazyModule(() => import('./highlight.ts'))

/** Plain text until the grammars have arrived, and for good if they cannot be fetched. */
export function useHighlight(): Highlight {
  const loaded = highlightModule.useLoaded()
  // The outside system is the network.
  useEffect(() => void highlightModule.request(), [])
  return loaded.kind === 'ready' ? loaded.module.highlight : asPlain
}

function asPlain(text: string): readonly CodeToken[] {
  return [{ role: 'plain', text }]
}
