-- What is about health is shown to a transaction that asks for it and to no other, whoever holds the record: a query that forgets about it finds none of it.
create policy health_apart on ${wing}.sealed_part as restrictive for select to ${app} using (
    not (left(part, 7) = 'health:' or part = 'consent:case-manager/health')
    or (select coalesce(current_setting('moei.health', true), '')) = 'yes'
);
