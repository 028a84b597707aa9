package org.moei.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moei.disruption.briefing.Edition;
import org.moei.disruption.claims.Claim;
import org.moei.disruption.claims.Subject;
import org.moei.disruption.networks.Network;
import org.moei.disruption.networks.NetworkEvent;
import org.moei.disruption.networks.Sanction;
import org.moei.disruption.networks.Tie;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Source;
import org.moei.disruption.sharing.Partner;
import org.moei.disruption.sharing.TrafficLight;
import org.moei.disruption.sites.Compound;
import org.moei.disruption.sites.Township;
import org.moei.disruption.supplies.Effect;
import org.moei.disruption.supplies.Harm;
import org.moei.disruption.supplies.Measure;
import org.moei.disruption.supplies.Substitute;
import org.moei.disruption.supplies.Supply;
import org.moei.disruption.supplies.SupplyPoint;
import org.moei.disruption.threats.Notice;
import org.moei.disruption.threats.WatchItem;
import org.moei.foundation.journal.Json;

/** Every version of an action that was ever written has a golden file. A golden file is never changed; a new payload is a new version with a new file. */
class A05_OldActionsStayReadableTest {
    private static final Basis BASIS = new Basis("press", "B2", "2025-02-05", "2025-08-05");

    record Sample(EntryType<?> type, Content content) {
        String file() {
            return "golden/" + type.action() + ".v" + type.version() + ".json";
        }

        @Override
        public String toString() {
            return type.action() + " v" + type.version();
        }
    }

    static List<Sample> samples() {
        return List.of(
                new Sample(Source.TYPE, new Source("press", "An article", "https://example.org", Source.Kind.PRESS, Source.Seen.COPY)),
                new Sample(Township.TYPE, new Township("myawaddy", "Myawaddy", "Kayin", "MMR", "16.7", "98.5", BASIS)),
                new Sample(Compound.TYPE, new Compound("kk-park", "KK Park", List.of("KK"), "myawaddy", "MMR", List.of(Compound.Activity.CALL_CENTRE), "entered", BASIS)),
                new Sample(Subject.TYPE, new Subject("captives", "How many people?")),
                new Sample(Claim.TYPE, new Claim("a", "captives", Claim.Kind.PEOPLE, "people held", "MMR", "100", "200", Claim.Bound.RANGE, "people", "text", "said", "origin", "kk-park", BASIS)),
                new Sample(SupplyPoint.TYPE, new SupplyPoint("bridge", "4", "Friendship Bridge 2", "mae-sot", "myawaddy", "a buyer", List.of(Supply.FUEL), BASIS)),
                new Sample(Measure.TYPE, new Measure("cut", "bridge", Supply.ELECTRICITY, Measure.Kind.CUT, "the state", "20", "megawatt", "cut", BASIS)),
                new Sample(Effect.TYPE, new Effect("lights", "cut", "40", "per cent", "off", BASIS)),
                new Sample(Substitute.TYPE, new Substitute("solar", Supply.ELECTRICITY, Substitute.Kind.SOLAR, List.of("bridge"), Substitute.Extent.LESS, "panels", BASIS)),
                new Sample(Harm.TYPE, new Harm("pumps", Harm.Kind.FUEL_PRICE, "myawaddy", List.of("bridge"), "100", "baht", "dear", BASIS)),
                new Sample(Network.TYPE, new Network("group", "A Group", List.of("Another"), Network.Kind.ARMED_GROUP, "MMR", "text", BASIS)),
                new Sample(Tie.TYPE, new Tie("tie", "group", Tie.Kind.PROTECTS, "kk-park", "a release", "text", BASIS)),
                new Sample(Sanction.TYPE, new Sanction("us", "group", "United States", "TCO", "1", "A GROUP", "text", BASIS)),
                new Sample(NetworkEvent.TYPE, new NetworkEvent("event", "group", "text", BASIS)),
                new Sample(WatchItem.TYPE, new WatchItem("item", "domain", "example.org", "group", "text", BASIS)),
                new Sample(Notice.TYPE, new Notice("notice", "item", "seen", BASIS)),
                new Sample(Partner.TYPE, new Partner("office", "An Office", "THA", TrafficLight.AMBER, "text", BASIS)),
                new Sample(Edition.TYPE, new Edition("edition", "A week", TrafficLight.GREEN, "text", List.of("captives"), BASIS)));
    }

    @Test
    void everyTypeThatTheWingKeepsHasASample() {
        assertThat(samples()).extracting(Sample::type).containsExactlyInAnyOrderElementsOf(Disruption.TYPES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenTodayIsWhatTheGoldenFileHolds(Sample sample) throws IOException {
        assertThat(Json.tree(Json.write(sample.content()))).isEqualTo(Json.tree(golden(sample).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aGoldenFileReadsAsWhatWasWritten(Sample sample) throws IOException {
        assertThat(Json.read(golden(sample).getBytes(StandardCharsets.UTF_8), sample.type().content())).isEqualTo(sample.content());
    }

    private static String golden(Sample sample) throws IOException {
        try (InputStream in = Objects.requireNonNull(A05_OldActionsStayReadableTest.class.getResourceAsStream(sample.file()), sample.file())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
