package io.patchbay.account;

import io.patchbay.common.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code audit_entries}: rows are added and read, never changed. */
@Repository
class AuditRepository {

  private final JdbcClient jdbc;

  AuditRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(@Nullable WorkspaceId workspace, AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entries (id, workspace_id, at, actor, action, subject, detail)
            values (:id, :workspace, :at, :actor, :action, :subject, :detail)
            """)
        .param("id", entry.id())
        .param("workspace", workspace == null ? null : workspace.value())
        .param("at", Rows.time(entry.at()))
        .param("actor", entry.actor())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("detail", entry.detail())
        .update();
  }

  /** Whether the same was noted of the same user since then. */
  boolean has(WorkspaceId workspace, String actor, String action, String subject, Instant since) {
    return jdbc.sql(
            """
            select exists (
              select 1 from (select * from audit_entries where workspace_id = ? order by id desc limit 200) latest
               where at > ? and actor = ? and action = ? and subject = ?)
            """)
        .params(workspace.value(), Rows.time(since), actor, action, subject)
        .query(Boolean.class)
        .single();
  }

  /**
   * The latest first, those older than {@code before} when it is given.
   *
   * @param withServer whether changes of the server itself are among them
   */
  List<AuditEntry> of(WorkspaceId workspace, boolean withServer, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from audit_entries
            where (workspace_id = :workspace or (:withServer and workspace_id is null))
              and (cast(:before as uuid) is null or id < cast(:before as uuid))
            order by id desc limit :limit
            """)
        .param("workspace", workspace.value())
        .param("withServer", withServer)
        .param("before", before)
        .param("limit", limit)
        .query((row, _) ->
            new AuditEntry(
                row.getObject("id", UUID.class),
                Rows.instant(row.getObject("at", OffsetDateTime.class)),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail")))
        .list();
  }
}
