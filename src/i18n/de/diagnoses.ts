import type { VerdictWords } from '#wizard/words/verdict.ts'
import { diagnosesOfDanger } from './diagnoses-of-danger.ts'
import { diagnosesOfOtherAnswers } from './diagnoses-of-other-answers.ts'
import { diagnosesOfRefusal } from './diagnoses-of-refusal.ts'

export const diagnoses: VerdictWords['diagnoses'] = { ...diagnosesOfDanger, ...diagnosesOfRefusal, ...diagnosesOfOtherAnswers }
