import type { Phrases } from '#core/rules/phrases.ts'

/** The policy of the application role. */
export const hosting: Phrases = {
  VP01: {
    'The application may assume everything': 'Die Anwendung darf alles annehmen',
    'sts:AssumeRole on "*"': 'sts:AssumeRole auf "*"',
    'Who steals or tricks the application role can assume any role anywhere that trusts the vendor account.':
      'Wer die Anwendungsrolle stiehlt oder überlistet, kann überall jede Rolle annehmen, die dem Konto des Anbieters vertraut.',
    'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.':
      'Nennen Sie die Rolle, mit einem Platzhalter nur an der Stelle des Kontos: arn:aws:iam::*:role/name.',
    '{0} is any role anywhere. Name the account access role; only the account may be a wildcard.':
      '{0} ist irgendeine Rolle irgendwo. Nennen Sie die Rolle für den Kontozugriff; nur das Konto darf ein Platzhalter sein.',
  },
  VP02: {
    'The application may assume every role': 'Die Anwendung darf jede Rolle annehmen',
    'sts:AssumeRole on a role ARN whose name is a wildcard': 'sts:AssumeRole auf einem Rollen-ARN, dessen Name ein Platzhalter ist',
    'It is the same as "*" in practice: any role of any customer that trusts the vendor account.':
      'In der Praxis ist das dasselbe wie "*": jede Rolle jedes Kunden, die dem Konto des Anbieters vertraut.',
    'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.':
      'Nennen Sie die Rolle, mit einem Platzhalter nur an der Stelle des Kontos: arn:aws:iam::*:role/name.',
    '{0} is every role. Name the account access role; only the account may be a wildcard.':
      '{0} ist jede Rolle. Nennen Sie die Rolle für den Kontozugriff; nur das Konto darf ein Platzhalter sein.',
  },
  VP03: {
    'Calls without external ID are denied on the vendor side': 'Aufrufe ohne externe ID werden beim Anbieter verboten',
    'A Deny of sts:AssumeRole with a condition on sts:ExternalId': 'Ein Deny von sts:AssumeRole mit einer Bedingung auf sts:ExternalId',
    'It is good in production, but then the probe without external ID is refused on the vendor side, and says nothing of the role.':
      'Im Betrieb ist das gut, aber dann wird der Versuch ohne externe ID beim Anbieter abgewiesen und sagt nichts über die Rolle.',
    'Keep it, and let verification run from a role without this Deny.':
      'Behalten Sie es, und lassen Sie die Prüfung von einer Rolle ohne dieses Deny laufen.',
    'This refuses calls without external ID before the role is asked, so verification cannot see whether the role would.':
      'Das weist Aufrufe ohne externe ID ab, bevor die Rolle gefragt wird; die Prüfung sieht also nicht, ob die Rolle es täte.',
  },
}
