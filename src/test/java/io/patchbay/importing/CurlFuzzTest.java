package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiCheck;
import io.patchbay.common.InvalidException;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Commands that are cut, mixed and spoiled: all are read or refused, and what is read can be kept.
 */
class CurlFuzzTest {

  private static final String SPICE = "'\"\\`$(){}[]<>|&;#^@=:?/% \n\t,.~!*aA0ü\0";

  @Test
  void readsOrRefusesAnything() throws IOException {
    List<String> commands =
        CurlOracle.read(Material.resource("importing/curl-oracle.jsonl").lines()).stream()
            .map(CurlOracle::command)
            .toList();
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String script = spoiled(commands, random);
      try {
        var result = new CurlReader().read(new SourceText("pasted", script), Documents.NONE);
        for (var imported : result.apis()) {
          assertThat(ApiCheck.problems(imported.api())).as(script).isEmpty();
        }
      } catch (InvalidException e) {
        assertThat(e.getMessage()).as(script).isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError(script, e);
      }
    }
  }

  private static String spoiled(List<String> commands, Random random) {
    var script = new StringBuilder(commands.get(random.nextInt(commands.size())));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(script.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> script.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
        case 1 -> script.delete(at, Math.min(script.length(), at + random.nextInt(5)));
        case 2 -> script.insert(at, commands.get(random.nextInt(commands.size())));
        default -> script.setLength(Math.max(1, at));
      }
    }
    return script.toString();
  }
}
