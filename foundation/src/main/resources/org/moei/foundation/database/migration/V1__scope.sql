-- Who holds a record now, and for which purpose. A projection: records move, envelopes don't.
CREATE TABLE ${wing}.record_scope (
  record_id uuid NOT NULL,
  agency text NOT NULL,
  place text NOT NULL,
  purpose text NOT NULL,
  PRIMARY KEY (record_id, agency, purpose, place)
);
CREATE INDEX record_scope_holder ON ${wing}.record_scope (agency, purpose, place, record_id);

-- The rule of the wall stands here alone; all other tables refer to it by record.
-- An unset scope is NULL, or empty after an earlier transaction on the same connection: both equal nothing.
-- The sub-selects are evaluated once for a statement instead of once for a row.
ALTER TABLE ${wing}.record_scope ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${wing}.record_scope FORCE ROW LEVEL SECURITY;
CREATE POLICY scope_read ON ${wing}.record_scope FOR SELECT TO ${app} USING (
  agency = (SELECT nullif(current_setting('moei.agency', true), ''))
  AND purpose = (SELECT nullif(current_setting('moei.purpose', true), ''))
  AND (
    place = ANY ((SELECT nullif(current_setting('moei.places', true), '')::text[])::text[])
    OR (SELECT '*' = ANY (nullif(current_setting('moei.places', true), '')::text[]))
  )
);
CREATE POLICY keep ON ${wing}.record_scope FOR ALL TO ${writer}, ${rebuild} USING (true) WITH CHECK (true);

-- Puts a table behind the wall: the app role sees a row if all records that its columns name are in the scope.
--   CALL ${wing}.enable_scope('${wing}.arrival');
--   CALL ${wing}.enable_scope('${wing}.suggestion', 'left_record', 'right_record');
-- The last condition keeps the planner from reading the whole scope into a hash table to show one page of fifty rows (measured over
-- a million people: 2,500 ms against 1); rows are looked up one by one, counts come from the roster in memory.
CREATE PROCEDURE ${wing}.enable_scope(behind regclass, VARIADIC record_columns text[] DEFAULT ARRAY['record_id'])
LANGUAGE plpgsql AS $body$
DECLARE
  rule text;
BEGIN
  SELECT string_agg(format('EXISTS (SELECT FROM ${wing}.record_scope held WHERE held.record_id = %1$s.%2$I AND %1$s.%2$I IS NOT NULL)', behind, name), ' AND ')
    INTO STRICT rule FROM unnest(record_columns) AS name;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', behind);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', behind);
  EXECUTE format('CREATE POLICY scope_read ON %s FOR SELECT TO ${app} USING (%s)', behind, rule);
  EXECUTE format('CREATE POLICY keep ON %s FOR ALL TO ${writer}, ${rebuild} USING (true) WITH CHECK (true)', behind);
END
$body$;

-- For tables that hold a system's record of people and no page reads by scope (tokens to match, say): the app role sees nothing.
CREATE PROCEDURE ${wing}.enable_no_reader(behind regclass)
LANGUAGE plpgsql AS $body$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', behind);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', behind);
  EXECUTE format('CREATE POLICY keep ON %s FOR ALL TO ${writer}, ${rebuild} USING (true) WITH CHECK (true)', behind);
END
$body$;
