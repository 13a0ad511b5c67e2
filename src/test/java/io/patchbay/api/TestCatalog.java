package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import io.patchbay.testing.TestDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The catalog of a workspace with one API, over a real database. */
public final class TestCatalog {

  private TestCatalog() {}

  public static ApiCatalog of(TestDatabase database, WorkspaceId workspace, Api api) {
    var jdbc = database.jdbc();
    jdbc.sql("insert into workspaces (id, slug, name) values (?, ?, 'Test')")
        .params(workspace.value(), "w" + workspace.value())
        .update();
    var repository = new ApiRepository(jdbc);
    var versions = new ApiVersionRepository(jdbc);
    var parts = new ApiPartRepository(jdbc, new JdbcTemplate(database.dataSource()));
    var id = new ApiId(UUID.randomUUID());
    repository.insert(id, workspace, String.valueOf(api.slug()), api, "test");
    parts.replace(id, api);
    return new ApiCatalog(
        new Apis(repository, parts, versions),
        parts,
        versions,
        new EnvironmentRepository(jdbc),
        new DefinitionChanges(new DefinitionChangeRepository(jdbc)));
  }
}
