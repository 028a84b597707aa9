-- Who holds records of a kind at a place when they are made: set up with the operation. About nobody.
create table ${wing}.scope_rule (
    kind text not null,
    place text not null,
    agency text not null,
    purpose text not null,
    primary key (kind, place, agency, purpose)
);

-- One row a record, clear fields only.
create table ${wing}.record (
    record_id uuid primary key,
    kind text not null,
    token text not null default '',
    list_id text not null default '',
    row_number bigint not null default 0,
    agency text not null,
    place text not null,
    nationality text not null default '',
    sex text not null default '',
    age_band text not null default '',
    language text not null default '',
    how_out text not null default '',
    urgent text not null default '',
    group_id text not null default '',
    state text not null default '',
    registration text not null default 'open',
    screening text not null default 'open',
    custody text not null default 'open',
    health text not null default 'open',
    identity text not null default 'open',
    document text not null default 'open',
    money text not null default 'open',
    seat text not null default 'open',
    exit text not null default 'open',
    unscreened text not null default '',
    journey text not null default '',
    happened timestamptz not null,
    changed timestamptz not null,
    version bigint not null
);
create unique index record_token on ${wing}.record (token) where token <> '';
create index record_of_list on ${wing}.record (list_id, row_number) where list_id <> '';
call ${wing}.enable_scope('${wing}.record');

-- The newest sealed content of each group of fields, as it stands in the journal.
create table ${wing}.sealed_part (
    record_id uuid not null,
    part text not null,
    position bigint not null,
    sealed bytea not null,
    primary key (record_id, part)
);
call ${wing}.enable_scope('${wing}.sealed_part');

-- Two records said to be of one person (linked), or of two (apart). Undone ones stay, with the later position.
create table ${wing}.link (
    link_id text primary key,
    left_record uuid not null,
    right_record uuid not null,
    state text not null,
    made_by text not null,
    probability text not null default '',
    changed timestamptz not null,
    version bigint not null
);
create index link_left on ${wing}.link (left_record);
create index link_right on ${wing}.link (right_record);
call ${wing}.enable_scope('${wing}.link', 'left_record', 'right_record');
