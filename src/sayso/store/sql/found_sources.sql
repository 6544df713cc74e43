-- The sources of some facts, given as story, kind and id; in order.
SELECT party.story, party.kind, party.fact, entities.name
FROM json_each(:facts) AS wanted
JOIN fact_parties AS party
  ON party.story = wanted.value ->> 0 AND party.kind = wanted.value ->> 1 AND party.fact = wanted.value ->> 2
  AND party.role = 'source'
JOIN entities ON entities.story = party.story AND entities.id = party.entity
ORDER BY party.story, party.kind, party.fact, party.position;
