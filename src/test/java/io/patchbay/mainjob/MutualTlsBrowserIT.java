package io.patchbay.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.patchbay.testing.Browser;
import io.patchbay.testing.ForeignServer;
import io.patchbay.testing.ServerProcess;
import io.patchbay.testing.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a bank asks for, by clicking: client certificate and OAuth on an API whose server has an
 * authority of its own, another certificate and a header for one step of a flow. The server is
 * nginx, which says whom it saw.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutualTlsBrowserIT {

  private static final String PASSWORD = "the-p12-password-4711";
  private static final TestCertificates CLIENTS = TestCertificates.authority("Bank clients");
  private static final TestCertificates ROOT = TestCertificates.authority("Bank root");

  @TempDir private static Path folder;
  private static ForeignServer bank;
  private static MockOAuth2Server login;
  private static ServerProcess server;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void startEverything() throws Exception {
    browser = Browser.start();
    page = browser.page();
    var certificate = ROOT.server("localhost", "127.0.0.1");
    bank =
        ForeignServer.nginx(
            """
            server {
              listen 127.0.0.1:${port} ssl;
              ssl_certificate ${dir}/chain.pem;
              ssl_certificate_key ${dir}/key.pem;
              ssl_client_certificate ${dir}/clients.pem;
              ssl_verify_client on;
              default_type application/json;
              location / {
                if ($http_authorization !~ "^Bearer ey") { return 401; }
                return 200 '{"who":"$ssl_client_s_dn","trace":"$http_x_trace"}';
              }
            }
            """,
            Map.of(
                "chain.pem", certificate.chainPem(),
                "key.pem", certificate.keyPem(),
                "clients.pem", CLIENTS.pem()));
    login = new MockOAuth2Server();
    login.start();
    server =
        ServerProcess.start(
            folder,
            ServerProcess.freePort(),
            Map.of("PATCHBAY_EGRESS_ALLOW", "127.0.0.1:*,localhost:*"));
    page.navigate(server.url("/"));
    page.getByLabel("E-mail").fill(ServerProcess.ADMIN);
    page.locator("input[type=password]").fill(ServerProcess.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/main/home"));
  }

  @AfterAll
  static void stopEverything() {
    if (browser != null) {
      browser.picture("mtls-last");
      browser.close();
    }
    if (server != null) {
      server.close();
    }
    if (login != null) {
      login.shutdown();
    }
    if (bank != null) {
      bank.close();
    }
  }

  @Test
  @Order(1)
  void certificatesAreUploadedAndTheirDetailsSeen() throws Exception {
    browser.test("nav-credentials").click();
    browser.test("tab-certificates").click();
    page.waitForURL(Pattern.compile(".*tab=certificates.*"));
    upload(
        "ada",
        new FilePayload("ada.p12", "application/x-pkcs12", CLIENTS.client("ada").p12(PASSWORD)));
    upload(
        "ben",
        new FilePayload("ben.p12", "application/x-pkcs12", CLIENTS.client("ben").p12(PASSWORD)));
    upload(
        "bank-root",
        new FilePayload(
            "root.pem", "application/x-pem-file", ROOT.pem().getBytes(StandardCharsets.UTF_8)));

    page.getByText("ada", new Page.GetByTextOptions().setExact(true)).first().click();

    assertThat(browser.test("certificate-detail")).containsText("Bank clients");
    assertThat(browser.test("certificate-detail")).containsText("SHA-256");
    browser.picture("mtls-certificate");
  }

  @Test
  @Order(2)
  void anApiGetsOAuthACertificateAndAnAuthority() {
    browser.test("nav-apis").click();
    browser.test("new-api").first().click();
    browser.field("api-name").fill("Bank");
    browser.field("base-url").fill("https://localhost:" + bank.port());
    browser.test("create-api").click();
    page.waitForURL(Pattern.compile(".*/main/apis/bank.*"));
    page.getByText("Auth", new Page.GetByTextOptions().setExact(true)).first().click();
    browser.select("auth-kind", "OAuth 2.0 client credentials");
    browser.test("new-credential").click();
    browser.fill("credential-name", "Bank client");
    browser.fill("credential-tokenurl", login.tokenEndpointUrl("bank").toString());
    browser.fill("credential-clientid", "patchbay");
    browser.fill("credential-secret", "bank-client-secret-0815");
    browser.test("save-credential").click();
    assertThat(browser.test("credential")).containsText("Bank client");

    browser.test("tab-connection").click();
    browser.select("tls-certificate", "ada");
    browser.field("tls-authorities").click();
    page.locator("vaadin-multi-select-combo-box-item")
        .filter(new Locator.FilterOptions().setHasText("bank-root"))
        .click();
    page.keyboard().press("Escape");
    browser.test("diagnose").click();
    assertThat(browser.test("diagnosis")).containsText("localhost");
    browser.picture("mtls-connection");

    page.getByText(Pattern.compile("^Methods")).first().click();
    browser.test("add-method").first().click();
    browser.field("method-path").fill("/account");
    nameIt("getAccount");
    browser.test("create-method").click();
    page.waitForURL(Pattern.compile(".*/bank/getAccount.*"));
    browser.test("try-send").click();
    assertThat(browser.test("try-status")).containsText("200");
    assertThat(browser.test("try-response")).containsText("CN=ada");
    browser.picture("mtls-try");
  }

  @Test
  @Order(3)
  void aStepOfAFlowShowsAnotherCertificateAndAHeader() {
    browser.test("nav-flows").click();
    browser.test("new-flow").first().click();
    browser.field("flow-name").fill("Balance");
    browser.test("create-flow").click();
    page.waitForURL(Pattern.compile(".*/main/flows/balance.*"));
    Locator canvas = page.locator(".react-flow__pane");
    browser.drag(node("trigger"), canvas, 520, 60);
    if (!browser.test("palette-call-bank-getAccount").isVisible()) {
      browser.test("palette-api-bank").click();
    }
    browser.drag(browser.test("palette-call-bank-getAccount"), canvas, 520, 260);
    node("trigger").hover();
    browser.drag(
        node("trigger").locator(".react-flow__handle[data-handleid=next]"),
        node("getAccount").locator(".react-flow__handle[data-handleid=in]"));
    browser.drag(browser.test("palette-headers"), node("getAccount"));
    fill("header-name", "X-Trace");
    fill("header-value", "=run.flow");
    browser.drag(browser.test("palette-clientCertificate"), node("getAccount"));
    browser.field("cz-certificate").click();
    page.locator("vaadin-combo-box-item")
        .filter(new Locator.FilterOptions().setHasText("ben"))
        .click();
    assertThat(page.locator(".fc-cable")).hasCount(2);
    browser.picture("mtls-canvas");

    browser.test("run").click();

    assertThat(node("getAccount").locator(".fc-node.succeeded")).isVisible();
    node("getAccount").click();
    Locator sent = page.locator(".pb-sent").first();
    assertThat(sent).containsText("X-Trace: balance");
    assertThat(sent).containsText("ben");
    assertThat(page.locator("body")).containsText("CN=ben");
    browser.picture("mtls-run");
    Assertions.assertThat(browser.errors()).isEmpty();
  }

  private static void upload(String name, FilePayload file) {
    browser.test("add-certificate").first().click();
    browser.test("certificate-files").locator("input[type=file]").setInputFiles(file);
    if (file.name.endsWith(".p12")) {
      browser.fill("certificate-password", PASSWORD);
    }
    assertThat(browser.test("certificate-preview")).isVisible();
    browser.fill("certificate-name", name);
    browser.test("save-certificate").click();
    assertThat(browser.test("certificate-detail")).containsText(name);
  }

  /**
   * A name is proposed while the path is typed; the own one is typed once the proposal has come.
   */
  private static void nameIt(String name) {
    Locator field = browser.field("method-name");
    do {
      field.fill(name);
      field.press("Tab");
      page.waitForTimeout(500);
    } while (!field.inputValue().equals(name));
  }

  private static void fill(String id, String value) {
    Locator field = browser.field(id);
    field.fill(value);
    page.waitForTimeout(600);
    page.keyboard().press("Tab");
    page.waitForTimeout(600);
  }

  private static Locator node(String id) {
    return page.locator(".react-flow__node[data-id='%s']".formatted(id));
  }
}
