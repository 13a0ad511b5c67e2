package io.patchbay.http;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Credential;
import io.patchbay.credential.Secret;
import io.patchbay.credential.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what people consented to, the tokens of it encrypted. */
@Repository
class OAuthGrantRepository {

  private static final String TABLE = "oauth_grants";

  private final JdbcClient jdbc;
  private final Vault vault;

  OAuthGrantRepository(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  Optional<Row> find(UUID credential) {
    return jdbc.sql("select * from oauth_grants where credential_id = ?")
        .param(credential)
        .query((row, _) -> row(row))
        .optional();
  }

  /** Writes a new consent over whatever was there. */
  void put(Credential credential, String terms, Grant grant, String actor, Instant now) {
    var access = grant.accessToken();
    jdbc.sql(
            """
            insert into oauth_grants (credential_id, workspace_id, credential_revision, terms,
              refresh_token, access_token, access_obtained_at, access_expires_at, scopes, state,
              connected_by, connected_at, changed_at)
            values (:credential, :workspace, :revision, :terms, :refreshToken, :accessToken,
              :obtainedAt, :expiresAt, :scopes, 'connected', :actor, :now, :now)
            on conflict (credential_id) do update
              set credential_revision = excluded.credential_revision, terms = excluded.terms,
                refresh_token = excluded.refresh_token, access_token = excluded.access_token,
                access_obtained_at = excluded.access_obtained_at,
                access_expires_at = excluded.access_expires_at, scopes = excluded.scopes,
                state = 'connected', reason = null, renewing_since = null,
                connected_by = excluded.connected_by, connected_at = excluded.connected_at,
                changed_at = excluded.changed_at
            """)
        .param("credential", credential.id())
        .param("workspace", credential.workspace().value())
        .param("revision", credential.revision())
        .param("terms", terms)
        .param("refreshToken", encrypt(credential, "refresh_token", grant.refreshToken()))
        .param(
            "accessToken",
            encrypt(credential, "access_token", access == null ? null : access.token()))
        .param("obtainedAt", timestamp(access == null ? null : access.obtainedAt()))
        .param("expiresAt", timestamp(access == null ? null : access.expiresAt()))
        .param("scopes", String.join(" ", grant.scopes()))
        .param("actor", actor)
        .param("now", Timestamp.from(now))
        .update();
  }

  void renewing(UUID credential, Instant now) {
    jdbc.sql(
            "update oauth_grants set renewing_since = coalesce(renewing_since, ?) where credential_id = ?")
        .params(Timestamp.from(now), credential)
        .update();
  }

  /**
   * Writes down what a renewal brought.
   *
   * @param refreshToken absent when the one that was used stays
   * @param scopes absent when they stay
   * @return whether the renewal that began is still that of this consent
   */
  boolean renewed(
      Credential credential,
      @Nullable Secret refreshToken,
      @Nullable List<String> scopes,
      Instant now) {
    return jdbc.sql(
                """
                update oauth_grants
                set refresh_token = coalesce(:refreshToken, refresh_token),
                  scopes = coalesce(:scopes, scopes), renewing_since = null, changed_at = :now
                where credential_id = :credential and renewing_since is not null
                """)
            .param("refreshToken", encrypt(credential, "refresh_token", refreshToken))
            .param("scopes", scopes == null ? null : String.join(" ", scopes))
            .param("now", Timestamp.from(now))
            .param("credential", credential.id())
            .update()
        == 1;
  }

  /** The tokens go, too: they are of no use any more. */
  boolean lose(UUID credential, String reason, Instant now) {
    return jdbc.sql(
                """
                update oauth_grants
                set state = 'signInAgain', reason = :reason, refresh_token = null,
                  access_token = null, renewing_since = null, changed_at = :now
                where credential_id = :credential and state = 'connected'
                """)
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .param("credential", credential)
            .update()
        == 1;
  }

  /** As {@link #lose}, if the renewal that began is still that of this consent. */
  boolean loseRenewing(UUID credential, String reason, Instant now) {
    return jdbc.sql(
                """
                update oauth_grants
                set state = 'signInAgain', reason = :reason, refresh_token = null,
                  access_token = null, renewing_since = null, changed_at = :now
                where credential_id = :credential and state = 'connected'
                  and renewing_since is not null
                """)
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .param("credential", credential)
            .update()
        == 1;
  }

  boolean delete(UUID credential) {
    return jdbc.sql("delete from oauth_grants where credential_id = ?").param(credential).update()
        == 1;
  }

  private byte @Nullable [] encrypt(Credential credential, String column, @Nullable Secret secret) {
    return secret == null
        ? null
        : vault.encrypt(
            credential.workspace(),
            TABLE,
            column,
            credential.id(),
            secret.reveal().getBytes(StandardCharsets.UTF_8));
  }

  private Row row(ResultSet row) throws SQLException {
    var refreshToken = decrypt(row, "refresh_token");
    var accessToken = decrypt(row, "access_token");
    var obtainedAt = instant(row, "access_obtained_at");
    var scopes = row.getString("scopes");
    return new Row(
        row.getString("terms"),
        row.getString("state").equals("connected"),
        row.getString("reason"),
        new Grant(
            refreshToken,
            accessToken == null || obtainedAt == null
                ? null
                : new Grant.Issued(accessToken, obtainedAt, instant(row, "access_expires_at")),
            scopes.isEmpty() ? List.of() : Arrays.asList(scopes.split(" ")),
            row.getTimestamp("renewing_since") != null),
        row.getString("connected_by"),
        row.getTimestamp("connected_at").toInstant());
  }

  private @Nullable Secret decrypt(ResultSet row, String column) throws SQLException {
    var encrypted = row.getBytes(column);
    if (encrypted == null) {
      return null;
    }
    var workspace = new WorkspaceId(row.getObject("workspace_id", UUID.class));
    var id = row.getObject("credential_id", UUID.class);
    return Secret.of(
        new String(vault.decrypt(workspace, TABLE, column, id, encrypted), StandardCharsets.UTF_8));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** A consent as stored, decrypted. */
  record Row(
      String terms,
      boolean isConnected,
      @Nullable String reason,
      Grant grant,
      String connectedBy,
      Instant connectedAt) {}
}
