package org.moei.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.disruption.networks.Network;
import org.moei.disruption.networks.NetworkEvent;
import org.moei.disruption.networks.Networks;
import org.moei.disruption.networks.Sanction;
import org.moei.disruption.networks.Tie;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.sites.Compound;
import org.moei.disruption.sites.Sites;
import org.moei.disruption.sites.Township;
import org.moei.disruption.supplies.Effect;
import org.moei.disruption.supplies.Harm;
import org.moei.disruption.supplies.Measure;
import org.moei.disruption.supplies.Substitute;
import org.moei.disruption.supplies.Supplies;
import org.moei.disruption.supplies.Supply;
import org.moei.disruption.supplies.SupplyPoint;
import org.moei.foundation.access.Role;
import org.moei.foundation.journal.Action;

class A02_SuppliesAndNetworksTest {
    private final TestDisruption house = new TestDisruption(2);

    @AfterEach
    void close() {
        house.close();
    }

    private void cutOff() {
        Supplies supplies = house.wing().supplies();
        supplies.record(house.analyst(), new SupplyPoint("bridge", "4", "Friendship Bridge 2", "mae-sot", "myawaddy", "a buyer", List.of(Supply.ELECTRICITY, Supply.FUEL), house.said("press", "2025-02-05")), Action.NEW);
        supplies.record(house.analyst(), new Measure("cut", "bridge", Supply.ELECTRICITY, Measure.Kind.CUT, "the state", "20", "megawatt", "cut at nine", house.said("press", "2025-02-05")), Action.NEW);
        supplies.record(house.analyst(), new Effect("lights", "cut", "40", "per cent", "lights off", house.said("press", "2025-02-06")), Action.NEW);
        supplies.record(house.analyst(), new Substitute("solar", Supply.ELECTRICITY, Substitute.Kind.SOLAR, List.of("bridge"), Substitute.Extent.IN_USE, "panels", house.said("press", "2025-07-01")), Action.NEW);
        supplies.record(house.analyst(), new Harm("hospitals", Harm.Kind.HEALTH_CARE, "myawaddy", List.of("bridge"), "", "", "hospitals buy panels", house.said("press", "2025-11-15")), Action.NEW);
    }

    @Test
    void aTimelineGoesFromMeasureToEffectToSubstituteToHarm() {
        cutOff();
        Supplies.PointView point = house.wing().supplies().point(house.viewer(Role.INVESTIGATOR), "bridge");
        assertThat(point.steps().stream().map(step -> step.kind() + " " + step.label() + " " + step.days().getAsLong()).collect(Collectors.joining("\n"))).isEqualTo("""
                MEASURE electricity cut 0
                EFFECT after electricity cut 1
                SUBSTITUTE solar 146
                HARM health care 283""");
        assertThat(point.cut()).containsExactly(Supply.ELECTRICITY);
    }

    @Test
    void aSupplyThatIsRestoredIsNotCutAnyMore() {
        cutOff();
        house.wing().supplies().record(house.analyst(), new Measure("back", "bridge", Supply.ELECTRICITY, Measure.Kind.RESTORED, "the state", "", "", "restored", house.said("press", "2025-08-05")), Action.NEW);
        assertThat(house.wing().supplies().page(house.viewer(Role.ANALYST)).pointsCut()).isZero();
    }

    @Test
    void aLaneOfSubstitutesHasItsStretchesInOrder() {
        cutOff();
        house.wing().supplies().record(house.analyst(), new Substitute("solar-less", Supply.ELECTRICITY, Substitute.Kind.SOLAR, List.of("bridge"), Substitute.Extent.LESS, "fewer panels", house.said("press", "2025-10-01")), Action.NEW);
        assertThat(house.wing().supplies().page(house.viewer(Role.ANALYST)).lanes()).singleElement().satisfies(lane -> {
            assertThat(lane.label()).isEqualTo("solar");
            assertThat(lane.segments()).extracting(Supplies.Segment::extent).containsExactly(Substitute.Extent.IN_USE, Substitute.Extent.LESS);
        });
    }

    private void group() {
        Networks networks = house.wing().networks();
        networks.record(house.analyst(), new Network("kna", "An armed group", List.of("Its old name"), Network.Kind.ARMED_GROUP, "MMR", "", house.said("release", "")), Action.NEW);
        networks.record(house.analyst(), new Sanction("us", "kna", "United States", "TCO", "53778", "AN ARMED GROUP", "", house.said("release", "2025-05-05")), Action.NEW);
        networks.record(house.analyst(), new NetworkEvent("before", "kna", "lets people go", house.said("press", "2025-02-14")), Action.NEW);
        networks.record(house.analyst(), new NetworkEvent("after", "kna", "back to normal", house.said("press", "2025-07-15")), Action.NEW);
        networks.record(house.analyst(), new Tie("owns", "kna", Tie.Kind.PROTECTS, "kk-park", "the release", "", house.said("release", "2025-05-05")), Action.NEW);
    }

    @Test
    void whatChangedAfterASanctionIsToldFromWhatWasBefore() {
        group();
        Networks.NetworkView view = house.wing().networks().network(house.viewer(Role.INVESTIGATOR), "kna");
        assertThat(view.firstSanction()).hasValue(LocalDate.of(2025, 5, 5));
        assertThat(view.before()).singleElement().satisfies(change -> assertThat(change.days()).hasValue(-80));
        assertThat(view.after()).singleElement().satisfies(change -> assertThat(change.days()).hasValue(71));
    }

    @Test
    void aContractWithASanctionedHolderRaisesAQuestionFromTheDayOfTheList() {
        group();
        Networks.NetworkView view = house.wing().networks().network(house.viewer(Role.INVESTIGATOR), "kna");
        assertThat(view.sanctionedOn(LocalDate.of(2025, 5, 4))).isFalse();
        assertThat(view.sanctionedOn(LocalDate.of(2025, 5, 5))).isTrue();
    }

    @Test
    void aSiteShowsItsTiesAndItsTownshipAndNothingFiner() {
        group();
        Basis gazetteer = house.said("gazetteer", "");
        house.wing().sites().record(house.analyst(), new Township("myawaddy", "Myawaddy", "Kayin", "MMR", "16.7", "98.5", gazetteer), Action.NEW);
        house.wing().sites().record(house.analyst(), new Compound("kk-park", "KK Park", List.of(), "myawaddy", "MMR",
                List.of(Compound.Activity.CALL_CENTRE, Compound.Activity.FAKE_INVESTMENT), "entered in October", house.said("press", "2025-10-20")), Action.NEW);
        Sites.SiteView site = house.wing().sites().site(house.viewer(Role.ANALYST), "kk-park");
        assertThat(site.townshipName()).isEqualTo("Myawaddy");
        assertThat(site.activities()).isEqualTo("call centre, fake investment");
        assertThat(site.ties()).extracting(Networks.NamedTie::sentence).containsExactly("An armed group protects KK Park");
        assertThat(house.wing().sites().page(house.viewer(Role.ANALYST)).labels()).containsExactly(new Sites.MapLabel("myawaddy", "Myawaddy", "MMR", 16.7, 98.5, List.of("KK Park")));
    }
}
