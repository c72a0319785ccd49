import { diagnosePastedMessages } from '#core/pasted/diagnose-pasted.ts'
import { fixMessages } from '#core/pasted/fix.ts'
import { fixesMessages } from '#core/pasted/fixes.ts'
import { insufficientInputMessages } from '#core/pasted/insufficient-input.ts'
import { toolFixesMessages } from '#core/pasted/tool-fixes.ts'

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

fixMessages.translate('de', {
  signIn: (accountId) => `Melden Sie sich im Konto ${accountId} an.`,
})

fixesMessages.translate('de', {
  run: 'Führen Sie den Befehl aus, zum Beispiel in AWS CloudShell.',
  deleteStack: (stackName) => `Löschen Sie in CloudFormation den Stack ${stackName}.`,
  launchUnchanged: 'Starten Sie ihn von dieser Seite aus neu und lassen Sie die Parameter, wie sie sind.',
  openTrust: (roleName) => `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Trust relationships“, und wählen Sie „Edit trust policy“.`,
  replaceTrust: 'Ersetzen Sie den ganzen Text durch die korrigierte Richtlinie und wählen Sie „Update policy“.',
  openPolicy: (roleName, policyName) => `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“, und dort die Richtlinie ${policyName}.`,
  replacePolicy: 'Wählen Sie „JSON“, ersetzen Sie den ganzen Text durch die korrigierte Richtlinie und speichern Sie.',
  findUsers:
    'Finden Sie heraus, wer die Rolle mit dem falschen Namen oder Pfad nutzt. Löschen Sie sie nicht, solange ein anderes Team sie nutzen kann.',
  createRole: (roleArn) => `Legen Sie die Rolle ${roleArn} auf einem der Wege dieser Seite neu an.`,
  runTab: 'Führen Sie die Befehle des Tabs „AWS CLI“ aus; sie legen die Rolle unter dem richtigen Namen an.',
  openRole: (roleName) => `Öffnen Sie IAM, „Roles“, ${roleName}, und wählen Sie unter „Summary“ „Edit“.`,
  setDuration: (number) => `Setzen Sie die maximale Sitzungsdauer auf ${number} Stunden.`,
  openBoundary: (roleName) => `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“, Abschnitt „Permissions boundary“.`,
  dropBoundary: 'Entfernen Sie die Berechtigungsgrenze, oder sorgen Sie dafür, dass sie jede Aktion der Berechtigungsrichtlinie zulässt.',
  setBoundary: (permissionsBoundary) => `Setzen Sie ${permissionsBoundary}.`,
  askOrganization: (vendorAccountId, vendor) =>
    `Fragen Sie die Administration Ihrer AWS-Organisation und nennen Sie das Konto ${vendorAccountId} von ${vendor}.`,
  checkAccount: 'Prüfen Sie das Konto und führen Sie den Befehl erneut aus.',
  removeReason: 'Beheben Sie die Ursache, die der Stack nennt.',
  deleteRolledBack: (stackName) =>
    `Hat der Stack ${stackName} den Status ROLLBACK_COMPLETE, löschen Sie ihn: Er ist nicht wieder verwendbar. Löschen Sie keinen mit einem anderen Status: Ein anderes Team nutzt ihn vielleicht.`,
  launchAgain: 'Starten Sie ihn von dieser Seite aus neu.',
})

toolFixesMessages.translate('de', {
  replaceInConfiguration: (filename) =>
    `Ersetzen Sie in Ihrer Konfiguration die Rolle und ihre Richtlinie durch das, was in ${filename} steht. Behalten Sie die Namen Ihrer Ressourcen: Unter neuen Namen würde Terraform eine zweite Rolle anlegen, die nicht denselben Namen haben kann.`,
  readPlan: 'Lesen Sie den Plan, bevor Sie ihn bestätigen. Er nimmt auch zurück, was von Hand geändert wurde.',
  replaceInApp: (filename) =>
    `Ersetzen Sie in Ihrer App den Stack durch das, was in ${filename} steht. Behalten Sie die IDs Ihrer Konstrukte: Unter neuen IDs würde CloudFormation eine zweite Rolle anlegen, die nicht denselben Namen haben kann.`,
  noChanges:
    'Sagt das CDK, dass es keine Änderungen gibt, wurde die Rolle von Hand geändert: Führen Sie zuerst cdk destroy AccountAccessRole aus und dann das Deployment erneut.',
  replaceInProgram: (filename) =>
    `Ersetzen Sie in Ihrem Programm die Rolle und ihre Richtlinie durch das, was in ${filename} steht. Behalten Sie die Namen Ihrer Ressourcen: Unter neuen Namen würde Pulumi eine zweite Rolle anlegen, die nicht denselben Namen haben kann.`,
  readPreview: 'Lesen Sie die Vorschau, bevor Sie sie bestätigen. Sie nimmt auch zurück, was von Hand geändert wurde.',
  run: 'Führen Sie den Befehl aus.',
  removeReason: 'Beheben Sie die genannte Ursache.',
  runAgain: 'Führen Sie den Befehl erneut aus.',
  signInToStackSet: 'Melden Sie sich in dem Konto an, in dem das StackSet liegt.',
  deleteStacks: (accountId) =>
    `Öffnen Sie es in CloudFormation, „StackSets“, und wählen Sie für das Konto ${accountId} „Delete stacks from StackSet“, ohne den Stack zu behalten.`,
  addStacks:
    'Wählen Sie „Add stacks to StackSet“ für dasselbe Konto, in einer Region, mit der Konto-ID und der External ID dieser Seite als „overrides“.',
})
