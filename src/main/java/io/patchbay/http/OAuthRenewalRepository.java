package io.patchbay.http;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which node renews with the refresh token of a credential now. */
@Repository
class OAuthRenewalRepository {

  private final JdbcClient jdbc;

  OAuthRenewalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the right to renew.
   *
   * @param holder differs for each renewal, so that two of one node keep out of each other's way
   * @return whether nobody else has it
   */
  boolean lease(UUID credential, String holder, Duration time) {
    return jdbc.sql(
                """
                insert into oauth_renewals (credential_id, leased_by, leased_until)
                values (:credential, :holder, now() + make_interval(secs => :seconds))
                on conflict (credential_id) do update
                  set leased_by = excluded.leased_by, leased_until = excluded.leased_until
                  where oauth_renewals.leased_until is null or oauth_renewals.leased_until < now()
                """)
            .param("credential", credential)
            .param("holder", holder)
            .param("seconds", time.toSeconds())
            .update()
        == 1;
  }

  /** Holds it for longer. */
  void keep(UUID credential, String holder, Duration time) {
    jdbc.sql(
            """
            update oauth_renewals set leased_until = now() + make_interval(secs => ?)
            where credential_id = ? and leased_by = ?
            """)
        .params(time.toSeconds(), credential, holder)
        .update();
  }

  void release(UUID credential, String holder) {
    jdbc.sql(
            "update oauth_renewals set leased_by = null, leased_until = null where credential_id = ? and leased_by = ?")
        .params(credential, holder)
        .update();
  }
}
