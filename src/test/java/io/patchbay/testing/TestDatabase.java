package io.patchbay.testing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database with all migrations applied, for one test class: {@code private static final
 * TestDatabase database = TestDatabase.fresh();}. One PostgreSQL serves the whole JVM; a database
 * takes some 50 ms, because it is a copy.
 */
public record TestDatabase(String jdbcUrl, String user, String password) {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  public static TestDatabase fresh() {
    var server = TestPostgres.instance();
    var name = "test_" + COUNTER.incrementAndGet();
    server.execute("create database " + name + " template " + TestPostgres.TEMPLATE);
    return server.database(name);
  }

  /** Connections without a pool; each is closed by whoever asked for it. */
  public DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource());
  }
}
