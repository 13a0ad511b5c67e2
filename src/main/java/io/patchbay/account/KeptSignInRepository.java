package io.patchbay.account;

import io.patchbay.common.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code kept_sign_ins}. */
@Repository
class KeptSignInRepository {

  private final JdbcClient jdbc;

  KeptSignInRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(byte[] tokenHash, UserId user, Instant at, Instant expiresAt) {
    jdbc.sql(
            """
            insert into kept_sign_ins (token_hash, user_id, created_at, expires_at)
            values (:hash, :user, :at, :expires)
            """)
        .param("hash", tokenHash)
        .param("user", user.value())
        .param("at", Rows.time(at))
        .param("expires", Rows.time(expiresAt))
        .update();
  }

  Optional<UserId> user(byte[] tokenHash, Instant now) {
    return jdbc.sql(
            "select user_id from kept_sign_ins where token_hash = :hash and expires_at > :now")
        .param("hash", tokenHash)
        .param("now", Rows.time(now))
        .query((row, _) -> new UserId(row.getObject("user_id", UUID.class)))
        .optional();
  }

  void delete(byte[] tokenHash) {
    jdbc.sql("delete from kept_sign_ins where token_hash = :hash")
        .param("hash", tokenHash)
        .update();
  }

  void deleteAllOf(UserId user) {
    jdbc.sql("delete from kept_sign_ins where user_id = :user")
        .param("user", user.value())
        .update();
  }

  void deleteExpired(Instant now) {
    jdbc.sql("delete from kept_sign_ins where expires_at <= :now")
        .param("now", Rows.time(now))
        .update();
  }
}
