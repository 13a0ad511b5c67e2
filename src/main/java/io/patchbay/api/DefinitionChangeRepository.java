package io.patchbay.api;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counter of definition changes in the database. */
@Repository
class DefinitionChangeRepository {

  private final JdbcClient jdbc;

  DefinitionChangeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long read() {
    return jdbc.sql("select counter from definition_changes").query(Long.class).single();
  }

  long increment() {
    return jdbc.sql("update definition_changes set counter = counter + 1 returning counter")
        .query(Long.class)
        .single();
  }
}
