package io.patchbay.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.patchbay.testing.Browser;
import io.patchbay.testing.ServerProcess;
import io.patchbay.testing.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Credentials, tokens and certificates as a person handles them, against a real OAuth server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CredentialsBrowserIT {

  private static final String SECRET = "canary-" + Long.toHexString(0x5ecae7c0ffeeL);

  @TempDir private static Path folder;
  private static MockOAuth2Server provider;
  private static ServerProcess server;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void startEverything() throws Exception {
    browser = Browser.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    page = browser.page();
    provider = new MockOAuth2Server();
    provider.start();
    server =
        ServerProcess.start(
            folder,
            ServerProcess.freePort(),
            Map.of("PATCHBAY_EGRESS_ALLOW", "127.0.0.0/8:*,localhost:*"));
    page.navigate(server.url("/"));
    page.getByLabel("E-mail").fill(ServerProcess.ADMIN);
    page.locator("input[type=password]").fill(ServerProcess.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/main/home"));
    browser.test("nav-credentials").click();
  }

  @AfterAll
  static void stopEverything() {
    if (browser != null) {
      browser.picture("credentials-last");
      browser.close();
    }
    if (server != null) {
      server.close();
    }
    if (provider != null) {
      provider.shutdown();
    }
  }

  @Test
  @Order(1)
  void keepsAnApiKeyAndSaysWhatIsMissing() {
    add("apiKey", "Weather");
    browser.test("save-credential").click();
    assertThat(browser.test("credential-secret")).containsText("Enter it; none is stored yet.");
    browser.fill("credential-secret", SECRET);
    browser.test("save-credential").click();
    assertThat(browser.test("credential-detail")).containsText("Weather");
    assertThat(page.content()).doesNotContain(SECRET);
  }

  @Test
  @Order(2)
  void provesAClientByAKeyFromAFileAndTestsIt() throws Exception {
    add("oauth2ClientCredentials", "Signed client");
    discover();
    browser.fill("credential-clientid", "signed");
    browser.fill("credential-secret", SECRET);
    browser.select("credential-clientauth", "private_key_jwt");
    assertThat(browser.test("credential-secret")).isHidden();
    browser
        .test("credential-key-upload")
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "client.pem",
                "text/plain",
                TestCertificates.authority("Key").keyPem().getBytes(StandardCharsets.UTF_8)));
    assertThat(browser.test("key-file")).containsText("client.pem");
    browser.test("save-credential").click();

    browser.test("test-credential").click();
    assertThat(browser.test("test-outcome")).containsText("private_key_jwt");
    assertThat(browser.test("test-outcome")).containsText("It works");
    browser.picture("credentials-tested");
  }

  @Test
  @Order(3)
  void connectsAnAuthorizationCodeCredential() {
    add("oauth2AuthorizationCode", "Calendar");
    assertThat(browser.test("callback-address")).containsText("/oauth/callback");
    discover();
    browser.fill("credential-clientid", "calendar");
    browser.field("credential-scopes").fill("openid calendar.read");
    browser.field("credential-scopes").press("Enter");
    browser.fill("credential-secret", SECRET);
    browser.test("save-credential").click();

    assertThat(browser.test("connection")).containsText("Not connected");
    Page popup = page.waitForPopup(() -> browser.test("connect").click());
    assertThat(page.getByText("Credential 'Calendar' is connected").first()).isVisible();
    assertThat(browser.test("connection")).containsText("Connect again");
    page.waitForCondition(popup::isClosed);
    browser.picture("credentials-connected");
  }

  @Test
  @Order(4)
  void seesRenewsAndForgetsATokenWhileItsTimeRuns() {
    browser.test("tab-tokens").click();
    Locator row = browser.test("token").filter(new Locator.FilterOptions().setHasText("Calendar"));
    assertThat(row).containsText("Valid");
    String left = row.locator("time-left").innerText();
    assertThat(row.locator("time-left")).not().hasText(left);
    row.locator("[data-testid=renew-token]").click();
    assertThat(page.getByText("New token for 'Calendar'").first()).isVisible();
    browser.picture("credentials-tokens");
    row.locator("[data-testid=forget-token]").click();
    browser.test("confirm").click();
    assertThat(row).hasCount(0);
  }

  @Test
  @Order(5)
  void readsACertificateBeforeItIsKept() throws Exception {
    browser.test("tab-certificates").click();
    assertThat(page.getByText("No certificates yet")).isVisible();
    browser.test("add-certificate").first().click();
    browser
        .test("certificate-files")
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "partner.p12",
                "application/x-pkcs12",
                TestCertificates.authority("Partner CA").client("partner").p12("pass-" + SECRET)));
    browser.fill("certificate-password", "wrong");
    assertThat(page.getByText(Pattern.compile("password", Pattern.CASE_INSENSITIVE)).first())
        .isVisible();
    browser.fill("certificate-password", "pass-" + SECRET);
    assertThat(browser.test("certificate-preview")).containsText("Client certificate");
    browser.fill("certificate-name", "Partner");
    browser.test("save-certificate").click();

    assertThat(browser.test("certificate-detail")).containsText("Partner");
    assertThat(browser.test("certificate-detail")).containsText("SHA-256");
    browser.picture("credentials-certificate");
    assertThat(page.content()).doesNotContain(SECRET);
    assertThat(browser.errors()).isEmpty();
  }

  private static void add(String kind, String name) {
    browser.test("add-credential").click();
    browser.test("kind-" + kind).check();
    browser.fill("credential-name", name);
  }

  private static void discover() {
    browser.fill("credential-issuer", provider.issuerUrl("main").toString());
    browser.test("discover").click();
    assertThat(page.getByText("Addresses filled in")).isVisible();
    assertThat(browser.field("credential-tokenurl")).hasValue(Pattern.compile(".*/main/token"));
  }
}
