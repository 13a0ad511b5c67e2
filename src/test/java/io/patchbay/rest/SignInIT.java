package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.account.AccountService;
import io.patchbay.account.LinkService;
import io.patchbay.common.Access.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The sign-in form as a browser posts it: sessions, cookies, the way back to where one came from.
 */
@RestTest
class SignInIT {

  private static final String SESSION = "patchbay-session";
  private static final String KEEP = "patchbay-keep";

  @Autowired Team team;
  @Autowired AccountService accounts;
  @Autowired LinkService links;
  @LocalServerPort int port;

  @Test
  void signingInChangesTheSessionAndLeadsBack() {
    var browser = new FormBrowser(port);
    assertThat(browser.get("/sample/flows?q=x").status()).isEqualTo(302);
    var before = browser.cookies.get(SESSION);

    var answer = browser.signIn(RestTest.ADMIN, RestTest.PASSWORD, false);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/sample/flows?q=x");
    assertThat(browser.cookies.get(SESSION)).isNotNull().isNotEqualTo(before);
    assertThat(browser.cookies).doesNotContainKey(KEEP);
    assertThat(browser.isSignedIn()).isTrue();
  }

  @Test
  void aWrongPasswordLeadsBackToTheForm() {
    var browser = new FormBrowser(port);

    var answer = browser.signIn("somebody@example.org", "not the password", false);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/sign-in?wrong");
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void withoutTheTokenOfThePageNobodySignsIn() {
    var form = "email=%s&password=%s".formatted(encode(RestTest.ADMIN), encode(RestTest.PASSWORD));
    var type = Map.of("Content-Type", "application/x-www-form-urlencoded");

    var answer = Caller.nobody(port).send("POST", "/sign-in", form, type);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/sign-in?expired");
  }

  @Test
  void keptSignInsOutliveTheSessionUntilThePasswordChanges() {
    var workspace = team.workspace();
    var user = team.member(workspace, Role.VIEWER);
    var email = accounts.get(user).email();
    var browser = new FormBrowser(port);
    browser.signIn(email, Team.PASSWORD, true);
    assertThat(browser.cookies).containsKey(KEEP);
    browser.cookies.remove(SESSION);
    assertThat(browser.isSignedIn()).isTrue();

    var link = links.passwordLink(team.administrator().id(), user);
    links.newPassword(link.substring(link.lastIndexOf('/') + 1), "quite another phrase");

    assertThat(browser.isSignedIn()).isFalse();
    browser.cookies.remove(SESSION);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void aDisabledUsersSessionEndsWithTheNextRequest() {
    var user = team.member(team.workspace(), Role.ADMIN);
    var browser = new FormBrowser(port);
    browser.signIn(accounts.get(user).email(), Team.PASSWORD, false);
    assertThat(browser.isSignedIn()).isTrue();

    accounts.setDisabled(team.administrator().id(), user, true);

    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void cookiesOfAnHttpsServerAreSecure() {
    var browser = new FormBrowser(port);
    var answer = browser.signIn(RestTest.ADMIN, RestTest.PASSWORD, true);
    List<String> kept =
        answer.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith(KEEP)).toList();

    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst()).contains("Secure").contains("HttpOnly").contains("SameSite=Lax");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
