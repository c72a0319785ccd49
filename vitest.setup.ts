import fc from 'fast-check'

/** The same cases on every machine, so that a failure is there again for the next reader. A test that wants others sets a seed of its own. */
fc.configureGlobal({ seed: 20_261_129 })
