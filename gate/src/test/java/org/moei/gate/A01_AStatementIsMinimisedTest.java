package org.moei.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.journal.Json;
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.PlainWords;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.Question;
import org.moei.gate.statement.SeenIndicator;
import org.moei.gate.statement.SeenRole;
import org.moei.gate.statement.Statement;
import org.moei.gate.statement.Week;

/** What cannot be in a statement, and what is refused in the one place where somebody could try. */
class A01_AStatementIsMinimisedTest {
    private static final Period WEEKS = Period.of("2025-W03", "2025-W05");

    private static Statement statement(String note, SeenIndicator... indicators) {
        return new Statement("kk-park", WEEKS, new TreeSet<>(Set.of(Practice.QUOTA)), new TreeSet<>(Set.of(SeenRole.TEAM_LEADER)), List.of(indicators), note, "B3");
    }

    private static Minimisation with(long crowd, String... names) {
        return new Minimisation(Set.of("kk-park")::contains, text -> PlainWords.tokens(text).stream().anyMatch(Set.of(names)::contains), (compound, period) -> crowd);
    }

    private static void assertRefused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(code);
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.REFUSED);
        });
    }

    @Test
    void whatWasSeenInPlainWordsPasses() {
        with(10).check(statement("Guards with batons stood at the gates. People who missed the quota were beaten and kept in a dark room for 3 days.",
                new SeenIndicator(SeenIndicator.Kind.DOMAIN, "example-trade.top")));
    }

    @Test
    void aStatementHasNoFieldForAPersonADayOrARoom() {
        assertThat(Statement.class.getRecordComponents()).extracting(java.lang.reflect.RecordComponent::getName)
                .containsExactly("compound", "period", "practices", "roles", "indicators", "note", "grade");
        assertThat(new String(Json.write(statement("")), java.nio.charset.StandardCharsets.UTF_8)).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void aDayIsNoWeek() {
        assertRefused("week-form", () -> Week.parse("2025-02-12"));
        assertRefused("week-form", () -> Week.parse("2025-W53"));
        assertThat(Week.of(java.time.LocalDate.of(2024, 12, 30))).isEqualTo(Week.parse("2025-W01"));
        assertThat(Week.parse("2020-W53").plus(1)).isEqualTo(Week.parse("2021-W01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Wang Xiaoming beat people | word-not-plain",
        "abebe beat people | word-not-plain",
        "王小明 beat people | word-not-plain",
        "people were beaten on Tuesday | word-not-plain",
        "people were beaten in february | word-not-plain",
        "my passport was taken | word-not-plain",
        "the ethiopian women were beaten | word-not-plain",
        "call 0812345678 | number-in-text",
        "call 081 234 567 | number-in-text",
        "call ๐๘๑๒๓๔๕๖๗๘ | number-in-text",
        "document E1234567 was taken | number-in-text",
        "call zero eight one two | number-in-text",
        "people were beaten on the 12th | number-in-text",
        "people were beaten may 12 | too-fine",
        "people were shut in room 4 | too-fine",
        "people were shut on the third floor | too-fine",
        "people were shut in building B | too-fine",
        "people were shut in the second dormitory | too-fine",
        "write to @boss | sign-in-text",
        "look at http://example.org | sign-in-text"})
    void whatNamesSomebodyADayOrARoomIsRefused(String note, String code) {
        assertRefused(code, () -> with(10).check(statement(note)));
    }

    @Test
    void aRefusalDoesNotRepeatTheWord() {
        assertThatThrownBy(() -> with(10).check(statement("Xiaoming beat people"))).hasMessageNotContaining("xiaoming").isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.problem().value()).contains("xiaoming"));
    }

    @Test
    void aNameThatIsNotOnTheListOfWordsIsRefusedInTheSameWordsWhetherItIsKnownOrNot() {
        assertThatThrownBy(() -> with(10, "abebe").check(statement("abebe was beaten"))).hasMessage(message(() -> with(10).check(statement("abebe was beaten"))));
    }

    private static String message(Runnable doing) {
        try {
            doing.run();
            return "";
        } catch (ProblemException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void anOrdinaryWordThatIsSomebodysNameIsRefused() {
        with(10).check(statement("people were sold like gold"));
        assertRefused("name-in-text", () -> with(10, "gold").check(statement("people were sold like gold")));
    }

    @Test
    void aDomainThatIsSomebodysNameIsRefused() {
        SeenIndicator domain = new SeenIndicator(SeenIndicator.Kind.DOMAIN, "abebe-trade.top");
        assertRefused("name-in-text", () -> with(10, "abebe").check(statement("", domain)));
        with(10).check(statement("", domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+66812345678", "someone@example.org", "t.me/someone", "0812345678.com"})
    void phonesAddressesAndHandlesAreNoIndicators(String value) {
        assertThatThrownBy(() -> new SeenIndicator(SeenIndicator.Kind.DOMAIN, value)).isInstanceOf(ProblemException.class);
    }

    @Test
    void fewerThanTenWhoCouldHaveSaidItAreTooFew() {
        assertRefused("crowd-too-small", () -> with(9).check(statement("")));
        with(10).check(statement(""));
    }

    @Test
    void aPlaceThatIsNotOnTheListOfCompoundsIsRefused() {
        Statement finer = new Statement("kk-park-block-4", WEEKS, new TreeSet<>(Set.of(Practice.QUOTA)), null, null, "", "B3");
        assertRefused("compound-unknown", () -> with(10).check(finer));
        assertRefused("compound-form", () -> with(10).check(new Statement("KK Park, room 4", WEEKS, new TreeSet<>(Set.of(Practice.QUOTA)), null, null, "", "B3")));
    }

    @Test
    void aNoteAloneIsNoStatement() {
        assertRefused("nothing-seen", () -> with(10).check(new Statement("kk-park", WEEKS, null, null, null, "people were beaten", "B3")));
    }

    @Test
    void aQuestionIsHeldToTheSameWords() {
        assertRefused("word-not-plain", () -> new Question("kk-park", WEEKS, null, null, "who knows Abebe").check());
        Question question = new Question("kk-park", WEEKS, null, null, "who saw people sold");
        question.check();
        assertThat(with(10).admits(question)).isTrue();
        assertThat(with(10, "sold").admits(question)).as("whether a word is a name is known to protection alone").isFalse();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Statement one = statement("people were beaten", new SeenIndicator(SeenIndicator.Kind.TRON, "T" + "A".repeat(33)));
        assertThat(Json.read(Json.write(one), Statement.class)).isEqualTo(one);
        Statement bare = new Statement("kk-park", WEEKS, new TreeSet<>(Set.of(Practice.QUOTA)), null, null, "", "F6");
        assertThat(Json.read(Json.write(bare), Statement.class)).isEqualTo(bare);
    }
}
