import { awsCliMessages } from '#core/artifacts/aws-cli.ts'
import { awsCliPowerShellMessages } from '#core/artifacts/aws-cli-powershell.ts'
import { cdkMessages } from '#core/artifacts/cdk.ts'
import { cloudShellMessages } from '#core/artifacts/cloud-shell.ts'
import { cloudFormationMessages } from '#core/artifacts/cloudformation.ts'
import { consoleStepsMessages } from '#core/artifacts/console-steps.ts'
import { policyChangesMessages } from '#core/artifacts/policy-changes.ts'
import { permissionsPolicyMessages, trustPolicyMessages } from '#core/artifacts/policy-files.ts'
import { pulumiMessages } from '#core/artifacts/pulumi.ts'
import { quickCreateMessages } from '#core/artifacts/quick-create.ts'
import { terraformMessages } from '#core/artifacts/terraform.ts'
import { artifactViewMessages } from '#wizard/artifact-view/artifact-view-messages.ts'

const browser = 'ein im Konto angemeldeter Browser mit der Berechtigung, IAM-Rollen anzulegen'
const anyTool = 'die IAM-Konsole oder ein beliebiges Werkzeug, das Rollen anlegt'
const deleteRole = (roleName: string): string => `Löschen Sie die Rolle ${roleName}. Der Zugriff endet innerhalb von Sekunden.`
const deleteInConsole = (roleName: string): string =>
  `Löschen Sie die Rolle ${roleName} in der IAM-Konsole. Der Zugriff endet innerhalb von Sekunden.`

quickCreateMessages.translate('de', {
  title: 'Quick-Create-Link',
  purpose: 'Öffnet die AWS-Konsole mit ausgefülltem Stack. Setzen Sie das Häkchen zu IAM und wählen Sie „Create stack“.',
  needs: [browser],
  undo: (stackName, region) => `Löschen Sie den Stack ${stackName} in ${region}. Damit endet der Zugriff.`,
  unavailable: (url) =>
    `Es gibt keinen Quick-Create-Link: Diese Rolle braucht eine eigene Vorlage, und ein Link kann keine enthalten. Laden Sie die CloudFormation-Vorlage herunter und laden Sie sie in der Konsole hoch:\n${url}\n`,
})

cloudFormationMessages.translate('de', {
  title: 'CloudFormation-Vorlage',
  purpose:
    'Laden Sie die Vorlage herunter. Laden Sie sie dann in der CloudFormation-Konsole hoch, oder führen Sie den Befehl im selben Ordner aus.',
  needs: ['CAPABILITY_NAMED_IAM'],
  undo: (stackName, region) => `Löschen Sie den Stack ${stackName} in ${region}. Das löscht die Rolle und beendet den Zugriff.`,
})

awsCliMessages.translate('de', {
  title: 'AWS CLI',
  purpose: 'In einem beliebigen Terminal oder in AWS CloudShell ausführen. Im falschen Konto brechen die Befehle ab.',
  needs: ['AWS CLI 1 oder 2, im Konto angemeldet (in AWS CloudShell vorhanden)', 'bash oder zsh'],
  undo: deleteRole,
})

awsCliPowerShellMessages.translate('de', {
  title: 'AWS CLI (PowerShell)',
  purpose: 'In einem Windows-Terminal ausführen. Im falschen Konto brechen die Befehle ab.',
  needs: ['AWS CLI 1 oder 2, im Konto angemeldet', 'Windows PowerShell 5.1 oder PowerShell 7'],
  undo: deleteRole,
})

terraformMessages.translate('de', {
  title: 'Terraform',
  purpose: 'Fügen Sie diese Datei einer beliebigen Terraform- oder OpenTofu-Konfiguration hinzu.',
  needs: ['Terraform 1.2 oder OpenTofu 1.6, oder neuer', 'der Provider hashicorp/aws 4 oder neuer, für das Konto konfiguriert'],
  undo: 'Entfernen Sie die Datei und wenden Sie die Konfiguration erneut an, oder führen Sie terraform destroy aus, wenn sie sonst nichts enthält. Der Zugriff endet innerhalb von Sekunden.',
})

policyChangesMessages.translate('de', {
  remove: (policy, name) => `Wenn die Rolle ${name} die Inline-Richtlinie ${policy} hat, löschen Sie sie.`,
  attachTitle: 'Fügen Sie die verwalteten Richtlinien von AWS hinzu',
  attach: (arns) => `Fügen Sie der Rolle diese verwalteten Richtlinien von AWS hinzu: ${arns}.`,
  detach: (arns) => `Wenn der Rolle diese verwalteten Richtlinien von AWS angefügt sind, entfernen Sie sie: ${arns}.`,
  noPolicy: 'Die Rolle hat keine Inline-Richtlinie.',
})

trustPolicyMessages.translate('de', {
  title: 'Vertrauensrichtlinie',
  purpose: 'Legen Sie die Rolle von Hand an, oder vergleichen Sie dies mit Ihrer vorhandenen Rolle.',
  needs: [anyTool],
  undo: deleteInConsole,
})

permissionsPolicyMessages.translate('de', {
  title: 'Berechtigungsrichtlinie',
  purpose: 'Sehen Sie, was die Rolle darf, oder fügen Sie dies von Hand als einzige Inline-Richtlinie der Rolle hinzu.',
  needs: [anyTool],
  undo: deleteInConsole,
})

cloudShellMessages.translate('de', {
  title: 'CloudShell',
  purpose: 'Im Terminal der AWS-Konsole ausführen. Nichts zu installieren. Im falschen Konto brechen die Befehle ab.',
  needs: ['ein im Konto angemeldeter Browser mit der Berechtigung, IAM-Rollen anzulegen und AWS CloudShell zu nutzen'],
  undo: deleteRole,
})

cdkMessages.translate('de', {
  title: 'AWS CDK',
  purpose: 'Fügen Sie diesen Stack Ihrer CDK-App (TypeScript) hinzu.',
  needs: ['eine CDK-App in TypeScript mit aws-cdk-lib 2', 'die CDK CLI, im Konto angemeldet'],
  undo: (stackName) =>
    `Löschen Sie den Stack ${stackName} mit cdk destroy oder in CloudFormation. Das löscht die Rolle und beendet den Zugriff.`,
})

pulumiMessages.translate('de', {
  title: 'Pulumi',
  purpose: 'Fügen Sie diese Datei Ihrem Pulumi-Programm (TypeScript) hinzu.',
  needs: ['ein Pulumi-Projekt in TypeScript mit @pulumi/aws 6 oder neuer', 'die Pulumi CLI mit Zugangsdaten für das Konto'],
  undo: 'Entfernen Sie die Datei und führen Sie pulumi up aus, oder pulumi destroy, wenn das Programm sonst nichts enthält. Der Zugriff endet innerhalb von Sekunden.',
})

consoleStepsMessages.translate('de', {
  title: 'IAM-Konsole (Schritt für Schritt)',
  purpose: 'Legen Sie die Rolle von Hand in der IAM-Konsole an, nur mit Kopieren und Einfügen.',
  needs: [browser],
  undo: deleteInConsole,
  heading: 'Die Rolle in der AWS-Konsole anlegen',
  shortcut: (url) => `Direkt: ${url}`,
  signIn: {
    title: 'Öffnen Sie die IAM-Konsole',
    check: (account) =>
      `Öffnen Sie das Kontomenü oben rechts und prüfen Sie, dass **Account ID** \`${account}\` ist. Wenn nicht, melden Sie sich zuerst in diesem Konto an.`,
  },
  trust: {
    title: 'Legen Sie die Vertrauensrichtlinie fest',
    open: 'Wählen Sie in der Navigation **Roles**, dann **Create role**.',
    paste:
      'Wählen Sie **Custom trust policy**. Ersetzen Sie im Abschnitt **Custom trust policy** alles durch dies und wählen Sie **Next**:',
  },
  boundary: {
    title: 'Überspringen Sie zunächst die Berechtigungen',
    none: 'Wählen Sie unter **Add permissions** keine Richtlinie aus.',
    unset: 'Setzen Sie keine Berechtigungsgrenze.',
    set: 'Öffnen Sie **Set permissions boundary**, wählen Sie **Use a permissions boundary to control the maximum role permissions** und die Richtlinie mit diesem ARN:',
    next: 'Wählen Sie **Next**.',
  },
  managed: {
    title: 'Fügen Sie die verwalteten Richtlinien von AWS hinzu',
    select:
      'Suchen Sie unter **Add permissions** jede dieser Richtlinien nach ihrem Namen und wählen Sie sie aus. Der ARN steht in Klammern:',
  },
  naming: {
    title: 'Benennen Sie die Rolle und legen Sie sie an',
    untagged: 'Fügen Sie keine Tags hinzu.',
    tags: 'Wählen Sie unter **Add tags** für jede Zeile **Add new tag**. Links steht **Key**, rechts **Value**:',
    fields: 'Geben Sie diesen Namen ein:',
    create: 'Wählen Sie **Create role**.',
  },
  permissions: {
    title: 'Fügen Sie die Berechtigungsrichtlinie hinzu',
    open: (roleName) => `Wählen Sie **Roles**, dann \`${roleName}\`.`,
    paste:
      'Wählen Sie auf dem Tab **Permissions** **Add permissions**, dann **Create inline policy**. Wählen Sie im **Policy editor** **JSON**, ersetzen Sie alles durch dies und wählen Sie **Next**:',
    fields: 'Geben Sie diesen Namen ein:',
    create: 'Wählen Sie **Create policy**.',
  },
  duration: {
    title: 'Legen Sie die maximale Sitzungsdauer fest',
    edit: 'Wählen Sie auf der Seite der Rolle unter **Summary** **Edit**. Wählen Sie unter **Maximum session duration** **Custom duration** und geben Sie diese Sekunden ein:',
    save: 'Wählen Sie **Save changes**.',
  },
  unavailable: {
    heading: 'Für diese Rolle gibt es keine Schritte in der Konsole',
    path: 'Die IAM-Konsole hat kein Feld für einen Rollenpfad, und diese Rolle hat einen:',
    instead:
      'Eine dort angelegte Rolle hat einen anderen ARN und wird nicht gefunden. Verwenden Sie stattdessen AWS CloudShell (das Terminal in der Konsole) oder die CloudFormation-Vorlage.',
  },
})

artifactViewMessages.translate('de', {
  title: (artifact, vendor) => `${artifact} für ${vendor}`,
  replace: (placeholders) => `Ersetzen Sie ${placeholders.join(', ')}.`,
  reviewTitle: (vendor: string) => `Was ${vendor} verlangt`,
  example: (accountId: string) => `Ein Beispiel mit allen Berechtigungspaketen, die es gibt, im Konto ${accountId}.`,
  unknownTitle: 'Dieses Artefakt gibt es nicht',
  unknown: (known) => `Die Seite, die dies einbettet, verlangt eines, das nicht angeboten wird. Es gibt: ${known.join(', ')}.`,
})
