-- A password that somebody else handed over opens one page: the one on which its owner chooses another.
alter table ${wing}_access.account add column must_choose boolean not null default false;
