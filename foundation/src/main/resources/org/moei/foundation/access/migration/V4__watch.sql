-- Who opened whom within the hour, what an officer allowed beyond the rule, records that nobody has a reason to open, and what the officer is told.
-- Reasons are sealed under a key of the keys' folder.
create table ${wing}_access.opened (
    account uuid not null,
    record uuid not null,
    at timestamptz not null,
    primary key (account, record)
);

create table ${wing}_access.budget (
    account uuid primary key,
    people integer not null,
    until timestamptz not null,
    reason bytea not null,
    officer uuid not null
);

create table ${wing}_access.canary (
    record uuid primary key,
    made timestamptz not null,
    officer uuid not null
);

create table ${wing}_access.notice (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    account uuid not null,
    record uuid not null,
    reason bytea not null,
    seen timestamptz
);

create table ${wing}_access.broken_glass (
    account uuid not null,
    record uuid not null,
    at timestamptz not null,
    until timestamptz not null,
    reason bytea not null,
    primary key (account, record, at)
);

create table ${wing}_access.interpreting (
    account uuid not null,
    record uuid not null,
    at timestamptz not null,
    until timestamptz not null,
    ended timestamptz,
    primary key (account, record, at)
);

create index broken_glass_record on ${wing}_access.broken_glass (record);

grant update, delete on ${wing}_access.opened to ${writer};
grant update on ${wing}_access.budget to ${writer};
grant delete on ${wing}_access.canary to ${writer};
grant update on ${wing}_access.notice to ${writer};
grant update on ${wing}_access.interpreting to ${writer};
