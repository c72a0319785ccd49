import { defineWizard } from './wizard-element.ts'

// A bundler moves this module to the site that imports it, so only `src` says where the wizard is.
defineWizard(() => '')
