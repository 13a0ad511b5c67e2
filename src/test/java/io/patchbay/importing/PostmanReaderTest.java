package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiCheck;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostmanReaderTest {

  @Test
  void eachRequestOfTheMaterialIsAMethod() throws IOException {
    List<String> rows = Material.text("postman/index.tsv").lines().skip(1).toList();
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      var source = source(Files.readString(Material.file("postman/" + cells[0])));

      var result = new PostmanReader().read(source, Documents.NONE);

      assertThat(new PostmanReader().recognises(source)).as(cells[0]).isTrue();
      assertThat(result.apis().stream().mapToInt(api -> api.api().methods().size()).sum())
          .as(cells[0])
          .isEqualTo(Integer.parseInt(cells[4]));
      result.apis().forEach(api -> assertThat(ApiCheck.problems(api.api())).as(cells[0]).isEmpty());
    }
  }

  private static SourceText source(String text) {
    return new SourceText("collection.json", text);
  }
}
