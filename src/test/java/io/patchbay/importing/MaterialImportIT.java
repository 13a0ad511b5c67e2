package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiService;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.testing.IntegrationTest;
import io.patchbay.testing.Material;
import io.patchbay.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is read of real documents can be kept, and a refresh from the same one finds nothing new.
 */
@IntegrationTest
class MaterialImportIT {

  /** Reading is tested with all commands; keeping each of them would take long. */
  private static final int EACH = 7;

  @Autowired JdbcClient jdbc;
  @Autowired ImportService imports;
  @Autowired RefreshService refreshes;
  @Autowired ApiService apis;

  private Access access;

  @BeforeEach
  void enter() {
    access = TestWorkspace.create(jdbc);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "postman", "har"})
  void isKeptAndNothingIsNew(String folder) throws IOException {
    var failures = new ArrayList<String>();
    int kept = 0;
    for (var file : documents(Material.file(folder))) {
      var source = ImportRequest.ofFile(file.getFileName().toString(), Files.readAllBytes(file));
      ImportResult read;
      try {
        read = imports.read(access, source);
      } catch (InvalidException e) {
        assertThat(e.getMessage()).as(file.toString()).isNotBlank();
        continue;
      }
      try {
        keep(source, read);
        kept++;
      } catch (RuntimeException | AssertionError e) {
        failures.add(file.getFileName() + ": " + e);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(kept).isPositive();
  }

  @Test
  void theMainOneOfSeveralFilesIsFound() throws IOException {
    var files = new ArrayList<SourceFile>();
    for (var file : documents(Material.file("openapi/multifile/conjur"))) {
      files.add(new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    assertThat(files.getFirst().name()).isNotEqualTo("openapi.yml");

    var read = imports.read(access, new ImportRequest(Format.AUTO, files, null, null, false));

    assertThat(read.apis().getFirst().api().methods()).hasSize(41);
  }

  @Test
  void commandsAreKept() throws IOException {
    var failures = new ArrayList<String>();
    var lines = Material.text("curl/commands.jsonl").lines().toList();
    for (int i = 0; i < lines.size(); i += EACH) {
      var command = Json.MAPPER.readTree(lines.get(i));
      var source = ImportRequest.ofContent(Format.CURL, command.path("command").stringValue());
      try {
        keep(source, imports.read(access, source));
      } catch (InvalidException e) {
        if (command.path("oracle").path("exit").asInt() == 0) {
          failures.add(command.path("id").stringValue() + ": " + e.getMessage());
        }
      } catch (RuntimeException | AssertionError e) {
        failures.add(command.path("id").stringValue() + ": " + e);
      }
    }
    assertThat(failures).isEmpty();
  }

  private void keep(ImportRequest source, ImportResult read) {
    var choices = read.apis().stream().map(MaterialImportIT::choice).toList();
    var saved = imports.save(access, source, read, choices);
    for (int i = 0; i < saved.size(); i++) {
      var stored = saved.get(i);
      assertThat(stored.api().methods()).isEqualTo(read.apis().get(i).api().methods());
      var preview = refreshes.preview(access, stored.slug(), source);
      assertThat(preview.nothingChanged()).as("%s: %s", stored.slug(), preview.counts()).isTrue();
      assertThat(preview.methods()).isEmpty();
      refreshes.apply(access, stored.slug(), preview.hash(), Set.of());
      apis.delete(access, stored.slug());
    }
  }

  private static ImportChoice choice(ImportedApi imported) {
    var base = imported.api().baseUrl();
    return base.isBlank() || base.startsWith("/")
        ? ImportChoice.of(imported).withBaseUrl("https://given.example" + base)
        : ImportChoice.of(imported);
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith(".tsv") && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }
}
