import { replacementMessages } from '#wizard/rotating/replacement-messages.ts'

replacementMessages.translate('de', {
  note: 'Die externe ID wird ersetzt.',
})
