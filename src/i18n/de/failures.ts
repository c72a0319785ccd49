import { failureMessages } from '#wizard/api/failure-messages.ts'

failureMessages.translate('de', {
  unreachable: 'Wir haben unseren eigenen Server nicht erreicht. Prüfen Sie Ihre Netzwerkverbindung; an AWS wurde nichts gesendet.',
  unreadable: 'Unser Server hat etwas geantwortet, das diese Seite nicht lesen kann. Der Fehler liegt bei uns.',
  actionFailed: 'Das hat nicht geklappt.',
  rateLimited: (seconds) =>
    seconds === null
      ? 'Zu viele Anfragen in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es dann erneut.'
      : `Zu viele Anfragen in kurzer Zeit. Versuchen Sie es in ${seconds} s erneut.`,
  problems: {
    invalid: 'Unser Server hat die Anfrage nicht angenommen. Prüfen Sie die Eingaben unten.',
    'malformed-json': 'Unser Server konnte die Anfrage nicht lesen. Der Fehler liegt bei uns.',
    'body-too-large': 'Das ist mehr, als unser Server in einer Anfrage annimmt. Nennen Sie weniger Werte.',
    'external-id-taken':
      'Diese externe ID ist nicht verfügbar. Jede gilt für eine einzige Verbindung und wird nie wieder verwendet. Verwenden Sie eine neue.',
    'external-id-issued-by-server': 'Die externe ID wird von uns erzeugt und kann nicht gewählt werden. Laden Sie die Seite neu.',
    'connection-limit': 'Zu viele Ihrer Verbindungen warten auf ihre Rolle. Schließen Sie zuerst eine davon ab oder entfernen Sie eine.',
    'not-verified': 'Einen Beleg gibt es nur für eine Rolle, die jetzt geprüft ist. Prüfen Sie die Rolle zuerst erneut.',
    disconnecting: 'Diese Verbindung wird gerade getrennt. Laden Sie die Seite neu.',
    'not-disconnecting': 'Diese Verbindung wird nicht getrennt. Laden Sie die Seite neu.',
    rotating: 'Belege gibt es wieder, sobald die alte externe ID entfernt ist.',
    'rotation-confirmed': 'Die neue externe ID wird bereits verwendet. Entfernen Sie die alte aus der Rolle.',
    unauthenticated:
      'Ihre Sitzung ist abgelaufen und konnte nicht erneuert werden. Laden Sie die Seite neu; Ihre Eingaben bleiben erhalten.',
    'handoff-unknown':
      'Den Link, über den Sie gekommen sind, kennen wir nicht. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    'handoff-expired':
      'Der Link, über den Sie gekommen sind, ist abgelaufen. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    'handoff-revoked': 'Der Link, über den Sie gekommen sind, wurde beendet. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    'beyond-handoff':
      'Der Link, über den Sie gekommen sind, gilt nur für eine einzige Verbindung. Bitten Sie die Person, die ihn geschickt hat, dies selbst zu tun.',
    'handoff-used':
      'Über diesen Link wurde bereits eine Verbindung angelegt. Um ein anderes Konto zu verbinden, bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    'viewer-cannot-change': 'Sie können dies ansehen, aber nicht ändern oder prüfen. Bitten Sie jemanden mit Bearbeitungsrechten.',
    'not-found':
      'Wir haben diese Verbindung nicht gefunden. Vielleicht gehört sie zu einem anderen Browser oder einer anderen Sitzung. Gehen Sie zur ersten Seite zurück, oder öffnen Sie Ihren Link erneut.',
    'method-not-allowed': 'Diese Seite und unser Server passen nicht zusammen. Laden Sie die Seite neu; Ihre Eingaben bleiben erhalten.',
    'rate-limited': 'Zu viele Anfragen in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es dann erneut.',
    'launch-token-required': 'Ihre Sitzung ist beendet. Öffnen Sie die Seite erneut dort, wo Sie herkamen.',
    'launch-token-refused': 'Dieser Link hat nicht funktioniert. Öffnen Sie die Seite erneut dort, wo Sie herkamen.',
    'launch-token-used': 'Dieser Link wurde bereits verwendet. Öffnen Sie die Seite erneut dort, wo Sie herkamen.',
    'not-ready': 'Unser Server ist noch nicht bereit. Versuchen Sie es gleich noch einmal.',
    'connection-unreadable':
      'Unser Eintrag zu dieser Verbindung ist beschädigt. Die Rolle in AWS ist davon nicht betroffen. Wenden Sie sich an den Support und nennen Sie die Kontonummer.',
    internal: 'Auf unserer Seite ist etwas schiefgegangen. In AWS hat sich nichts geändert; versuchen Sie es gleich noch einmal.',
  },
})
