import type { UiWords } from '#ui/words.ts'

export const ui: UiWords = {
  steps: { done: 'erledigt', current: 'aktueller Schritt', ahead: 'noch nicht' },
}
