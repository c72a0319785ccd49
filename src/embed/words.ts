type EmbedWords = Readonly<Record<'title' | 'loading' | 'failed' | 'down' | 'open' | 'noSource', string>>

const english: EmbedWords = {
  title: 'Connect your AWS account',
  loading: 'Loading…',
  failed: 'This page can’t show “Connect your AWS account” here.',
  down: 'We couldn’t load “Connect your AWS account”.',
  open: 'Open it in a new tab',
  noSource: 'Set the attribute src to the URL of the wizard.',
}

const german: EmbedWords = {
  title: 'Ihr AWS-Konto verbinden',
  loading: 'Wird geladen …',
  failed: 'Diese Seite kann „Ihr AWS-Konto verbinden“ hier nicht zeigen.',
  down: '„Ihr AWS-Konto verbinden“ konnte nicht geladen werden.',
  open: 'In einem neuen Tab öffnen',
  noSource: 'Geben Sie im Attribut src die Adresse des Wizards an.',
}

/** Texts in the language of the frame. The script runs alone in other sites, so it contains its few texts. */
export function embedWords(element: HTMLElement): EmbedWords {
  const tags = [element.getAttribute('locale') ?? '', ...navigator.languages]
  return /^de\b/i.test(tags.find((tag) => /^(de|en)\b/i.test(tag)) ?? '') ? german : english
}
