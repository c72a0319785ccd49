import type { CauseTexts } from '#core/verify/causes.ts'
import type { ExplanationTexts } from '#core/verify/explanation.ts'
import type { DiagnosisCode } from '#core/verify/verdict.ts'
import type { ScenarioTexts } from '#simulation/aws/scenario.ts'
import { contact, nothingToDo, rechecks } from './shared.ts'

const title = 'Problem auf unserer Seite'

export const vendorFaults = {
  'aws-unavailable': {
    title: 'AWS antwortet nicht',
    happened: () => 'AWS STS gab keine eindeutige Antwort; diese Prüfung hat deshalb kein Ergebnis.',
    why: () => 'AWS begrenzt die Zahl der Aufrufe je Sekunde, und ein Netzwerk oder ein Dienst kann eine Weile ausfallen.',
    todo: () => [rechecks],
  },
  'vendor-credentials-refused': {
    title,
    happened: ({ vendor }) => `AWS hat die Zugangsdaten von ${vendor} abgelehnt. An Ihre Rolle wurde nichts gesendet.`,
    why: () => 'Sie sind abgelaufen, die Uhr unseres Servers geht falsch, oder sie gehören zu einer anderen AWS-Partition.',
    todo: ({ vendor }) => [nothingToDo, contact(vendor)],
  },
  'vendor-identity-wrong': {
    title,
    happened: ({ vendor, vendorAccount }) =>
      `Unsere Prüfung läuft unter der falschen Identität, nicht unter der im Konto ${vendorAccount}, der Ihre Rolle vertraut. ${vendor} hat deshalb angehalten.`,
    why: () => 'Der prüfende Dienst ist falsch konfiguriert.',
    todo: ({ vendor }) => [nothingToDo, 'Legen Sie die Rolle nicht von dieser Seite aus an, bis das behoben ist.', contact(vendor)],
  },
  'vendor-not-allowed': {
    title,
    happened: ({ vendor }) => `Eine Richtlinie im Konto von ${vendor} hindert die Anwendung daran, Ihre Rolle anzunehmen.`,
    why: () => 'AWS nennt eine Richtlinie, die für den Aufrufenden gilt, also keine von Ihnen.',
    todo: ({ vendor }) => [nothingToDo, contact(vendor)],
  },
  'vendor-request-refused': {
    title,
    happened: ({ vendor }) => `AWS hat die Anfrage von ${vendor} als ungültig abgelehnt.`,
    why: () => 'Sie verlangt etwas außerhalb der Grenzen von AWS, zum Beispiel bei der Sitzungsdauer.',
    todo: ({ vendor }) => [nothingToDo, contact(vendor)],
  },
} satisfies Partial<Readonly<Record<DiagnosisCode, ExplanationTexts>>>

export const vendorFaultCauses = {
  'vendor-duration': {
    title: 'Wir verlangen eine längere Sitzung, als die Rolle gibt',
    check: ({ vendor }) => `${vendor} muss das berichtigen.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

export const vendorFaultScenarios = {
  throttled: {
    title: 'Jeder Aufruf wird gedrosselt',
    story: 'STS antwortet auf jeden Aufruf mit „Rate exceeded“.',
  },
  'vendor-credentials-expired': {
    title: 'Die Zugangsdaten des Anbieters sind abgelaufen',
    story: 'STS lehnt die eigenen Zugangsdaten des Anbieters ab. Der Kunde muss nichts tun.',
  },
  'vendor-not-allowed': {
    title: 'Der Anbieter darf keine Rollen annehmen',
    story: 'Eine Service-Kontrollrichtlinie der eigenen Organisation des Anbieters lehnt den Aufruf ab.',
  },
  'vendor-request-refused': {
    title: 'Der Anbieter fordert eine zu lange Sitzung an',
    story:
      'STS antwortet, dass die angeforderte Sitzung länger ist, als die Rolle erlaubt. Die 900 Sekunden einer Prüfung erlaubt jede Rolle. AWS tut das also nicht, aber der Wizard erklärt es.',
  },
  'vendor-is-root': {
    title: 'Der Anbieter ruft als Root-Benutzer auf',
    story: 'STS antwortet, dass Root-Konten keine Rollen annehmen dürfen. Die Prüfung läuft mit der falschen Identität.',
  },
} satisfies Readonly<Record<string, ScenarioTexts>>
