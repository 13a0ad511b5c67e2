package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.StartUpRefused;
import io.patchbay.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyCheckTest {

  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.fresh();

  @Test
  void makesAKeyForAFreshDatabaseThatOnlyItsUserMayRead() throws Exception {
    var key = load("master.key");

    var file = folder.resolve("master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(load("master.key").id()).isEqualTo(key.id());
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void refusesToStartWithoutTheKeyAndMakesNoNewOne() {
    load("master.key");

    assertThatThrownBy(() -> load("elsewhere.key"))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("elsewhere.key is missing");
    assertThat(folder.resolve("elsewhere.key")).doesNotExist();
  }

  @Test
  void refusesToStartWithAnotherDatabasesKeyAndLeavesItAsItIs() throws Exception {
    load("master.key");
    var stranger = folder.resolve("stranger.key");
    Files.writeString(stranger, MasterKey.generate().encode());
    var text = Files.readString(stranger);

    assertThatThrownBy(() -> load("stranger.key"))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("does not belong to this database");
    assertThat(stranger).hasContent(text);
  }

  @Test
  void refusesADamagedFile() throws Exception {
    Files.writeString(folder.resolve("master.key"), "not a key");

    assertThatThrownBy(() -> load("master.key"))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("holds no key");
  }

  @Test
  void takesAKeyThatTheOperatorPutThere() throws Exception {
    var own = MasterKey.generate();
    Files.writeString(folder.resolve("master.key"), own.encode());

    assertThat(load("master.key").id()).isEqualTo(own.id());
  }

  @Test
  void twoNodesWithFoldersOfTheirOwnNeverMakeTwoKeys() throws Exception {
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<MasterKey> first = () -> load("a/master.key");
      Callable<MasterKey> second = () -> load("b/master.key");
      var results = nodes.invokeAll(java.util.List.of(first, second));

      var refused = 0;
      for (var result : results) {
        try {
          result.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(StartUpRefused.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
    }
    assertThat(CredentialFixture.keys(database).checkValues()).hasSize(1);
  }

  @Test
  void tellsNothingWhenPrinted() {
    var key = MasterKey.generate();

    assertThat(key.toString()).doesNotContain(key.encode().strip());
  }

  private MasterKey load(String file) {
    return new MasterKeyCheck(
            new MasterKeyFile(folder.resolve(file)), CredentialFixture.keys(database))
        .load();
  }
}
