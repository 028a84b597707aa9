-- Public keys of passkeys; nothing here is secret.
create table ${wing}_access.passkey (
    id bytea primary key,
    account uuid not null references ${wing}_access.account,
    credential bytea not null,
    uses bigint not null,
    backup boolean not null,
    device text not null,
    made timestamptz not null,
    used timestamptz
);

create index passkey_account on ${wing}_access.passkey (account);

grant update, delete on ${wing}_access.passkey to ${writer};
