package io.patchbay.account;

import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code members}. */
@Repository
class MemberRepository {

  private final JdbcClient jdbc;

  MemberRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<MemberView> of(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select u.id, u.email, u.name, m.role, m.created_at
            from members m join users u on u.id = m.user_id
            where m.workspace_id = :workspace
            order by lower(u.email)
            """)
        .param("workspace", workspace.value())
        .query((row, _) ->
            new MemberView(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Rows.role(row.getString("role")),
                Rows.instant(row.getObject("created_at", OffsetDateTime.class))))
        .list();
  }

  /** The members with all rights; they keep these until the transaction ends. */
  List<UserId> lockAdmins(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select user_id from members
            where workspace_id = :workspace and role = 'admin'
            order by user_id for update
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> new UserId(row.getObject("user_id", UUID.class)))
        .list();
  }

  /** Adds the user, or gives a member the new role. */
  void put(WorkspaceId workspace, UserId user, Role role, Instant at) {
    jdbc.sql(
            """
            insert into members (workspace_id, user_id, role, created_at)
            values (:workspace, :user, :role, :at)
            on conflict (workspace_id, user_id) do update set role = excluded.role
            """)
        .param("workspace", workspace.value())
        .param("user", user.value())
        .param("role", role.word())
        .param("at", Rows.time(at))
        .update();
  }

  void delete(WorkspaceId workspace, UserId user) {
    jdbc.sql("delete from members where workspace_id = :workspace and user_id = :user")
        .param("workspace", workspace.value())
        .param("user", user.value())
        .update();
  }
}
