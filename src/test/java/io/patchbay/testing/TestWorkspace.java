package io.patchbay.testing;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a workspace of its own for a test, and an admin's access to it. */
public final class TestWorkspace {

  private TestWorkspace() {}

  public static Access create(JdbcClient jdbc) {
    var id = UUID.randomUUID();
    String slug = "ws-" + id.toString().substring(0, 13);
    jdbc.sql("insert into workspaces (id, slug, name) values (?, ?, ?)")
        .params(id, slug, "Test")
        .update();
    return new Access(
        new UserId(UUID.randomUUID()), "test@example.org", new WorkspaceId(id), slug, Role.ADMIN);
  }

  /** The same user with another role. */
  public static Access as(Role role, Access access) {
    return new Access(
        access.user(), access.actor(), access.workspace(), access.workspaceSlug(), role);
  }
}
