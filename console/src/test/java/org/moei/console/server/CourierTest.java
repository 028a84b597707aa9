package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.moei.base.Uuid7;
import org.moei.console.gate.Courier;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.Question;
import org.moei.protection.testimony.WitnessDesk;

class CourierTest {

    @Test
    void onOneHostTheMessagesAreCarriedBothWaysFromWhereTheLastCarryingEnded() {
        try (RealWings wings = new RealWings();
                Courier courier = Courier.of(wings.protection, wings.disruption, Uuid7.ids(InstantSource.fixed(RealWings.NOW), new SplittableRandom(3)), InstantSource.fixed(RealWings.NOW))) {
            Viewer investigator = RealWings.viewer(RealWings.INVESTIGATOR, Role.INVESTIGATOR, "police");
            Hand hand = wings.hand(investigator);
            assertThat(wings.disruption.received().page(investigator).fresh()).isFalse();
            courier.carry();
            assertThat(wings.disruption.received().page(investigator).fresh()).as("the recall list came").isTrue();
            String question = wings.disruption.received().requests().ask(hand, new Question("kk-park", Period.of("2025-W03", "2025-W03"), new TreeSet<>(Set.of(Practice.QUOTA)), null, ""), "case 7");
            courier.carry();
            courier.carry();
            assertThat(wings.protection.gate().witnesses().list(RealWings.viewer(RealWings.CASE, Role.CASE_MANAGER, "welfare"))).extracting(WitnessDesk.Asked::id).containsExactly(question);
            assertThat(wings.disruption.received().taken()).isEqualTo(wings.protection.gate().outbox().size());
        }
    }
}
