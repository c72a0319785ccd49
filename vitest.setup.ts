import fc from 'fast-check'

/** The same cases on every machine, so that failures can be reproduced. A test can set its own seed. */
fc.configureGlobal({ seed: 20_261_129 })
