export type Marker = {
  readonly code: string | null
  readonly pattern: RegExp
  /** The words of AWS come before it on the line. */
  readonly isWholeLine?: true
  /** Other programs use the same words. */
  readonly isOf?: (text: string, at: number) => boolean
}
