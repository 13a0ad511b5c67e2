package io.patchbay.credential;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps credentials, their secrets encrypted by the vault. */
@Repository
class CredentialRepository {

  private final JdbcClient jdbc;
  private final Vault vault;

  CredentialRepository(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Those whose name or kind contains the text, in order of name. */
  List<Row> list(WorkspaceId workspace, @Nullable String text) {
    return jdbc.sql(
            """
            select * from credentials
            where workspace_id = :workspace
              and (position(lower(:text) in lower(name)) > 0
                or position(lower(:text) in lower(kind)) > 0)
            order by lower(name), name
            """)
        .param("workspace", workspace.value())
        .param("text", text == null ? "" : text.strip())
        .query((row, _) -> row(workspace, row))
        .list();
  }

  Optional<Row> find(WorkspaceId workspace, String name) {
    return jdbc.sql("select * from credentials where workspace_id = ? and name = ?")
        .params(workspace.value(), name)
        .query((row, _) -> row(workspace, row))
        .optional();
  }

  void insert(Credential credential, String actor, Instant now) {
    jdbc.sql(
            """
            insert into credentials (id, workspace_id, name, kind, settings, secret, origins,
              created_at, updated_at, updated_by)
            values (:id, :workspace, :name, :kind, :settings, :secret, :origins, :now, :now, :actor)
            """)
        .param("id", credential.id())
        .param("workspace", credential.workspace().value())
        .param("name", credential.name())
        .param("kind", credential.settings().kind())
        .param("settings", Json.write(credential.settings()))
        .param("secret", encrypt(credential))
        .param("origins", texts(credential.origins()))
        .param("now", Timestamp.from(now))
        .param("actor", actor)
        .update();
    countChange();
  }

  /** Writes over the revision before; false when somebody else was faster. */
  boolean update(Credential credential, String actor, Instant now) {
    var updated =
        jdbc.sql(
                """
                update credentials
                set kind = :kind, settings = :settings, secret = :secret, origins = :origins,
                  revision = revision + 1, updated_at = :now, updated_by = :actor,
                  last_failed_at = null, last_failure = null
                where id = :id and revision = :revision
                """)
            .param("kind", credential.settings().kind())
            .param("settings", Json.write(credential.settings()))
            .param("secret", encrypt(credential))
            .param("origins", texts(credential.origins()))
            .param("now", Timestamp.from(now))
            .param("actor", actor)
            .param("id", credential.id())
            .param("revision", credential.revision())
            .update();
    countChange();
    return updated == 1;
  }

  /** Binds one that is not bound yet; false when it is. */
  boolean bind(UUID id, Origin origin) {
    var updated =
        jdbc.sql("update credentials set origins = ? where id = ? and origins = '{}'")
            .params(texts(Set.of(origin)), id)
            .update();
    countChange();
    return updated == 1;
  }

  void delete(UUID id) {
    jdbc.sql("delete from credentials where id = ?").param(id).update();
    countChange();
  }

  void recordUse(UUID id, Instant at) {
    jdbc.sql("update credentials set last_used_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  void recordFailure(UUID id, Instant at, String failure) {
    jdbc.sql("update credentials set last_failed_at = ?, last_failure = ? where id = ?")
        .params(Timestamp.from(at), failure, id)
        .update();
  }

  private void countChange() {
    jdbc.sql("update definition_changes set counter = counter + 1").update();
  }

  private byte[] encrypt(Credential credential) {
    return vault.encrypt(
        credential.workspace(),
        "credentials",
        "secret",
        credential.id(),
        credential.secrets().stored());
  }

  private Row row(WorkspaceId workspace, ResultSet row) throws SQLException {
    return new Row(
        workspace,
        row.getObject("id", UUID.class),
        row.getString("name"),
        Json.readDocument(row.getString("settings"), CredentialSettings.class),
        new Ciphertext(row.getBytes("secret")),
        origins(row.getArray("origins")),
        row.getLong("revision"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getString("updated_by"),
        instant(row, "last_used_at"),
        instant(row, "last_failed_at"),
        row.getString("last_failure"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Set<Origin> origins(Array array) throws SQLException {
    var origins = new LinkedHashSet<Origin>();
    Arrays.stream((String[]) array.getArray()).map(Origin::of).forEach(origins::add);
    return origins;
  }

  private static String[] texts(Set<Origin> origins) {
    return origins.stream().map(Origin::toString).sorted().toArray(String[]::new);
  }

  /** A credential as stored. */
  record Row(
      WorkspaceId workspace,
      UUID id,
      String name,
      CredentialSettings settings,
      Ciphertext secret,
      Set<Origin> origins,
      long revision,
      Instant createdAt,
      Instant updatedAt,
      String updatedBy,
      @Nullable Instant lastUsedAt,
      @Nullable Instant lastFailedAt,
      @Nullable String lastFailure) {

    Credential open(Vault vault) {
      var plain = vault.decrypt(workspace, "credentials", "secret", id, secret.bytes());
      return new Credential(
          id,
          workspace,
          name,
          settings,
          settings.secrets().isEmpty()
              ? Secrets.NONE
              : Secrets.read(plain, settings.secrets().getFirst().name()),
          origins,
          revision);
    }

    CredentialView view(List<String> usedBy, List<String> usedByFlows) {
      return new CredentialView(
          id,
          name,
          settings,
          origins.stream().map(Origin::toString).sorted().toList(),
          usedBy,
          usedByFlows,
          createdAt,
          updatedAt,
          updatedBy,
          lastUsedAt,
          lastFailedAt,
          lastFailure);
    }
  }
}
