package org.moei.console.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.journal.Json;
import tools.jackson.core.JacksonException;

/**
 * An agency's own sign-in by OpenID Connect. It opens accounts of that agency which stand here already, and makes none.
 *
 * @param agency whose accounts it opens; also its word in addresses
 * @param name as the sign-in page calls it
 * @param issuer its address, where {@code /.well-known/openid-configuration} stands
 * @param client our id there
 * @param secretFile a file whose first line is our secret there
 * @param claim of the ID token that tells the account, e.g. {@code preferred_username}
 * @param accounts the account for each value of that claim; where empty, the value is the account's name
 */
public record Provider(String agency, String name, String issuer, String client, String secretFile, String claim, Map<String, String> accounts) {
    private static final int MOST = 50;

    private record Kept(@Nullable String agency, @Nullable String name, @Nullable String issuer, @Nullable String client, @Nullable String secretFile, @Nullable String claim, @Nullable Map<String, String> accounts) {}

    private record Settings(@Nullable List<Kept> providers) {}

    public Provider {
        accounts = Map.copyOf(accounts);
    }

    /**
     * Reads the settings: {@code {"providers":[{"agency":…,"name":…,"issuer":…,"client":…,"secretFile":…,"claim":…,"accounts":{…}}]}}.
     *
     * @throws org.moei.base.ProblemException where one is incomplete, an agency has two, or an issuer is reached without encryption
     */
    public static List<Provider> read(Path file) {
        try {
            List<Kept> kept = Optional.ofNullable(Json.read(Files.readAllBytes(file), Settings.class).providers).orElse(List.of());
            Set<String> agencies = new HashSet<>();
            for (Kept each : kept) {
                boolean safe = each.issuer != null && (each.issuer.startsWith("https://") || each.issuer.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?"));
                if (each.agency == null || !each.agency.matches("[a-z0-9][a-z0-9-]{0,60}") || each.client == null || each.secretFile == null || !safe || !agencies.add(each.agency) || agencies.size() > MOST) {
                    throw wrong("An entry (" + each.agency + ") of the providers is incomplete, doubled, or its issuer is not https.").asException();
                }
            }
            return kept.stream().map(Provider::of).toList();
        } catch (IOException | JacksonException e) {
            throw wrong("The file of the providers cannot be read.").asException(e);
        }
    }

    private static Provider of(Kept kept) {
        String agency = kept.agency == null ? "" : kept.agency;
        return new Provider(
                agency, kept.name == null ? agency : kept.name, kept.issuer == null ? "" : kept.issuer, kept.client == null ? "" : kept.client, kept.secretFile == null ? "" : kept.secretFile,
                kept.claim == null ? "preferred_username" : kept.claim, kept.accounts == null ? Map.of() : kept.accounts);
    }

    private static Problem wrong(String message) {
        return Problem.of(Problem.Kind.WRONG_USE, "providers", message).withAdvice("docs/operations.md shows an example.");
    }

    /** The account that a claim's value stands for, by name. */
    Optional<String> account(@Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        return accounts.isEmpty() ? Optional.of(text) : Optional.ofNullable(accounts.get(text));
    }

    String secret() {
        try {
            return Files.readString(Path.of(secretFile)).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw wrong("The file of the secret for " + agency + " cannot be read.").asException(e);
        }
    }
}
