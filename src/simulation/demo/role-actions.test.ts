import { expect, test } from 'vitest'
import { editedText, editsAfter, noEdits } from './role-actions.ts'

const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': externalId } } }],
}
const saving = (Action: string) => new URLSearchParams({ Action, PolicyDocument: JSON.stringify(policy, null, 2) }).toString()

test('a link contains a saved policy without the external ID, and reads it back with the current one', () => {
  const { trust, permissions } = editsAfter(noEdits, saving('UpdateAssumeRolePolicy'), externalId)
  expect(trust).not.toContain(externalId)
  expect(permissions).toBeNull()
  expect(JSON.parse(editedText(trust, externalId) ?? '')).toEqual(policy)
  expect(editedText(trust, 'another-external-id')).toContain('another-external-id')
})

test('keeps edits per policy, and a new stack discards them', () => {
  const both = editsAfter(editsAfter(noEdits, saving('UpdateAssumeRolePolicy'), externalId), saving('PutRolePolicy'), externalId)
  expect([both.trust, both.permissions].every((text) => text !== null)).toBe(true)
  expect(editsAfter(both, saving('TagRole'), externalId)).toBe(both)
  expect(editsAfter(both, 'Action=CreateStack', externalId)).toBe(noEdits)
})

test("ignores text in a link that isn't a policy", () => {
  for (const edit of ['', '{', 'null', '{"Statement": 1}']) expect(editedText(edit, externalId)).toBeNull()
})
