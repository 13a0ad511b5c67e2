package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Material;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlOracleTest {

  /** The command was fine, but a file that is not there could not be read. */
  private static final int FILE_MISSING = 26;

  @Test
  void readsWhatCurlSends() throws IOException {
    assertThat(differences(Material.text("curl/commands.jsonl"))).isEmpty();
  }

  @Test
  void readsTheCornersOfTheLanguage() throws IOException {
    assertThat(differences(Material.resource("importing/curl-oracle.jsonl"))).isEmpty();
  }

  private static List<String> differences(String lines) {
    List<String> differences = new ArrayList<>();
    for (var oracle : CurlOracle.read(lines.lines())) {
      try {
        if (oracle.exit() != FILE_MISSING) {
          oracle.check();
        }
      } catch (AssertionError e) {
        differences.add(e.getMessage());
      }
    }
    return differences;
  }
}
