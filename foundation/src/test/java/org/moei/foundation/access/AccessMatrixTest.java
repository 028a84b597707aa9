package org.moei.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moei.foundation.database.Wing;

/** Prints who may what into docs/access-matrix.md, and fails where the page in the repository says something else. */
class AccessMatrixTest {
    private static final Path PAGE = Path.of("..", "docs", "access-matrix.md");

    private static String table(Wing wing) {
        StringBuilder out = new StringBuilder("\n## The " + wing.word() + " wing\n\n| |");
        StringBuilder line = new StringBuilder("|---|");
        for (Role role : Role.values()) {
            if (role.wing() == wing) {
                out.append(' ').append(role.id()).append(" |");
                line.append("---|");
            }
        }
        out.append('\n').append(line).append("\n| *purpose* |");
        for (Role role : Role.values()) {
            if (role.wing() == wing) {
                out.append(" *").append(role.purpose().id()).append("* |");
            }
        }
        out.append('\n');
        Authoriser authoriser = new Authoriser(wing);
        for (Permission permission : Permission.values()) {
            StringBuilder row = new StringBuilder("| " + permission.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " |");
            boolean anybody = false;
            for (Role role : Role.values()) {
                if (role.wing() == wing) {
                    boolean permits = authoriser.permits(new Viewer(new UUID(0, 0), "one", role, "agency", Set.of("*")), permission);
                    anybody |= permits;
                    row.append(permits ? " yes |" : " |");
                }
            }
            if (anybody) {
                out.append(row).append('\n');
            }
        }
        return out.toString();
    }

    @Test
    void theMatrixInTheDocumentationIsTheOneThatTheAuthoriserAnswers() throws IOException {
        String made = "# Who may what\n\nWritten by `AccessMatrixTest` from the authoriser's own answers; do not edit. A *yes* is necessary and not sufficient: a\n"
                + "record is shown only where the account's agency holds it, at a place of the account's, for the purpose of the role.\n"
                + table(Wing.PROTECTION) + table(Wing.DISRUPTION);
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!made.equals(before)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, made);
        }
        assertThat(before).as("docs/access-matrix.md was written anew: commit it").isEqualTo(made);
    }

    @Test
    void noRoleOfOneWingIsPermittedAnythingInTheOther() {
        for (Role role : Role.values()) {
            for (Wing wing : Wing.values()) {
                for (Permission permission : Permission.values()) {
                    boolean permits = new Authoriser(wing).permits(new Viewer(new UUID(0, 0), "one", role, "agency", Set.of("*")), permission);
                    assertThat(permits).as(role + " " + wing + " " + permission).isEqualTo(role.wing() == wing && role.permits(permission));
                }
            }
        }
    }

    @Test
    void whoeverRunsTheSystemReadsNobody() {
        for (Role role : Set.of(Role.ADMINISTRATOR, Role.DISRUPTION_ADMINISTRATOR)) {
            for (Permission permission : Permission.values()) {
                assertThat(role.permits(permission)).as(permission.name()).isEqualTo(Set.of(Permission.HOME, Permission.OWN_SETTINGS, Permission.SYSTEM_SEE, Permission.ACCOUNTS_MANAGE).contains(permission));
            }
        }
    }
}
