package org.moei.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.indicators.IndicatorType;

/** Known indicators against lines: whole tokens only, parents by their scope. */
class B01_TokensMatchAndWordsDoNotTest {
    @TempDir
    private Path folder;

    private List<String> scan(String log, boolean defanged) throws IOException {
        SetBuilder builder = new SetBuilder(Set.of("shared.example"));
        builder.add(IndicatorType.DOMAIN, "evil.top", Scope.SUBDOMAINS);
        builder.add(IndicatorType.DOMAIN, "only.vip", Scope.EXACT);
        builder.add(IndicatorType.DOMAIN, "shared.example", Scope.SUBDOMAINS);
        builder.add(IndicatorType.CIDR, "198.51.100.0/24", Scope.EXACT);
        builder.add(IndicatorType.URL, "http://host.example/bad", Scope.EXACT);
        builder.add(IndicatorType.PHONE, "+66 81 234 5678", Scope.EXACT);
        Path file = folder.resolve("set.moei");
        builder.write(file);
        List<String> out = new ArrayList<>();
        try (IndicatorSet set = IndicatorSet.open(file)) {
            new LogReader(set, 2).readDefanged(defanged, new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), m -> out.add(m.line() + ":" + m.offset() + " " + m.indicator() + " in " + m.text()));
        }
        return out;
    }

    @Test
    void aNameMatchesAsATokenAndBelowItsParent() throws IOException {
        assertThat(scan("q evil.top.\nq a.EVIL.top IN\nq notevil.top\nq evil.top.example\n", false)).containsExactly("1:2 evil.top in evil.top.", "2:2 evil.top in a.EVIL.top");
        assertThat(scan("only.vip\nwww.only.vip\n", false)).containsExactly("1:0 only.vip in only.vip");
    }

    @Test
    void aNameOnAWarningListIsHitExactlyOnly() throws IOException {
        assertThat(scan("shared.example\nme.shared.example\n", false)).containsExactly("1:0 shared.example in shared.example");
    }

    @Test
    void networksLinksAndNumbersMatchByValue() throws IOException {
        assertThat(scan("src=198.51.100.77:443\n", false)).containsExactly("1:4 198.51.100.0/24 in 198.51.100.77");
        assertThat(scan("GET http://host.example/bad/x\nGET http://host.example/badly\n", false)).containsExactly("1:4 http://host.example/bad in http://host.example/bad/x");
        assertThat(scan("call +66-81-234-5678!\n", false)).containsExactly("1:5 66812345678 in +66-81-234-5678");
    }

    @Test
    void defangedNamesMatchWhenAskedFor() throws IOException {
        assertThat(scan("see evil[.]top\n", false)).isEmpty();
        assertThat(scan("see evil[.]top\n", true)).containsExactly("1:4 evil.top in evil[.]top");
    }

    @Test
    void aNameIsAddedToAMappedSet() throws IOException {
        Path file = folder.resolve("small.moei");
        new SetBuilder(Set.of()).write(file);
        try (IndicatorSet set = IndicatorSet.open(file)) {
            set.add("late.example", Scope.SUBDOMAINS);
            assertThat(set.scopeOf("late.example")).hasValue(Scope.SUBDOMAINS);
            assertThat(set.scopeOf("other.example")).isEmpty();
        }
    }
}
