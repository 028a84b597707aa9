package org.moei.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.disruption.networks.Network;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.sites.Township;
import org.moei.foundation.access.Role;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.journal.Verifier;

class A03_ThePictureIsGuardedTest {
    private final TestDisruption house = new TestDisruption(3);

    @AfterEach
    void close() {
        house.close();
    }

    private static Network network(String name, Basis basis) {
        return new Network("group", name, List.of("Another Name"), Network.Kind.GANG, "MMR", "what is said", basis);
    }

    private static Problem problem(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, act)).problem();
    }

    private Entry<Network> kept() {
        return house.wing().picture().find(Network.class, "group").orElseThrow();
    }

    @Test
    void onlyWhoMayEditThePictureRecords() {
        Basis basis = house.said("press", "2025-05-05");
        for (Role role : List.of(Role.INVESTIGATOR, Role.DISRUPTION_COMMAND, Role.DISRUPTION_AUDITOR, Role.DISRUPTION_ADMINISTRATOR)) {
            assertThat(problem(() -> house.wing().networks().record(house.hand(role), network("A Gang", basis), Action.NEW)).kind()).as(role.id()).isEqualTo(Problem.Kind.DENIED);
        }
    }

    @Test
    void nobodyOfTheOtherWingReadsIt() {
        assertThat(problem(() -> house.wing().home().page(house.viewer(Role.COMMAND))).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(problem(() -> house.wing().claims().page(house.viewer(Role.CASE_MANAGER))).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(problem(() -> house.wing().home().page(house.viewer(Role.DISRUPTION_ADMINISTRATOR))).kind()).isEqualTo(Problem.Kind.DENIED);
    }

    @Test
    void whatIsNotThereIsDeniedInTheSameWordsAsWhatIsNotShown() {
        Problem absent = problem(() -> house.wing().networks().network(house.viewer(Role.ANALYST), "nobody"));
        Problem hidden = problem(() -> house.wing().networks().network(house.viewer(Role.DISRUPTION_AUDITOR), "nobody"));
        assertThat(absent).isEqualTo(hidden);
    }

    @Test
    void aPageThatWasReadStandsOnceInTheAccessLog() {
        house.wing().networks().record(house.analyst(), network("A Gang", house.said("press", "2025-05-05")), Action.NEW);
        house.wing().home().page(house.viewer(Role.ANALYST));
        house.wing().networks().network(house.viewer(Role.INVESTIGATOR), "group");
        assertThat(house.wing().foundation().accessLog().list(Long.MAX_VALUE, 10)).extracting(entry -> entry.what() + " " + entry.role())
                .containsExactly("network investigator", "disruption-home analyst");
    }

    @Test
    void namesStandSealedInTheJournal() {
        house.wing().networks().record(house.analyst(), network("Distinctive Name", house.said("press", "2025-05-05")), Action.NEW);
        for (Recorded action : house.wing().foundation().journal().read(0, 100)) {
            assertThat(new String(action.envelope().encode(), StandardCharsets.UTF_8)).doesNotContain("Distinctive").doesNotContain("Another Name");
        }
    }

    @Test
    void aLockedVaultShowsNothingAndAnUnlockedOneEverything() {
        house.wing().networks().record(house.analyst(), network("A Gang", house.said("press", "2025-05-05")), Action.NEW);
        house.wing().home().page(house.viewer(Role.ANALYST));
        house.vault().lock();
        assertThat(problem(() -> house.wing().networks().page(house.viewer(Role.ANALYST))).kind()).isEqualTo(Problem.Kind.SEALED);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() {
        house.wing().networks().record(house.analyst(), network("A Gang", house.said("press", "2025-05-05")), Action.NEW);
        house.wing().networks().record(house.analyst(), network("A Gang, renamed", house.said("press", "2025-05-05")), Action.ANY);
        house.reopen();
        assertThat(kept().content().name()).isEqualTo("A Gang, renamed");
        assertThat(kept().revisions()).isEqualTo(2);
    }

    @Test
    void twoEditsOfOneVersionAreAConflictThatAPersonSettles() {
        Basis basis = house.said("press", "2025-05-05");
        house.wing().networks().record(house.analyst(), network("A Gang", basis), Action.NEW);
        long seen = kept().version();
        house.wing().networks().record(house.analyst(), network("Edited first", basis), seen);
        assertThat(problem(() -> house.wing().networks().record(house.analyst(), network("Edited second", basis), seen)).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(kept().content().name()).isEqualTo("Edited first");
    }

    @Test
    void anEntryWithoutASourceOrAGradeIsRefused() {
        assertThat(problem(() -> house.wing().networks().record(house.analyst(), network("A Gang", Basis.of("", "B2", "")), Action.NEW)).code()).isEqualTo("source-missing");
        assertThat(problem(() -> house.wing().networks().record(house.analyst(), network("A Gang", Basis.of("press", "good", "")), Action.NEW)).code()).isEqualTo("grade-form");
        assertThat(problem(() -> house.wing().networks().record(house.analyst(), network("A Gang", Basis.of("press", "B2", "May 2025")), Action.NEW)).code()).isEqualTo("date-form");
    }

    @Test
    void aPlaceFinerThanATownshipIsRefused() {
        Township exact = new Township("t", "T", "R", "MMR", "16.6892", "98.5083", house.said("gazetteer", ""));
        assertThat(problem(() -> house.wing().sites().record(house.analyst(), exact, Action.NEW)).code()).isEqualTo("place-too-fine");
    }

    @Test
    void theJournalOfThePictureVerifies() {
        house.wing().networks().record(house.analyst(), network("A Gang", house.said("press", "2025-05-05")), Action.NEW);
        assertThat(Verifier.verify("disruption", house.wing().foundation().database().pool(Wing.Role.WRITER), Optional.empty(), house.vault().publicKey()).findings()).isEmpty();
    }
}
