package org.moei.foundation.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/** A process that appends until it is killed, and says the id and position of each action that was acknowledged. */
final class JournalProgram {
    private JournalProgram() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(in.readLine());
        source.setUsername(in.readLine());
        source.setPassword(in.readLine());
        source.addDataSourceProperty("currentSchema", in.readLine());
        source.setMaximumPoolSize(4);
        Random random = new Random(Long.parseLong(arguments[1]));
        try (Vault vault = FolderVault.ofRehearsal(Path.of(arguments[0]), new SecureRandom());
                Journal journal = new Journal("protection", source, vault, List.of(), TestJournal.CLOCK)) {
            while (true) {
                List<Action> actions = new ArrayList<>();
                for (int i = random.nextInt(20); i >= 0; i--) {
                    actions.add(TestJournal.action(new UUID(random.nextLong(), random.nextLong()), new UUID(random.nextLong(), random.nextLong()), Action.NEW, "notes", ""));
                }
                StringBuilder said = new StringBuilder();
                journal.submit(actions).join().forEach(r -> said.append(r.action()).append(' ').append(r.position()).append('\n'));
                System.out.print(said);
                System.out.flush();
            }
        }
    }
}
