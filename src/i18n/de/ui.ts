import type { UiWords } from '#ui/words.ts'

export const ui: UiWords = {
  error: 'Fehler: ',
  steps: { done: 'erledigt', current: 'aktueller Schritt', ahead: 'noch nicht' },
}
