import { vp01Messages, vp02Messages, vp03Messages } from '#core/rules/hosting/hosting-rules.ts'

vp01Messages.translate('de', {
  title: 'Die Anwendung darf alles annehmen',
  what: 'sts:AssumeRole auf "*"',
  why: 'Wer die Anwendungsrolle stiehlt oder überlistet, kann überall jede Rolle annehmen, die dem Konto des Anbieters vertraut.',
  todo: 'Nennen Sie die Rolle, mit einem Platzhalter nur an der Stelle des Kontos: arn:aws:iam::*:role/name.',
  found: (text) =>
    `${text} ist irgendeine Rolle irgendwo. Nennen Sie die Rolle für den Kontozugriff; nur das Konto darf ein Platzhalter sein.`,
})

vp02Messages.translate('de', {
  title: 'Die Anwendung darf jede Rolle annehmen',
  what: 'sts:AssumeRole auf einem Rollen-ARN, dessen Name ein Platzhalter ist',
  why: 'In der Praxis ist das dasselbe wie "*": jede Rolle jedes Kunden, die dem Konto des Anbieters vertraut.',
  todo: 'Nennen Sie die Rolle, mit einem Platzhalter nur an der Stelle des Kontos: arn:aws:iam::*:role/name.',
  found: (text) => `${text} ist jede Rolle. Nennen Sie die Rolle für den Kontozugriff; nur das Konto darf ein Platzhalter sein.`,
})

vp03Messages.translate('de', {
  title: 'Aufrufe ohne externe ID werden beim Anbieter verboten',
  what: 'Ein Deny von sts:AssumeRole mit einer Bedingung auf sts:ExternalId',
  why: 'Im Betrieb ist das gut, aber dann wird der Versuch ohne externe ID beim Anbieter abgewiesen und sagt nichts über die Rolle.',
  todo: 'Behalten Sie es, und lassen Sie die Prüfung von einer Rolle ohne dieses Deny laufen.',
  found: 'Das weist Aufrufe ohne externe ID ab, bevor die Rolle gefragt wird; die Prüfung sieht also nicht, ob die Rolle es täte.',
})
