import { controlMessages } from '#ui/control-messages.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'

shellMessages.translate('de', {
  connectingFor: 'Verbindung für',
  help: 'Hilfe',
  privacy: 'Datenschutz',
  language: 'Sprache',
  steps: { account: 'Konto', role: 'Rolle anlegen', connected: 'Verbunden' },
  disconnecting: 'Wird getrennt',
  disconnected: 'Getrennt',
  progress: 'Fortschritt',
  simulated: 'Simuliertes AWS',
  loading: 'Wird geladen …',
  retry: 'Erneut versuchen',
  reload: 'Seite neu laden',
  may: (vendor) => `${vendor} kann:`,
  title: (screen, vendor) => `${screen} · ${vendor}`,
  configFailed: {
    title: 'Diese Seite kann nicht starten',
    unreachable:
      'Wir haben unseren eigenen Server nicht erreicht und wissen daher nicht, was Sie gefragt werden sollen. Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.',
    unreadable:
      'Unser Server hat etwas geantwortet, das diese Seite nicht lesen kann. Der Fehler liegt bei uns; ein späterer Versuch kann helfen.',
  },
  broken: {
    title: 'Dieser Teil der Seite wurde nicht geladen',
    notLoaded:
      'Ein Teil dieser Seite konnte nicht geladen werden. Prüfen Sie Ihre Netzwerkverbindung und klicken Sie erneut auf „Weiter“; hilft das nicht, laden Sie die Seite neu. Ihre Eingaben bleiben erhalten.',
    why: 'Vielleicht wurde die Seite aktualisiert, seit Sie sie geöffnet haben, oder die Netzwerkverbindung war kurz unterbrochen. In AWS hat sich nichts geändert, und Ihre Eingaben bleiben erhalten.',
  },
  allAccounts: 'Alle Konten',
  partitions: {
    aws: 'AWS-Standardpartition',
    'aws-us-gov': 'AWS GovCloud (US)',
    'aws-cn': 'AWS in China',
    'aws-eusc': 'AWS European Sovereign Cloud',
  },
  connectionFailed: 'Wir konnten diese Verbindung nicht nachschlagen',
})

controlMessages.translate('de', {
  error: 'Fehler: ',
  steps: { done: 'erledigt', current: 'aktueller Schritt', ahead: 'noch nicht' },
})
