package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.TestProtection;

/** What is left of somebody who asked to be erased. */
class ErasureTest {
    private final TestProtection house = new TestProtection(1);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Hand officer = house.hand(house.viewer("office", Role.DATA_PROTECTION_OFFICER, Viewer.EVERYWHERE));
    private UUID person;

    @BeforeEach
    void register() {
        keep(house.wing().people().rule(house.hand(desk), RecordKind.PERSON, "*", "immigration", "reception"));
        person = house.id();
        keep(house.wing().people().register(house.hand(desk), person, new People.Arrival(1, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        keep(house.wing().people().describe(house.hand(desk), person, Action.ANY, new Description.Names(List.of(new Description.Name("Made Up Name", "en", "full", "person")))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void keep(Action action) {
        house.wing().people().keep(action);
    }

    private Entry entry() {
        return house.wing().roster().system().find(person).orElseThrow();
    }

    private void erase() {
        Erasure erasure = house.wing().erasure();
        erasure.erase(officer, erasure.plan(officer, entry().token()), "she asked for it").forEach(this::keep);
    }

    private List<Envelope.SealedPart> sealedOfPerson() {
        return house.wing().foundation().journal().read(0, 1_000).stream()
                .map(Recorded::envelope)
                .flatMap(e -> e.parts().stream())
                .filter(p -> p.about().isPresent() && p.about().get().equals(person))
                .toList();
    }

    @Test
    void nothingThatWasSealedOnAnErasedPersonOpensAgainAndItsClearFieldsAreEmpty() {
        assertThat(sealedOfPerson()).isNotEmpty().allSatisfy(p -> assertThat(house.vault().findOpen(p.sealed())).isPresent());
        erase();
        assertThat(sealedOfPerson()).isNotEmpty().allSatisfy(p -> assertThat(house.vault().findOpen(p.sealed())).isEmpty());
        assertThat(entry().nationality()).isEmpty();
        assertThat(entry().sex()).isEmpty();
        assertThat(entry().state()).isEqualTo("erased");
        house.reopen();
        assertThat(entry().nationality()).isEmpty();
    }

    @Test
    void erasureLeavesTheJournalWholeAndARebuildGivesTheSameTables() {
        erase();
        String before = house.wing().foundation().sealedDigest();
        house.wing().foundation().rebuild(org.moei.base.Progress.SILENT);
        assertThat(house.wing().foundation().sealedDigest()).isEqualTo(before);
    }

    @Test
    void nobodyIsDescribedAnewOnceErased() {
        erase();
        Hand hand = house.hand(desk);
        assertThatThrownBy(() -> keep(house.wing().people().describe(
                        hand, person, Action.ANY, new Description.Names(List.of(new Description.Name("Again", "en", "full", "person"))))))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("erased"));
    }

    @Test
    void onlyTheDataProtectionOfficerErasesAndNotWithoutAReason() {
        Erasure erasure = house.wing().erasure();
        assertThatThrownBy(() -> erasure.plan(house.hand(desk), entry().token()))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
        assertThatThrownBy(() -> erasure.plan(officer, "T-0000")).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
        assertThatThrownBy(() -> erasure.erase(officer, erasure.plan(officer, entry().token()), " "))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("reason-missing"));
        assertThat(sealedOfPerson()).allSatisfy(p -> assertThat(house.vault().findOpen(p.sealed())).isPresent());
    }
}
