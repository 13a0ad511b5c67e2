package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** SQL for environments. */
@Repository
class EnvironmentRepository {

  private final JdbcClient jdbc;

  EnvironmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Environment> list(WorkspaceId workspace) {
    return jdbc.sql("select * from environments where workspace_id = ? order by position, name")
        .param(workspace.value())
        .query((row, _) -> environment(row))
        .list();
  }

  Optional<Environment> find(WorkspaceId workspace, String name) {
    return jdbc.sql("select * from environments where workspace_id = ? and name = ?")
        .params(workspace.value(), name)
        .query((row, _) -> environment(row))
        .optional();
  }

  private static Environment environment(ResultSet row) throws SQLException {
    var variables = new LinkedHashMap<String, String>();
    Json.readDocument(row.getString("variables"), JsonNode.class)
        .properties()
        .forEach(e -> variables.put(e.getKey(), e.getValue().asString("")));
    return new Environment(
        row.getString("name"), row.getString("description"), variables, row.getLong("revision"));
  }
}
