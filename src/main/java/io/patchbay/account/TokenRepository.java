package io.patchbay.account;

import io.patchbay.common.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code api_tokens}. */
@Repository
class TokenRepository {

  private final JdbcClient jdbc;

  TokenRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose token it is; {@code useIsNews} when its last use was long enough ago to be noted. */
  record Owner(UUID token, UserId user, boolean useIsNews) {}

  void insert(UUID id, UserId user, String name, byte[] hash, Instant at) {
    jdbc.sql(
            """
            insert into api_tokens (id, user_id, name, token_hash, created_at)
            values (:id, :user, :name, :hash, :at)
            """)
        .param("id", id)
        .param("user", user.value())
        .param("name", name)
        .param("hash", hash)
        .param("at", Rows.time(at))
        .update();
  }

  List<TokenView> of(UserId user) {
    return jdbc.sql("select * from api_tokens where user_id = :user order by id desc")
        .param("user", user.value())
        .query((row, _) ->
            new TokenView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Rows.instant(row.getObject("created_at", OffsetDateTime.class)),
                Rows.optionalInstant(row.getObject("last_used_at", OffsetDateTime.class))))
        .list();
  }

  int count(UserId user) {
    return jdbc.sql("select count(*) from api_tokens where user_id = :user")
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }

  Optional<Owner> owner(byte[] hash, Instant notedBefore) {
    return jdbc.sql(
            """
            select t.id, t.user_id, coalesce(t.last_used_at < :before, true) as news
            from api_tokens t join users u on u.id = t.user_id and not u.disabled
            where t.token_hash = :hash
            """)
        .param("hash", hash)
        .param("before", Rows.time(notedBefore))
        .query((row, _) ->
            new Owner(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getBoolean("news")))
        .optional();
  }

  void setUsed(UUID id, Instant at) {
    jdbc.sql("update api_tokens set last_used_at = :at where id = :id")
        .param("id", id)
        .param("at", Rows.time(at))
        .update();
  }

  boolean delete(UserId user, UUID id) {
    return jdbc.sql("delete from api_tokens where id = :id and user_id = :user")
            .param("id", id)
            .param("user", user.value())
            .update()
        > 0;
  }
}
