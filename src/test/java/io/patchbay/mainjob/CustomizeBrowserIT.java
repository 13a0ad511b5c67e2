package io.patchbay.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.patchbay.testing.Browser;
import io.patchbay.testing.Http;
import io.patchbay.testing.ServerProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Customizations by mouse and keyboard: put in order on an API, patched to a call, and sent. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomizeBrowserIT {

  @TempDir private static Path folder;
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static HttpServer upstream;
  private static ServerProcess server;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void startEverything() throws Exception {
    browser = Browser.start();
    page = browser.page();
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext(
        "/",
        exchange -> {
          ASKED.add(
              exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("X-Trace"));
          byte[] answer = "{\"items\": []}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    upstream.start();
    int port = upstream.getAddress().getPort();
    server =
        ServerProcess.start(
            folder, ServerProcess.freePort(), Map.of("PATCHBAY_EGRESS_ALLOW", "127.0.0.1:" + port));
    define(port);
  }

  @AfterAll
  static void stopEverything() {
    if (browser != null) {
      browser.picture("customize-last");
      browser.close();
    }
    if (server != null) {
      server.close();
    }
    if (upstream != null) {
      upstream.stop(0);
    }
  }

  private static void define(int port) {
    String token =
        Http.to(server.url("/api/v1"))
            .withBasic(ServerProcess.ADMIN, ServerProcess.PASSWORD)
            .post("/tokens", "{\"name\": \"customize\"}")
            .expect(201)
            .json()
            .path("token")
            .asString();
    Http api = Http.to(server.url("/api/v1/workspaces/main")).withBearer(token);
    api.putYaml(
            "/apis/crm",
            """
            format: patchbay/api@1
            name: CRM
            baseUrl: http://127.0.0.1:%d
            customizations:
              - { kind: headers, name: Team, set: { X-Team: crm } }
              - { kind: policy, policies: { totalMs: 20000 } }
              - { kind: query, name: Version, set: { v: "2" } }
            methods:
              - { name: findContacts, title: Find contacts, verb: GET, path: /contacts }
            """
                .formatted(port))
        .expect(201);
    api.putYaml(
            "/flows/contacts",
            """
            format: patchbay/flow@1
            name: Contacts
            triggers:
              - { id: manual, kind: manual }
            steps:
              - { id: find, kind: call, api: crm, method: findContacts }
            links:
              - { from: manual, to: find }
            layout: { manual: [300, 0], find: [300, 160] }
            """)
        .expect(201);
  }

  @Test
  @Order(1)
  void customizationsOfAnApiAreDraggedIntoAnotherOrder() {
    page.navigate(server.url("/"));
    page.getByLabel("E-mail").fill(ServerProcess.ADMIN);
    page.locator("input[type=password]").fill(ServerProcess.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/main/home"));
    page.navigate(server.url("/main/apis/crm?tab=customizations"));
    expectOrder("headers", "policy", "query");

    browser.drag(browser.test("customization-grip").nth(2), cards().first(), 200, 12);

    expectOrder("query", "headers", "policy");
    browser.test("customization-grip").first().focus();
    page.keyboard().press("ArrowDown");
    expectOrder("headers", "query", "policy");
    page.reload();
    expectOrder("headers", "query", "policy");
    browser.picture("customize-strip");
  }

  @Test
  @Order(2)
  void aCustomizationIsDroppedOnACallOrPatchedByItsCable() {
    page.navigate(server.url("/main/flows/contacts"));
    Locator find = node("find");
    assertThat(find).isVisible();

    browser.drag(browser.test("palette-headers"), find);

    assertThat(node("headers")).isVisible();
    assertThat(cables()).hasCount(1);
    fill("header-name", "X-Trace");
    fill("header-value", "=run.flow");
    browser.drag(browser.test("palette-query"), page.locator(".react-flow__pane"), 120, 500);
    assertThat(node("query")).isVisible();
    fill("parameter-name", "limit");
    fill("parameter-value", "5");
    browser.drag(
        node("query").locator(".react-flow__handle"),
        find.locator(".react-flow__handle[data-handleid=customize]"));
    assertThat(cables()).hasCount(2);
    browser.picture("customize-canvas");
  }

  @Test
  @Order(3)
  void aRunSendsWhatTheInspectorPromised() {
    node("find").click();
    browser.test("tab-customize").click();
    assertThat(browser.test("inherited-headers")).containsText("X-Trace");
    assertThat(browser.test("inherited-query")).containsText("limit");

    browser.test("run").click();

    assertThat(node("find").locator(".fc-node.succeeded")).isVisible();
    assertThat(ASKED).containsExactly("/contacts?v=2&limit=5 contacts");
    Locator sent = page.locator(".pb-sent").first();
    assertThat(sent).containsText("X-Team: crm");
    assertThat(sent).containsText("API: Team");
    assertThat(sent).containsText("X-Trace: contacts");
    assertThat(sent).containsText("flow: Headers");
    browser.picture("customize-run");
    assertThat(browser.errors()).isEmpty();
  }

  private static void fill(String id, String value) {
    Locator field = browser.field(id);
    field.fill(value);
    page.waitForTimeout(600);
    page.keyboard().press("Tab");
    page.waitForTimeout(600);
  }

  private static Locator cards() {
    return page.locator(".pb-cz-card");
  }

  private static void expectOrder(String... kinds) {
    for (int i = 0; i < kinds.length; i++) {
      assertThat(cards().nth(i)).hasAttribute("data-testid", "customization-" + kinds[i]);
    }
  }

  private static Locator node(String id) {
    return page.locator(".react-flow__node[data-id='%s']".formatted(id));
  }

  private static Locator cables() {
    return page.locator(".fc-cable");
  }
}
