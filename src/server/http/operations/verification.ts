import type { Context } from 'hono'
import * as z from 'zod/mini'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { Inspection } from '#core/verify/inspection/inspection.ts'
import { PermissionCheckResult, Probe } from '#core/verify/probe-result.ts'
import { RotationCheck } from '#core/verify/rotation-check.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { isCurrent, isFoundSince } from '#server/aws/verdict-is-current.ts'
import type { Authenticated } from '#server/http/app-dependencies.ts'
import { stateInPath } from '#server/http/authentication.ts'
import { connectionEnded } from '#server/http/connection-ended.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { withBody } from '#server/http/request-body.ts'
import { type Facts, note } from '#server/http/request-facts.ts'
import { jsonAnswer } from '#server/http/request-log.ts'
import type { ConnectionState } from '#server/registry/registry.ts'

const verifyRequest = body('VerifyRequest', z.object({ now: z._default(z.boolean(), false), launched: z.optional(z.boolean()) }), {
  now: 'The customer chose to check now: a verdict that is more than one second old is not enough.',
  launched:
    'The customer has started to create the role, for example by opening the quick-create link. The time after which a missing role counts as a problem starts then. `false`: not started, so a missing role is never a problem. Absent: the time starts with the first check.',
})

const probe = body('Probe', Probe, {
  name: 'What was tried.',
  variant:
    'How a near-match ID differs from the external ID: one character changed (`end`, `start`, `middle`, `quarter-1` to `quarter-4`), one added (`longer-end`, `longer-start`), or different capitalization (`case`, `lowercase`, `uppercase`).',
  outcome: 'Only AccessDenied counts as `denied`.',
  code: 'The AWS error code, or `NetworkError` if there was no response.',
  hint: 'Which policy denied the request, if AWS says so.',
  requestId: 'The AWS request ID, as CloudTrail shows it. Empty if there was no response.',
  region: 'The Region whose STS was called.',
  at: 'UTC.',
})

const permissionCheckResult = body('PermissionCheckResult', PermissionCheckResult, {
  id: 'The ID of the check in the config.',
  permissionSet: 'The permission set that the check belongs to.',
  call: 'The AWS call.',
  resource: 'The value of the parameter, for example a bucket name. `*` for a check of the account.',
  outcome: '`error`: no clear response from AWS.',
  code: 'The AWS error code.',
  action: 'The action that AWS denied, if AWS says so.',
  hint: 'Which policy denied the request, if AWS says so.',
  requestId: 'The AWS request ID.',
  at: 'UTC.',
})

const rotationCheck = body('RotationCheck', RotationCheck, {
  stage: '`adding`: the call was made with the new external ID. `removing`: with the old one.',
  outcome: '`error`: no clear response from AWS. It counts neither way.',
  code: 'The AWS error code.',
  requestId: 'The AWS request ID, as CloudTrail shows it.',
  region: 'The Region whose STS was called.',
  at: 'UTC.',
  since:
    'UTC. Every clear response since then was the one that the stage waits for: `assumed` while adding, `denied` while removing. Two of them, 10 seconds apart, end the stage. `null`: the last one wasn’t, or reading the role found another role of the application that isn’t so far.',
  unchangedRoles:
    'Roles of the application that the last clear reading in this stage found to be denied with the new external ID, or still allowed with the old one. The stage doesn’t end before a reading finds none. Absent where there are none.',
})

const inspection = body('Inspection', Inspection, {
  outcome: '`denied`: AWS denied reading the role. `unclear`: AWS gave no clear response. All lists are empty then, except `missingRoles`.',
  code: 'The AWS error code.',
  action: 'The action that AWS denied, if AWS says so.',
  extraPrincipals: 'Who the trust policy names in addition to what was requested.',
  hasOtherExternalIds: 'The trust policy lists another external ID. Its value is never returned.',
  trustsOtherRoles: 'Other roles or users of the vendor’s account can assume the role, although one was requested.',
  maybeOtherRoles: 'The conditions don’t tell whether they can. Absent from verdicts of an earlier version.',
  openRoles:
    'Roles of the application, or its user, that can assume the role without the right external ID. Where the config names neither, the ARN of the account stands for all of its roles. Absent from verdicts of an earlier version.',
  maybeOpenRoles: 'Roles of which the conditions don’t tell whether they can. Absent from verdicts of an earlier version.',
  namesOtherRoles: 'Only a condition on `aws:PrincipalArn` tells so: it names one of them. Absent otherwise.',
  retiredRoles: 'Roles that the config named earlier, and that the trust policy still allows, or may. Absent where there are none.',
  maybeRetiredRoles: 'Those of `retiredRoles` of which the conditions don’t tell. Absent where there are none.',
  trustedRoles:
    'Roles of the application that the trust policy allows with the right external ID alone. Absent where the config names fewer than two.',
  missingRoles:
    'Roles of the application that the trust policy denies. Without a clear response, those of the last reading that had one. Absent where the config names fewer than two.',
  rolesWithRemovedId:
    'Roles of the application that the trust policy still allows with the external ID that is being removed, or may. Absent where there are none.',
  added: 'Permissions that weren’t requested, by action and resource.',
  removed: 'Requested permissions that the inline policies lack.',
  denied: 'What an additional Deny statement denies.',
  undenied: 'What was to be denied, and isn’t. Absent from verdicts of an earlier version.',
  blocked: 'Requested permissions that a statement in `denied` takes away, in part or whole. Absent from verdicts of an earlier version.',
  attachedPolicies: 'ARNs of attached managed policies that weren’t requested. Their content isn’t read.',
  detachedPolicies: 'ARNs of requested managed policies that aren’t attached. Absent where none is missing.',
  otherSettings:
    'Settings of the role that differ from what was requested, by `kind`: `permissions-boundary` (ARNs), `max-session-duration` (seconds), and `tag` (with its `key`, for requested tags alone). `requested` or `actual` is `null` for what isn’t set. They alone don’t change the result. Absent from verdicts of an earlier version.',
  decisions: 'What IAM’s simulation says about each requested action, denied ones first.',
  requestIds: 'The AWS request IDs.',
  at: 'UTC.',
})

export const verdict = body(
  'Verdict',
  Verdict,
  {
    kind: 'The result to show. Only `verified` means that the role works and enforces the external ID.',
    diagnosis: 'What was found: see Diagnoses.',
    causes: 'Possible causes, most likely first.',
    probes: 'Every attempt to assume the role.',
    checks: 'Every call that was made with the assumed role.',
    rotation:
      'Present while the external ID is being replaced: the call with the second one. `kind` is about the ID in use, or about the new one as soon as the role accepts it.',
    inspection:
      'The role’s own policies compared with what was requested. Absent if the permission set `inspectRole` wasn’t chosen, or the role wasn’t read.',
    untested:
      'Everything that no call tried: `permission-set` (with its ID) without a check, `managed-policies` of a permission set that no check needs, `denied-actions` of a permission set, `principal-arn` without a second role, or where reading the role leaves it open, `other-accounts` without a control account, `other-external-ids`, which no call can guess. Show it wherever you show `verified`, with `untriedRoles`. Absent from verdicts of an earlier version.',
    untriedRoles:
      'Part of what is untested: the ARNs of the application’s other roles, if the config names several. The check didn’t run as them, with or without the external ID, and no reading shows that the role trusts them. Absent where there is none.',
    accountInUse:
      'Another tenant is connected to this account too. Present only once the account’s role accepts this connection’s own external ID and no other.',
    checkedAt: 'UTC.',
    nextCheckInMs: 'Milliseconds until the next check is useful. An earlier request returns this same verdict.',
    simulated: 'AWS was the simulator.',
    history:
      'When this connection was first checked, since when it has this result, and what the previous result was. Absent from a verdict of an earlier version.',
  },
  [probe, permissionCheckResult, rotationCheck, inspection],
)

const texts = new WeakMap<Verdict, string>()

/** Registries return a verdict that was not written since as the same frozen object, which is made a text only once. */
function verdictText(verdict: Verdict): string {
  const text = texts.get(verdict) ?? JSON.stringify(verdict)
  if (Object.isFrozen(verdict)) texts.set(verdict, text)
  return text
}

export const verdictAnswer = (context: Facts, verdict: Verdict): Response => jsonAnswer(context, verdictText(verdict))

/** The last verdict, if it is about the permissions that are requested now. */
function storedVerdict(context: Context<Authenticated>, { connection, last }: ConnectionState, vendor: Vendor): Response {
  return last !== null && isCurrent(last, connection, vendor)
    ? verdictAnswer(context, last.verdict)
    : problem('viewer-cannot-change', { detail: 'There is no verdict yet, and a viewer can’t start a verification.' })
}

export const verifyConnection: Operation = {
  method: 'post',
  path: '/api/connections/:id/verify',
  id: 'verifyConnection',
  title: 'Verify a connection',
  description:
    'Runs the probes, joins a run in flight, or returns the last verdict while it is fresh. Account, role and external ID come from the registry: nothing in the request can point it elsewhere. If AWS denies access, that is a verdict, not an error. A viewer gets the stored verdict and starts no probes.',
  access: 'tenant-or-guest',
  // Probes call AWS in the name of the vendor and change what everyone sees, so a viewer gets the stored verdict.
  viewers: 'all',
  limits: { requester: 'verificationsPerTenant' },
  request: verifyRequest,
  audit: 'connection.verified',
  responses: [{ status: 200, description: 'The verdict.', body: verdict }],
  problems: ['not-found', 'connection-unreadable', 'viewer-cannot-change', 'disconnecting'],
  handler: ({ registry, vendor, verification, now }) =>
    withBody(verifyRequest.schema, async (body, context: Context<Authenticated>) => {
      const state = await stateInPath(context, registry)
      if (state === null) return problem('not-found')
      if (isDisconnecting(state.connection)) return problem('disconnecting')
      if (context.get('role') === 'viewer') {
        note(context, { isUnchanged: true })
        return storedVerdict(context, state, vendor)
      }
      const askedMs = now().getTime()
      const verdict = await verification(context.get('tenant'), state.connection, body, state)
      if (verdict === null) return connectionEnded(registry, context.get('tenant'), state.connection.id)
      const { kind, diagnosis } = verdict
      note(context, { verdict: kind, diagnosis, ...(isFoundSince(verdict, askedMs) ? {} : { isUnchanged: true }) })
      return verdictAnswer(context, verdict)
    }),
}
