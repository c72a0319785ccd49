import { roleCommand } from '#core/pasted/permissions-command.ts'
import { roleListMessages } from '#core/pasted/role-list-rules.ts'
import { toldMessages } from '#core/pasted/told-rules.ts'

roleListMessages.translate('de', {
  'role-list-trusts': {
    title: 'Die Rolle vertraut dem Konto des Anbieters',
    sentence: ({ roleName, vendor, vendorAccount }) =>
      `Die Rolle ${roleName} ist vorhanden und vertraut dem Konto ${vendorAccount} von ${vendor}. Ob sie die externe ID verlangt, zeigt die Liste nicht.`,
    detail: (facts) => `Um das zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'role-list-other-trust': {
    title: 'Die Rolle vertraut jemand anderem',
    sentence: ({ roleName, trusted, vendor, vendorAccount }) =>
      `Laut der Liste vertraut ${roleName} diesem Prinzipal: ${trusted}. ${vendor} braucht dort das Konto ${vendorAccount}.`,
    detail: (facts) =>
      `Vielleicht zeigt die Liste nicht jeden Prinzipal. Um die Vertrauensrichtlinie zu sehen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'role-list-other-name': {
    title: 'Eine Rolle mit anderem Namen vertraut dem Anbieter',
    sentence: ({ roleName, named, vendor }) =>
      `Die Liste enthält keine Rolle namens ${roleName}, die ${vendor} aufruft. Dem Konto von ${vendor} vertraut die Rolle ${named}.`,
    detail: ({ roleName, vendor }) =>
      `Zeigt die Liste alle Rollen, legen Sie ${roleName} an, oder teilen Sie ${vendor} den ARN der anderen Rolle mit. Eine Rolle lässt sich nicht umbenennen.`,
  },
  'role-list-absent': {
    title: 'Die Rolle steht nicht in der Liste',
    sentence: ({ roleName }) => `Die Liste enthält keine Rolle namens ${roleName}.`,
    detail: ({ roleName, account }) =>
      `Zeigt sie alle Rollen des Kontos ${account}, wurde die Rolle nicht angelegt, sie wurde gelöscht, oder sie ist in einem anderen Konto. Andernfalls suchen Sie in der Liste nach ${roleName}.`,
  },
})

toldMessages.translate('de', {
  'notice-self-trust': {
    title: 'Ein Hinweis zu Rollen, die sich selbst annehmen',
    sentence:
      'Eine Rolle, die sich selbst annimmt, muss in ihrer eigenen Vertrauensrichtlinie stehen. Ob Ihre das braucht, zeigt der Text nicht.',
    detail: (facts) =>
      `Fragen Sie ${facts.vendor}, ob ${facts.roleName} sich selbst annehmen muss. Wenn ja, ergänzen Sie ${facts.roleArn} als Prinzipal in der Vertrauensrichtlinie, und erlauben Sie in der Berechtigungsrichtlinie sts:AssumeRole dafür. Um die Vertrauensrichtlinie zu sehen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
})
