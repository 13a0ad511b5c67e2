package io.patchbay.run;

import io.patchbay.common.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for when steps ran last. */
@Repository
class LastCallRepository {

  private final JdbcClient jdbc;

  LastCallRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Looks through the newest runs of each flow only, so that a long history costs no more. */
  Map<LastCalls.Place, Instant> of(WorkspaceId workspace, Collection<String> flows, int runs) {
    var found = new HashMap<LastCalls.Place, Instant>();
    jdbc.sql(
            """
            select f.slug, s.step_id, max(s.started_at) as last
              from flows f
              cross join lateral (select r.id from runs r where r.flow_id = f.id order by r.id desc limit :runs) r
              join step_runs s on s.run_id = r.id and s.started_at is not null
             where f.workspace_id = :workspace and f.slug in (:flows)
             group by f.slug, s.step_id
            """)
        .param("workspace", workspace.value())
        .param("flows", flows)
        .param("runs", runs)
        .query(row -> {
          found.put(
              new LastCalls.Place(row.getString("slug"), row.getString("step_id")),
              row.getObject("last", OffsetDateTime.class).toInstant());
        });
    return found;
  }
}
