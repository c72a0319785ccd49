import { inPhrases, type Phrases } from '#core/rules/phrases.ts'
import { artifactMessages } from '#wizard/words/sentence-messages.ts'

const browser = {
  'A browser that is signed in to the account, with leave to create IAM roles':
    'ein Browser, der im Konto angemeldet ist, mit dem Recht, IAM-Rollen anzulegen',
}

const tools = {
  'The IAM console, or any tool of yours that creates roles': 'die IAM-Konsole oder ein Werkzeug von Ihnen, das Rollen anlegt',
}

const deleteInConsole = {
  'Delete the role {0} in the IAM console. The access ends at once.':
    'Löschen Sie die Rolle {0} in der IAM-Konsole. Der Zugriff endet sofort.',
}

const deleteRole = {
  'Delete the role {0}. The access ends at once.': 'Löschen Sie die Rolle {0}. Der Zugriff endet sofort.',
}

export const artifactPhrases: Phrases = {
  'quick-create': {
    ...browser,
    'Quick-create link': 'Quick-Create-Link',
    'open the AWS console with the stack filled in, tick the capability box and create it':
      'die AWS-Konsole mit ausgefülltem Stack öffnen, das Häkchen zu IAM setzen und ihn anlegen',
    'Delete the stack {0} in the CloudFormation console of {1}. The role goes with it and the access ends.':
      'Löschen Sie den Stack {0} in der CloudFormation-Konsole von {1}. Die Rolle wird mit ihm gelöscht, und der Zugriff endet.',
  },
  cloudformation: {
    'CloudFormation template': 'CloudFormation-Vorlage',
    'create the role as a stack with the tools that you have: upload the file in the CloudFormation console, or deploy it':
      'die Rolle mit Ihren eigenen Werkzeugen als Stack anlegen: die Datei in der CloudFormation-Konsole hochladen oder bereitstellen',
    'The CloudFormation console or the AWS CLI': 'die CloudFormation-Konsole oder die AWS CLI',
    'The capability CAPABILITY_NAMED_IAM, because the template names the role':
      'die Capability CAPABILITY_NAMED_IAM, weil die Vorlage die Rolle benennt',
    'Delete the stack {0} in {1}. The role goes with it and the access ends.':
      'Löschen Sie den Stack {0} in {1}. Die Rolle wird mit ihm gelöscht, und der Zugriff endet.',
  },
  'aws-cli': {
    ...deleteRole,
    'AWS CLI': 'AWS CLI',
    'create the role from a terminal or from AWS CloudShell; the commands stop by themselves in any other account':
      'die Rolle aus einem Terminal oder aus AWS CloudShell anlegen; in jedem anderen Konto brechen die Befehle von selbst ab',
    'AWS CLI, version 1 or 2, signed in to the account (AWS CloudShell has it)':
      'AWS CLI, Version 1 oder 2, im Konto angemeldet (AWS CloudShell hat sie)',
    'bash or zsh': 'bash oder zsh',
  },
  'aws-cli-powershell': {
    ...deleteRole,
    'AWS CLI in PowerShell': 'AWS CLI in PowerShell',
    'create the role from a Windows terminal; the commands stop by themselves in any other account':
      'die Rolle aus einem Windows-Terminal anlegen; in jedem anderen Konto brechen die Befehle von selbst ab',
    'AWS CLI, version 1 or 2, signed in to the account': 'AWS CLI, Version 1 oder 2, im Konto angemeldet',
    'Windows PowerShell 5.1, or PowerShell 7': 'Windows PowerShell 5.1 oder PowerShell 7',
  },
  terraform: {
    Terraform: 'Terraform',
    'keep the role with the rest of your infrastructure; the file fits into any Terraform or OpenTofu configuration':
      'die Rolle bei Ihrer übrigen Infrastruktur führen; die Datei passt in jede Terraform- oder OpenTofu-Konfiguration',
    'Terraform 1.2 or OpenTofu 1.6, or newer': 'Terraform 1.2 oder OpenTofu 1.6 oder neuer',
    'The hashicorp/aws provider, version 4 or newer, configured for the account':
      'der Provider hashicorp/aws, Version 4 oder neuer, für das Konto konfiguriert',
    'Remove the file from the configuration and apply it again, or run terraform destroy if it holds nothing else. The access ends at once.':
      'Entfernen Sie die Datei aus der Konfiguration und wenden Sie diese erneut an, oder führen Sie terraform destroy aus, wenn sie sonst nichts enthält. Der Zugriff endet sofort.',
  },
  'trust-policy': {
    ...tools,
    ...deleteInConsole,
    'Trust policy': 'Vertrauensrichtlinie',
    'create the role by hand, or compare it with the role that you have':
      'die Rolle von Hand anlegen oder mit Ihrer vorhandenen Rolle vergleichen',
  },
  'permissions-policy': {
    ...tools,
    ...deleteInConsole,
    'Permissions policy': 'Berechtigungsrichtlinie',
    'see what the role may do, or add it by hand as the one inline policy of the role':
      'sehen, was die Rolle darf, oder sie von Hand als einzige Inline-Richtlinie der Rolle hinzufügen',
  },
  cloudshell: {
    ...deleteRole,
    CloudShell: 'CloudShell',
    'create the role from the terminal in the AWS console, with nothing installed; the commands stop by themselves in any other account':
      'die Rolle aus dem Terminal der AWS-Konsole anlegen, ohne etwas zu installieren; in jedem anderen Konto brechen die Befehle von selbst ab',
    'A browser that is signed in to the account, with leave to create IAM roles and to use AWS CloudShell':
      'ein Browser, der im Konto angemeldet ist, mit dem Recht, IAM-Rollen anzulegen und AWS CloudShell zu nutzen',
  },
  cdk: {
    'AWS CDK': 'AWS CDK',
    'add the role as a stack to a CDK app of yours, in TypeScript': 'die Rolle als Stack in eine eigene CDK-App in TypeScript aufnehmen',
    'A CDK app in TypeScript with aws-cdk-lib, version 2': 'eine CDK-App in TypeScript mit aws-cdk-lib, Version 2',
    'The CDK CLI, signed in to the account': 'die CDK CLI, im Konto angemeldet',
    'Destroy the stack {0}, with cdk destroy or in CloudFormation. The role goes with it and the access ends.':
      'Löschen Sie den Stack {0} mit cdk destroy oder in CloudFormation. Die Rolle wird mit ihm gelöscht, und der Zugriff endet.',
  },
  pulumi: {
    Pulumi: 'Pulumi',
    'add the role to a Pulumi program of yours, in TypeScript': 'die Rolle in ein eigenes Pulumi-Programm in TypeScript aufnehmen',
    'A Pulumi project in TypeScript with @pulumi/aws, version 6 or newer':
      'ein Pulumi-Projekt in TypeScript mit @pulumi/aws, Version 6 oder neuer',
    'The Pulumi CLI, with credentials of the account': 'die Pulumi CLI mit Zugangsdaten des Kontos',
    'Remove the file from the program and run pulumi up, or run pulumi destroy if it holds nothing else. The access ends at once.':
      'Entfernen Sie die Datei aus dem Programm und führen Sie pulumi up aus, oder pulumi destroy, wenn es sonst nichts enthält. Der Zugriff endet sofort.',
  },
  'console-steps': {
    ...browser,
    ...deleteInConsole,
    'Console, step by step': 'Konsole, Schritt für Schritt',
    'create the role by hand in the IAM console, with nothing but copy and paste':
      'die Rolle von Hand in der IAM-Konsole anlegen, nur mit Kopieren und Einfügen',
    'AWS does not document this link': 'AWS dokumentiert diesen Link nicht',
    'Open the IAM console': 'Öffnen Sie die IAM-Konsole',
    'Open the menu at the top right: **Account ID** must be `{0}`. In any other account, stop and sign in again.':
      'Öffnen Sie das Menü oben rechts: **Account ID** muss `{0}` sein. In jedem anderen Konto hören Sie auf und melden sich neu an.',
    'Say who may use the role': 'Legen Sie fest, wer die Rolle nutzen darf',
    'Choose **Roles** in the navigation pane, then **Create role**.': 'Wählen Sie in der Navigation **Roles**, dann **Create role**.',
    'Directly: {0} ({1})': 'Direkt: {0} ({1})',
    'Choose **Custom trust policy**. In the section **Custom trust policy**, replace everything with this, then choose **Next**:':
      'Wählen Sie **Custom trust policy**. Ersetzen Sie im Abschnitt **Custom trust policy** alles durch dies und wählen Sie **Next**:',
    'Do not set a permissions boundary.': 'Setzen Sie keine Berechtigungsgrenze.',
    'Open **Set permissions boundary**, choose **Use a permissions boundary to control the maximum role permissions** and select the policy with this ARN:':
      'Öffnen Sie **Set permissions boundary**, wählen Sie **Use a permissions boundary to control the maximum role permissions** und die Richtlinie mit diesem ARN:',
    'Add no permissions yet': 'Fügen Sie noch keine Berechtigungen hinzu',
    'On **Add permissions**, select no policy.': 'Wählen Sie unter **Add permissions** keine Richtlinie aus.',
    'Choose **Next**.': 'Wählen Sie **Next**.',
    'Add no tags.': 'Fügen Sie keine Tags hinzu.',
    'Under **Add tags**, choose **Add new tag** for each line, with **Key** at the left and **Value** at the right:':
      'Wählen Sie unter **Add tags** für jede Zeile **Add new tag**, mit **Key** links und **Value** rechts:',
    'Name and create it': 'Benennen Sie sie und legen Sie sie an',
    '**Role name**: `{0}`': '**Role name**: `{0}`',
    'Choose **Create role**.': 'Wählen Sie **Create role**.',
    'Say what the role may do': 'Legen Sie fest, was die Rolle darf',
    'Choose **Roles**, then `{0}`.': 'Wählen Sie **Roles**, dann `{0}`.',
    'On the tab **Permissions**, choose **Add permissions**, then **Create inline policy**. In **Policy editor** choose **JSON**, replace everything with this, then choose **Next**:':
      'Wählen Sie auf dem Tab **Permissions** **Add permissions**, dann **Create inline policy**. Wählen Sie im **Policy editor** **JSON**, ersetzen Sie alles durch dies und wählen Sie **Next**:',
    '**Policy name**: `{0}`': '**Policy name**: `{0}`',
    'Choose **Create policy**.': 'Wählen Sie **Create policy**.',
    'Set how long a session may last': 'Legen Sie fest, wie lange eine Sitzung dauern darf',
    'On the page of the role, in **Summary**, choose **Edit**. **Maximum session duration**: **Custom duration**, `{0}` seconds.':
      'Wählen Sie auf der Seite der Rolle unter **Summary** **Edit**. **Maximum session duration**: **Custom duration**, `{0}` Sekunden.',
    'Choose **Save changes**.': 'Wählen Sie **Save changes**.',
    '# There are no console steps for this role\n\nThe IAM console has no field for a path, and this role has one:\n\n{0}\n\nA role that is made there has another ARN and is not found. Use AWS CloudShell, the terminal in the console, or the CloudFormation template instead.\n':
      '# Für diese Rolle gibt es keine Schritte in der Konsole\n\nDie IAM-Konsole hat kein Feld für einen Pfad, und diese Rolle hat einen:\n\n{0}\n\nEine dort angelegte Rolle hat einen anderen ARN und wird nicht gefunden. Verwenden Sie stattdessen AWS CloudShell, das Terminal in der Konsole, oder die CloudFormation-Vorlage.\n',
    'Create the role in the AWS console': 'Die Rolle in der AWS-Konsole anlegen',
  },
}

artifactMessages.translate('de', { say: inPhrases(artifactPhrases) })
