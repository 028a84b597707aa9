-- Second factors, and the sessions that stand. A session's id is not what the browser holds, so it opens nothing.
alter table ${wing}_access.account
    add column one_time bytea,
    add column one_time_step bigint not null default 0,
    add column waits boolean not null default false,
    add column shut boolean not null default false;

create table ${wing}_access.recovery_code (
    account uuid not null references ${wing}_access.account,
    code bytea not null,
    used timestamptz,
    primary key (account, code)
);

create table ${wing}_access.session (
    id uuid primary key,
    account uuid not null references ${wing}_access.account,
    way text not null,
    device text not null,
    began timestamptz not null,
    seen timestamptz not null,
    ended timestamptz,
    ending text not null default ''
);

create index session_account on ${wing}_access.session (account, began);

grant update, delete on ${wing}_access.recovery_code to ${writer};
grant update, delete on ${wing}_access.session to ${writer};
