import * as z from 'zod/mini'

/** A reason not to start, in lines: what happened, why that matters, what to do. */
export class StartRefusal extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join(' '))
    this.name = 'StartRefusal'
    this.lines = lines
  }
}

const ListenFault = z.object({ code: z.enum(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']), port: z.optional(z.number()) })

const listenFaults: Readonly<Record<z.infer<typeof ListenFault>['code'], string>> = {
  EADDRINUSE: 'is in use: stop the program that listens there, or set PORT (and ROLEBRIDGE_SIMULATOR_PORT) to other ports',
  EACCES: 'requires more permissions: set PORT to a port above 1023',
  EADDRNOTAVAIL: 'is not available at this HOST: use an address of this machine',
}

/** The reasons of a command that failed. */
export function faultLines(error: unknown): readonly string[] {
  if (error instanceof StartRefusal) return error.lines
  const fault = ListenFault.safeParse(error)
  if (fault.success && fault.data.port !== undefined) return [`Port ${fault.data.port} ${listenFaults[fault.data.code]}`]
  return [error instanceof Error ? error.message : 'No reason was given.']
}
