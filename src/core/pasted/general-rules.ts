/** Of the linter: what a principal can be that is not the vendor. */
export const lintedPrincipalRules = [
  'TP01',
  'TP02',
  'TP03',
  'TP04',
  'TP05',
  'TP06',
  'TP07',
  'TP08',
  'TP09',
  'TP10',
  'TP29',
  'TP30',
  'TP39',
] as const

/** Rules that say less about a principal than one that knows the role of the plan. */
export const generalPrincipalRules: readonly string[] = [
  ...lintedPrincipalRules,
  'principal-missing',
  'principal-other-account',
  'principal-other-role',
]

/** Rules that say less about the external ID than one that knows which it must be. */
export const generalExternalIdRules: readonly string[] = [
  ...['TP11', 'TP12', 'TP13', 'TP14', 'TP15', 'TP16', 'TP17', 'TP18', 'TP19', 'TP20', 'TP21', 'TP37', 'TP43'],
  'external-id-differs',
  'external-id-operator',
  'external-id-null-false',
]
