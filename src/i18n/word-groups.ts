import type { ConsoleWords } from '#simulation/console/console-words.ts'
import type { DemoWords } from '#simulation/demo/demo-words.ts'
import type { ScenarioWords } from '#simulation/demo/scenario-words.ts'
import type { LaterUiWords } from '#ui/later-words.ts'
import type { UiWords } from '#ui/words.ts'
import type { AccountWords } from '#wizard/words/account.ts'
import type { ArtifactViewWords } from '#wizard/words/artifact-view.ts'
import type { CompanyPolicyWords } from '#wizard/words/company-policy.ts'
import type { ConnectedWords } from '#wizard/words/connected.ts'
import type { DoctorWords, RecognisedWords } from '#wizard/words/doctor.ts'
import type { ExplainedWords } from '#wizard/words/explained.ts'
import type { ExplainedLinkWords } from '#wizard/words/explained-link.ts'
import type { FailureCatalogue } from '#wizard/words/failure-words.ts'
import type { FindingWords } from '#wizard/words/findings.ts'
import type { HandoffWords } from '#wizard/words/handoff.ts'
import type { LaunchWords } from '#wizard/words/launch.ts'
import type { ManyWords } from '#wizard/words/many.ts'
import type { NoScriptWords } from '#wizard/words/no-script.ts'
import type { PartitionWords } from '#wizard/words/partitions.ts'
import type { PolicyEditorWords } from '#wizard/words/policy-editor.ts'
import type { ReceiptWords } from '#wizard/words/receipt.ts'
import type { RefusalWords } from '#wizard/words/refusals.ts'
import type { ReviewWords } from '#wizard/words/review.ts'
import type { RoleWords } from '#wizard/words/role.ts'
import type { SeverityWords } from '#wizard/words/severities.ts'
import type { ShellWords } from '#wizard/words/shell.ts'
import type { VerificationWords } from '#wizard/words/verification.ts'
import type { LinkCardWords } from './link-card-words.ts'

/** The catalogues by area, in groups that are fetched together: one file of a language each. */
export type WordGroups = {
  /** What the first screen shows, with what is said of what is typed there. */
  readonly first: {
    readonly account: AccountWords
    readonly companyPolicy: CompanyPolicyWords
    readonly failure: FailureCatalogue
    readonly partitions: PartitionWords
    readonly refusals: RefusalWords
    readonly shell: ShellWords
    readonly ui: UiWords
  }
  /** The screens after it. */
  readonly later: {
    readonly artifactView: ArtifactViewWords
    readonly connected: ConnectedWords
    readonly doctor: DoctorWords
    readonly laterUi: LaterUiWords
    readonly launch: LaunchWords
    readonly linkCard: LinkCardWords
    readonly noScript: NoScriptWords
    readonly receipt: ReceiptWords
    readonly recognised: RecognisedWords
    readonly review: ReviewWords
    readonly role: RoleWords
    readonly verification: VerificationWords
  }
  /** What the linter and the denial doctor find. */
  readonly findings: { readonly findings: FindingWords; readonly severities: SeverityWords }
  /** What is known of policies: where one is edited, and where messages are explained. */
  readonly knowledge: {
    readonly explained: ExplainedWords
    readonly explainedLink: ExplainedLinkWords
    readonly policyEditor: PolicyEditorWords
  }
  /** What the demo and the stand-in for the AWS console say of themselves. */
  readonly demo: { readonly demo: DemoWords; readonly scenarios: ScenarioWords; readonly simulatedConsole: ConsoleWords }
  /** The link for a colleague, on both sides. */
  readonly handoff: { readonly handoff: HandoffWords }
  /** The screens of many accounts. */
  readonly many: { readonly many: ManyWords }
}

export type WordGroup = keyof WordGroups
