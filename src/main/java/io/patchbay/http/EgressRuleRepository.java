package io.patchbay.http;

import io.patchbay.http.EgressRuleView.Source;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what administrators allow calls to reach. */
@Repository
class EgressRuleRepository {

  private final JdbcClient jdbc;

  EgressRuleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<EgressRuleView> list() {
    return jdbc.sql("select * from egress_rules order by rule")
        .query((row, _) ->
            new EgressRuleView(
                row.getObject("id", UUID.class),
                row.getString("rule"),
                row.getString("note"),
                Source.ADMINISTRATOR,
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant()))
        .list();
  }

  void insert(EgressRuleView rule) {
    jdbc.sql(
            """
            insert into egress_rules (id, rule, note, created_by, created_at)
            values (:id, :rule, :note, :actor, :at)
            """)
        .param("id", rule.id())
        .param("rule", rule.rule())
        .param("note", rule.note())
        .param("actor", rule.createdBy())
        .param("at", rule.createdAt() == null ? null : Timestamp.from(rule.createdAt()))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from egress_rules where id = ?").param(id).update();
  }
}
