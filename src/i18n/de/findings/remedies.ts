import type { Phrases } from '#core/rules/phrases.ts'

/** How to put a role right. */
export const remedies: Phrases = {
  remedies: {
    'Sign in to account {0}.': 'Melden Sie sich im Konto {0} an.',
    'Run the command, for example in AWS CloudShell.': 'Führen Sie den Befehl aus, zum Beispiel in AWS CloudShell.',
    'In CloudFormation, delete the stack {0}.': 'Löschen Sie in CloudFormation den Stack {0}.',
    'Launch it again from this page, and leave the parameters as they are.':
      'Starten Sie ihn von dieser Seite aus neu und lassen Sie die Parameter, wie sie sind.',
    'Open IAM, Roles, {0}, tab "Trust relationships", and choose "Edit trust policy".':
      'Öffnen Sie IAM, „Roles“, {0}, Tab „Trust relationships“, und wählen Sie „Edit trust policy“.',
    'Replace the whole text with the corrected policy, and choose "Update policy".':
      'Ersetzen Sie den ganzen Text durch die korrigierte Richtlinie und wählen Sie „Update policy“.',
    'Open IAM, Roles, {0}, tab "Permissions", and open the policy {1}.':
      'Öffnen Sie IAM, „Roles“, {0}, Tab „Permissions“, und dort die Richtlinie {1}.',
    'Choose "JSON", replace the whole text with the corrected policy, and save it.':
      'Wählen Sie „JSON“, ersetzen Sie den ganzen Text durch die korrigierte Richtlinie und speichern Sie.',
    'Find out who uses the role that has the wrong name or path. Don’t delete it while another team may use it.':
      'Finden Sie heraus, wer die Rolle mit dem falschen Namen oder Pfad nutzt. Löschen Sie sie nicht, solange ein anderes Team sie nutzen kann.',
    'Create the role {0} again in one of the ways on this page.': 'Legen Sie die Rolle {0} auf einem der Wege dieser Seite neu an.',
    'Run the commands of the tab "AWS CLI", which create the role under its right name.':
      'Führen Sie die Befehle des Tabs „AWS CLI“ aus; sie legen die Rolle unter dem richtigen Namen an.',
    'Open IAM, Roles, {0}, and choose "Edit" in the summary.': 'Öffnen Sie IAM, „Roles“, {0}, und wählen Sie unter „Summary“ „Edit“.',
    'Set the maximum session duration to {0} hours.': 'Setzen Sie die maximale Sitzungsdauer auf {0} Stunden.',
    'Open IAM, Roles, {0}, tab "Permissions", section "Permissions boundary".':
      'Öffnen Sie IAM, „Roles“, {0}, Tab „Permissions“, Abschnitt „Permissions boundary“.',
    'Remove the boundary, or see that it allows every action of the permissions policy.':
      'Entfernen Sie die Berechtigungsgrenze, oder sorgen Sie dafür, dass sie jede Aktion der Berechtigungsrichtlinie zulässt.',
    'Set {0}.': 'Setzen Sie {0}.',
    'Ask the administrator of your AWS organization, and name account {0} of {1}.':
      'Fragen Sie die Administration Ihrer AWS-Organisation und nennen Sie das Konto {0} von {1}.',
    'Check the account, and run the command again.': 'Prüfen Sie das Konto und führen Sie den Befehl erneut aus.',
    'Remove the reason that the stack gives.': 'Beheben Sie die Ursache, die der Stack nennt.',
    'If the stack {0} has the status ROLLBACK_COMPLETE, delete it: it can’t be used again. Don’t delete one with another status: another team may use it.':
      'Hat der Stack {0} den Status ROLLBACK_COMPLETE, löschen Sie ihn: Er ist nicht wieder verwendbar. Löschen Sie keinen mit einem anderen Status: Ein anderes Team nutzt ihn vielleicht.',
    'Launch it again from this page.': 'Starten Sie ihn von dieser Seite aus neu.',
    'In your configuration, replace the role and its policy by what stands in {0}. Keep the names that your resources have: under new names Terraform would create a second role, which cannot have the same name.':
      'Ersetzen Sie in Ihrer Konfiguration die Rolle und ihre Richtlinie durch das, was in {0} steht. Behalten Sie die Namen Ihrer Ressourcen: Unter neuen Namen würde Terraform eine zweite Rolle anlegen, die nicht denselben Namen haben kann.',
    'In your app, replace the stack by what stands in {0}. Keep the IDs that your constructs have: under new IDs CloudFormation would create a second role, which cannot have the same name.':
      'Ersetzen Sie in Ihrer App den Stack durch das, was in {0} steht. Behalten Sie die IDs Ihrer Konstrukte: Unter neuen IDs würde CloudFormation eine zweite Rolle anlegen, die nicht denselben Namen haben kann.',
    'In your program, replace the role and its policy by what stands in {0}. Keep the names that your resources have: under new names Pulumi would create a second role, which cannot have the same name.':
      'Ersetzen Sie in Ihrem Programm die Rolle und ihre Richtlinie durch das, was in {0} steht. Behalten Sie die Namen Ihrer Ressourcen: Unter neuen Namen würde Pulumi eine zweite Rolle anlegen, die nicht denselben Namen haben kann.',
    'Run the command.': 'Führen Sie den Befehl aus.',
    'Run the command again.': 'Führen Sie den Befehl erneut aus.',
    'Read the plan before you confirm it. It also takes back what was changed by hand.':
      'Lesen Sie den Plan, bevor Sie ihn bestätigen. Er nimmt auch zurück, was von Hand geändert wurde.',
    'Read the preview before you confirm it. It also takes back what was changed by hand.':
      'Lesen Sie die Vorschau, bevor Sie sie bestätigen. Sie nimmt auch zurück, was von Hand geändert wurde.',
    'If the CDK says that there are no changes, the role was changed by hand: run cdk destroy AccountAccessRole first, and deploy again.':
      'Sagt das CDK, dass es keine Änderungen gibt, wurde die Rolle von Hand geändert: Führen Sie zuerst cdk destroy AccountAccessRole aus und dann das Deployment erneut.',
    'Remove the reason that is given.': 'Beheben Sie die genannte Ursache.',
    'Sign in to the account that holds the StackSet.': 'Melden Sie sich in dem Konto an, in dem das StackSet liegt.',
    'In CloudFormation, StackSets, open it, and choose "Delete stacks from StackSet" for account {0}, without retaining the stack.':
      'Öffnen Sie es in CloudFormation, „StackSets“, und wählen Sie für das Konto {0} „Delete stacks from StackSet“, ohne den Stack zu behalten.',
    'Choose "Add stacks to StackSet" for the same account, in one region, with the account ID and the external ID of this page as overrides.':
      'Wählen Sie „Add stacks to StackSet“ für dasselbe Konto, in einer Region, mit der Konto-ID und der External ID dieser Seite als „overrides“.',
  },
}
