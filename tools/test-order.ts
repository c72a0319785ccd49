import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of these names run programs, engines, or many cases, and take half a minute each. */
const isLong = /[.-](cli|engine|differential|matrix)\.test\.ts$/

/** Starts the longest files first, because one that starts last runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (isLong.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
