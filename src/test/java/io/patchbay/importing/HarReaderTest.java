package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.ApiCheck;
import io.patchbay.common.InvalidException;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarReaderTest {

  @Test
  void countsAreThoseOfTheIndex() throws IOException {
    List<String> rows = Material.text("har/index.tsv").lines().skip(1).toList();
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      int expected = Integer.parseInt(cells[6].isEmpty() ? cells[5] : cells[6]);
      var source = source(Files.readString(Material.file("har/" + cells[0])));

      assertThat(new HarReader().recognises(source)).as(cells[0]).isTrue();
      if (expected == 0) {
        assertThatThrownBy(() -> new HarReader().read(source, Documents.NONE))
            .as(cells[0])
            .isInstanceOf(InvalidException.class)
            .hasMessageContaining("no entries");
      } else {
        var result = new HarReader().read(source, Documents.NONE);
        assertThat(result.apis().stream().mapToInt(api -> api.api().methods().size()).sum())
            .as(cells[0])
            .isEqualTo(expected);
        result
            .apis()
            .forEach(api -> assertThat(ApiCheck.problems(api.api())).as(cells[0]).isEmpty());
      }
    }
  }

  private static SourceText source(String text) {
    return new SourceText("calls.har", text);
  }
}
