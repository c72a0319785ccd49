import type { ScenarioTexts } from '#simulation/aws/scenario.ts'
import { type DemoScenarioId, demoScenarios, scenarioGroupMessages } from '#simulation/demo/demo-scenarios.ts'
import { acceptanceScenarios } from './diagnoses/acceptances.ts'
import { dangerScenarios } from './diagnoses/dangers.ts'
import { denialScenarios } from './diagnoses/denials.ts'
import { vendorFaultScenarios } from './diagnoses/vendor-faults.ts'

const german: Readonly<Record<DemoScenarioId, ScenarioTexts>> = {
  ...acceptanceScenarios,
  ...dangerScenarios,
  ...denialScenarios,
  ...vendorFaultScenarios,
  success: {
    title: 'Alles funktioniert',
    story: 'Der Kunde gibt Konto-ID und Bucket-Namen ein und startet den Stack. Die Seite wird automatisch grün.',
  },
  waiting: {
    title: 'Noch ist nichts angelegt',
    story:
      'Gehen Sie zu „Rolle anlegen“. AWS antwortet mit AccessDenied. Das heißt vorerst nur, dass es die Rolle noch nicht gibt. Die Seite sagt das und wartet.',
  },
  confirming: {
    title: 'Eine korrigierte Rolle wird bestätigt',
    story:
      'Stellen Sie das Tempo auf „Realistisch“, gehen Sie zu „Stack angelegt“ und wählen Sie „Beheben“. Die Seite bestätigt das erste gute Ergebnis mit einer zweiten Prüfung, bevor sie grün wird.',
  },
  'server-down': {
    title: 'Unser eigener Server ist ausgefallen',
    story:
      'Der Wizard kann nicht prüfen und sagt, dass das Problem bei uns liegt. Frühere Ergebnisse bleiben, und es geht automatisch weiter.',
  },
  'network-lost': {
    title: 'Das Netzwerk fällt aus',
    story:
      'Das Netzwerk des Kunden fällt aus, während die Seite wartet. Eingaben gehen nicht verloren, und die Seite macht weiter, sobald das Netzwerk wieder da ist.',
  },
}

for (const { id, messages } of demoScenarios) messages.translate('de', german[id])

scenarioGroupMessages.translate('de', {
  main: 'Der Hauptweg',
  trust: 'Die Vertrauensrichtlinie',
  permissions: 'Die Berechtigungsrichtlinie',
  account: 'Das Konto des Kunden',
  time: 'Zeit vergeht',
  aws: 'AWS und das eigene Konto des Anbieters',
  between: 'Zwischen Seite und Server',
})
