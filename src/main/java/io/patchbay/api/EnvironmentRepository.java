package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The revision, with the row locked until the transaction ends; empty when there is none. */
  Optional<Long> lock(WorkspaceId workspace, String name) {
    return jdbc.sql(
            "select revision from environments where workspace_id = ? and name = ? for update")
        .params(workspace.value(), name)
        .query(Long.class)
        .optional();
  }

  void insert(WorkspaceId workspace, Environment environment, String actor) {
    jdbc.sql(
            """
            insert into environments (workspace_id, name, description, variables, position, updated_by)
            select :workspace, :name, :description, :variables, coalesce(max(position), -1) + 1, :actor
              from environments where workspace_id = :workspace
            """)
        .params(columns(workspace, environment, actor))
        .update();
  }

  void update(WorkspaceId workspace, Environment environment, String actor) {
    jdbc.sql(
            """
            update environments
               set description = :description, variables = :variables,
                   revision = revision + 1, updated_at = now(), updated_by = :actor
             where workspace_id = :workspace and name = :name
            """)
        .params(columns(workspace, environment, actor))
        .update();
  }

  void rename(WorkspaceId workspace, String name, String newName, String actor) {
    jdbc.sql(
            """
            update environments
               set name = ?, revision = revision + 1, updated_at = now(), updated_by = ?
             where workspace_id = ? and name = ?
            """)
        .params(newName, actor, workspace.value(), name)
        .update();
  }

  /** Puts the environments into this order; those that are not named come after. */
  void order(WorkspaceId workspace, List<String> names) {
    jdbc.sql(
            """
            update environments e
               set position = coalesce(array_position(:names, e.name), 10000 + e.position)
             where workspace_id = :workspace
            """)
        .param("names", names.toArray(String[]::new))
        .param("workspace", workspace.value())
        .update();
  }

  boolean delete(WorkspaceId workspace, String name) {
    return jdbc.sql("delete from environments where workspace_id = ? and name = ?")
            .params(workspace.value(), name)
            .update()
        > 0;
  }

  private static Map<String, Object> columns(
      WorkspaceId workspace, Environment environment, String actor) {
    return Map.of(
        "workspace",
        workspace.value(),
        "name",
        environment.name(),
        "description",
        environment.description(),
        "variables",
        Json.write(environment.variables()),
        "actor",
        actor);
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
