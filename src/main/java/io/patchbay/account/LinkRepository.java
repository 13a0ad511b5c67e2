package io.patchbay.account;

import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code one_time_links}. */
@Repository
class LinkRepository {

  private final JdbcClient jdbc;

  LinkRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an address is for. */
  enum Purpose {
    SETUP,
    INVITATION,
    PASSWORD
  }

  /** A link; e-mail, workspace and role belong to invitations, the user to new passwords. */
  record Link(
      UUID id,
      Purpose purpose,
      @Nullable String email,
      @Nullable WorkspaceId workspace,
      @Nullable Role role,
      @Nullable UserId user,
      String createdBy,
      Instant expiresAt) {}

  void insert(Link link, byte[] tokenHash, Instant now) {
    jdbc.sql(
            """
            insert into one_time_links
              (id, token_hash, purpose, email, workspace_id, role, user_id, created_by, created_at, expires_at)
            values (:id, :hash, :purpose, :email, :workspace, :role, :user, :by, :now, :expires)
            """)
        .param("id", link.id)
        .param("hash", tokenHash)
        .param("purpose", link.purpose.name().toLowerCase(Locale.ROOT))
        .param("email", link.email)
        .param("workspace", link.workspace == null ? null : link.workspace.value())
        .param("role", link.role == null ? null : link.role.word())
        .param("user", link.user == null ? null : link.user.value())
        .param("by", link.createdBy)
        .param("now", Rows.time(now))
        .param("expires", Rows.time(link.expiresAt))
        .update();
  }

  Optional<Link> open(byte[] tokenHash, Instant now) {
    return jdbc.sql("select * from one_time_links where token_hash = :hash and expires_at > :now")
        .param("hash", tokenHash)
        .param("now", Rows.time(now))
        .query(LinkRepository::link)
        .optional();
  }

  /** Takes the link away, so that of two who come at once one gets it. */
  Optional<Link> take(byte[] tokenHash, Instant now) {
    return jdbc.sql(
            "delete from one_time_links where token_hash = :hash and expires_at > :now returning *")
        .param("hash", tokenHash)
        .param("now", Rows.time(now))
        .query(LinkRepository::link)
        .optional();
  }

  List<Link> invitations(WorkspaceId workspace, Instant now) {
    return jdbc.sql(
            """
            select * from one_time_links
            where workspace_id = :workspace and purpose = 'invitation' and expires_at > :now
            order by id desc
            """)
        .param("workspace", workspace.value())
        .param("now", Rows.time(now))
        .query(LinkRepository::link)
        .list();
  }

  boolean deleteInvitation(WorkspaceId workspace, UUID id) {
    return jdbc.sql("delete from one_time_links where workspace_id = :workspace and id = :id")
            .param("workspace", workspace.value())
            .param("id", id)
            .update()
        > 0;
  }

  void deleteInvitation(WorkspaceId workspace, String email) {
    jdbc.sql(
            """
            delete from one_time_links
            where workspace_id = :workspace and lower(email) = lower(:email)
            """)
        .param("workspace", workspace.value())
        .param("email", email)
        .update();
  }

  void deleteAllFor(UserId user) {
    jdbc.sql("delete from one_time_links where user_id = :user")
        .param("user", user.value())
        .update();
  }

  void deleteSetUps() {
    jdbc.sql("delete from one_time_links where purpose = 'setup'").update();
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    var workspace = row.getObject("workspace_id", UUID.class);
    var role = row.getString("role");
    var user = row.getObject("user_id", UUID.class);
    return new Link(
        row.getObject("id", UUID.class),
        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        row.getString("email"),
        workspace == null ? null : new WorkspaceId(workspace),
        role == null ? null : Rows.role(role),
        user == null ? null : new UserId(user),
        row.getString("created_by"),
        Rows.instant(row.getObject("expires_at", OffsetDateTime.class)));
  }
}
