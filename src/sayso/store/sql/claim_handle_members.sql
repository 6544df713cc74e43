-- Handles that share a member with the facts in the JSON list :members: in a story, or in any.
SELECT shared.handle, shared.member, claim_handles.story,
  (SELECT count(*) FROM claim_handle_members AS every WHERE every.handle = shared.handle) AS size
FROM json_each(:members) AS own
JOIN claim_handle_members AS shared ON shared.member = own.value
JOIN claim_handles ON claim_handles.handle = shared.handle
