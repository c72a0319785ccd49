import { replacementMessages, returningMessages } from '#wizard/app/connection-list-messages.ts'

returningMessages.translate('de', {
  title: (count) => (count === 1 ? 'Ihre Verbindung' : `Ihre Verbindungen (${count})`),
  open: (account) => `Weiter mit ${account}`,
  notStarted: 'Noch nicht gestartet',
  all: 'Alle ansehen',
})

replacementMessages.translate('de', {
  note: 'Die externe ID wird ersetzt.',
})
