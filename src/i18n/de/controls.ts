import { controlMessages } from '#ui/control-messages.ts'

controlMessages.translate('de', {
  error: 'Fehler: ',
  steps: { done: 'erledigt', current: 'aktueller Schritt', ahead: 'noch nicht' },
})
