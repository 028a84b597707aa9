package org.moei.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.moei.base.Problem;
import org.moei.console.proof.QrCode;
import org.moei.foundation.access.Role;
import org.moei.foundation.database.Wing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei paper}: forms with tokens for the days without power. */
@Command(name = "paper", mixinStandardHelpOptions = true, description = "Prints forms with tokens for the days without power; the arrivals grid takes them later, once each.")
public final class PaperCommand implements Callable<Integer> {
    private static final List<String> ASKED = List.of("sex", "age", "speaks", "urgent", "alone?", "how out", "came with", "name");

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--count", description = "How many (default 40).")
    private int count = 40;

    @Option(names = "--agency", required = true, description = "Whose desk it is.")
    private String agency = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page to write (HTML).")
    private Path out = Path.of("paper.html");

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.of(Wing.PROTECTION), clock)) {
            installation.catchUp();
            List<String> tokens = installation.protection().paper().print(Officers.hand(Role.RECEPTION, agency, "paper", clock), count);
            Files.writeString(out, page(tokens));
            System.out.printf("%,d forms, %s to %s, in %s.%n", tokens.size(), tokens.getFirst(), tokens.getLast(), out);
            return 0;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "paper-not-written", "The forms could not be written to " + out + "; print again, these tokens stay unused.").asException(e);
        }
    }

    /** Each form in two halves: one stays at the desk, the other is the person's. */
    private static String page(List<String> tokens) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Forms</title>\n<style>");
        page.append("body{font:10pt sans-serif}section{display:flex;gap:6mm;border-bottom:1px dashed #000;padding:3mm 0;break-inside:avoid}svg{width:22mm;height:22mm}");
        page.append("b{font:bold 20pt monospace}dl{flex:1;columns:2;margin:0}dt{font-size:8pt}dd{margin:0 0 3mm;border-bottom:1px solid #000;height:6mm}aside{border-left:1px dashed #000;padding-left:4mm}</style>\n");
        for (String token : tokens) {
            page.append("<section>").append(QrCode.svg(token)).append("<div><b>").append(token).append("</b></div><dl>");
            ASKED.forEach(asked -> page.append("<dt>").append(asked).append("</dt><dd></dd>"));
            page.append(String.format(Locale.ROOT, "</dl><aside><b>%s</b><br>%s</aside></section>%n", token, QrCode.svg(token)));
        }
        return page.append("</html>\n").toString();
    }
}
