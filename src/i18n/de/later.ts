import { pageMessages } from '#server/pages/link-card.ts'
import './artifacts.ts'
import './checks.ts'
import './connected.ts'
import './connection-lists.ts'
import './diagnose.ts'
import './diagnoses.ts'
import './disconnecting.ts'
import './editor.ts'
import './launch.ts'
import './receipt.ts'
import './review.ts'
import './risks.ts'
import './role.ts'
import './rotating.ts'
import './verification.ts'

pageMessages.translate('de', {
  title: (vendor) => `Ihr AWS-Konto mit ${vendor} verbinden`,
  description: (vendor, purpose) =>
    `${vendor} ${purpose}. Sie legen eine einzige IAM-Rolle an, die nur ${vendor} nutzen kann, und sehen, dass sie funktioniert. Nach Zugriffsschlüsseln wird nicht gefragt.`,
  demoTitle: (vendor) => `Demo: ein AWS-Konto mit ${vendor} verbinden`,
  demoDescription: 'Sehen Sie, wie es funktioniert. Alles ist simuliert: kein AWS-Konto, kein Server, und nichts verlässt die Seite.',
  picture: 'Eine Rolle in Ihrem Konto, dazwischen eine externe ID, und die Anwendung, die die Rolle nutzen darf',
  noScript:
    'Diese Seite braucht JavaScript, um die Richtlinien für Ihr AWS-Konto zu erstellen. Es wurde nichts gesendet. Schalten Sie JavaScript ein, oder bitten Sie den Anbieter, der Sie hierher geschickt hat, um die Vorlage und die Befehle.',
})
