CREATE TABLE ${wing}.bed (record_id uuid PRIMARY KEY, number int NOT NULL);
CALL ${wing}.enable_scope('${wing}.bed');
CREATE VIEW ${wing}.occupied WITH (security_invoker = true) AS SELECT number FROM ${wing}.bed;
