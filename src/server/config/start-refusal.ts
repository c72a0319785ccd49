/** A reason not to start, in lines: what happened, why that matters, what to do. */
export class StartRefusal extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join(' '))
    this.name = 'StartRefusal'
    this.lines = lines
  }
}
