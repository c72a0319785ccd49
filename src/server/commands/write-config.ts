import { existsSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { readVendorConfig } from '#core/connection/vendor.ts'
import { findingText } from '#core/connection/vendor-config/config-finding.ts'
import { localConfig, readVendorFile } from '#server/config/vendor-file.ts'
import { vendorReport } from './check-report.ts'
import { failed, type Given, lines, type Output } from './command.ts'
import { type Answers, type InitOption, type Question, questions, regionFault, starterAnswers } from './init-questions.ts'
import { starterConfig } from './starter-config.ts'

/** Answers a question. Null: there is no one to ask. */
export type Ask = ((text: string) => Promise<string>) | null

const failure = 'cannot write the config'

const faultOf = (question: Question, answer: string): string | null => (answer === '' ? 'An answer is required.' : question.fault(answer))

async function answerTo(question: Question, answers: Answers, ask: Ask): Promise<string> {
  const fallback = question.fallback(answers) ?? ''
  if (ask === null) return fallback
  const prompt = `${question.text}${fallback === '' ? '' : ` (${fallback})`}\n> `
  let answer = (await ask(prompt)).trim() || fallback
  for (let fault = faultOf(question, answer); fault !== null; fault = faultOf(question, answer)) {
    answer = (await ask(`${fault}\n${prompt}`)).trim() || fallback
  }
  return answer
}

/** Says what is wrong with the options, and which ones are missing if nothing is asked. */
function optionFaults(given: Given<InitOption>, ask: Ask): readonly string[] {
  const ofQuestions = questions.flatMap(({ option, text, fallback, fault }) => {
    const typed = given.value(option)
    if (typed === undefined) return ask === null && fallback({}) === null ? [`--${option} is required: ${text}`] : []
    const wrong = fault(typed.trim())
    return wrong === null ? [] : [`--${option}: ${wrong}`]
  })
  const region = given.value('region')
  const wrongRegion = region === undefined ? null : regionFault(region)
  return wrongRegion === null ? ofQuestions : [...ofQuestions, `--region: ${wrongRegion}`]
}

/** Options answer their questions. Only the others are asked. */
async function answersTo(given: Given<InitOption>, ask: Ask): Promise<Answers> {
  let answers: Answers = { region: given.value('region') ?? 'us-east-1' }
  for (const question of questions) {
    const answer = given.value(question.option)?.trim() ?? (await answerTo(question, answers, ask))
    answers = { ...answers, [question.option]: answer }
  }
  return answers
}

/** `rolebridge init [FILE]`. */
export async function writeConfig(given: Given<InitOption>, ask: Ask): Promise<Output> {
  const path = given.file ?? localConfig
  if (existsSync(path) && !given.has('force')) return failed(failure, [`${path} exists. Use --force to replace it, or name another file.`])
  const faults = optionFaults(given, ask)
  if (faults.length > 0) return failed(failure, faults)
  const config = starterConfig(starterAnswers(await answersTo(given, ask)))
  const errors = readVendorConfig(config).findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return failed(failure, errors.map(findingText))
  writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`)
  const report = vendorReport(path, readVendorFile(path))
  const start = path === localConfig ? 'rolebridge' : `ROLEBRIDGE_VENDOR=${path} rolebridge`
  return { ...report, text: lines(report.text, `Next: edit ${path}, and start the wizard with ${start}`) }
}

export async function initialize(given: Given<InitOption>): Promise<Output> {
  if (!process.stdin.isTTY) return writeConfig(given, null)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await writeConfig(given, (text) => terminal.question(text))
  } finally {
    terminal.close()
  }
}
