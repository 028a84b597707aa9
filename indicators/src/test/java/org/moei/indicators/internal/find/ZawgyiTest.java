package org.moei.indicators.internal.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZawgyiTest {
    /** ICU knows the way back, which this project did not write. */
    @ParameterizedTest
    @ValueSource(strings = {"တယ်လီဂရမ်", "လိုင်း", "ဝက်ဆပ်", "ဝီချက်", "ဖေ့စ်ဘွတ်ခ်", "ဖေ့ဘုတ်", "အင်စတာဂရမ်", "ဗိုင်ဘာ", "ဘဏ်", "အက်ပ်", "ဖိုင်", "အခန်း", "ဗားရှင်း", "ပုဒ်မ", "ဖုန်း", "ဒေါင်းလုဒ်"})
    void aSpellingLeadsBackToItsWord(String word) {
        assertThat(Transliterator.getInstance("Zawgyi-my").transliterate(Zawgyi.of(word))).isEqualTo(word);
    }
}
