import { userArtifactMessages } from '#core/hosting/user-artifacts.ts'
import { hostingUserMessages } from '#wizard/hosting/user-messages.ts'

hostingUserMessages.translate('de', {
  heading: (vendor) => `${vendor} als IAM-Benutzer betreiben`,
  lead: 'Die Anwendung ruft AWS mit dem Zugriffsschlüssel des Benutzers auf und wechselt mit der externen ID des jeweiligen Kunden in dessen Rolle.',
  why: {
    title: 'Eine Rolle ist sicherer als ein Benutzer',
    points: [
      'Ein Benutzer hat einen langlebigen Zugriffsschlüssel. Wer ihn findet, kann AWS als Ihre Anwendung aufrufen, bis Sie ihn löschen. Eine Rolle hat temporäre Zugangsdaten, die AWS regelmäßig erneuert.',
      'Kein AWS-Service gibt Ihrer Anwendung einen Benutzer: EC2-Instance-Profile, ECS-Tasks, EKS-Pods, Lambda-Funktionen und IAM Roles Anywhere kennen nur Rollen.',
      'Kunden vertrauen der eindeutigen ID des Benutzers. Löschen Sie den Benutzer, muss jeder Kunde eine neue Rolle anlegen, auch wenn ein anderer Benutzer denselben Namen erhält. Um einen Schlüssel zu ersetzen, legen Sie einen zweiten an und löschen den ersten.',
      'Ein Benutzer kann eine Rolle so lange annehmen, wie ihre maximale Sitzungsdauer erlaubt, bis zu 12 Stunden. Die Grenze von 1 Stunde gilt nur für die Verkettung von Rollen.',
    ],
    instead:
      'Um eine Rolle zu verwenden, setzen Sie applicationRoleName anstelle von applicationUser. Rollen, die Kunden vorher angelegt haben, müssen aktualisiert werden.',
  },
  key: {
    title: 'Wohin der Zugriffsschlüssel gehört',
    text: 'Nichts hier legt ihn an, fragt danach oder speichert ihn. Legen Sie ihn in der IAM-Konsole an, bewahren Sie ihn in Ihrem Secrets Store auf, und geben Sie ihn der Anwendung und Rolebridge so, wie das AWS SDK es erwartet: in Umgebungsvariablen oder in einem Profil. Ersetzen Sie ihn mindestens alle 90 Tage.',
  },
  values: 'Worauf der Benutzer zugreifen kann',
  create: 'IAM-Benutzer anlegen',
  field: 'Berechtigungsrichtlinie Ihres IAM-Benutzers',
  intro:
    'Ihr Backend liest Rollen-ARN und externe ID aus der Verbindung. Sitzungen dauern 3.600 Sekunden, was jede Rolle erlaubt. Jedes Beispiel ruft den STS-Endpunkt seiner Region auf und enthält keinen Zugriffsschlüssel.',
})

const manages = 'die IAM-Konsole oder ein beliebiges Werkzeug, das Benutzer verwaltet'

userArtifactMessages.translate('de', {
  permissions: {
    title: 'Berechtigungsrichtlinie',
    purpose: 'Fügen Sie sie als einzige Inline-Richtlinie des IAM-Benutzers hinzu.',
    needs: [manages],
  },
  cloudFormation: {
    title: 'CloudFormation',
    purpose:
      'Legt den Benutzer ohne Zugriffsschlüssel an. Laden Sie die Vorlage in der CloudFormation-Konsole hoch, oder stellen Sie sie mit Ihren eigenen Werkzeugen bereit.',
    needs: ['die CloudFormation-Konsole oder die AWS CLI', 'CAPABILITY_NAMED_IAM'],
  },
  terraform: {
    title: 'Terraform',
    purpose:
      'Legt den Benutzer ohne Zugriffsschlüssel an. Fügen Sie diese Datei einer beliebigen Terraform- oder OpenTofu-Konfiguration hinzu.',
    needs: ['Terraform 1.2 oder OpenTofu 1.6, oder neuer', 'der Provider hashicorp/aws 5 oder neuer, für das Konto konfiguriert'],
  },
  awsCli: {
    title: 'AWS CLI',
    purpose:
      'Legt den Benutzer ohne Zugriffsschlüssel an. In einem beliebigen Terminal oder in AWS CloudShell ausführen. Im falschen Konto brechen die Befehle ab.',
    needs: ['AWS CLI 1 oder 2, im Konto angemeldet (in AWS CloudShell vorhanden)', 'bash oder zsh'],
  },
  undo: (userName) =>
    `Löschen Sie die Zugriffsschlüssel von ${userName} und dann den Benutzer. Sitzungen, die er begonnen hat, dauern bis zu ihrem Ende, höchstens 12 Stunden. Danach muss jeder Kunde eine neue Rolle anlegen.`,
})
