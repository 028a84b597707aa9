CREATE TABLE ${wing}.forgotten (record_id uuid PRIMARY KEY, token text NOT NULL);
CREATE VIEW ${wing}.peephole AS SELECT token FROM ${wing}.forgotten;
CREATE FUNCTION ${wing}.backdoor() RETURNS bigint SECURITY DEFINER LANGUAGE sql AS 'SELECT count(*) FROM ${wing}.forgotten';
