type EmbedWords = Readonly<Record<'title' | 'loading' | 'failed' | 'open' | 'noSource', string>>

const english: EmbedWords = {
  title: 'Connect your AWS account',
  loading: 'Loading…',
  failed: 'This page cannot show “Connect your AWS account” here.',
  open: 'Open it in a new tab',
  noSource: 'The attribute src names no address of a wizard.',
}

const german: EmbedWords = {
  title: 'Ihr AWS-Konto verbinden',
  loading: 'Wird geladen …',
  failed: 'Diese Seite kann „Ihr AWS-Konto verbinden“ hier nicht zeigen.',
  open: 'In einem neuen Tab öffnen',
  noSource: 'Das Attribut src nennt keine Adresse eines Wizards.',
}

/** Texts in the language of the frame. The script runs alone in other sites, so it contains its few texts. */
export function embedWords(element: HTMLElement): EmbedWords {
  const tags = [element.getAttribute('locale') ?? '', ...navigator.languages]
  return /^de\b/i.test(tags.find((tag) => /^(de|en)\b/i.test(tag)) ?? '') ? german : english
}
