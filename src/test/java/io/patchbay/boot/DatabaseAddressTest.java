package io.patchbay.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.StartUpRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @Test
  void takesTheJdbcSpellingAsItIs() {
    var address = DatabaseAddress.parse("jdbc:postgresql://db/patchbay?ssl=true", "pat", "pw");

    assertThat(address)
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/patchbay?ssl=true", "pat", "pw"));
    assertThat(address.display()).isEqualTo("db/patchbay");
  }

  @Test
  void takesUserAndPasswordOutOfTheShortSpelling() {
    var address = DatabaseAddress.parse("postgres://pat:a%40b+c@db:6432/patchbay", null, "");

    assertThat(address)
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db:6432/patchbay", "pat", "a@b+c"));
  }

  @Test
  void theSettingsOfTheirOwnWin() {
    var address = DatabaseAddress.parse("postgresql://pat:old@db/patchbay", "sam", "new");

    assertThat(address.user()).isEqualTo("sam");
    assertThat(address.password()).isEqualTo("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db:5432/patchbay", "mysql://db/x", "postgres://db", "postgres://a b/c"})
  void refusesWhatIsNoAddress(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url, "u", "p"))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("PATCHBAY_DATABASE_URL cannot be read");
  }

  @Test
  void neverPrintsThePassword() {
    var address = DatabaseAddress.parse("postgres://pat:hush@db/patchbay", null, null);

    assertThat(address.toString()).contains("db:5432/patchbay").doesNotContain("hush");
  }
}
