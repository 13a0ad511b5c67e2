package io.patchbay.sample;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sample_server}: one row when the sample is on. */
@Repository
class SampleRepository {

  private final JdbcClient jdbc;

  SampleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<byte[]> key() {
    return jdbc.sql("select key from sample_server").query(byte[].class).optional();
  }

  /** Turns the sample on; a key that is there stays. */
  void insert(byte[] key) {
    jdbc.sql("insert into sample_server (key) values (:key) on conflict do nothing")
        .param("key", key)
        .update();
  }
}
