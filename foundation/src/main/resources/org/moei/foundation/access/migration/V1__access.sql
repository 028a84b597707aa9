-- Accounts of one wing, and the log of what they read. The log is appended only; an account's row changes.
create table ${wing}_access.account (
    id uuid primary key,
    name text not null unique,
    role text not null,
    agency text not null,
    places text[] not null,
    password text not null,
    failures integer not null,
    rests_until timestamptz
);

create table ${wing}_access.entry (
    position bigint primary key,
    line bytea not null,
    leaf bytea not null,
    frontier bytea not null,
    records uuid[] not null
);

create index entry_records on ${wing}_access.entry using gin (records);

grant update on ${wing}_access.account to ${writer};
