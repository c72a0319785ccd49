import type { Phrases } from '#core/lint/said.ts'

/** Parts of sentences that several rules or ailments share, and what the doctor says where no ailment does. */
export const general: Phrases = {
  general: {
    ' and {0} more': ' und {0} weitere',
    'Remove it.': 'Entfernen Sie das.',
    'Write {0}.': 'Schreiben Sie {0}.',
    '{0} ({1}{2})': '{0} ({1}{2})',
  },
  examination: {
    'Nothing was pasted.': 'Es wurde nichts eingefügt.',
  },
}
