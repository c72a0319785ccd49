import type { NoScriptWords } from '#wizard/words/no-script.ts'

export const noScript: NoScriptWords = {
  text: 'Diese Seite braucht JavaScript, um die Richtlinien für Ihr AWS-Konto zu erstellen. Es wurde nichts gesendet. Schalten Sie JavaScript ein, oder bitten Sie den Anbieter, der Sie hierher geschickt hat, um die Vorlage und die Befehle.',
}
