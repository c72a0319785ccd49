import { launchMessages } from '#wizard/launch/launch-messages.ts'

launchMessages.translate('de', {
  title: (isElsewhere, vendor) => (isElsewhere ? 'Sie können diese Seite schließen' : `Öffnen Sie diese Seite über ${vendor}`),
  todo: 'Was zu tun ist',
  why: {
    'launch-token-required': (vendor) =>
      `Um ein AWS-Konto zu verbinden, melden Sie sich bei ${vendor} an und öffnen Sie diese Seite von dort. Falls Sie hier schon gearbeitet haben, ist Ihre Sitzung beendet; in AWS hat sich nichts geändert.`,
    'launch-token-refused': (vendor) =>
      `Der Link, über den Sie gekommen sind, ist ungültig oder abgelaufen. Öffnen Sie diese Seite erneut über ${vendor}.`,
    'launch-token-used': (vendor) =>
      `Der Link, über den Sie gekommen sind, wurde bereits verwendet, und jeder Link gilt nur einmal. Öffnen Sie diese Seite erneut über ${vendor}.`,
    stayed: () => 'Es wurde nichts geändert. Arbeiten Sie in dem Tab weiter, in dem Sie waren.',
  },
  framed: {
    title: 'Laden Sie diese Seite neu',
    why: {
      'launch-token-required': (vendor) =>
        `Ihre Sitzung ist beendet, oder sie konnte nicht beginnen. Laden Sie diese Seite neu. Wenn das nicht hilft, melden Sie sich erneut bei ${vendor} an. In AWS hat sich nichts geändert.`,
      'launch-token-refused': (vendor) =>
        `Das Anmelde-Token dieser Seite ist ungültig oder abgelaufen. Laden Sie diese Seite neu. Wenn das nicht hilft, melden Sie sich erneut bei ${vendor} an.`,
      'launch-token-used': (vendor) =>
        `Das Anmelde-Token dieser Seite wurde bereits verwendet, und jedes gilt nur einmal. Laden Sie diese Seite neu. Wenn das nicht hilft, melden Sie sich erneut bei ${vendor} an.`,
    },
  },
  passing: {
    title: 'Ihre Sitzung konnte nicht beginnen',
    why: 'Unser Server hat nicht wie erwartet geantwortet. Prüfen Sie Ihre Netzwerkverbindung, warten Sie einen Moment und versuchen Sie es dann erneut.',
  },
  forSupport: (vendor) => `Details für den Support von ${vendor}`,
  switching: {
    title: (name) => `Als ${name} fortfahren?`,
    from: (name) => `Sie haben bisher als ${name} gearbeitet.`,
    fromNameless: {
      tenant: 'Sie haben bisher für jemand anderen gearbeitet.',
      guest: 'Sie haben in diesem Tab den Link einer Kollegin oder eines Kollegen geöffnet.',
      anonymous: 'Sie haben in diesem Browser AWS-Konten verbunden, ohne sich anzumelden.',
    },
    consequence: (name, vendor) =>
      `Der Link, den Sie geöffnet haben, gilt für ${name}. Konten, die Sie ab jetzt verbinden, gehören bei ${vendor} zu ${name}. Wenn Sie ${name} nicht kennen, fahren Sie nicht fort.`,
    agree: (name) => `Als ${name} fortfahren`,
    stay: (name) => `Bei ${name} bleiben`,
    stayNameless: 'Nicht fortfahren',
  },
  viewer: {
    title: 'Sie haben Lesezugriff',
    text: (vendor) =>
      `Sie können die mit ${vendor} verbundenen AWS-Konten ansehen, aber nichts ändern. Um ein Konto zu verbinden, bitten Sie jemanden mit Bearbeitungsrechten.`,
    toAccounts: 'Verbundene Konten ansehen',
  },
})
