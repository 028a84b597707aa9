-- The roles and schemas of one wing. Runs at each start, as administrator; changes nothing where all is in place.
-- Nobody is a member of the owner, nobody signs in as it; the administrator becomes it to migrate.
DO $roles$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['${owner}', '${writer}', '${app}', '${rebuild}'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- Roles belong to the server, so another database of it may have been first.
      END;
    END IF;
  END LOOP;
  IF NOT pg_has_role(current_user, '${owner}', 'SET') THEN
    GRANT ${owner} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${owner}, ${writer}, ${app}, ${rebuild}', current_database());
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${writer}, ${rebuild}', current_database());
END
$roles$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS ${wing} AUTHORIZATION ${owner};
CREATE SCHEMA IF NOT EXISTS ${journal} AUTHORIZATION ${owner};
CREATE SCHEMA IF NOT EXISTS ${access} AUTHORIZATION ${owner};
CREATE SCHEMA IF NOT EXISTS ${migration} AUTHORIZATION ${owner};

SET ROLE ${owner};

GRANT USAGE ON SCHEMA ${wing} TO ${app}, ${writer}, ${rebuild};
GRANT USAGE ON SCHEMA ${journal} TO ${writer}, ${rebuild};
GRANT USAGE ON SCHEMA ${access} TO ${writer};

-- Tables that migrations make later: reading for the pages (row by row, see enable_scope), all but TRUNCATE for the writer.
ALTER DEFAULT PRIVILEGES IN SCHEMA ${wing} GRANT SELECT ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${wing} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${writer};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${wing} GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO ${rebuild};
-- Actions and reads are appended and never changed: the role cannot.
ALTER DEFAULT PRIVILEGES IN SCHEMA ${journal} GRANT SELECT, INSERT ON TABLES TO ${writer};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${journal} GRANT SELECT ON TABLES TO ${rebuild};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${access} GRANT SELECT, INSERT ON TABLES TO ${writer};
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

RESET ROLE;
