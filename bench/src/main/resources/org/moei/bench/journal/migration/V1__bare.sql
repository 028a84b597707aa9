-- What the journal is measured against: the same bytes, a primary key, nothing else. About nobody.
create table ${wing}.bare (position bigint primary key, envelope bytea not null);
