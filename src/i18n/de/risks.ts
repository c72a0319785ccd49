import { inPhrases, type Phrases } from '#core/rules/phrases.ts'
import { riskMessages } from '#wizard/words/sentence-messages.ts'

export const riskPhrases: Phrases = {
  'action-risks': {
    'Every object there could be copied out of your account. A copy cannot be called back.':
      'Jedes Objekt dort könnte aus Ihrem Konto kopiert werden. Eine Kopie lässt sich nicht zurückholen.',
    'Where versioning is on, what was overwritten or deleted could be copied out of your account as well.':
      'Wo die Versionierung eingeschaltet ist, könnte auch Überschriebenes und Gelöschtes aus Ihrem Konto kopiert werden.',
    'The tags of objects become known. They harm nobody unless you write secrets into them.':
      'Die Tags von Objekten werden bekannt. Sie schaden niemandem, solange Sie keine Geheimnisse hineinschreiben.',
    'The region of the bucket becomes known, and nothing else.': 'Die Region des Buckets wird bekannt, und sonst nichts.',
    'The names, sizes and dates of all objects become known. The content stays closed.':
      'Namen, Größen und Daten aller Objekte werden bekannt. Der Inhalt bleibt verschlossen.',
    'Any object there could be overwritten, also by something harmful to whoever opens it, and your storage could be filled. Versioning keeps what is overwritten.':
      'Jedes Objekt dort könnte überschrieben werden, auch mit etwas, das allen schadet, die es öffnen, und Ihr Speicher könnte gefüllt werden. Die Versionierung bewahrt, was überschrieben wird.',
    'Tags could be changed, and with them what your lifecycle rules and tag-based policies do to the objects.':
      'Tags könnten geändert werden, und mit ihnen, was Ihre Lebenszyklusregeln und tagbasierten Richtlinien mit den Objekten tun.',
    'Uploads that are under way could be cancelled and have to be made again. Finished objects stay.':
      'Laufende Uploads könnten abgebrochen werden und müssten wiederholt werden. Fertige Objekte bleiben.',
    'Every object there could be deleted. With versioning they can be brought back, without it they are lost.':
      'Jedes Objekt dort könnte gelöscht werden. Mit Versionierung lassen sie sich zurückholen, ohne sind sie verloren.',
    'Every version could be deleted for good, so versioning does not help; Object Lock and copies in another account do.':
      'Jede Version könnte endgültig gelöscht werden, Versionierung hilft also nicht; Object Lock und Kopien in einem anderen Konto helfen.',
    'Whatever is encrypted with this key could be read by whoever also gets hold of it. Alone, without the data, it shows nothing.':
      'Was mit diesem Schlüssel verschlüsselt ist, könnte lesen, wer auch an die Daten gelangt. Allein, ohne die Daten, verrät er nichts.',
    'The settings of the key become known. The key itself never leaves KMS.':
      'Die Einstellungen des Schlüssels werden bekannt. Der Schlüssel selbst verlässt KMS nie.',
    'More could be encrypted with this key, at the price of the requests. What you have stays as it is.':
      'Mit diesem Schlüssel könnte mehr verschlüsselt werden, zum Preis der Anfragen. Was Sie haben, bleibt, wie es ist.',
    'Every message could be read, and kept from your own programs for as long as it is in work.':
      'Jede Nachricht könnte gelesen und Ihren eigenen Programmen so lange vorenthalten werden, wie sie in Arbeit ist.',
    'The settings of the queue and the number of its messages become known.':
      'Die Einstellungen der Warteschlange und die Zahl ihrer Nachrichten werden bekannt.',
    'The address of the queue becomes known, and nothing else.': 'Die Adresse der Warteschlange wird bekannt, und sonst nichts.',
    'Forged messages could be sent, and whatever reads the queue would act on them.':
      'Gefälschte Nachrichten könnten gesendet werden, und was die Warteschlange liest, würde danach handeln.',
    'A message that was received could be kept from your own programs for up to 12 hours.':
      'Eine empfangene Nachricht könnte Ihren eigenen Programmen bis zu 12 Stunden vorenthalten werden.',
    'Messages could be received and deleted before your own programs see them. They are lost.':
      'Nachrichten könnten empfangen und gelöscht werden, bevor Ihre eigenen Programme sie sehen. Sie sind verloren.',
    'Every item whose key is known could be copied out of your account.':
      'Jedes Element, dessen Schlüssel bekannt ist, könnte aus Ihrem Konto kopiert werden.',
    'Every item whose partition key is known could be copied out of your account.':
      'Jedes Element, dessen Partitionsschlüssel bekannt ist, könnte aus Ihrem Konto kopiert werden.',
    'The whole table could be copied out of your account, at the price of reading it.':
      'Die ganze Tabelle könnte aus Ihrem Konto kopiert werden, zum Preis des Lesens.',
    'The settings and the size of the table become known. Its items stay closed.':
      'Die Einstellungen und die Größe der Tabelle werden bekannt. Ihre Elemente bleiben verschlossen.',
    'Any item could be replaced by a forged one. Point-in-time recovery brings the table back.':
      'Jedes Element könnte durch ein gefälschtes ersetzt werden. Die Point-in-Time-Wiederherstellung bringt die Tabelle zurück.',
    'Any item could be changed. Point-in-time recovery brings the table back.':
      'Jedes Element könnte geändert werden. Die Point-in-Time-Wiederherstellung bringt die Tabelle zurück.',
    'Any item could be replaced or deleted. Point-in-time recovery brings the table back.':
      'Jedes Element könnte ersetzt oder gelöscht werden. Die Point-in-Time-Wiederherstellung bringt die Tabelle zurück.',
    'Any item could be deleted. Point-in-time recovery brings the table back.':
      'Jedes Element könnte gelöscht werden. Die Point-in-Time-Wiederherstellung bringt die Tabelle zurück.',
    'Forged messages could be sent to everybody who subscribed, and they would come from your topic.':
      'Gefälschte Nachrichten könnten an alle gesendet werden, die abonniert haben, und sie kämen von Ihrem Thema.',
    'It covers several actions, also such as AWS may add later. Take it for the worst of them.':
      'Das umfasst mehrere Aktionen, auch solche, die AWS später hinzufügt. Gehen Sie von der schlimmsten davon aus.',
    'We have no words of our own for {0}. Take it for the worst that AWS documents of it.':
      'Für {0} haben wir keine eigenen Worte. Gehen Sie vom Schlimmsten aus, das AWS dazu dokumentiert.',
  },
}

riskMessages.translate('de', { say: inPhrases(riskPhrases) })
