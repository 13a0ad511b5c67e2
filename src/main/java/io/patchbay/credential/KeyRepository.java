package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the check values of master keys and the wrapped data keys. */
@Repository
class KeyRepository {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  KeyRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Does it in a transaction of its own while no other node can do the same. */
  <T> T alone(Supplier<T> deed) {
    return transaction.execute(_ -> {
      jdbc.sql("lock table key_checks in exclusive mode").update();
      return deed.get();
    });
  }

  /** All check values by the id of their master key. */
  Map<String, byte[]> checkValues() {
    var values = new LinkedHashMap<String, byte[]>();
    jdbc.sql("select key_id, check_value from key_checks order by created_at")
        .query(row -> {
          values.put(row.getString("key_id"), row.getBytes("check_value"));
        });
    return values;
  }

  void insertCheckValue(MasterKey key) {
    jdbc.sql("insert into key_checks (key_id, check_value) values (?, ?)")
        .params(key.id(), key.checkValue())
        .update();
  }

  Optional<DataKeyRow> newestDataKey(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select id, key_id, wrapped from data_keys where workspace_id = ?
            order by created_at desc, id desc limit 1
            """)
        .param(workspace.value())
        .query(KeyRepository::dataKeyRow)
        .optional();
  }

  Optional<DataKeyRow> dataKey(WorkspaceId workspace, UUID id) {
    return jdbc.sql("select id, key_id, wrapped from data_keys where workspace_id = ? and id = ?")
        .params(workspace.value(), id)
        .query(KeyRepository::dataKeyRow)
        .optional();
  }

  void insertDataKey(WorkspaceId workspace, DataKeyRow row) {
    jdbc.sql("insert into data_keys (id, workspace_id, key_id, wrapped) values (?, ?, ?, ?)")
        .params(row.id(), workspace.value(), row.keyId(), row.wrapped().bytes())
        .update();
  }

  private static DataKeyRow dataKeyRow(ResultSet row, int number) throws SQLException {
    return new DataKeyRow(
        row.getObject("id", UUID.class),
        row.getString("key_id"),
        new Ciphertext(row.getBytes("wrapped")));
  }

  /** A data key as stored: encrypted by the master key of that id. */
  record DataKeyRow(UUID id, String keyId, Ciphertext wrapped) {}
}
