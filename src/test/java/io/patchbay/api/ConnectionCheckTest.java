package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Access;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {

  private static final Api PLAIN = Api.of("Bank", "bank", "https://bank.example.com");
  private static final Api OPEN = tls(new Tls(null, List.of(), false, List.of(), null, null, true));

  private final Ids ids = new Ids(InstantSource.system());
  private final List<String> audit = new ArrayList<>();

  @Test
  void onlyAdministratorsSwitchChecksOff() {
    assertThatThrownBy(() -> guard(Access.Role.EDITOR, PLAIN, OPEN))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("Only administrators");
    assertThatThrownBy(() -> guard(Access.Role.EDITOR, null, OPEN))
        .isInstanceOf(ForbiddenException.class);
    assertThat(audit).isEmpty();

    guard(Access.Role.ADMIN, PLAIN, OPEN);
    guard(Access.Role.EDITOR, OPEN, OPEN);
    guard(Access.Role.EDITOR, OPEN, PLAIN);

    assertThat(audit)
        .containsExactly("switched off TLS checks of API", "switched on TLS checks of API");
  }

  @Test
  void saysWhatIsWrongWithAConnection() {
    assertThat(where(tls(new Tls(null, List.of(), true, List.of("abc"), "TLSv1.1", "a b", false))))
        .containsExactly("tls.authorities", "tls.pins[0]", "tls.minVersion", "tls.serverName");
    assertThat(where(proxy("https://proxy.example.com"))).containsExactly("proxy.url");
    assertThat(where(proxy("http://ada:secret@proxy:3128"))).containsExactly("proxy.url");
    assertThat(where(proxy("proxy:3128"))).containsExactly("proxy.url");
    assertThat(where(proxy("http://proxy.example.com:3128"))).isEmpty();
    assertThat(where(proxy(""))).isEmpty();
    assertThat(
            where(
                tls(
                    new Tls(
                        "mine",
                        List.of("ca"),
                        true,
                        List.of("sha256/82ElXNoZHDmsref0NGeGvx9nv+X4YQSRHVbaAgI7zRg="),
                        "TLSv1.3",
                        "api.example.com",
                        false))))
        .isEmpty();
  }

  private void guard(Access.Role role, Api before, Api after) {
    var access =
        new Access(new UserId(ids.next()), "ada", new WorkspaceId(ids.next()), "team", role);
    TrustAll.guard(access, (_, action, _, _) -> audit.add(action), "bank", before, after);
  }

  private static List<String> where(Api api) {
    return ApiCheck.problems(api).stream().map(Problem::where).toList();
  }

  private static Api tls(Tls tls) {
    return PLAIN.with(parts -> parts.tls = tls);
  }

  private static Api proxy(String url) {
    return PLAIN.with(parts -> parts.proxy = new Proxy(url, null, List.of()));
  }
}
