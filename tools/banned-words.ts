type BannedWord = { readonly word: RegExp; readonly instead: string }

/** Words that never belong in our English text, with what to write instead. Quotes from AWS and code are exempt. */
const bannedWords: readonly BannedWord[] = [
  { word: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix' },
  { word: /\bput(?:s|ting)? (?:it |this |them )?right\b/i, instead: 'fix' },
  { word: /\bby itself\b/i, instead: 'automatically, separately' },
  { word: /\bwhoever\b|\bwhomever\b/i, instead: 'the person who, anyone who' },
  { word: /\bwho sent you\b/i, instead: 'the person who sent you' },
  { word: /\b(?:some|no|any|every)body\b/i, instead: 'someone, no one, anyone, everyone' },
  { word: /\banew\b/i, instead: 'again, new' },
  { word: /\blikewise\b/i, instead: 'also, or repeat the sentence' },
  { word: /\blook(?:s|ed|ing)? (?:now|at|again)\b|\b(?:last|next) look\b/i, instead: 'check now, last check, next check, checked' },
  { word: /\blet(?:s|ting)? (?:us |you |them |him |her |it )?in\b/i, instead: 'allow, trust' },
  { word: /(?<!-)\bstands?\b(?!-in| (?:in )?for)/i, instead: 'is, is in, means' },
  { word: /\bbeside\b/i, instead: 'next to, in addition to' },
  // “On-demand” is AWS's name for a way to pay.
  { word: /(?<!on-)\bdemands?\b|\b(?:asks|asked) for\b/i, instead: 'requires, requested' },
  { word: /\bforbid(?:s|den|ding)?\b/i, instead: 'blocks, denies' },
  { word: /\b(?:small|capital) letters\b|\bupper and lower case\b/i, instead: 'lowercase letters, capitalization' },
  { word: /\bline ends?\b/i, instead: 'new line' },
  { word: /\b(?:press|tick|untick)(?:es|s|ed|ing)?\b(?! (?:Ctrl|F8|Enter|Tab|Esc))/i, instead: 'choose, select' },
  { word: /\blongest session\b/i, instead: 'maximum session duration' },
  { word: /\bpath of the role\b/i, instead: 'role path' },
  { word: /\bregion of the stack\b/i, instead: 'CloudFormation Region' },
  { word: /\bremarks?\b/i, instead: 'issue' },
  { word: /\bprove[ds]\b/i, instead: 'verified, shown' },
  { word: /\bend the link\b/i, instead: 'revoke' },
  { word: /\bof the config\b/i, instead: 'in the config' },
  { word: /\bis to be\b|\bare to be\b/i, instead: 'must be, will be' },
  { word: /\bfor ever\b/i, instead: 'forever, or: never reuses it' },
  { word: /\bspelt\b/i, instead: 'spelled' },
  { word: /\bcolour/i, instead: 'color' },
  { word: /\bartefacts?\b/i, instead: 'artifact' },
  { word: /\bbehaviour/i, instead: 'behavior' },
  { word: /\bcatalogues?\b/i, instead: 'catalog' },
  { word: /\b(?:recogni|synthesi|organi|authori|summari)s(?:e[ds]?|ing|ation)\b/i, instead: 'US English: -ize' },
  { word: /\blicences?\b/i, instead: 'license' },
  { word: /\be-mails?\b/i, instead: 'email' },
]

/** Contractions sound human on a screen; documents are free, and so are quotations. */
const stiffWords: readonly BannedWord[] = [
  { word: /\b(?:do|does|did|could|would|is|are|was|were|has|have) not\b|\bcannot\b/i, instead: 'don’t, can’t, isn’t' },
  { word: /(?:^|[.!?:] )It is\b/, instead: 'It’s' },
]

const wordsIn = (text: string, list: readonly BannedWord[]): readonly string[] =>
  list.flatMap(({ word, instead }) => {
    const found = word.exec(text)?.[0]
    return found === undefined ? [] : [`"${found}": write ${instead}`]
  })

export const bannedIn = (text: string): readonly string[] => wordsIn(text, bannedWords)

/** The same for a text on a screen, which sounds human too. */
export const bannedOnScreens = (text: string): readonly string[] => [
  ...bannedIn(text),
  ...wordsIn(text.replace(/“[^”]*”/g, '“…”'), stiffWords),
]
