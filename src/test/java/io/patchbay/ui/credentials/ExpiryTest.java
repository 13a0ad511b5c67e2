package io.patchbay.ui.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {

  @ParameterizedTest
  @CsvSource({
    "-400, expired 400 days ago",
    "-2, expired 2 days ago",
    "-1, expired",
    "0, ends today",
    "1, 1 day left",
    "41, 41 days left",
    "729, 729 days left",
    "3000, 8 years left"
  })
  void saysHowLongItHolds(long days, String words) {
    assertThat(Expiry.words(days)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=api.example.com, O=Example | api.example.com",
        "O=Example, CN=\"Example, Inc.\", C=DE | Example, Inc.",
        "O=No common name | O=No common name",
        "OU=CN=odd, O=x | OU=CN=odd, O=x"
      })
  void callsACertificateByItsCommonName(String name, String called) {
    assertThat(DistinguishedName.commonName(name)).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({"0aff10, 0A:FF:10"})
  void writesFingerprintsAsBrowsersDo(String hex, String shown) {
    assertThat(CertificateFacts.colons(hex)).isEqualTo(shown);
  }
}
