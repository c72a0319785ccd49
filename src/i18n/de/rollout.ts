import { awsCliProfilesMessages } from '#core/artifacts/rollout/aws-cli-profiles.ts'
import { stackSetMessages } from '#core/artifacts/rollout/stack-set.ts'
import { terraformCallsMessages } from '#core/artifacts/rollout/terraform-calls.ts'
import { terraformModuleMessages } from '#core/artifacts/rollout/terraform-module.ts'

stackSetMessages.translate('de', {
  title: 'CloudFormation StackSet',
  purpose:
    'Legt alle Rollen aus einem Stack im Verwaltungskonto Ihrer Organisation oder in dem eines delegierten Administrators für StackSets an. AWS arbeitet die Konten nacheinander ab, Hunderte dauern also Stunden.',
  needs: [
    'das Verwaltungskonto einer Organisation mit allen Funktionen oder ein delegierter Administrator für StackSets (dann CallAs auf DELEGATED_ADMIN setzen)',
    'vertrauenswürdiger Zugriff für StackSets in AWS Organizations, einmal je Organisation (in der CloudFormation-Konsole unter StackSets „Activate trusted access“ oder aws cloudformation activate-organizations-access)',
    'die ID der Wurzel der Organisation oder einer Organisationseinheit, die alle diese Konten enthält (aws organizations list-roots)',
    'ein eigener Stack für das Verwaltungskonto, das StackSets auslassen (siehe dort „Rolle anlegen“)',
    'ein S3-Bucket, wenn die Vorlage größer als 51.200 Bytes ist (die CloudFormation-Konsole legt beim Hochladen einen an)',
  ],
  undo: 'Löschen Sie den aus der Vorlage angelegten Stack mit derselben Identität. Das löscht das StackSet, seine Stacks und die Rollen und beendet den Zugriff.',
})

awsCliProfilesMessages.translate('de', {
  title: 'AWS CLI (alle Profile)',
  purpose:
    'In einem Terminal mit einem Profil für jedes Konto ausführen. Die Befehle ermitteln das Konto jedes Profils und legen die Rolle an, wenn das Konto in Ihrer Liste steht. Sie können sie erneut ausführen, um fortzufahren.',
  needs: [
    'AWS CLI 2 mit einem angemeldeten Profil für jedes Konto (oder PROFILES mit den Namen von Profilen, einer je Zeile)',
    'bash oder zsh',
  ],
  undo: (roleNames) => `Löschen Sie die Rolle ${roleNames} in jedem Konto. Der Zugriff endet innerhalb von Sekunden.`,
})

terraformModuleMessages.translate('de', {
  title: 'Terraform-Modul',
  purpose:
    'Ein Modul für alle Konten. Verwenden Sie es einmal je Konto, in Ihrer eigenen Schleife über Konten (Workspaces, Terragrunt, eine Pipeline) oder im Root-Modul des nächsten Tabs.',
  needs: [
    'Terraform 1.2 oder OpenTofu 1.6, oder neuer',
    'der Provider hashicorp/aws 4 oder neuer, für jedes Konto konfiguriert',
    'diese Datei als account-access/main.tf',
  ],
  undo: 'Führen Sie terraform destroy für das Modul in jedem Konto aus, oder entfernen Sie seine Aufrufe und wenden Sie erneut an. Der Zugriff endet innerhalb von Sekunden.',
})

terraformCallsMessages.translate('de', {
  title: 'Terraform-Root-Modul',
  purpose:
    'Ruft das Modul des vorigen Tabs für jedes Konto mit je einem Provider auf, weil Terraform keine Schleife über Provider kennt. OpenTofu 1.9 kann es mit for_each im Provider. Terraform startet für jeden Provider einen Prozess: Ab etwa 20 Konten sind das StackSet oder eine eigene Schleife besser.',
  needs: [
    'das Modul des vorigen Tabs als account-access/main.tf neben dieser Datei',
    'in jedem Konto eine Rolle, die Terraform annehmen darf, etwa OrganizationAccountAccessRole, die AWS Organizations in neuen Konten anlegt',
  ],
  undo: 'Führen Sie terraform destroy aus. Oder entfernen Sie die Aufrufe, wenden Sie an und entfernen Sie dann ihre Provider. Der Zugriff endet innerhalb von Sekunden.',
})
