export type Marker = {
  readonly code: string | null
  readonly pattern: RegExp
  /** The words of AWS come before it on the line. */
  readonly isWholeLine?: true
  /** The operation, from the words before it on the line. */
  readonly operationIn?: (before: string) => string | null
  /** Other programs use the same words. */
  readonly isOf?: (text: string, at: number) => boolean
}
