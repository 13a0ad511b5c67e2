package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps certificates, their private keys encrypted by the vault. */
@Repository
class CertificateRepository {

  private final JdbcClient jdbc;
  private final Vault vault;

  CertificateRepository(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** All, in order of name. */
  List<Row> list(WorkspaceId workspace) {
    return jdbc.sql("select * from certificates where workspace_id = ? order by lower(name), name")
        .param(workspace.value())
        .query((row, _) -> row(workspace, row))
        .list();
  }

  Optional<Row> find(WorkspaceId workspace, String name) {
    return jdbc.sql("select * from certificates where workspace_id = ? and name = ?")
        .params(workspace.value(), name)
        .query((row, _) -> row(workspace, row))
        .optional();
  }

  void insert(
      UUID id, WorkspaceId workspace, String name, KeyPack pack, String actor, Instant now) {
    jdbc.sql(
            """
            insert into certificates (id, workspace_id, name, use, chain, private_key,
              created_at, updated_at, updated_by)
            values (:id, :workspace, :name, :use, :chain, :key, :now, :now, :actor)
            """)
        .param("id", id)
        .param("workspace", workspace.value())
        .param("name", name)
        .param("use", pack.use().word())
        .param("chain", PemText.write(pack.chain()))
        .param("key", encrypt(workspace, id, pack))
        .param("now", Timestamp.from(now))
        .param("actor", actor)
        .update();
    countChange();
  }

  /** Replaces what is stored under the id; the revision grows. */
  void update(UUID id, WorkspaceId workspace, KeyPack pack, String actor, Instant now) {
    jdbc.sql(
            """
            update certificates
            set use = :use, chain = :chain, private_key = :key, revision = revision + 1,
              updated_at = :now, updated_by = :actor
            where id = :id
            """)
        .param("use", pack.use().word())
        .param("chain", PemText.write(pack.chain()))
        .param("key", encrypt(workspace, id, pack))
        .param("now", Timestamp.from(now))
        .param("actor", actor)
        .param("id", id)
        .update();
    countChange();
  }

  void delete(UUID id) {
    jdbc.sql("delete from certificates where id = ?").param(id).update();
    countChange();
  }

  /** Credentials whose token endpoint is shown the certificate. */
  List<String> credentialsWith(WorkspaceId workspace, String certificate) {
    return jdbc.sql(
            """
            select name from credentials
            where workspace_id = ? and settings::json->>'certificate' = ?
            order by lower(name), name
            """)
        .params(workspace.value(), certificate)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private void countChange() {
    jdbc.sql("update definition_changes set counter = counter + 1").update();
  }

  private byte @Nullable [] encrypt(WorkspaceId workspace, UUID id, KeyPack pack) {
    var key = pack.key();
    return key == null
        ? null
        : vault.encrypt(workspace, "certificates", "private_key", id, key.getEncoded());
  }

  private static Row row(WorkspaceId workspace, ResultSet row) throws SQLException {
    var key = row.getBytes("private_key");
    return new Row(
        workspace,
        row.getObject("id", UUID.class),
        row.getString("name"),
        key == null ? CertificateUse.AUTHORITY : CertificateUse.CLIENT,
        PemText.read(row.getString("chain")),
        key == null ? null : new Ciphertext(key),
        row.getLong("revision"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getString("updated_by"));
  }

  /** A certificate as stored. */
  record Row(
      WorkspaceId workspace,
      UUID id,
      String name,
      CertificateUse use,
      List<X509Certificate> chain,
      @Nullable Ciphertext key,
      long revision,
      Instant createdAt,
      Instant updatedAt,
      String updatedBy) {

    Certificate open(Vault vault) {
      var opened =
          key == null
              ? null
              : PrivateKeys.ofStored(
                  vault.decrypt(workspace, "certificates", "private_key", id, key.bytes()));
      return new Certificate(id, workspace, name, revision, chain, opened);
    }
  }
}
