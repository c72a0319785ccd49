/** Parts of sentences that several rules or ailments share. */
export const general: Readonly<Record<string, string>> = {
  ' and {0} more': ' und {0} weitere',
  'Remove it.': 'Entfernen Sie es.',
  'Write {0}.': 'Schreiben Sie {0}.',
  '{0} ({1}{2})': '{0} ({1}{2})',
  'Nothing was pasted.': 'Es wurde nichts eingefügt.',
}
