import './explained.ts'
import './policy-editor.ts'
