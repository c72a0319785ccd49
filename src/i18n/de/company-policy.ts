import type { CompanyPolicyWords } from '#wizard/words/company-policy.ts'

export const companyPolicy: CompanyPolicyWords = {
  hint: 'Nur was Ihr Unternehmen verlangt. Ein leeres Feld lässt die Rolle so, wie sie vorgeschlagen ist.',
  path: {
    label: 'Pfad der Rolle',
    hint: (ofVendor) => `Teil des ARN der Rolle. Beginnt und endet mit /, zum Beispiel /company/connectors/. Leer lassen für ${ofVendor}`,
  },
  boundary: {
    label: 'Berechtigungsgrenze',
    requiredLabel: 'Berechtigungsgrenze (erforderlich)',
    hint: (example) => `Der ARN der Richtlinie, die begrenzt, was die Rolle je darf, zum Beispiel ${example}`,
  },
  tags: {
    label: 'Tags',
    hint: (ofVendor) =>
      `Eines je Zeile: Schlüssel=Wert.${ofVendor.length === 0 ? '' : ` Bereits gesetzt: ${ofVendor.join(', ')}.`} Mit eigenen Tags laden Sie eine Vorlage hoch, statt einen Link zu öffnen.`,
  },
  session: {
    label: 'Längste Sitzung',
    hint: 'Eine kürzere genügt einer Anwendung, die selbst mit einer Rolle arbeitet: Ihr gibt AWS höchstens eine Stunde.',
    asAsked: (hours, vendor) => `${hours === 1 ? '1 Stunde' : `${hours} Stunden`}, wie ${vendor} sie verlangt`,
    hours: (hours) => (hours === 1 ? '1 Stunde' : `${hours} Stunden`),
  },
  facts: {
    title: 'Rolle',
    arn: 'ARN',
    boundary: 'Berechtigungsgrenze',
    noBoundary: 'keine',
    tags: 'Tags',
    noTags: 'keine',
    session: 'Längste Sitzung',
    seconds: (seconds) => `${seconds} Sekunden`,
  },
}
