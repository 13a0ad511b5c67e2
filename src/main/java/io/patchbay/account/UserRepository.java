package io.patchbay.account;

import io.patchbay.common.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code users}. */
@Repository
class UserRepository {

  private final JdbcClient jdbc;

  UserRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A user with what only signing in needs. */
  record Secrets(UserView user, @Nullable String passwordHash, int sessionsEpoch) {}

  Optional<Secrets> byEmail(String email) {
    return jdbc.sql("select * from users where lower(email) = lower(:email)")
        .param("email", email)
        .query(UserRepository::secrets)
        .optional();
  }

  Optional<Secrets> byId(UserId id) {
    return jdbc.sql("select * from users where id = :id")
        .param("id", id.value())
        .query(UserRepository::secrets)
        .optional();
  }

  List<UserView> all() {
    return jdbc.sql("select * from users order by lower(email)")
        .query((row, _) -> secrets(row, 0).user())
        .list();
  }

  boolean hasAdministrator() {
    return jdbc.sql("select exists (select from users where administrator and not disabled)")
        .query(Boolean.class)
        .single();
  }

  Optional<UserView> firstAdministrator() {
    return jdbc.sql("select * from users where administrator and not disabled order by id limit 1")
        .query((row, _) -> secrets(row, 0).user())
        .optional();
  }

  /** Holds back others who would make the first administrator, until the transaction ends. */
  void lockForFirstAdministrator() {
    jdbc.sql("lock table users in share row exclusive mode").update();
  }

  void insert(UserView user, String passwordHash) {
    jdbc.sql(
            """
            insert into users (id, email, name, password_hash, administrator, created_at)
            values (:id, :email, :name, :hash, :administrator, :at)
            """)
        .param("id", user.id().value())
        .param("email", user.email())
        .param("name", user.name())
        .param("hash", passwordHash)
        .param("administrator", user.administrator())
        .param("at", Rows.time(user.createdAt()))
        .update();
  }

  void setPassword(UserId id, String passwordHash) {
    jdbc.sql(
            """
            update users set password_hash = :hash, sessions_epoch = sessions_epoch + 1
            where id = :id
            """)
        .param("id", id.value())
        .param("hash", passwordHash)
        .update();
  }

  void setDisabled(UserId id, boolean disabled) {
    jdbc.sql("update users set disabled = :disabled where id = :id")
        .param("id", id.value())
        .param("disabled", disabled)
        .update();
  }

  void setSignedIn(UserId id, Instant at) {
    jdbc.sql("update users set signed_in_at = :at where id = :id")
        .param("id", id.value())
        .param("at", Rows.time(at))
        .update();
  }

  private static Secrets secrets(ResultSet row, int number) throws SQLException {
    var user =
        new UserView(
            new UserId(row.getObject("id", UUID.class)),
            row.getString("email"),
            row.getString("name"),
            row.getBoolean("administrator"),
            row.getBoolean("disabled"),
            Rows.instant(row.getObject("created_at", OffsetDateTime.class)),
            Rows.optionalInstant(row.getObject("signed_in_at", OffsetDateTime.class)));
    return new Secrets(user, row.getString("password_hash"), row.getInt("sessions_epoch"));
  }
}
