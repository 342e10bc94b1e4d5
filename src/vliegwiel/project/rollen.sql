-- The three database roles of Vliegwiel. Run once, as the owner of the cluster, inside the database.
--   vliegwiel_migratie  owns the tables and changes them; bound by row-level security like everyone
--   vliegwiel_app       what the web server and the worker use: reads and writes rows, changes no table
--   vliegwiel_backup    reads everything for a backup, past row-level security; writes nothing
-- Give each its own password: ALTER ROLE vliegwiel_app PASSWORD '…';
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vliegwiel_migratie') THEN
    CREATE ROLE vliegwiel_migratie LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vliegwiel_app') THEN
    CREATE ROLE vliegwiel_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vliegwiel_backup') THEN
    CREATE ROLE vliegwiel_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS;
  END IF;
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO vliegwiel_migratie;
GRANT USAGE ON SCHEMA public TO vliegwiel_app, vliegwiel_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE vliegwiel_migratie IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vliegwiel_app;
ALTER DEFAULT PRIVILEGES FOR ROLE vliegwiel_migratie IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO vliegwiel_app;
ALTER DEFAULT PRIVILEGES FOR ROLE vliegwiel_migratie IN SCHEMA public
  GRANT SELECT ON TABLES TO vliegwiel_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE vliegwiel_migratie IN SCHEMA public
  GRANT SELECT ON SEQUENCES TO vliegwiel_backup;
