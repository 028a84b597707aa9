package org.moei.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.match.Scope;
import org.moei.indicators.match.SetBuilder;
import org.moei.indicators.match.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lists of indicators: a value a line, TSV with type and scope, MISP events, STIX 2.1 bundles; and MISP's warning lists. */
final class IndicatorFiles {
    private static final int LONGEST_LINE = 8192;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SetBuilder set;
    private final Consumer<Problem> refused;
    private boolean plainDomains = true;

    IndicatorFiles(SetBuilder set, Consumer<Problem> refused) {
        this.set = set;
        this.refused = refused;
    }

    void read(Path path) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 20)) {
            in.mark(64);
            byte[] head = in.readNBytes(64);
            in.reset();
            String start = new String(head, StandardCharsets.UTF_8).stripLeading();
            if (start.startsWith("{") || start.startsWith("[")) {
                json(path, JSON.readTree(in));
            } else {
                lines(path, in);
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "indicators", "The list of indicators cannot be read.").at(Problem.Where.row(path.toString(), 0, "")).asException(e);
        }
    }

    /** Domains of all {@code list.json} below the folder, in lower case. */
    static Set<String> warnings(Path folder) {
        Set<String> out = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            files.filter(f -> f.getFileName().toString().endsWith(".json")).forEach(f -> {
                JsonNode list = JSON.readTree(f.toFile()).path("list");
                list.forEach(value -> {
                    String name = value.asString("").strip().toLowerCase(Locale.ROOT);
                    name = name.startsWith(".") ? name.substring(1) : name;
                    if (name.indexOf('.') > 0 && name.indexOf('/') < 0) {
                        out.add(name);
                    }
                });
            });
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "warning-lists", "The folder of warning lists cannot be read.").at(Problem.Where.row(folder.toString(), 0, "")).asException(e);
        }
        return out;
    }

    // lines

    private void lines(Path path, InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 20];
        int held = 0;
        long row = 0;
        boolean ended = false;
        while (!ended) {
            int read = in.readNBytes(buffer, held, buffer.length - held);
            held += read;
            ended = held < buffer.length;
            int from = 0;
            for (int i = 0; i < held; i++) {
                if (buffer[i] == '\n') {
                    line(path, ++row, buffer, from, i);
                    from = i + 1;
                }
            }
            if (ended && from < held) {
                line(path, ++row, buffer, from, held);
                from = held;
            } else if (from == 0 && held == buffer.length) {
                refuse(path, ++row, "line-too-long", "The line is longer than a mebibyte.");
                held = 0;
                continue;
            }
            System.arraycopy(buffer, from, buffer, 0, held - from);
            held -= from;
        }
    }

    private void line(Path path, long row, byte[] b, int start, int stop) {
        int from = start;
        int to = stop;
        while (to > from && (b[to - 1] == '\r' || b[to - 1] == ' ')) {
            to--;
        }
        if (from == to || b[from] == '#' || to - from > LONGEST_LINE) {
            if (to - from > LONGEST_LINE) {
                refuse(path, row, "line-too-long", "The line is longer than " + LONGEST_LINE + " bytes.");
            }
            return;
        }
        if (plainDomains && isPlainDomain(b, from, to)) {
            set.addDomain(b, from, b[to - 1] == '.' ? to - 1 : to, Scope.SUBDOMAINS);
            return;
        }
        String[] cells = new String(b, from, to - from, StandardCharsets.UTF_8).split("\t", -1);
        add(path, row, cells[0].strip(), cells.length > 1 ? cells[1].strip() : "", cells.length > 2 ? cells[2].strip() : "");
    }

    /** A dotted ASCII name whose last label begins with a letter and has no xn--, which is most of every list. */
    private static boolean isPlainDomain(byte[] b, int from, int end) {
        int to = b[end - 1] == '.' ? end - 1 : end;
        int dot = -1;
        boolean letters = false;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c == '.') {
                if (i == from || b[i - 1] == '.') {
                    return false;
                }
                dot = i;
            } else if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= 'A' && c <= 'Z')) {
                return false;
            }
            letters |= c == '-' && i + 1 < to && b[i + 1] == '-';
        }
        return dot > from && dot < to - 1 && !letters && !(b[dot + 1] >= '0' && b[dot + 1] <= '9');
    }

    private void add(Path path, long row, String value, String typeWord, String scopeWord) {
        Optional<IndicatorType> type = typeWord.isEmpty() ? Values.typeOf(value) : IndicatorType.find(typeWord);
        if (type.isEmpty()) {
            refuse(path, row, "indicator-type", typeWord.isEmpty() ? "The type of the value cannot be told." : "The type is unknown.");
            return;
        }
        boolean known = scopeWord.isEmpty() || scopeWord.equalsIgnoreCase("exact") || scopeWord.equalsIgnoreCase("subdomains");
        if (!known || !set.add(type.get(), value, scopeWord.equalsIgnoreCase("exact") ? Scope.EXACT : Scope.SUBDOMAINS)) {
            refuse(path, row, known ? "indicator-value" : "indicator-scope", known ? "The value is no " + type.get().label() + "." : "The scope is neither exact nor subdomains.");
        }
    }

    private void refuse(Path path, long row, String code, String message) {
        refused.accept(Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.row(path.toString(), row, "")));
    }

    // MISP and STIX

    private void json(Path path, JsonNode root) {
        plainDomains = false;
        long[] row = {0};
        if (root.isArray()) {
            root.forEach(event -> misp(path, event, row));
        } else if (root.path("type").asString("").equals("bundle")) {
            root.path("objects").forEach(object -> stix(path, object, row));
        } else {
            misp(path, root, row);
        }
        plainDomains = true;
    }

    private void misp(Path path, JsonNode root, long[] row) {
        JsonNode event = root.has("Event") ? root.path("Event") : root.has("response") ? root.path("response") : root;
        if (event.isArray()) {
            event.forEach(e -> misp(path, e, row));
            return;
        }
        event.path("Attribute").forEach(attribute -> attribute(path, attribute, row));
        event.path("Object").forEach(object -> object.path("Attribute").forEach(attribute -> attribute(path, attribute, row)));
    }

    private void attribute(Path path, JsonNode attribute, long[] row) {
        row[0]++;
        for (String value : attribute.path("value").asString("").split("\\|")) {
            String type = mispType(attribute.path("type").asString(""), value);
            if (type != null) {
                add(path, row[0], value, type, "");
            }
        }
    }

    private static @Nullable String mispType(String type, String value) {
        return switch (type) {
            case "domain", "hostname", "domain|ip", "hostname|port" -> Values.typeOf(value).map(IndicatorType::label).orElse(null);
            case "ip-src", "ip-dst", "ip-src|port", "ip-dst|port" -> Values.typeOf(value).map(IndicatorType::label).orElse(null);
            case "url", "uri", "link" -> "url";
            case "email", "email-src", "email-dst", "email-reply-to", "target-email" -> "email";
            case "md5", "sha1", "sha256", "sha512" -> type;
            case "filename|md5", "filename|sha1", "filename|sha256", "btc", "xmr", "dash" -> Values.typeOf(value).map(IndicatorType::label).orElse(null);
            case "phone-number", "whois-registrant-phone" -> "phone";
            default -> null;
        };
    }

    private void stix(Path path, JsonNode object, long[] row) {
        row[0]++;
        String type = object.path("type").asString("");
        switch (type) {
            case "domain-name" -> add(path, row[0], object.path("value").asString(""), "domain", "");
            case "ipv4-addr", "ipv6-addr" -> add(path, row[0], object.path("value").asString(""), "", "");
            case "url" -> add(path, row[0], object.path("value").asString(""), "url", "");
            case "email-addr" -> add(path, row[0], object.path("value").asString(""), "email", "");
            case "file" -> object.path("hashes").forEach(hash -> add(path, row[0], hash.asString(""), "", ""));
            case "cryptocurrency-wallet", "phone-number" -> add(path, row[0], object.path(type.startsWith("phone") ? "number" : "address").asString(object.path("value").asString("")), type.startsWith("phone") ? "phone" : "", "");
            case "indicator" -> pattern(path, row[0], object.path("pattern").asString(""));
            default -> { }
        }
    }

    /** The compared strings of a pattern, each by itself: 'domain-name:value = \'x\''. */
    private void pattern(Path path, long row, String pattern) {
        for (int equal = pattern.indexOf("= '"); equal >= 0; equal = pattern.indexOf("= '", equal + 3)) {
            int end = pattern.indexOf('\'', equal + 3);
            if (end < 0) {
                return;
            }
            String value = pattern.substring(equal + 3, end);
            String object = pattern.substring(Math.max(0, pattern.lastIndexOf('[', equal)), equal);
            for (String part : List.of("domain-name:value", "url:value", "email-addr:value", "ipv4-addr:value", "ipv6-addr:value", "hashes", "cryptocurrency-wallet", "phone-number")) {
                if (object.contains(part)) {
                    add(path, row, value, part.startsWith("domain") ? "domain" : part.startsWith("url") ? "url" : part.startsWith("email") ? "email" : part.startsWith("phone") ? "phone" : "", "");
                    break;
                }
            }
        }
    }
}
