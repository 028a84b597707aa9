-- The journal of one wing. Rows are inserted and read, never changed: the writer's role has no other right.
create table ${wing}_journal.action (
    position bigint primary key,
    id uuid not null unique,
    type text not null,
    recorded timestamptz not null,
    envelope bytea not null,
    leaf bytea not null
);

-- Which actions touched a record: for its version, its timeline and the check of what an edit was based on.
create table ${wing}_journal.action_record (
    record_id uuid not null,
    position bigint not null references ${wing}_journal.action,
    role text not null,
    primary key (record_id, position, role)
);

-- The tree's right edge and root after each batch.
create table ${wing}_journal.batch (
    last_position bigint primary key references ${wing}_journal.action,
    frontier bytea not null,
    root bytea not null
);

create table ${wing}_journal.signed_head (
    size bigint not null,
    signed timestamptz not null,
    line text not null,
    primary key (size, signed)
);
