import { inPhrases, type Phrases } from '#core/rules/phrases.ts'
import { rolloutMessages } from '#wizard/words/sentence-messages.ts'

export const rolloutPhrases: Phrases = {
  'stack-set': {
    'CloudFormation StackSet': 'CloudFormation StackSet',
    'create all roles from one stack in the management account of your organization, or in that of a delegated administrator for StackSets; AWS works through the accounts one after another, so hundreds take hours':
      'alle Rollen aus einem Stack im Verwaltungskonto Ihrer Organisation oder in dem eines delegierten Administrators für StackSets anlegen; AWS arbeitet die Konten nacheinander ab, Hunderte dauern also Stunden',
    'The management account of an organization with all features, or a delegated administrator for StackSets (then set CallAs to DELEGATED_ADMIN)':
      'das Verwaltungskonto einer Organisation mit allen Funktionen oder ein delegierter Administrator für StackSets (dann CallAs auf DELEGATED_ADMIN setzen)',
    'Trusted access between StackSets and Organizations: in the CloudFormation console under StackSets, Activate trusted access, or aws cloudformation activate-organizations-access; once for the organization':
      'vertrauenswürdiger Zugriff zwischen StackSets und Organizations: in der CloudFormation-Konsole unter StackSets „Activate trusted access“ oder aws cloudformation activate-organizations-access; einmal für die Organisation',
    'The ID of the root of the organization or of an organizational unit with all these accounts in it (aws organizations list-roots)':
      'die ID der Wurzel der Organisation oder einer Organisationseinheit, in der alle diese Konten liegen (aws organizations list-roots)',
    'A stack of its own for the management account, which stack sets leave out: see its Create role screen':
      'ein eigener Stack für das Verwaltungskonto, das StackSets auslassen: siehe dort „Rolle anlegen“',
    'A bucket for the template where it is larger than 51,200 bytes; the CloudFormation console makes one by itself when you upload the file':
      'ein Bucket für die Vorlage, wenn sie größer als 51.200 Bytes ist; die CloudFormation-Konsole legt selbst einen an, wenn Sie die Datei hochladen',
    'Delete the stack that you created from the template, as the same caller. It deletes the stack set, its stacks and the roles with them; the access ends.':
      'Löschen Sie den aus der Vorlage angelegten Stack mit derselben Identität. Das löscht das StackSet, seine Stacks und mit ihnen die Rollen; der Zugriff endet.',
  },
  'aws-cli-profiles': {
    'AWS CLI, all profiles': 'AWS CLI, alle Profile',
    'create the roles from a terminal that has a profile for each account; it asks each profile for its account, takes those of the list, and can be run again for what is left':
      'die Rollen aus einem Terminal anlegen, das für jedes Konto ein Profil hat; es fragt jedes Profil nach seinem Konto, nimmt die aus der Liste und kann für den Rest erneut laufen',
    'AWS CLI, version 2, with a signed-in profile for each account (or PROFILES set to the names of some, one a line)':
      'AWS CLI, Version 2, mit einem angemeldeten Profil für jedes Konto (oder PROFILES mit den Namen einiger, einer je Zeile)',
    'bash or zsh': 'bash oder zsh',
    'Delete the role {0} in each account. The access ends at once.': 'Löschen Sie die Rolle {0} in jedem Konto. Der Zugriff endet sofort.',
  },
  'terraform-module': {
    'Terraform module': 'Terraform-Modul',
    'keep the roles with the rest of your infrastructure: one module for all accounts, used once for each, by your own loop over accounts (workspaces, Terragrunt, a pipeline) or by the file of calls in the next tab':
      'die Rollen bei Ihrer übrigen Infrastruktur führen: ein Modul für alle Konten, für jedes einmal verwendet, durch Ihre eigene Schleife über Konten (Workspaces, Terragrunt, eine Pipeline) oder durch die Datei mit Aufrufen im nächsten Tab',
    'Terraform 1.2 or OpenTofu 1.6, or newer': 'Terraform 1.2 oder OpenTofu 1.6 oder neuer',
    'The hashicorp/aws provider, version 4 or newer, configured for each account':
      'der Provider hashicorp/aws, Version 4 oder neuer, für jedes Konto konfiguriert',
    'The file as account-access/main.tf': 'die Datei als account-access/main.tf',
    'Run terraform destroy for the module in each account, or remove its calls and apply again. The access ends at once.':
      'Führen Sie terraform destroy für das Modul in jedem Konto aus, oder entfernen Sie seine Aufrufe und wenden Sie erneut an. Der Zugriff endet sofort.',
  },
  'terraform-calls': {
    'Terraform calls': 'Terraform-Aufrufe',
    'call the module of the tab before for every account from one configuration, with one provider for each, since Terraform cannot loop over providers; OpenTofu 1.9 can, with for_each in the provider. Terraform starts a process for each provider: for more than some twenty accounts prefer the stack set or a loop of your own':
      'das Modul des vorigen Tabs aus einer Konfiguration für jedes Konto aufrufen, mit einem Provider für jedes, weil Terraform keine Schleife über Provider kennt; OpenTofu 1.9 kann es mit for_each im Provider. Terraform startet für jeden Provider einen Prozess: Ab etwa zwanzig Konten sind das StackSet oder eine eigene Schleife besser',
    'The module of the tab before, as account-access/main.tf beside this file':
      'das Modul des vorigen Tabs als account-access/main.tf neben dieser Datei',
    'In each account a role that Terraform may assume, such as OrganizationAccountAccessRole, which AWS Organizations makes in accounts that it creates':
      'in jedem Konto eine Rolle, die Terraform annehmen darf, etwa OrganizationAccountAccessRole, die AWS Organizations in selbst angelegten Konten einrichtet',
    'Run terraform destroy, or remove the calls, apply, and then remove their providers. The access ends at once.':
      'Führen Sie terraform destroy aus, oder entfernen Sie die Aufrufe, wenden Sie an und entfernen Sie dann ihre Provider. Der Zugriff endet sofort.',
  },
}

rolloutMessages.translate('de', { say: inPhrases(rolloutPhrases) })
