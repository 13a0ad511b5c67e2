package io.patchbay.http;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Secret;
import io.patchbay.credential.Vault;
import io.patchbay.http.TokenReply.Granted;
import io.patchbay.http.TokenReply.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the tokens that all nodes share, encrypted, and who may ask for the next one. */
@Repository
class OAuthTokenRepository {

  private static final String COLUMNS =
      """
      select t.*, c.name as credential from oauth_tokens t
      join credentials c on c.id = t.credential_id and c.revision = t.credential_revision
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  OAuthTokenRepository(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * Takes the right to ask for the next token, for as long as nobody else has it.
   *
   * @return the row as it is; empty when another node has the right
   */
  Optional<Row> lease(TokenSource source, UUID newId, String node, Duration time) {
    return jdbc.sql(
            """
            insert into oauth_tokens (id, workspace_id, credential_id, credential_revision,
              cache_key, token_url, client_id, grant_type, scopes, leased_by, leased_until)
            values (:id, :workspace, :credential, :revision, :key, :tokenUrl, :client, :grant,
              :scopes, :node, now() + make_interval(secs => :seconds))
            on conflict (cache_key) do update
              set leased_by = excluded.leased_by, leased_until = excluded.leased_until
              where oauth_tokens.leased_until is null or oauth_tokens.leased_until < now()
            returning *, '' as credential
            """)
        .param("id", newId)
        .param("workspace", source.credential().workspace().value())
        .param("credential", source.credential().id())
        .param("revision", source.credential().revision())
        .param("key", source.cacheKey())
        .param("tokenUrl", source.client().tokenUrl())
        .param("client", source.client().clientId())
        .param("grant", source.grant())
        .param("scopes", String.join(" ", source.scopes()))
        .param("node", node)
        .param("seconds", time.toSeconds())
        .query((row, _) -> row(row))
        .optional();
  }

  Optional<Row> find(TokenSource source) {
    return jdbc.sql("select *, '' as credential from oauth_tokens where cache_key = ?")
        .param(source.cacheKey())
        .query((row, _) -> row(row))
        .optional();
  }

  /** Which token of the source there is now; empty when there is none. */
  Optional<Long> version(TokenSource source) {
    return jdbc.sql("select renewals from oauth_tokens where cache_key = ? and token is not null")
        .param(source.cacheKey())
        .query(Long.class)
        .optional();
  }

  Optional<Row> find(WorkspaceId workspace, UUID id) {
    return jdbc.sql(COLUMNS + " where t.workspace_id = ? and t.id = ?")
        .params(workspace.value(), id)
        .query((row, _) -> row(row))
        .optional();
  }

  List<Row> list(WorkspaceId workspace) {
    return jdbc.sql(COLUMNS + " where t.workspace_id = ? order by lower(c.name), t.scopes")
        .param(workspace.value())
        .query((row, _) -> row(row))
        .list();
  }

  /** Stores a new token and gives back the right to ask. */
  void store(
      WorkspaceId workspace,
      UUID id,
      Granted granted,
      Instant obtainedAt,
      @Nullable Instant expiresAt) {
    var plain = granted.accessToken().getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            update oauth_tokens
            set token = :token, obtained_at = :obtainedAt, expires_at = :expiresAt,
              granted_scopes = :granted, renewals = renewals + 1, failures = 0, trouble = null,
              last_error = null, quiet_until = null, leased_by = null, leased_until = null
            where id = :id
            """)
        .param("token", vault.encrypt(workspace, "oauth_tokens", "token", id, plain))
        .param("obtainedAt", Timestamp.from(obtainedAt))
        .param("expiresAt", expiresAt == null ? null : Timestamp.from(expiresAt))
        .param("granted", granted.scopes() == null ? null : String.join(" ", granted.scopes()))
        .param("id", id)
        .update();
  }

  /** Notes why there is no new token and gives back the right to ask. */
  void fail(UUID id, Refused refused, int failures, Instant at, Instant quietUntil) {
    jdbc.sql(
            """
            update oauth_tokens
            set last_error = :error, last_error_at = :at, trouble = :trouble, failures = :failures,
              quiet_until = :quietUntil, leased_by = null, leased_until = null
            where id = :id
            """)
        .param("error", refused.error())
        .param("at", Timestamp.from(at))
        .param("trouble", refused.trouble().word())
        .param("failures", failures)
        .param("quietUntil", Timestamp.from(quietUntil))
        .param("id", id)
        .update();
  }

  void used(TokenSource source, Instant at) {
    jdbc.sql("update oauth_tokens set last_used_at = ? where cache_key = ?")
        .params(Timestamp.from(at), source.cacheKey())
        .update();
  }

  /** Holds the right to ask for longer. */
  void keep(UUID id, String node, Duration time) {
    jdbc.sql(
            """
            update oauth_tokens set leased_until = now() + make_interval(secs => ?)
            where id = ? and leased_by = ?
            """)
        .params(time.toSeconds(), id, node)
        .update();
  }

  void release(UUID id, String node) {
    jdbc.sql(
            "update oauth_tokens set leased_by = null, leased_until = null where id = ? and leased_by = ?")
        .params(id, node)
        .update();
  }

  /** Removes exactly that token: a later one stays. */
  void drop(TokenSource source, long version) {
    jdbc.sql("update oauth_tokens set token = null where cache_key = ? and renewals = ?")
        .params(source.cacheKey(), version)
        .update();
  }

  boolean delete(WorkspaceId workspace, UUID id) {
    return jdbc.sql("delete from oauth_tokens where workspace_id = ? and id = ?")
            .params(workspace.value(), id)
            .update()
        == 1;
  }

  void deleteOf(UUID credential) {
    jdbc.sql("delete from oauth_tokens where credential_id = ?").param(credential).update();
  }

  private Row row(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var encrypted = row.getBytes("token");
    var workspace = new WorkspaceId(row.getObject("workspace_id", UUID.class));
    var granted = row.getString("granted_scopes");
    var trouble = row.getString("trouble");
    return new Row(
        id,
        row.getString("credential"),
        row.getObject("credential_id", UUID.class),
        row.getString("token_url"),
        row.getString("client_id"),
        row.getString("grant_type"),
        words(row.getString("scopes")),
        granted == null ? null : words(granted),
        encrypted == null
            ? null
            : Secret.of(
                new String(
                    vault.decrypt(workspace, "oauth_tokens", "token", id, encrypted),
                    StandardCharsets.UTF_8)),
        instant(row, "obtained_at"),
        instant(row, "expires_at"),
        row.getLong("renewals"),
        instant(row, "last_used_at"),
        row.getString("last_error"),
        instant(row, "last_error_at"),
        trouble == null ? null : TokenTrouble.valueOf(trouble.toUpperCase(Locale.ROOT)),
        row.getInt("failures"),
        instant(row, "quiet_until"));
  }

  private static List<String> words(String scopes) {
    return scopes.isEmpty() ? List.of() : Arrays.asList(scopes.split(" "));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /**
   * A token as stored, decrypted.
   *
   * @param grantedScopes absent when they are those that were asked for
   * @param failures since the last token
   * @param quietUntil before which the endpoint is not asked again
   */
  record Row(
      UUID id,
      String credential,
      UUID credentialId,
      String tokenUrl,
      String clientId,
      String grant,
      List<String> scopes,
      @Nullable List<String> grantedScopes,
      @Nullable Secret token,
      @Nullable Instant obtainedAt,
      @Nullable Instant expiresAt,
      long renewals,
      @Nullable Instant lastUsedAt,
      @Nullable String lastError,
      @Nullable Instant lastErrorAt,
      @Nullable TokenTrouble trouble,
      int failures,
      @Nullable Instant quietUntil) {

    /** The token for calls; empty when there is none. */
    Optional<OAuthToken> open() {
      return token == null || obtainedAt == null
          ? Optional.empty()
          : Optional.of(OAuthToken.of(token.reveal(), obtainedAt, expiresAt, renewals));
    }
  }
}
