package io.patchbay.run;

import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which nodes are alive, by the database's clock. */
@Repository
class NodeRepository {

  private static final String INTERRUPTED =
      Json.write(
          Failure.of(
              Failure.Kind.INTERRUPTED,
              "The server stopped",
              "The server stopped while this run was under way."));

  private final JdbcClient jdbc;

  NodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void renew(NodeId node, int seconds) {
    jdbc.sql(
            """
            insert into engine_nodes (id, lease_until) values (?, now() + ? * interval '1 second')
            on conflict (id) do update set lease_until = excluded.lease_until
            """)
        .param(node.value())
        .param(seconds)
        .update();
  }

  void remove(NodeId node) {
    jdbc.sql("delete from engine_nodes where id = ?").param(node.value()).update();
  }

  /** Ends the open runs of nodes that are no more; returns how many. */
  int failRunsOfDeadNodes() {
    int runs =
        jdbc.sql(
                """
                update runs r set state = 'failed', failure = ?, finished_at = now(),
                  duration_us = extract(epoch from now() - started_at) * 1000000
                where state in ('queued', 'running') and not exists
                  (select 1 from engine_nodes n where n.id = r.node and n.lease_until > now())
                """)
            .param(INTERRUPTED)
            .update();
    jdbc.sql("delete from engine_nodes where lease_until < now() - interval '1 minute'").update();
    return runs;
  }
}
