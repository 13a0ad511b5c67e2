package io.patchbay.http;

import io.patchbay.common.Access;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.credential.OAuthClient;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A node in a process of its own that gets the token of a credential, says so and does nothing
 * more, until it is killed.
 */
final class RenewingNode implements AutoCloseable {

  private static final String DONE = "it has the token";

  private final Process process;

  private RenewingNode(Process process) {
    this.process = process;
  }

  /** Starts it on the database of this test. */
  static RenewingNode start(CallFixture house, String credential) throws IOException {
    var database = house.credentials.database;
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            RenewingNode.class.getName(),
            database.jdbcUrl(),
            database.user(),
            house.access.workspace().value().toString(),
            credential);
    builder.environment().put("NODE_PASSWORD", database.password());
    builder.environment().put("NODE_MASTER_KEY", house.credentials.masterKeyText());
    return new RenewingNode(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  void awaitToken() throws IOException {
    try (var lines = process.inputReader()) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.equals(DONE)) {
          return;
        }
      }
    }
    throw new IllegalStateException("The node ended without a token");
  }

  /** SIGKILL: nothing of it gets to run any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws Exception {
    var database = new TestDatabase(arguments[0], arguments[1], System.getenv("NODE_PASSWORD"));
    var workspace = new WorkspaceId(UUID.fromString(arguments[2]));
    var house =
        CallFixture.node(
            CredentialFixture.attached(database, System.getenv("NODE_MASTER_KEY")),
            CredentialFixture.access(workspace, Access.Role.EDITOR));
    var credential = house.credentials.store.find(workspace, arguments[3]).orElseThrow();
    var source = TokenSource.of(credential, (OAuthClient) credential.settings(), List.of());
    var result = house.tokens.get(source, Duration.ofMinutes(1));
    System.out.println(result.token() == null ? result.failure() : DONE);
    Thread.sleep(Duration.ofMinutes(1));
  }
}
