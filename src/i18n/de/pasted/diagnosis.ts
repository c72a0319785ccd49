import { diagnosePastedMessages } from '#core/pasted/diagnose-pasted.ts'
import { fixMessages } from '#core/pasted/fix.ts'
import { fixesMessages } from '#core/pasted/fixes.ts'
import { insufficientInputMessages } from '#core/pasted/insufficient-input.ts'
import { toolFixesMessages } from '#core/pasted/tool-fixes.ts'
import { trusted } from './trusted.ts'

diagnosePastedMessages.translate('de', {
  emptySentence: 'Es wurde nichts eingefügt.',
  emptyDetail: 'Fügen Sie die Ausgabe von aws iam get-role, die Vertrauensrichtlinie oder die Ereignisse des Stacks ein.',
  brokenSentence: 'Ungültiges JSON.',
  brokenDetail: 'Etwas fehlt, ist überzählig oder falsch geschrieben. Kopieren Sie die ganze Ausgabe noch einmal.',
  yamlSentence: 'Der Text sieht nach YAML aus, aber wir erkennen darin keine Ausgabe von AWS.',
  yamlDetail: 'Führen Sie den Befehl mit --output json aus, und fügen Sie alles ein.',
  outputSentence: 'Diese Ausgabe ist kein JSON.',
  outputDetail: (command) => `Führen Sie diesen Befehl aus, und fügen Sie seine ganze Ausgabe ein: ${command}`,
  logSentence: 'Die Zeilen des Protokolls in diesem Text zeigen keinen Fehler.',
  logDetail:
    'Fügen Sie die Zeile ein, die vom Fehler berichtet, etwa eine mit level=error, AccessDenied oder "not authorized to perform". Sie nennt die Rolle und die Aktion. Oft steht sie am Ende des Protokolls.',
  reportSentence: 'Der Text zeigt keinen Fehler von AWS, den wir erkennen.',
  reportDetail:
    'Fügen Sie den Fehler selbst ein, zum Beispiel eine Zeile mit AccessDenied oder „is not authorized to perform“. Verbirgt ein Programm ihn, steht er in seinem Debug-Log. AWS CloudTrail zeigt jeden verweigerten Aufruf. Um die Rolle zu prüfen, fügen Sie die Ausgabe von aws iam get-role ein.',
  planSentence: 'Das ist ein Plan von Terraform. Er zeigt, was Terraform ändern würde, und enthält keine ganze Vertrauensrichtlinie.',
  planDetail: (command) =>
    `Ein Plan ändert nichts, deshalb ist die Rolle in AWS vielleicht noch wie vorher. Hat Terraform mit einem Fehler geendet, fügen Sie ihn ein. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${command}`,
  sourceSentence: 'Das sieht nach Quelltext oder Terraform aus. Eine Vertrauensrichtlinie oder ein Fehler ließ sich darin nicht lesen.',
  sourceDetail: (command) =>
    `Ist es gescheitert, fügen Sie den Fehlertext ein, mit dem es geendet hat. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${command}`,
  otherSentence: 'Diesen Text erkennen wir nicht.',
  otherDetail: 'Fügen Sie die Ausgabe von aws iam get-role, die Vertrauensrichtlinie, die Ereignisse des Stacks oder den Fehlertext ein.',
  refusedSentence: 'Die Vertrauensrichtlinie lehnt den Aufruf der Anwendung ab. Welcher Teil das verursacht, ließ sich nicht feststellen.',
  refusedDetail: 'Ersetzen Sie sie durch die korrigierte Richtlinie.',
  openSentence:
    'Die Vertrauensrichtlinie erlaubt einen Aufruf, den sie ablehnen muss. Welcher Teil das verursacht, ließ sich nicht feststellen.',
  openDetail: 'Ersetzen Sie sie durch die korrigierte Richtlinie.',
  unknownSentence: 'Der Text zeigt nicht, ob die Vertrauensrichtlinie den richtigen Aufruf erlaubt und alle anderen ablehnt.',
  unknownDetail: 'Ein Teil hängt von Werten ab, die nicht im Text stehen. Ersetzen Sie sie durch die korrigierte Richtlinie.',
  roleSentence: 'Die Rolle entspricht der Anforderung.',
  roleDetail:
    'Schlägt der Zugriff weiter fehl, braucht AWS vielleicht noch einige Sekunden, oder eine Ressourcenkontrollrichtlinie Ihrer Organisation blockiert den Aufruf.',
  trustSentence: 'Die Vertrauensrichtlinie entspricht der Anforderung.',
  trustDetail: (roleArn) => `Der Text zeigt nicht, zu welcher Rolle sie gehört. Der ARN der Rolle muss ${roleArn} sein.`,
  attachedDetail: (roleName) =>
    `Der Text zeigt nicht, ob die angeforderten verwalteten Richtlinien angehängt sind. Fügen Sie auch die Ausgabe ein von: aws iam list-attached-role-policies --role-name ${roleName} --output json`,
})

insufficientInputMessages.translate('de', {
  notEnough: 'Der eingefügte Text entspricht der Anforderung, zeigt aber nicht die Vertrauensrichtlinie.',
  namesAlone: 'Der eingefügte Text zeigt die Vertrauensrichtlinie der Rolle nicht.',
  pasteRole: (roleName) => `Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  errorAlone: 'Dieser Fehler sagt nicht, was an der Rolle falsch ist.',
  errorDetail: (message, roleName) =>
    `${message === '' ? '' : `AWS meldet: ${message} `}Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  rightCaller: 'Das Terminal ist im richtigen Konto angemeldet, aber der Text zeigt die Rolle nicht.',
  ownSession: (roleName) => `Der Text zeigt eine Sitzung von ${roleName}. Es gibt die Rolle also, und ihr Aufrufer konnte sie annehmen.`,
  ownSessionDetail: (vendor) =>
    `Schlägt ein anderes Programm oder ${vendor} fehl, ruft es mit anderen Anmeldeinformationen auf, oder es scheitert davor oder danach. Fügen Sie den Fehler ein, den es zeigt.`,
  forCertainty: (roleName) => `Um sicherzugehen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  openValues: (open) =>
    `Soweit der Text es zeigt, entspricht die Vertrauensrichtlinie der Anforderung. Der Wert von ${open} steht nicht im Text.`,
  openPermissions: (open) =>
    `Soweit der Text es zeigt, entspricht die Berechtigungsrichtlinie der Anforderung. Der Wert von ${open} steht nicht im Text.`,
  dynamicBlocks: (open) => `Der Text zeigt nicht die ganze Vertrauensrichtlinie. Terraform ergänzt sie durch ${open}.`,
  notShown: (open) => `Der Wert von ${open} steht nicht im Text.`,
  openValuesDetail: (externalId, plan, paste) => `Die externe ID muss ${externalId} sein, der Prinzipal ${trusted(plan)}. ${paste}`,
  defaults: (defaults) => `Mit dem Vorgabewert von ${defaults} entspricht die Vertrauensrichtlinie der Vorlage der Anforderung.`,
  defaultsDetail: (paste) => `Der Wert lässt sich beim Start des Stacks ändern. ${paste}`,
})

fixMessages.translate('de', {
  signIn: (accountId) => `Melden Sie sich im Konto ${accountId} an.`,
})

fixesMessages.translate('de', {
  run: 'Führen Sie den Befehl aus, zum Beispiel in AWS CloudShell.',
  deleteStack: (stackName) => `Löschen Sie in CloudFormation den Stack ${stackName}.`,
  launchUnchanged: 'Starten Sie ihn von dieser Seite aus neu, und lassen Sie die Parameter unverändert.',
  openTrust: (roleName) => `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Trust relationships“, und wählen Sie „Edit trust policy“.`,
  replaceTrust: 'Ersetzen Sie den ganzen Text durch die korrigierte Richtlinie und wählen Sie „Update policy“.',
  openPolicy: (roleName, policyName) => `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“, und dort die Richtlinie ${policyName}.`,
  replacePolicy: 'Wählen Sie „JSON“, ersetzen Sie den ganzen Text durch die korrigierte Richtlinie und speichern Sie.',
  deletePolicy: (roleName, policyName) =>
    `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“. Hat die Rolle die Inline-Richtlinie ${policyName}, entfernen Sie sie, denn es wurde keine Inline-Richtlinie angefordert.`,
  findUsers:
    'Finden Sie heraus, wer die Rolle mit dem falschen Namen oder Pfad nutzt. Löschen Sie sie erst, wenn Sie wissen, dass kein anderes Team sie nutzt.',
  createRole: (roleArn) => `Legen Sie die Rolle ${roleArn} auf einem der Wege auf dieser Seite neu an.`,
  runTab: 'Führen Sie die Befehle des Tabs „AWS CLI“ aus; sie legen die Rolle unter dem richtigen Namen an.',
  openRole: (roleName) => `Öffnen Sie IAM, „Roles“, ${roleName}, und wählen Sie unter „Summary“ „Edit“.`,
  setDuration: (number) => `Setzen Sie die maximale Sitzungsdauer auf ${number} Stunden.`,
  attachPolicies: (roleName, names) =>
    `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“, wählen Sie „Add permissions“, „Attach policies“, und hängen Sie an: ${names}.`,
  detachPolicies: (roleName) =>
    `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“, markieren Sie die Richtlinien, die nicht angefordert wurden, und wählen Sie „Remove“.`,
  openBoundary: (roleName) => `Öffnen Sie IAM, „Roles“, ${roleName}, Tab „Permissions“, Abschnitt „Permissions boundary“.`,
  dropBoundary: 'Entfernen Sie die Berechtigungsgrenze, oder sorgen Sie dafür, dass sie jede Aktion der Berechtigungsrichtlinie zulässt.',
  setBoundary: (permissionsBoundary) => `Setzen Sie ${permissionsBoundary}.`,
  askOrganization: (vendorAccountId, vendor) =>
    `Bitten Sie die Administration Ihrer AWS-Organisation, das Konto ${vendorAccountId} von ${vendor} zuzulassen.`,
  checkAccount: 'Prüfen Sie das Konto und führen Sie den Befehl erneut aus.',
  removeReason: 'Beheben Sie die oben genannte Ursache.',
  deleteRolledBack: (stackName) =>
    `Hat der Stack ${stackName} den Status ROLLBACK_COMPLETE, löschen Sie ihn. Er lässt sich nicht wiederverwenden. Hat er einen anderen Status, löschen Sie ihn nicht, denn vielleicht nutzt ein anderes Team ihn.`,
  launchAgain: 'Starten Sie ihn von dieser Seite aus neu.',
})

toolFixesMessages.translate('de', {
  replaceInConfiguration: (filename) =>
    `Ersetzen Sie in Ihrer Konfiguration die Rolle und ihre Richtlinie durch den Inhalt von ${filename}. Behalten Sie die Namen Ihrer Ressourcen. Mit neuen Namen würde Terraform eine zweite Rolle anlegen, und Rollennamen müssen eindeutig sein.`,
  readPlan: 'Prüfen Sie den Plan, bevor Sie ihn anwenden. Er macht auch manuelle Änderungen rückgängig.',
  replaceInApp: (filename) =>
    `Ersetzen Sie in Ihrer App den Stack durch den Inhalt von ${filename}. Behalten Sie die IDs Ihrer Konstrukte. Mit neuen IDs würde CloudFormation eine zweite Rolle anlegen, und Rollennamen müssen eindeutig sein.`,
  noChanges:
    'Meldet das CDK keine Änderungen, wurde die Rolle manuell geändert. Führen Sie cdk destroy AccountAccessRole aus und danach das Deployment noch einmal.',
  replaceInProgram: (filename) =>
    `Ersetzen Sie in Ihrem Programm die Rolle und ihre Richtlinie durch den Inhalt von ${filename}. Behalten Sie die Namen Ihrer Ressourcen. Mit neuen Namen würde Pulumi eine zweite Rolle anlegen, und Rollennamen müssen eindeutig sein.`,
  readPreview: 'Prüfen Sie die Vorschau, bevor Sie sie bestätigen. Sie macht auch manuelle Änderungen rückgängig.',
  run: 'Führen Sie den Befehl aus.',
  removeReason: 'Beheben Sie die oben genannte Ursache.',
  runAgain: 'Führen Sie den Befehl erneut aus.',
  signInToStackSet: 'Melden Sie sich in dem Konto an, in dem das StackSet liegt.',
  deleteStacks: (accountId) =>
    `Öffnen Sie das StackSet in CloudFormation, und wählen Sie für das Konto ${accountId} „Delete stacks from StackSet“, ohne den Stack zu behalten.`,
  addStacks:
    'Wählen Sie „Add stacks to StackSet“ für dasselbe Konto, in einer Region, und überschreiben Sie die Parameter mit der Konto-ID und der externen ID von dieser Seite.',
})
