package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's settings, written anew before each start so that nobody's edit survives unseen. */
final class ServerSettings {
    private ServerSettings() {}

    /** Nothing may be lost that was acknowledged, and nothing about a person may reach a log. */
    private static final String SETTINGS = """
            # Written by Moei at each start; edits are lost.
            listen_addresses = ''
            # Relative to the data folder, which is private: no port, no /tmp, no limit on the length of the folder's path.
            unix_socket_directories = '.'
            unix_socket_permissions = 0700
            port = 5432
            max_connections = 60
            password_encryption = 'scram-sha-256'
            allow_alter_system = off

            # Acknowledged means on disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # One machine, bulk appends, no replica that reads our log.
            wal_level = minimal
            max_wal_senders = 0
            wal_buffers = 16MB
            min_wal_size = 128MB
            max_wal_size = 1GB
            checkpoint_timeout = 15min
            shared_buffers = 256MB
            huge_pages = off
            work_mem = 16MB
            maintenance_work_mem = 64MB
            effective_cache_size = 1GB
            random_page_cost = 1.1
            jit = off
            # Parallel workers need /dev/shm, which containers keep small; the rows are few.
            max_parallel_workers_per_gather = 0
            max_parallel_maintenance_workers = 0
            io_method = sync
            autovacuum_max_workers = 2

            # No statement, parameter or row may reach the log: errors quote values, so errors stay with whoever asked.
            logging_collector = off
            log_destination = 'stderr'
            log_line_prefix = '%m [%p] %u '
            # "log" ranks above "error" here: start, recovery and shut-down are logged, refused statements are not.
            log_min_messages = log
            log_statement = 'none'
            log_min_error_statement = panic
            log_min_duration_statement = -1
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_error_verbosity = terse
            log_lock_waits = off
            log_temp_files = -1
            log_autovacuum_min_duration = -1
            log_checkpoints = off
            log_connections = ''
            log_disconnections = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'ISO, YMD'
            lc_messages = 'C'
            """;

    private static final String WHO_MAY_CONNECT = """
            # Written by Moei at each start; edits are lost.
            local all all scram-sha-256
            """;

    static void write(Path cluster) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), SETTINGS);
        Files.writeString(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }
}
