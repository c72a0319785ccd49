import { spokenLanguage } from './language.ts'

/** As the page writes numbers: in German `1,5`. */
export const spokenNumber = (value: number, maximumFractionDigits: number): string =>
  new Intl.NumberFormat(spokenLanguage().locale, { maximumFractionDigits }).format(value)
