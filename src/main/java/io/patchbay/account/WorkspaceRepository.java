package io.patchbay.account;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code workspaces}, and who may see which. */
@Repository
class WorkspaceRepository {

  private final JdbcClient jdbc;

  WorkspaceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the user may do there; empty when there is no such workspace or it is not theirs. */
  Optional<Access> access(UserId user, String slug) {
    return jdbc.sql(
            """
            select w.id, w.slug, u.email, u.administrator, m.role
            from users u
            join workspaces w on w.slug = :slug
            left join members m on m.workspace_id = w.id and m.user_id = u.id
            where u.id = :user and not u.disabled and (u.administrator or m.role is not null)
            """)
        .param("slug", slug)
        .param("user", user.value())
        .query((row, _) ->
            new Access(
                user,
                row.getString("email"),
                new WorkspaceId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                role(row)))
        .optional();
  }

  /** What the user may do in all workspaces that are theirs, by name. */
  List<Access> accesses(UserId user) {
    return jdbc.sql(
            """
            select w.id, w.slug, u.email, u.administrator, m.role
            from users u
            cross join workspaces w
            left join members m on m.workspace_id = w.id and m.user_id = u.id
            where u.id = :user and not u.disabled and (u.administrator or m.role is not null)
            order by lower(w.name), w.slug
            """)
        .param("user", user.value())
        .query((row, _) ->
            new Access(
                user,
                row.getString("email"),
                new WorkspaceId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                role(row)))
        .list();
  }

  List<WorkspaceView> of(UserId user) {
    return jdbc.sql(
            """
            select w.id, w.slug, w.name, u.administrator, m.role
            from users u
            cross join workspaces w
            left join members m on m.workspace_id = w.id and m.user_id = u.id
            where u.id = :user and not u.disabled and (u.administrator or m.role is not null)
            order by lower(w.name), w.slug
            """)
        .param("user", user.value())
        .query((row, _) ->
            new WorkspaceView(
                new WorkspaceId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                role(row)))
        .list();
  }

  Optional<String> name(WorkspaceId id) {
    return jdbc.sql("select name from workspaces where id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  boolean slugIsTaken(String slug) {
    return jdbc.sql("select exists (select from workspaces where slug = :slug)")
        .param("slug", slug)
        .query(Boolean.class)
        .single();
  }

  void insert(WorkspaceId id, String slug, String name, Instant at) {
    jdbc.sql("insert into workspaces (id, slug, name, created_at) values (:id, :slug, :name, :at)")
        .param("id", id.value())
        .param("slug", slug)
        .param("name", name)
        .param("at", Rows.time(at))
        .update();
  }

  void rename(WorkspaceId id, String name) {
    jdbc.sql("update workspaces set name = :name where id = :id")
        .param("id", id.value())
        .param("name", name)
        .update();
  }

  /** Deletes it with all that is in it, and tells the nodes to drop what they hold in memory. */
  void delete(WorkspaceId id) {
    jdbc.sql("delete from workspaces where id = :id").param("id", id.value()).update();
    jdbc.sql("update definition_changes set counter = counter + 1").update();
  }

  /** An administrator of the server has the rights of an admin everywhere. */
  private static Role role(ResultSet row) throws SQLException {
    return row.getBoolean("administrator") ? Role.ADMIN : Rows.role(row.getString("role"));
  }
}
