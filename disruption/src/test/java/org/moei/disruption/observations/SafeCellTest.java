package org.moei.disruption.observations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeCellTest {
    @Test
    void whatASpreadsheetWouldRunGetsAnApostropheAndNumbersStay() {
        assertThat(SafeCell.row("=HYPERLINK(\"http://x\")", "@SUM(A1)", "-2+cmd|' /C calc'!A0", "+1+cmd|x", "\t=1"))
                .containsExactly("'=HYPERLINK(\"http://x\")", "'@SUM(A1)", "'-2+cmd|' /C calc'!A0", "'+1+cmd|x", "'\t=1");
        assertThat(SafeCell.row("+66 81 234 5678", "-4.5", "", "example.com", "a=b")).containsExactly("+66 81 234 5678", "-4.5", "", "example.com", "a=b");
    }
}
