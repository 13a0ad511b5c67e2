package io.patchbay.flow;

import io.patchbay.api.Verb;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for flows, their versions, and the index of what they call. */
@Repository
class FlowRepository {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  FlowRepository(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  List<FlowSummary> list(WorkspaceId workspace, @Nullable String q) {
    String text = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    return jdbc.sql(
            """
            select * from flows
             where workspace_id = :workspace
               and (:q = '' or lower(name || ' ' || slug || ' ' || draft) like :pattern)
             order by lower(name), slug
            """)
        .param("workspace", workspace.value())
        .param("q", text)
        .param(
            "pattern",
            "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        .query((row, _) -> summary(draft(row)))
        .list();
  }

  Optional<FlowDraft> find(WorkspaceId workspace, String slug) {
    return jdbc.sql("select * from flows where workspace_id = ? and slug = ?")
        .param(workspace.value())
        .param(slug)
        .query((row, _) -> draft(row))
        .optional();
  }

  /** As {@link #find}, with the row locked until the transaction ends. */
  Optional<FlowDraft> lock(WorkspaceId workspace, String slug) {
    return jdbc.sql("select * from flows where workspace_id = ? and slug = ? for update")
        .param(workspace.value())
        .param(slug)
        .query((row, _) -> draft(row))
        .optional();
  }

  void insert(FlowId id, WorkspaceId workspace, String slug, Flow flow, String actor) {
    jdbc.sql(
            """
            insert into flows (id, workspace_id, slug, name, draft, updated_by)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id.value(), workspace.value(), slug, flow.name(), Json.write(flow), actor)
        .update();
    index(workspace, id, false, flow);
  }

  void updateDraft(FlowId id, WorkspaceId workspace, Flow flow, String actor) {
    jdbc.sql(
            """
            update flows
               set name = ?, draft = ?, draft_revision = draft_revision + 1, updated_at = now(), updated_by = ?
             where id = ?
            """)
        .params(flow.name(), Json.write(flow), actor, id.value())
        .update();
    index(workspace, id, false, flow);
  }

  void delete(FlowId id) {
    jdbc.sql("delete from flows where id = ?").param(id.value()).update();
  }

  int publish(FlowId id, WorkspaceId workspace, Flow flow, @Nullable String note, String actor) {
    int version =
        jdbc.sql("select coalesce(max(version), 0) + 1 from flow_versions where flow_id = ?")
            .param(id.value())
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            insert into flow_versions (flow_id, version, document, note, published_by)
            values (?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(version)
        .param(Json.write(flow))
        .param(note)
        .param(actor)
        .update();
    jdbc.sql("update flows set live_version = ?, live_revision = draft_revision where id = ?")
        .params(version, id.value())
        .update();
    index(workspace, id, true, flow);
    return version;
  }

  void unpublish(FlowId id) {
    jdbc.sql("update flows set live_version = null, live_revision = null where id = ?")
        .param(id.value())
        .update();
    jdbc.sql("delete from webhook_routes where flow_id = ?").param(id.value()).update();
    jdbc.sql("delete from api_uses where flow_id = ? and live").param(id.value()).update();
  }

  List<FlowVersion> versions(FlowId id) {
    return jdbc.sql(
            """
            select v.*, v.version = f.live_version as live
              from flow_versions v join flows f on f.id = v.flow_id
             where v.flow_id = ?
             order by v.version desc
            """)
        .param(id.value())
        .query((row, _) -> version(row))
        .list();
  }

  Optional<Flow> version(FlowId id, int version) {
    return jdbc.sql("select document from flow_versions where flow_id = ? and version = ?")
        .params(id.value(), version)
        .query(String.class)
        .optional()
        .map(document -> Json.readDocument(document, Flow.class));
  }

  /** The flow of another owner that takes the same requests, if there is one. */
  Optional<String> takenBy(WorkspaceId workspace, String shape, Verb verb, FlowId except) {
    return jdbc.sql(
            """
            select f.name from webhook_routes r join flows f on f.id = r.flow_id
             where r.workspace_id = ? and r.shape = ? and r.verb = ? and r.flow_id <> ?
            """)
        .params(workspace.value(), shape, verb.name(), except.value())
        .query(String.class)
        .optional();
  }

  void replaceRoutes(WorkspaceId workspace, FlowId id, Flow flow) {
    jdbc.sql("delete from webhook_routes where flow_id = ?").param(id.value()).update();
    for (Trigger trigger : flow.triggers()) {
      if (trigger instanceof Trigger.Webhook hook) {
        for (Verb verb : hook.verbs()) {
          jdbc.sql(
                  """
                  insert into webhook_routes (workspace_id, shape, verb, path, flow_id, trigger_id)
                  values (?, ?, ?, ?, ?, ?)
                  """)
              .params(
                  workspace.value(),
                  WebhookPath.shape(hook.path()),
                  verb.name(),
                  hook.path(),
                  id.value(),
                  hook.id())
              .update();
        }
      }
    }
  }

  List<WebhookRoute> routes() {
    return jdbc.sql(
            """
            select r.*, w.slug as workspace_slug
              from webhook_routes r join workspaces w on w.id = r.workspace_id
             order by w.slug, r.path, r.verb
            """)
        .query((row, _) ->
            new WebhookRoute(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getString("workspace_slug"),
                row.getString("path"),
                Verb.valueOf(row.getString("verb")),
                new FlowId(row.getObject("flow_id", UUID.class)),
                row.getString("trigger_id")))
        .list();
  }

  Optional<PublishedFlow> live(FlowId id) {
    return jdbc.sql(
            """
            select f.*, w.slug as workspace_slug, v.document
              from flows f
              join workspaces w on w.id = f.workspace_id
              join flow_versions v on v.flow_id = f.id and v.version = f.live_version
             where f.id = ?
            """)
        .param(id.value())
        .query((row, _) ->
            new PublishedFlow(
                id,
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getString("workspace_slug"),
                row.getString("slug"),
                row.getInt("live_version"),
                Json.readDocument(row.getString("document"), Flow.class)))
        .optional();
  }

  /** The triggers of drafts and live versions that name the environment, with their flows. */
  List<String> naming(WorkspaceId workspace, String environment) {
    return jdbc.sql(
            """
            select distinct t.trigger->>'kind' as kind, t.trigger->>'id' as id, f.name
              from flows f
              left join flow_versions v on v.flow_id = f.id and v.version = f.live_version
              cross join lateral (
                select json_array_elements(coalesce(f.draft::json->'triggers', '[]'::json)) as trigger
                 union all
                select json_array_elements(coalesce(v.document::json->'triggers', '[]'::json))) t
             where f.workspace_id = :workspace and t.trigger->>'environment' = :environment
             order by f.name, id
            """)
        .param("workspace", workspace.value())
        .param("environment", environment)
        .query((row, _) ->
            "%s '%s' of flow '%s'"
                .formatted(row.getString("kind"), row.getString("id"), row.getString("name")))
        .list();
  }

  private void index(WorkspaceId workspace, FlowId id, boolean live, Flow flow) {
    jdbc.sql("delete from api_uses where flow_id = ? and live = ?")
        .params(id.value(), live)
        .update();
    List<@Nullable Object[]> rows =
        flow.steps().stream()
            .filter(CallStep.class::isInstance)
            .map(CallStep.class::cast)
            .filter(call -> !call.api().isEmpty())
            .collect(
                Collectors.toMap(
                    CallStep::id, call -> call, (first, _) -> first, LinkedHashMap::new))
            .values()
            .stream()
            .map(call ->
                new @Nullable Object[] {
                  workspace.value(),
                  id.value(),
                  live,
                  call.id(),
                  call.api(),
                  call.method(),
                  call.version()
                })
            .toList();
    batch.batchUpdate(
        """
        insert into api_uses (workspace_id, flow_id, live, step_id, api_slug, method, version)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  /** Flows with a step that shows the certificate, in their draft or live version. */
  List<String> flowsWithCertificate(WorkspaceId workspace, String certificate) {
    return jdbc.sql(
            """
            select f.slug from flows f
             where f.workspace_id = :workspace
               and exists (select 1 from
                     (select f.draft as document
                      union all
                      select v.document from flow_versions v
                       where v.flow_id = f.id and v.version = f.live_version) d
                    where d.document like '%"clientCertificate"%'
                      and jsonb_path_exists(d.document::jsonb,
                            '$.steps[*] ? (@.kind == "clientCertificate").certificate ? (@ == $name)',
                            jsonb_build_object('name', :name)))
             order by f.slug
            """)
        .param("workspace", workspace.value())
        .param("name", certificate)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static FlowDraft draft(ResultSet row) throws SQLException {
    Integer liveVersion = row.getObject("live_version", Integer.class);
    long revision = row.getLong("draft_revision");
    Long liveRevision = row.getObject("live_revision", Long.class);
    return new FlowDraft(
        new FlowId(row.getObject("id", UUID.class)),
        row.getString("slug"),
        Json.readDocument(row.getString("draft"), Flow.class),
        revision,
        liveVersion,
        liveRevision == null || liveRevision != revision,
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"));
  }

  private static FlowSummary summary(FlowDraft draft) {
    return new FlowSummary(
        draft.id(),
        draft.slug(),
        draft.flow().name(),
        draft.flow().triggers(),
        (int) draft.flow().steps().stream().filter(ActiveStep.class::isInstance).count(),
        draft.liveVersion(),
        draft.changed(),
        draft.updatedAt(),
        draft.updatedBy());
  }

  private static FlowVersion version(ResultSet row) throws SQLException {
    return new FlowVersion(
        row.getInt("version"),
        row.getString("note"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        row.getBoolean("live"));
  }
}
