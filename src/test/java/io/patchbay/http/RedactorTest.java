package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTest {

  private static final String SECRET = "c\"näry/+ 42=secret";

  private final Redactor redactor = Redactor.of(List.of(SECRET, "second-secret"));

  @Test
  void masksEachFormOfASecret() {
    var bytes = SECRET.getBytes(StandardCharsets.UTF_8);

    for (var form :
        List.of(
            SECRET,
            Json.write(SECRET),
            PercentCode.encode(SECRET),
            URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
            HexFormat.of().formatHex(bytes),
            HexFormat.of().withUpperCase().formatHex(bytes))) {
      assertThat(redactor.redact("before " + form + " after"))
          .contains("before ")
          .contains("••••••")
          .contains(" after")
          .doesNotContain("42")
          .doesNotContain("3432");
    }
  }

  @Test
  void masksASecretThatIsAPartOfBase64Text() {
    for (var before : List.of("", "a", "ab", "abc", "user:")) {
      var text = before + SECRET + "tail";
      for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        var encoded = encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        var redacted = redactor.redact("x=" + encoded);
        assertThat(redacted).contains("••••••");
        assertThat(redacted.length()).isLessThan(encoded.length());
      }
    }
  }

  @Test
  void leavesOtherTextAsTheVeryObjectThatItWas() {
    var text = "{\"name\": \"nothing to see\"}";

    assertThat(redactor.redact(text)).isSameAs(text);
    assertThat(Redactor.NONE.redact(text)).isSameAs(text);
    assertThat(redactor.occursIn(text)).isFalse();
  }

  @Test
  void masksAllOccurrencesNextToEachOther() {
    assertThat(redactor.redact("second-secretsecond-secret-second-secre"))
        .isEqualTo("••••••••••••-second-secre");
  }

  @Test
  void masksTheLongestOfSecretsThatBeginAlike() {
    var both = Redactor.of(List.of("abcdef", "abcdefghij"));

    assertThat(both.redact("abcdefghij abcdefg")).isEqualTo("•••••• ••••••g");
  }

  @Test
  void masksTreesToTheLeaves() {
    var clean =
        redactor.redact((Object) Map.of("a", List.of(1, "x second-secret"), "second-secret", true));

    assertThat(clean).isEqualTo(Map.of("a", List.of(1, "x ••••••"), "••••••", true));
  }

  @Test
  void leavesShortWordsAlone() {
    assertThat(Redactor.of(List.of("test")).redact("test")).isEqualTo("test");
  }

  @Test
  void findsWhatAPlainSearchFinds() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      var secrets = new ArrayList<String>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        secrets.add(word(random, 6 + random.nextInt(4)));
      }
      var text = word(random, 60);
      var patterns = secrets.stream().flatMap(secret -> SecretForms.of(secret).stream()).toList();

      assertThat(Redactor.of(secrets).occursIn(text))
          .isEqualTo(patterns.stream().anyMatch(text::contains));
    }
  }

  private static String word(Random random, int length) {
    return random
        .ints(length, 0, 2)
        .collect(StringBuilder::new, (s, c) -> s.append((char) ('a' + c)), StringBuilder::append)
        .toString();
  }
}
