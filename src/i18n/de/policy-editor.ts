import { plural } from '#core/text/plural.ts'
import { policyEditorMessages } from '#wizard/policy-editor/policy-editor-messages.ts'

policyEditorMessages.translate('de', {
  title: 'Berechtigungsrichtlinie',
  edit: 'Diese Richtlinie bearbeiten',
  done: 'Fertig',
  first: (fields) => `Um diese Richtlinie zu bearbeiten, füllen Sie zuerst aus: ${fields.join(', ')}.`,
  loadFailed:
    'Der Editor konnte nicht geladen werden. Prüfen Sie Ihre Netzwerkverbindung und klicken Sie noch einmal auf die Schaltfläche; Ihre Eingaben bleiben erhalten.',
  edited: 'Diese Richtlinie wurde bearbeitet',
  editedMeaning:
    'Sie gilt so, wie sie hier steht, in allem, was die Rolle anlegt. Sie richtet sich nicht mehr nach dem, was Sie daneben wählen.',
  reset: (vendor) => `Zurück zur Richtlinie von ${vendor}`,
  refused: (place, message) =>
    place === null
      ? `Berechtigungsrichtlinie: ${message}`
      : `Berechtigungsrichtlinie, Zeile ${place.line}, Spalte ${place.column}: ${message}`,
  broken: 'Noch ist das keine Richtlinie; was sie erlaubt, lässt sich nicht sagen.',
  brokenAt: (line, column, message) => `Zeile ${line}, Spalte ${column}: ${message}`,
  findings: {
    title: 'Anmerkungen',
    none: 'Nichts anzumerken.',
    count: (count) => plural('de', count, { one: '# Anmerkung', other: '# Anmerkungen' }),
    place: (line, column) => `Zeile ${line}, Spalte ${column}`,
    whole: 'Die ganze Richtlinie',
    fix: 'Beheben',
    fixName: (problem) => `Beheben: ${problem}`,
    more: (count) => plural('de', count, { one: 'Und eine weitere.', other: 'Und # weitere.' }),
  },
  confirmation: {
    question: (vendor, added, broken) => {
      const grants = added === 0 ? '' : `erlaubt mehr, als ${vendor} verlangt (${added})`
      const fails = broken === 0 ? '' : `funktioniert so nicht (${broken})`
      return `Diese Richtlinie ${[grants, fails].filter((part) => part !== '').join(' und ')}. Fortfahren?`
    },
    confirm: 'Trotzdem fortfahren',
    cancel: 'Richtlinie prüfen',
  },
  fixTitle: (rule, problem) => `${rule} beheben: ${problem}`,
  size: {
    title: 'Länge',
    of: (size, maximum) => `${size} von ${maximum} Zeichen; Leerzeichen und Zeilenumbrüche zählen nicht.`,
    tooLong: 'Eine längere Richtlinie lehnt AWS ab.',
  },
  meaning: {
    title: 'Was jede Anweisung bewirkt',
    statement: (name, at) => name ?? `Anweisung ${at}`,
    lets: (vendor) => `Erlaubt ${vendor}:`,
    forbids: 'Verbietet, auch wenn es an anderer Stelle erlaubt ist:',
    empty: 'Es steht keine Anweisung darin: Nichts ist erlaubt.',
  },
  difference: {
    title: (vendor) => `Was gegenüber dem geändert wurde, was ${vendor} verlangt`,
    none: 'Sie erlaubt genau das, was verlangt wird.',
    kinds: {
      added: 'Über das Verlangte hinaus erlaubt',
      narrowed: 'Erlaubt, aber enger als verlangt',
      removed: 'Nicht mehr erlaubt',
      denied: 'Durch ein „Deny“ von Ihnen verboten',
      undenied: 'Nicht mehr verboten',
    },
    removedMeaning: (vendor) => `Ohne das arbeitet ${vendor} vielleicht nicht; die Prüfungen nach dem Anlegen der Rolle zeigen, was fehlt.`,
    permission: ({ action, isAllBut, resource, isOnAllBut, condition }) =>
      `${isAllBut ? 'jede Aktion außer ' : ''}${action} auf ${isOnAllBut ? 'allem außer ' : ''}${resource}${condition === null ? '' : ', unter einer Bedingung'}`,
  },
})
