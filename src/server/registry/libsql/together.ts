import type Database from 'libsql'
import * as z from 'zod/mini'

type Asked<Row> = {
  readonly keys: readonly string[]
  readonly resolve: (row: Row | null) => void
  readonly reject: (error: unknown) => void
}

/**
 * Answers everything that is asked in one turn of the event loop with one statement, because a statement costs more than the rows that
 * it finds. The statement runs after the last of the questions, so no answer is older than its question. It gets a JSON array of
 * the keys as its parameter, in which the place of a question is its number, and returns a JSON array of rows that begin with the number.
 */
export function together<Row extends readonly [number, ...unknown[]]>(
  statement: Database.Statement,
  schema: z.ZodMiniType<readonly Row[]>,
) {
  const Result = z.tuple([z.string()])
  let asked: Asked<Row>[] = []

  function answer(questions: readonly Asked<Row>[]): void {
    try {
      const [text] = Result.parse(statement.get(JSON.stringify(questions.map(({ keys }) => keys))))
      const rows = new Map(schema.parse(JSON.parse(text)).map((row) => [row[0], row]))
      for (const [number, { resolve }] of questions.entries()) resolve(rows.get(number) ?? null)
    } catch (error) {
      for (const { reject } of questions) reject(error)
    }
  }

  return (...keys: readonly string[]): Promise<Row | null> =>
    new Promise((resolve, reject) => {
      if (asked.length === 0)
        setImmediate(() => {
          const questions = asked
          asked = []
          answer(questions)
        })
      asked.push({ keys, resolve, reject })
    })
}
