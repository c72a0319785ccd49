import { diagnosePastedMessages } from '#core/pasted/diagnose-pasted.ts'
import { insufficientInputMessages } from '#core/pasted/insufficient-input.ts'

diagnosePastedMessages.translate('de', {
  emptySentence: 'Es wurde nichts eingefügt.',
  emptyDetail: 'Fügen Sie die Ausgabe von aws iam get-role, die Vertrauensrichtlinie oder die Ereignisse des Stacks ein.',
  brokenSentence: 'Der Text beginnt wie JSON und ist keines.',
  brokenDetail: 'Ein Teil fehlt, oder ein Zeichen ist falsch oder zu viel. Kopieren Sie die ganze Ausgabe noch einmal.',
  yamlSentence: 'Der Text sieht nach YAML aus und ist keine Antwort von AWS, die hier bekannt ist.',
  yamlDetail: 'Führen Sie den Befehl mit --output json aus, und fügen Sie alles ein.',
  outputSentence: 'Diese Ausgabe ist kein JSON.',
  outputDetail: (command) => `Führen Sie diesen Befehl aus, und fügen Sie seine ganze Ausgabe ein: ${command}`,
  otherSentence: 'Der Text ist keiner, der hier bekannt ist.',
  otherDetail: 'Fügen Sie die Ausgabe von aws iam get-role, die Vertrauensrichtlinie, die Ereignisse des Stacks oder den Fehlertext ein.',
  refusedSentence: 'Die Vertrauensrichtlinie weist den richtigen Aufruf ab, auf eine Weise, die hier keinen Namen hat.',
  refusedDetail: 'Ersetzen Sie sie durch die berichtigte Richtlinie.',
  openSentence:
    'Die Vertrauensrichtlinie lässt einen Aufruf herein, der abgewiesen werden muss, auf eine Weise, die hier keinen Namen hat.',
  openDetail: 'Ersetzen Sie sie durch die berichtigte Richtlinie.',
  unknownSentence:
    'Ob die Vertrauensrichtlinie den richtigen Aufruf hereinlässt und keinen anderen, lässt sich an ihrem Text nicht erkennen.',
  unknownDetail:
    'Sie hat einen Teil, dessen Ergebnis von etwas abhängt, das hier nicht bekannt ist. Ersetzen Sie sie durch die berichtigte Richtlinie.',
  roleSentence: 'Die Rolle ist so, wie sie verlangt war.',
  roleDetail:
    'Antwortet sie immer noch nicht, braucht AWS vielleicht noch einige Sekunden, oder eine Ressourcenkontrollrichtlinie Ihrer Organisation hält den Aufruf auf.',
  trustSentence: 'Die Vertrauensrichtlinie ist so, wie sie verlangt war.',
  trustDetail: (roleArn) => `Zu welcher Rolle sie gehört, war nicht zu sehen. Der ARN der Rolle muss ${roleArn} sein.`,
})

insufficientInputMessages.translate('de', {
  notEnough: 'Was eingefügt wurde, ist so, wie es verlangt war, und zeigt die Vertrauensrichtlinie nicht.',
  pasteRole: (roleName) => `Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  errorAlone: 'Dieser Fehler sagt nicht, was an der Rolle falsch ist.',
  errorDetail: (message, roleName) =>
    `AWS sagte: ${message} Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  rightCaller: 'Das Terminal ist im richtigen Konto angemeldet, und die Rolle selbst war nicht zu sehen.',
  forCertainty: (roleName) => `Um sicherzugehen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  openValues: (open) =>
    `Soweit die Vorlage es sagt, ist die Vertrauensrichtlinie so, wie sie verlangt war; was für ${open} angegeben wird, geht aus dem Text nicht hervor.`,
  openValuesDetail: (externalId, vendorAccountId, paste) =>
    `Die externe ID muss ${externalId} ergeben, und der Prinzipal das Konto ${vendorAccountId}. ${paste}`,
  defaults: (defaults) => `Mit dem Vorgabewert von ${defaults} ist die Vertrauensrichtlinie der Vorlage so, wie sie verlangt war.`,
  defaultsDetail: (paste) => `Beim Start des Stacks kann ein anderer Wert angegeben werden. ${paste}`,
})
