package io.patchbay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonogramTest {

  @ParameterizedTest
  @CsvSource({
    "CRM, CR",
    "ERP orders, EO",
    "GitHub, GH",
    "x, X",
    "dev.admin@example.com, DA",
    "'  ', ?"
  })
  void takesTheFirstLettersOfTwoWordsOrOfTheOnlyOne(String name, String letters) {
    assertThat(Monogram.letters(name)).isEqualTo(letters);
  }
}
