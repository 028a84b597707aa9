CREATE TABLE ${wing}.person (record_id uuid PRIMARY KEY, token text NOT NULL);
CALL ${wing}.enable_scope('${wing}.person');
CREATE TABLE ${wing}.suggestion (left_record uuid NOT NULL, right_record uuid NOT NULL, PRIMARY KEY (left_record, right_record));
CALL ${wing}.enable_scope('${wing}.suggestion', 'left_record', 'right_record');
CREATE TABLE ${wing}.unread_record (record_id uuid PRIMARY KEY);
CALL ${wing}.enable_no_reader('${wing}.unread_record');
CREATE TABLE ${wing}.place (code text PRIMARY KEY);
CREATE TABLE ${journal}.action (position bigint PRIMARY KEY, bytes bytea NOT NULL);
CREATE TABLE ${access}.entry (position bigint PRIMARY KEY, bytes bytea NOT NULL);
