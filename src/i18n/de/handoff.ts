import { handoffMessages } from '#wizard/handoff/handoff-messages.ts'

handoffMessages.translate('de', {
  title: 'An eine Kollegin oder einen Kollegen übergeben',
  lead: 'Der Link öffnet diese eine Verbindung und sonst nichts. Sie sehen hier, wie weit die andere Person ist, und können ihn jederzeit beenden.',
  draftLead:
    'Sie müssen die Konto-ID nicht kennen. Die andere Person ergänzt, was Sie eingegeben haben, und legt die Rolle an; Sie sehen hier, wie weit sie ist, und können den Link jederzeit beenden.',
  purpose: {
    label: 'Was die andere Person tun soll',
    'create-role': 'Die Rolle anlegen, mit Zugang zu AWS',
    'choose-permissions': 'Angeben, wofür die Rolle ist, zum Beispiel welche Buckets',
  },
  note: 'Ein paar Worte dazu',
  noteHint: 'Nicht nötig. Höchstens 500 Zeichen.',
  make: 'Link erzeugen',
  makeNew: 'Neuen Link erzeugen',
  makeNewHint: 'Ein neuer Link beendet den bisherigen.',
  replace: 'Den Link ersetzen',
  another: 'Einen weiteren Link senden',
  linkTitle: 'Der Link',
  linkHint: (expires) => `Wer ihn hat, kann die Verbindung bis ${expires} öffnen. Senden Sie ihn nur der Person, die ihn braucht.`,
  linkDemo: 'Diese Demo lebt nur in diesem Tab, ihr Link ebenso: Öffnen Sie ihn hier, um zu sehen, was die andere Person sieht.',
  openHere: 'Als die andere Person öffnen',
  copyLink: 'Link kopieren',
  mailTitle: 'Eine E-Mail dazu',
  copyMail: 'E-Mail kopieren',
  openMail: 'Im E-Mail-Programm öffnen',
  notHere: (expires) => `Es gibt einen Link, der bis ${expires} gilt. Gezeigt wird er nur dort, wo er erzeugt wurde.`,
  revoke: 'Link beenden',
  hasEnded: 'Link widerrufen.',
  back: 'Zurück zur Verbindung',
  backToAccount: 'Zurück zu meinen Eingaben',
  draftTurn: (opened) => (opened ? 'Der Link wurde geöffnet.' : 'Der Link wurde noch nicht geöffnet.'),
  made: 'Das Konto wurde angegeben.',
  follow: 'Ansehen, wie weit es ist',
  requester: {
    theirs: 'Die andere Person ist an der Reihe',
    theirsText: (opened, expires) =>
      `${opened ? 'Der Link wurde geöffnet' : 'Der Link wurde noch nicht geöffnet'}; er endet am ${expires}. Diese Seite merkt von selbst, wenn die Rolle bereit ist.`,
    yours: 'Sie sind an der Reihe',
    expired: 'Der Link ist abgelaufen',
    expiredText: 'Ob die Rolle angelegt wurde, sehen Sie unten. Wenn nicht, erzeugen Sie einen neuen Link.',
    reply: 'Antwort',
    send: 'An die andere Person zurückgeben',
    details: 'Der Link und die E-Mail',
  },
  colleague: {
    yours: {
      'create-role': 'Sie sind an der Reihe: Legen Sie die Rolle an',
      'choose-permissions': 'Sie sind an der Reihe: Geben Sie an, wofür die Rolle ist',
    },
    came: (requester, vendor, expires) =>
      `${requester ?? `Jemand, der ${vendor} nutzt,`} bittet Sie, ${vendor} mit AWS zu verbinden. Wenn Ihnen der Name nichts sagt, fahren Sie nicht fort. Dieser Link gilt bis ${expires}.`,
    theirs: 'Jetzt ist die Person an der Reihe, die den Link geschickt hat',
    theirsText: 'Von Ihnen wird nichts weiter erwartet. Sie können gehen oder über denselben Link wiederkommen.',
    done: 'Fertig: Die Rolle funktioniert und ist sicher',
    doneText: 'Die Person, die den Link geschickt hat, sieht es auch. Von Ihnen wird nichts weiter erwartet.',
    more: 'Etwas fragen oder sagen, dass es nicht geht',
    reply: 'Möchten Sie etwas sagen?',
    replyHint: 'Eine Frage, oder warum es nicht geht. Es geht an die Person, die den Link geschickt hat.',
    kinds: { done: 'Mein Teil ist erledigt', question: 'Ich habe eine Frage', cannot: 'Ich kann das nicht' },
    leave: 'Verlassen',
    only: 'Dieser Link öffnet eine einzige Verbindung',
    onlyText: 'Um ein anderes Konto zu verbinden, öffnen Sie die Seite ohne den Link oder fragen Sie die Person, die ihn geschickt hat.',
    toConnection: 'Zur Verbindung',
    choose: 'Was darf die Anwendung tun?',
    chooseHint: 'Die Rolle folgt Ihrer Auswahl.',
    save: 'Speichern und zurückgeben',
  },
  beyond: {
    given: 'Dies geht mit, neben dem Vorschlag',
    came: 'Neben dem Vorschlag verlangt',
    mayChange: 'Sie finden alles davon im Formular unten und können es ändern.',
    policy: (vendor) => `Die Berechtigungsrichtlinie wurde von Hand bearbeitet: Es ist nicht die, die ${vendor} vorschlägt.`,
    boundary: (arn) => `Mit der Berechtigungsgrenze Ihres Unternehmens ${arn}`,
    path: (path) => `Unter dem Pfad ${path}`,
    tags: (tags) => `Mit den Tags ${tags}`,
    session: (hours) => `Mit Sitzungen von höchstens ${hours}`,
  },
  said: {
    kinds: {
      asked: (isOwn) => (isOwn ? 'Sie schrieben:' : 'Die andere Person schrieb:'),
      done: (isOwn) => (isOwn ? 'Sie haben es als erledigt gemeldet' : 'Die andere Person hat es als erledigt gemeldet'),
      question: (isOwn) => (isOwn ? 'Sie haben etwas gefragt' : 'Die andere Person hat etwas gefragt'),
      cannot: (isOwn) => (isOwn ? 'Sie haben abgelehnt' : 'Die andere Person hat abgelehnt'),
    },
  },
  ended: {
    'handoff-expired': {
      title: 'Dieser Link ist abgelaufen',
      why: 'Solche Links enden nach einiger Zeit, damit eine alte E-Mail nichts mehr öffnet.',
    },
    'handoff-revoked': {
      title: 'Dieser Link wurde beendet',
      why: 'Die Person, die ihn geschickt hat, hat ihn beendet oder einen neueren erzeugt, der an seine Stelle tritt.',
    },
    'handoff-unknown': {
      title: 'Diesen Link kennen wir nicht',
      why: 'Vielleicht wurde er in einer E-Mail abgeschnitten, oder er ist sehr alt. Kopieren Sie ihn ganz, bis zum letzten Zeichen.',
    },
  },
  todo: 'Was zu tun ist',
  endedTodo:
    'Eine Rolle, die in AWS angelegt wurde, bleibt, wie sie ist. Bitten Sie die Person, die den Link geschickt hat, um einen neuen, zum Beispiel so:',
  endedAsk: (vendor, page, button) =>
    `Hallo, der Link, um unser AWS-Konto mit ${vendor} zu verbinden, öffnet nichts mehr. Bitte erzeugen Sie einen neuen: Wählen Sie auf der Seite der Verbindung „${page}“ und dann „${button}“.`,
  copyAsk: 'Text kopieren',
  startOver: 'Ohne den Link weiter',
  mail: {
    subject: {
      'create-role': (vendor, account) => `Bitte eine IAM-Rolle für ${vendor}${account === '' ? '' : ` im AWS-Konto ${account}`} anlegen`,
      'choose-permissions': (vendor) => `Bitte angeben, woran ${vendor} in unserem AWS-Konto arbeiten darf`,
    },
    hello: 'Hallo,',
    purpose: {
      'create-role': (vendor, account) =>
        `wir möchten ${vendor} mit ${account === '' ? 'einem unserer AWS-Konten' : `unserem AWS-Konto ${account}`} verbinden. Dafür ist dort eine IAM-Rolle nötig, und mir fehlt der Zugang. Bitte diese Seite öffnen:`,
      'choose-permissions': (vendor, account) =>
        `ich lege gerade die IAM-Rolle für ${vendor} in unserem AWS-Konto ${account} an. Bitte diese Seite öffnen und angeben, woran gearbeitet werden darf:`,
    },
    steps: {
      'create-role':
        'Was dort zu tun ist: im Konto angemeldet sein, die Schaltfläche drücken, den Stack anlegen. Es dauert etwa zwei Minuten und kostet nichts; den Stack zu löschen, macht es rückgängig. Danach prüft die Seite von selbst, ob die Rolle sicher ist.',
      'choose-permissions': 'Was dort zu tun ist: die Namen eintragen und speichern. Ein Zugang zu AWS ist nicht nötig.',
    },
    may: (vendor) => `Was ${vendor} mit der Rolle tun könnte:`,
    asks: (vendor) => `Was ${vendor} braucht:`,
    beyond: 'Neben dem Vorschlag verlangt:',
    safe: (vendor) => `Zugriffsschlüssel werden nicht erzeugt. Nur ${vendor} kann die Rolle nutzen, und nur mit unserer externen ID.`,
    expires: (expires) => `Dieser Link ist persönlich und endet am ${expires}.`,
    simulated: 'Dies ist ein Versuch: AWS ist simuliert, nichts Wirkliches wird angelegt.',
  },
})
