import { changedIdMessages } from '#core/pasted/changed-id-rule.ts'
import { descriptionMessages } from '#core/pasted/description-rules.ts'
import type { PlanFacts } from '#core/pasted/pasted-rule.ts'
import { roleCommand } from '#core/pasted/permissions-command.ts'
import type { StatedFacts, UnsentFacts } from '#core/pasted/stated-denial-rules.ts'
import { statedDenialMessages } from '#core/pasted/stated-denial-rules.ts'
import { type AssumedFacts, conditionKind, isOfVendorAccount, isUser, statedValueMessages } from '#core/pasted/stated-value-rules.ts'
import { inList } from '#core/text/plural.ts'
import { trustedDative } from './trusted.ts'

changedIdMessages.translate('de', {
  'stated-id-changed': {
    title: 'Die externe ID wurde geändert',
    sentence: ({ isRecreated, vendor }) =>
      isRecreated
        ? 'Laut dem Text wurde die Integration neu erstellt. Viele Produkte senden dann eine neue externe ID, und die Vertrauensrichtlinie hat vielleicht die alte.'
        : `Laut dem Text wurde die externe ID geändert. Die Vertrauensrichtlinie und ${vendor} müssen dieselbe haben.`,
    detail: ({ isStorageIntegration, ...facts }) =>
      [
        ...(isStorageIntegration
          ? [
              'DESC INTEGRATION zeigt die externe ID als STORAGE_AWS_EXTERNAL_ID und den Aufrufer als STORAGE_AWS_IAM_USER_ARN. Die Vertrauensrichtlinie muss beide haben. ALTER STORAGE INTEGRATION behält sie.',
            ]
          : []),
        `AWS lehnt den Aufruf ab, wenn die Vertrauensrichtlinie nicht die externe ID verlangt, die ${facts.vendor} sendet. Für diese Verbindung ist das ${facts.externalId}. Was die Vertrauensrichtlinie verlangt, zeigt die Ausgabe von: ${roleCommand(facts)}`,
      ].join(' '),
  },
})

descriptionMessages.translate('de', {
  'application-external-id-missing': {
    title: 'Der Aufrufer sendet die externe ID nicht',
    sentence: 'In diesem Text geschieht der Aufruf ohne die externe ID.',
    detail: ({ vendor, externalId, isConfiguration, ...facts }) =>
      isConfiguration
        ? `Eine Rolle, die die externe ID verlangt, lehnt einen solchen Aufruf ab. Gehört das Programm zu ${vendor}, muss ${vendor} mit sts:AssumeRole die externe ID ${externalId} senden. Führen Sie es mit Ihren eigenen Anmeldeinformationen aus, ist die Ablehnung zu erwarten: Die angeforderte Rolle vertraut nur ${trustedDative(facts)}. Entfernen Sie die Bedingung nicht aus der Vertrauensrichtlinie.`
        : `Eine Rolle, die die externe ID verlangt, lehnt einen solchen Aufruf ab. An der Rolle müssen Sie also nichts ändern. ${vendor} muss mit sts:AssumeRole die externe ID ${externalId} senden. Entfernen Sie die Bedingung nicht aus der Vertrauensrichtlinie.`,
  },
  'application-external-id-unsendable': {
    title: 'Der Aufrufer kann die externe ID nicht senden',
    sentence: 'Laut dem Text kann das Programm keine externe ID senden. Dem Aufruf fehlt sie also.',
    detail: ({ vendor, externalId }) =>
      `Eine Rolle, die die externe ID verlangt, lehnt einen solchen Aufruf ab. Behalten Sie die Bedingung, denn sie schützt die Rolle vor anderen Kunden desselben Anbieters. Der Aufrufer braucht eine Version oder ein Programm, das ${externalId} sendet, oder er erhält seine Anmeldeinformationen auf andere Weise, etwa aus einem Profil mit external_id oder einem Skript, das aws sts assume-role mit --external-id aufruft. Gehört das Programm zu ${vendor}, muss ${vendor} das beheben.`,
  },
  'call-without-role': {
    title: 'Der Aufruf geschah nicht mit der Rolle',
    sentence: ({ denied, hasValues }) => {
      if (denied !== null)
        return `${denied.caller} hat ${denied.action} selbst aufgerufen. Laut dem Text war ein anderes Konto gemeint oder die angenommene Rolle.`
      return hasValues
        ? 'Laut dem Text verwendet das Programm die Rolle nicht. Der Rollen-ARN und die externe ID darin sind richtig.'
        : 'Laut dem Text ruft das Programm AWS auf, ohne die Rolle zu verwenden.'
    },
    detail: ({ vendor, roleArn, externalId, denied, hasValues }) => {
      if (denied !== null)
        return `Das Programm hat für diesen Aufruf nicht die Anmeldeinformationen der angenommenen Rolle verwendet. Es oder seine Einstellungen müssen also korrigiert werden. Erlauben Sie dem Aufrufer dafür nicht ${denied.action}: Damit verwendet das Programm weder die Rolle, noch erhält es Zugriff auf ein anderes Konto. Gehört das Programm zu ${vendor}, muss ${vendor} das beheben.`
      return hasValues
        ? `Nichts im Text spricht gegen die Rolle. Das Programm liest diese Einstellungen wahrscheinlich nicht: Vergleichen Sie ihre Namen, ihr Präfix und ihren Ort mit seiner Dokumentation, und prüfen Sie seine Version und sein Protokoll. Gehört es zu ${vendor}, muss ${vendor} das beheben.`
        : `Dann liegt es nicht an der Vertrauensrichtlinie. Prüfen Sie in den Einstellungen des Programms, ob es ${roleArn} mit der externen ID ${externalId} annimmt. Wer aufruft, zeigt dort: aws sts get-caller-identity Gehört das Programm zu ${vendor}, muss ${vendor} das beheben.`
    },
  },
  'call-some-regions': {
    title: 'Der Aufruf scheitert nur in manchen Regionen',
    sentence: ({ regions }) => `Laut dem Text scheitert der Aufruf in ${inList(regions, 'de')}, und nicht überall.`,
    detail: (facts) =>
      `Eine Rolle und ihre Vertrauensrichtlinie sind in jeder Region dieselben, deshalb liegt es wahrscheinlich nicht an ihnen. Fragen Sie die Administration Ihrer AWS-Organisation, ob eine Richtlinie der Organisation (SCP oder RCP) diese Regionen sperrt, und prüfen Sie unter „Konto“, „AWS-Regionen“, ob sie aktiviert sind. Für das aufrufende Konto muss AWS STS dort aktiv sein. Nennt ${facts.vendor} alle Regionen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'call-worked-later': {
    title: 'Beim nächsten Versuch hat es funktioniert',
    sentence: 'Laut dem Text hat es beim nächsten Versuch funktioniert, ohne dass etwas geändert wurde.',
    detail: ({ vendor }) =>
      `Eine gerade erstellte oder geänderte Rolle ist bei AWS nicht sofort überall bekannt. Das dauert Sekunden, höchstens zwei Minuten. An der Rolle müssen Sie deshalb nichts ändern. Scheitert es später wieder, fügen Sie den neuen Fehler ein, oder fragen Sie ${vendor}.`,
  },
  'stated-id-empty': {
    title: 'Die externe ID wurde leer gelassen',
    sentence: 'Laut dem Text wurde die externe ID leer gelassen.',
    detail: (facts) =>
      `Setzen Sie sie an beiden Stellen: Die Vertrauensrichtlinie muss ${facts.externalId} mit StringEquals für sts:ExternalId verlangen, und ${facts.vendor} muss denselben Wert haben. Um die Vertrauensrichtlinie zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'call-works-for-some': {
    title: 'Mit einer Rolle funktioniert es, mit anderen nicht',
    sentence: ({ commonPath, worksForManagement }) => {
      if (commonPath !== null)
        return `Laut dem Text funktioniert es mit einer Rolle, mit anderen nicht. Die Rollen haben den Pfad ${commonPath}/.`
      return worksForManagement
        ? 'Laut dem Text funktioniert es im Verwaltungskonto, in anderen Konten nicht.'
        : 'Laut dem Text funktioniert es mit einer Rolle, mit anderen nicht.'
    },
    detail: ({ vendor, commonPath, worksForManagement }) =>
      commonPath === null
        ? `${worksForManagement ? 'Prüfen Sie zuerst, ob es die Rolle in einem fehlschlagenden Mitgliedskonto gibt. Erstellt sie ein StackSet, muss seine Instance dort aktuell sein. Vergleichen Sie dann' : 'Vergleichen Sie'} eine fehlschlagende Rolle mit der funktionierenden: den genauen ARN, das vertraute Konto und die externe ID. AWS meldet in jedem dieser Fälle denselben Fehler. Fragen Sie ${vendor}, welchen Rollen-ARN es dort aufruft, wo es scheitert.${worksForManagement ? ' Richtlinien der Organisation gelten nur für Mitgliedskonten: Eine RCP kann den Aufruf sperren, mit dem die Rolle angenommen wird, und eine SCP, was die Rolle danach tut.' : ''}`
        : `Bildet ${vendor} die ARNs der anderen Rollen selbst aus Konto-ID und Namen, fehlt darin wahrscheinlich der Pfad, und es ruft Rollen auf, die es nicht gibt. AWS meldet dann denselben Fehler wie bei einer falschen externen ID. Fragen Sie ${vendor}, welchen ARN es aufruft. Tragen Sie dann bei ${vendor} die ganzen ARNs ein, oder erstellen Sie diese Rollen ohne Pfad.`,
  },
  'stated-organization-policy': {
    title: 'Eine Richtlinie der Organisation wird als Ursache genannt',
    sentence: 'Laut dem Text sperrt eine Richtlinie der Organisation (SCP oder RCP) die Rolle.',
    detail: ({ vendor, vendorAccountId, roleArn }) =>
      `Nichts in der Rolle hebt sie auf. Bitten Sie die Administration Ihrer AWS-Organisation um eine Ausnahme für ${roleArn}. Eine SCP begrenzt, was die Rolle darf, gilt aber nicht für das Konto ${vendorAccountId} außerhalb Ihrer Organisation. Von beiden kann nur eine RCP den Aufruf sperren, mit dem ${vendor} die Rolle annimmt.`,
  },
  'stated-role-path': {
    title: 'Die Rolle hat einen anderen Pfad',
    sentence: ({ named, roleArn }) => `Der Text nennt die Rolle ${named}. Diese Verbindung verwendet ${roleArn} mit einem anderen Pfad.`,
    detail: ({ vendor, named, path }) =>
      `Der Pfad gehört zum ARN, deshalb ist jede davon eine andere Rolle. Ist ${named} Ihre, muss ${vendor} diesen ARN aufrufen. Sonst erstellen Sie die Rolle mit dem Pfad ${path}. Für eine Rolle, die es nicht gibt, meldet AWS denselben Fehler wie für eine, die dem Aufrufer nicht vertraut.`,
  },
  'call-works-elsewhere': {
    title: 'Auf andere Weise aufgerufen funktioniert die Rolle',
    sentence:
      'Laut dem Text funktioniert die Rolle, wenn sie auf andere Weise aufgerufen wird. Die beiden Aufrufe unterscheiden sich also.',
    detail: (facts) =>
      `Vergleichen Sie bei beiden, wer aufruft, den Rollen-ARN und die externe ID. Die Rolle muss ${trustedDative(facts)} vertrauen, und ${facts.vendor} muss ${facts.roleArn} mit der externen ID ${facts.externalId} aufrufen. Um die Vertrauensrichtlinie zu vergleichen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'vendor-self-assume': {
    title: 'Die Meldung betrifft Rollen, die sich selbst annehmen',
    sentence: 'Die Meldung betrifft Rollen, die sich selbst annehmen können müssen.',
    detail: ({ vendor, roleArn }) =>
      `Für diese Verbindung wurde das nicht angefordert. Fragen Sie ${vendor}, ob diese Rolle es braucht. Wenn ja, muss ihre Vertrauensrichtlinie sts:AssumeRole auch ${roleArn} erlauben, und eine Berechtigungsrichtlinie der Rolle muss sts:AssumeRole auf denselben ARN erlauben.`,
  },
  'stated-role-name': {
    title: 'Die Rolle hat einen anderen Namen',
    sentence: ({ named, roleName }) => `Laut dem Text heißt die Rolle ${named}. Die Rolle dieser Verbindung heißt ${roleName}.`,
    detail: ({ vendor, roleName, named }) =>
      `Für eine Rolle, die es nicht gibt, meldet AWS denselben Fehler. Tragen Sie bei ${vendor} den ARN von ${named} ein, oder erstellen Sie die Rolle noch einmal mit dem Namen ${roleName}.`,
  },
})

const notOurs = ({ isOther, roleArn }: Pick<StatedFacts, 'isOther' | 'roleArn'>): string =>
  isOther ? ` Das ist nicht die Rolle dieser Verbindung, ${roleArn}.` : ''

const toSee = ({ calledName }: StatedFacts): string =>
  calledName === ''
    ? 'Um die Bedingung zu sehen, fügen Sie die Vertrauensrichtlinie der aufgerufenen Rolle ein.'
    : `Um die Bedingung zu sehen, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName: calledName })}`

function neededId({ worksWithoutCondition, isOther, called, externalId }: UnsentFacts): string {
  if (!worksWithoutCondition) return 'dieselbe externe ID senden'
  return isOther ? `die externe ID senden, die die Vertrauensrichtlinie von ${called} verlangt` : `die externe ID ${externalId} senden`
}

statedDenialMessages.translate('de', {
  'stated-session-name': {
    title: 'Der Aufruf gelingt nur mit einem bestimmten Sitzungsnamen',
    sentence: 'Laut dem Text gelingt der Aufruf mit einem bestimmten Sitzungsnamen. Sonst lehnt AWS ihn ab.',
    detail: (facts) =>
      `Dann hat wahrscheinlich eine Richtlinie eine Bedingung für sts:RoleSessionName oder für die ARN der Sitzung. Das kann die Vertrauensrichtlinie der aufgerufenen Rolle sein oder eine Richtlinie des Aufrufers. Der Aufrufer muss diesen Sitzungsnamen jedes Mal senden, in einem Profil als role_session_name. ${toSee(facts)}${notOurs(facts)}`,
  },
  'session-name-condition': {
    title: 'Eine Bedingung im Text begrenzt den Sitzungsnamen',
    sentence: ({ sessionName }) =>
      `Eine Bedingung im Text erlaubt nur ${/[*?]/.test(sessionName) ? 'Sitzungsnamen nach dem Muster' : 'den Sitzungsnamen'} ${sessionName}.`,
    detail:
      'Mit jedem anderen Sitzungsnamen lehnt AWS den Aufruf ab, mit demselben Fehler wie bei einer falschen externen ID. Vergleichen Sie ihn mit roleSessionName im CloudTrail-Ereignis des Aufrufs, das AssumeRole oder AssumeRoleWithWebIdentity heißt. Verwendet der Aufrufer jetzt einen anderen Namen, fragen Sie seinen Anbieter, welche Namen zu erlauben sind, und erlauben Sie auch diesen.',
  },
  'stated-id-unsent': {
    title: 'Nur dem abgelehnten Aufruf fehlt die externe ID',
    sentence: ({ worksWithoutCondition }) =>
      worksWithoutCondition
        ? 'Laut dem Text gelingt der Aufruf ohne die Bedingung für die externe ID. Er sendet also keine externe ID oder eine andere.'
        : 'Der Text enthält einen Aufruf mit der externen ID, der gelingt. Der abgelehnte Aufruf sendet also wahrscheinlich keine externe ID oder eine andere.',
    detail: (facts) =>
      `${facts.worksWithoutCondition ? 'Dann stimmen das vertraute Konto und die Richtlinien des Aufrufers. Setzen Sie die Bedingung wieder ein, denn sie schützt die Rolle vor anderen Kunden desselben Anbieters. ' : ''}Der abgelehnte Aufruf muss ${neededId(facts)}, in einem Profil als external_id. Hat das Programm keine solche Einstellung, verwenden Sie eine neuere Version, oder geben Sie ihm die Anmeldeinformationen eines solchen Profils. Gehört es zu ${facts.vendor}, muss ${facts.vendor} das beheben.${notOurs(facts)}`,
  },
  'stated-caller-policies': {
    title: 'Die Richtlinien des Aufrufers enthalten kein sts:AssumeRole',
    sentence: ({ caller }) =>
      `Laut dem Text enthalten die Richtlinien des Aufrufers${caller === '' ? '' : ` ${caller}`} kein sts:AssumeRole.`,
    detail: (facts) =>
      `Zwischen zwei Konten reicht die Vertrauensrichtlinie allein nicht: Eine Richtlinie des Aufrufers muss sts:AssumeRole für ${facts.called} erlauben. Sie gehört in das Konto des Aufrufers. Gehört der Aufrufer zu ${facts.vendor}, muss ${facts.vendor} sie ergänzen. An Ihrer Rolle müssen Sie dafür nichts ändern.${notOurs(facts)}`,
  },
  'stated-role-absent': {
    title: 'Laut dem Text gibt es die Rolle nicht',
    sentence: ({ calledName }) =>
      `Laut dem Text gibt es die ${calledName === '' ? 'aufgerufene Rolle' : `Rolle ${calledName}`} in dem Konto nicht.`,
    detail: (facts) =>
      `Dann liegt es an keiner Richtlinie. Für eine Rolle, die es nicht gibt, meldet AWS denselben Fehler. Erstellen Sie sie in dem Konto, dem der Aufruf gilt.${facts.isOfStack ? ' Ein Stack erstellt eine Rolle nur in seinem eigenen Konto. Für mehrere Konten verwenden Sie ein StackSet, oder erstellen Sie den Stack in jedem Konto.' : ''}${facts.isOther ? notOurs(facts) : ` Die ARN muss ${facts.roleArn} sein.`}`,
  },
  'call-of-instance-role': {
    title: 'Der Workflow rief als Rolle seiner EC2-Instance auf',
    sentence: ({ caller }) => `Der Aufruf kam von ${caller}, der Rolle einer EC2-Instance, und nicht mit dem OIDC-Token des Workflows.`,
    detail:
      'Der Workflow hat wahrscheinlich kein OIDC-Token erhalten und deshalb die Anmeldeinformationen der Instance verwendet. Sein Job braucht permissions: id-token: write. Erlauben Sie der Rolle der Instance dafür nicht mehr. Soll sie die Rolle selbst annehmen, lässt role-skip-session-tagging: true die Sitzungs-Tags weg.',
  },
  'call-of-own-role': {
    title: 'Eine Sitzung der Rolle wollte die Rolle noch einmal annehmen',
    sentence: ({ called, caller }) => `${caller}, eine Sitzung der Rolle, wollte ${called} noch einmal annehmen.`,
    detail: (facts) =>
      `Sind beide im selben Konto, hat das Programm die Anmeldeinformationen der Rolle schon und kann sie ohne weiteren Aufruf verwenden. Muss es die Rolle noch einmal annehmen, muss die Vertrauensrichtlinie der Rolle sie selbst nennen.${notOurs(facts)}`,
  },
})

const sentWords = ({ sentId, sentExternalId }: AssumedFacts): string => {
  if (sentId === 'none') return 'ohne externe ID'
  return sentId === 'right' ? 'mit der richtigen externen ID' : `mit der externen ID ${sentExternalId}`
}

const conditionWords = {
  mfa: ({ vendor }: PlanFacts) =>
    `Eine Anwendung wie die von ${vendor} ruft ohne MFA auf. Eine Bedingung, die MFA verlangt, lehnt den Aufruf also ab.`,
  organization: ({ vendorAccountId }: PlanFacts) =>
    `Eine Bedingung, die Ihre Organisation verlangt, lehnt Aufrufer außerhalb davon ab. Nehmen Sie dann das Konto ${vendorAccountId} aus.`,
  service: ({ vendor }: PlanFacts) =>
    `Nur Aufrufe, die ein AWS-Service für eine Ressource macht, haben diesen Schlüssel. Eine Bedingung, die ihn verlangt, lehnt ${vendor} also ab.`,
  network: ({ vendor }: PlanFacts) =>
    `Vergleichen Sie sie mit sourceIPAddress im CloudTrail-Ereignis des Aufrufs und mit den Adressen oder Endpunkten, von denen ${vendor} nach eigenen Angaben aufruft.`,
} as const

statedValueMessages.translate('de', {
  'entered-with-space': {
    title: 'Ein Wert im Text hat ein Leerzeichen am Ende',
    sentence: ({ written }) => `Der Text enthält einen Wert mit einem Leerzeichen am Anfang oder Ende: "${written}".`,
    detail: ({ written, vendor, ...facts }) =>
      `Wurde er so bei ${vendor} eingegeben, ist es ein anderer Wert, und AWS lehnt den Aufruf mit demselben Fehler ab wie für eine Rolle, die es nicht gibt. Geben Sie bei ${vendor} ${written.trim()} ohne das Leerzeichen ein. Scheitert es weiter, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'entered-other-name': {
    title: 'Der eingegebene Rollenname ist ein anderer',
    sentence: ({ entered, roleName }) => `Laut dem Text wurde ${entered} eingegeben. Die Rolle dieser Verbindung heißt ${roleName}.`,
    detail: ({ vendor, roleArn, ...facts }) =>
      `Für eine Rolle, die es nicht gibt, lehnt AWS den Aufruf mit demselben Fehler ab wie bei einer falschen externen ID. Ist das der Rollenname bei ${vendor}, geben Sie dort ${facts.roleName} ein. Der ganze ARN ist ${roleArn}. Scheitert es weiter, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'stated-condition-key': {
    title: 'Der Text nennt eine Bedingung',
    sentence: ({ conditionKey }) => `Der Text nennt eine Bedingung für ${conditionKey}. Vielleicht lehnt AWS den Aufruf deshalb ab.`,
    detail: (facts) =>
      `${conditionWords[conditionKind(facts)](facts)} Die angeforderte Vertrauensrichtlinie hat diese Bedingung nicht. Sie kann auch in einer Richtlinie Ihrer Organisation (RCP) sein. Um die Vertrauensrichtlinie zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'stated-principal-deleted': {
    title: 'Die vertraute Rolle oder der vertraute Benutzer wurde gelöscht',
    sentence: (facts) =>
      `Im Text steht ${facts.uniqueId} als Prinzipal. So eine ID zeigt AWS anstelle des ARN ${isUser(facts) ? 'eines IAM-Benutzers, der' : 'einer Rolle, die'} gelöscht wurde.`,
    detail: (facts) =>
      `Damit kommt niemand hinein, denn ${isUser(facts) ? 'ein neuer Benutzer' : 'eine neue Rolle'} mit demselben Namen hat eine andere ID. Gehörte sie zu ${facts.vendor}, fragen Sie ${facts.vendor}, ob es sie wieder gibt. Speichern Sie dann die Vertrauensrichtlinie noch einmal mit dem angeforderten Prinzipal, ${trustedDative(facts)}. Um sie zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'call-succeeded': {
    title: 'Das Ereignis zeigt einen gelungenen Aufruf',
    sentence: (facts) =>
      `Das Ereignis zeigt, dass AWS das Konto ${facts.callerAccount} die Rolle ${sentWords(facts)} annehmen ließ.${isOfVendorAccount(facts) ? '' : ` ${facts.vendor} ruft aus dem Konto ${facts.vendorAccountId} auf.`}`,
    detail: (facts) => {
      if (!isOfVendorAccount(facts))
        return `Wissen Sie nicht, warum dieses Konto die Rolle verwendet, entfernen Sie es aus der Vertrauensrichtlinie. Sie darf nur ${trustedDative(facts)} vertrauen. Fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`
      if (facts.sentId !== 'right')
        return `Dann verlangt die Vertrauensrichtlinie die externe ID dieser Verbindung, ${facts.externalId}, nicht. Sie muss StringEquals für sts:ExternalId mit diesem Wert haben. Fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`
      return `Dann ist die Vertrauensrichtlinie nicht die Ursache eines Fehlers zu dieser Zeit. Suchen Sie in CloudTrail die späteren Ereignisse der Sitzung ${facts.sessionName}, und fügen Sie eines ein, das einen errorCode hat. Gibt es keines, fragen Sie ${facts.vendor}.`
    },
  },
})
