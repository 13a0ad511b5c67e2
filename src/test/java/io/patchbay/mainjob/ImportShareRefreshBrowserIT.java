package io.patchbay.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.patchbay.testing.Browser;
import io.patchbay.testing.Http;
import io.patchbay.testing.ServerProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports an API by file in the browser, shares it with another team's workspace where another
 * person builds a flow with it, and refreshes it with a release that breaks that flow.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportShareRefreshBrowserIT {

  private static final String GUEST = "kim@example.com";
  private static final String GUEST_PASSWORD = "a horse of another colour";

  @TempDir private static Path folder;
  private static OrdersShop shop;
  private static ServerProcess server;
  private static Browser owner;
  private static Browser guest;
  private static Http admin;

  @BeforeAll
  static void startEverything() throws Exception {
    owner = Browser.start();
    guest = Browser.start();
    shop = new OrdersShop();
    server =
        ServerProcess.start(
            folder, ServerProcess.freePort(), Map.of("PATCHBAY_EGRESS_ALLOW", shop.egressAllow()));
    String token =
        Http.to(server.url("/api/v1"))
            .withBasic(ServerProcess.ADMIN, ServerProcess.PASSWORD)
            .post("/tokens", "{\"name\": \"tour\"}")
            .expectSuccess()
            .json()
            .path("token")
            .asString();
    admin = Http.to(server.url("/api/v1")).withBearer(token);
  }

  @AfterAll
  static void stopEverything() {
    close(owner, "owner-last");
    close(guest, "guest-last");
    if (server != null) {
      server.close();
    }
    if (shop != null) {
      shop.close();
    }
  }

  private static void close(Browser browser, String picture) {
    if (browser != null) {
      browser.picture(picture);
      browser.close();
    }
  }

  @Test
  @Order(1)
  void previewsTheFileBeforeAnythingIsSaved() throws Exception {
    Page page = owner.page();
    signIn(owner, ServerProcess.ADMIN, ServerProcess.PASSWORD);
    owner.test("nav-apis").click();
    owner.test("import-api").first().click();
    page.locator("input[type=file]").setInputFiles(shop.description(1, folder));
    assertThat(owner.test("imported-file")).containsText("orders-1.yaml");
    owner.test("import-read").click();

    assertThat(owner.test("import-title")).containsText("OpenAPI 3.1.0");
    assertThat(owner.test("import-count")).hasText("5 of 6 methods");
    assertThat(owner.test("import-methods")).containsText("getOrder");
    assertThat(owner.test("import-issues")).containsText("1 left out");
    assertThat(page.locator(".pb-import-method.off")).containsText("/report/old");
    page.locator(".pb-import-method").filter(has("createOrder")).first().click();
    assertThat(owner.test("import-preview")).containsText("application/json");
    assertThat(owner.test("import-preview")).containsText("open, paid or sent");
    owner.picture("import-review");
    assertThat(admin.get("/workspaces/main/apis").text()).doesNotContain("orders");
  }

  @Test
  @Order(2)
  void savesWhatWasChosen() {
    Page page = owner.page();
    page.getByLabel("Take getReport").click();
    assertThat(owner.test("import-save")).containsText("Import 4 methods");
    page.keyboard().press("Control+Enter");
    assertThat(owner.test("import-done")).containsText("4 methods imported");
    owner.test("import-open").click();

    page.waitForURL(Pattern.compile(".*/main/apis/orders.*"));
    assertThat(page.locator("body")).containsText("getOrder");
    assertThat(page.locator("body")).not().containsText("getReport");
  }

  @Test
  @Order(3)
  void editsAMethodAndTriesIt() {
    Page page = owner.page();
    owner.test("tab-auth").click();
    owner.test("new-credential").click();
    owner.field("credential-name").fill("Shop token");
    owner.field("credential-secret").fill(OrdersShop.TOKEN);
    owner.test("save-credential").click();
    assertThat(owner.test("credential")).containsText("Shop token");
    page.navigate(server.url("/main/apis/orders/getOrder"));
    Locator title = page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true));
    title.fill("Get one order");
    title.press("Tab");
    page.waitForTimeout(700);
    assertThat(page.locator("#saved")).hasText("Saved");
    assertThat(admin.get("/workspaces/main/apis/orders").text()).contains("Get one order");

    owner.fill("try-orderId", "o_77");
    owner.test("try-send").click();

    assertThat(owner.test("try-status")).containsText("200");
    assertThat(owner.test("try-response")).containsText("o_77");
    assertThat(page.content()).doesNotContain(OrdersShop.TOKEN);
    owner.picture("import-try");
  }

  @Test
  @Order(4)
  void sharesItWithAnotherWorkspace() {
    admin.post("/workspaces", "{\"slug\": \"sales\", \"name\": \"Sales sync\"}").expectSuccess();
    Page page = owner.page();
    owner.test("tab-sharing").click();
    owner.test("share-add").click();
    owner.test("share-workspace").locator("input").click();
    page.keyboard().type("Sales");
    page.locator("vaadin-combo-box-item").filter(has("Sales sync")).click();
    owner.test("share-limit").getByText("Some verbs").click();
    page.getByLabel("GET", new Page.GetByLabelOptions().setExact(true)).click();
    owner.test("share-credential").locator("input").click();
    owner.picture("share");
    owner.test("share-save").click();

    assertThat(owner.test("shared-sales")).containsText("Sales sync");
    assertThat(page.locator("body")).containsText("GET only");
    assertThat(page.locator("body")).containsText("goes along");
  }

  @Test
  @Order(5)
  void anotherPersonUsesItInAFlow() {
    Page page = guest.page();
    String link =
        admin
            .post(
                "/workspaces/sales/invitations",
                "{\"email\": \"%s\", \"role\": \"editor\"}".formatted(GUEST))
            .expectSuccess()
            .json()
            .path("link")
            .asString();
    page.navigate(link.startsWith("http") ? link : server.url(link));
    page.locator("input[type=password]").first().fill(GUEST_PASSWORD);
    page.getByText("Join", new Page.GetByTextOptions().setExact(true)).last().click();
    page.waitForURL(Pattern.compile(".*/sales/.*"));
    page.navigate(server.url("/sales/flows"));
    guest.test("new-flow").first().click();
    guest.field("flow-name").fill("Order status");
    guest.test("create-flow").click();
    page.waitForURL(Pattern.compile(".*/sales/flows/order-status.*"));

    Locator canvas = page.locator(".react-flow__pane");
    Locator branch = guest.test("palette-api-main:orders");
    assertThat(branch).containsText("Main");
    if (!guest.test("palette-call-main:orders-getOrder").isVisible()) {
      branch.click();
    }
    assertThat(guest.test("palette-call-main:orders-deleteOrder")).hasCount(0);
    guest.drag(node("trigger"), canvas, 420, 60);
    guest.drag(guest.test("palette-call-main:orders-getOrder"), canvas, 420, 200);
    assertThat(node("getOrder")).isVisible();
    node("trigger").hover();
    guest.drag(
        node("trigger").locator(".react-flow__handle[data-handleid=next]"),
        node("getOrder").locator(".react-flow__handle[data-handleid=in]"));
    node("getOrder").click();
    assertThat(guest.test("step-id")).hasValue("getOrder");
    Locator fx = guest.test("fx-orderId");
    if (fx.count() > 0) {
      fx.click();
    }
    guest.write(guest.test("input-orderId"), "'o_' & '12'");
    page.keyboard().press("Escape");
    page.waitForTimeout(700);
    guest.test("run").click();

    assertThat(node("getOrder").locator(".fc-node.succeeded")).isVisible();
    guest.picture("shared-flow");
    assertThat(shop.requests()).anyMatch(r -> r.getUrl().encodedPath().equals("/v1/orders/o_12"));
    guest.test("publish").click();
    guest.test("publish-confirm").click();
    assertThat(guest.test("published-url")).isVisible();
    guest.test("published-close").click();
  }

  @Test
  @Order(6)
  void theSecretCannotBeReadThere() {
    Page page = guest.page();
    assertThat(page.content()).doesNotContain(OrdersShop.TOKEN);
    page.navigate(server.url("/sales/apis/main:orders"));
    assertThat(guest.test("shared-banner")).containsText("Main");
    assertThat(guest.test("shared-banner")).containsText("GET only");
    guest.picture("shared-api");
    page.navigate(server.url("/sales/credentials"));
    assertThat(page.locator("body")).containsText("Credentials");
    assertThat(page.locator("body")).not().containsText("Shop token");
    Http asGuest =
        Http.to(server.url("/api/v1"))
            .withBearer(
                Http.to(server.url("/api/v1"))
                    .withBasic(GUEST, GUEST_PASSWORD)
                    .post("/tokens", "{\"name\": \"look\"}")
                    .expectSuccess()
                    .json()
                    .path("token")
                    .asString());

    assertThat(asGuest.get("/workspaces/sales/apis/main:orders").expectSuccess().text())
        .contains("getOrder")
        .doesNotContain(OrdersShop.TOKEN, "Shop token", "deleteOrder");
    assertThat(asGuest.get("/workspaces/main/credentials").status()).isEqualTo(404);
    assertThat(asGuest.get("/workspaces/sales/credentials").text()).doesNotContain("Shop token");
    assertThat(asGuest.get("/workspaces/sales/runs").text()).doesNotContain(OrdersShop.TOKEN);
  }

  @Test
  @Order(7)
  void aRefreshNamesTheStepThatBreaks() throws Exception {
    Page page = owner.page();
    page.navigate(server.url("/main/apis/orders?tab=source"));
    owner.test("refresh-file").click();
    page.locator("input[type=file]").first().setInputFiles(shop.description(2, folder));
    assertThat(owner.test("imported-file")).containsText("orders-2.yaml");
    owner.test("refresh-compare").click();

    Locator getOrder = owner.test("difference-getOrder");
    assertThat(getOrder).containsText("breaking");
    assertThat(getOrder).containsText("tenant");
    assertThat(getOrder).containsText("Order status");
    assertThat(owner.test("refresh-touched")).containsText("Order status");
    assertThat(owner.test("refresh-touched")).containsText("getOrder");
    assertThat(owner.test("difference-cancelOrder")).containsText("new");
    assertThat(owner.test("difference-deleteOrder")).containsText("gone");
    owner.picture("refresh");
  }

  @Test
  @Order(8)
  void takesOverWhatWasAgreedToAndKeepsWhatWasEditedByHand() {
    Page page = owner.page();
    owner.test("take-deleteOrder").locator("input").click();
    owner.test("refresh-apply").click();
    assertThat(owner.test("refresh-undo")).isVisible();

    String after = admin.get("/workspaces/main/apis/orders").expectSuccess().text();
    assertThat(after).contains("tenant", "cancelOrder", "deleteOrder", "Get one order");
    owner.test("refresh-undo").click();
    assertThat(page.locator("body")).containsText("undone");
    assertThat(admin.get("/workspaces/main/apis/orders").expectSuccess().text())
        .contains("Get one order")
        .doesNotContain("tenant", "cancelOrder");
  }

  @Test
  @Order(9)
  void revokingNamesTheFlowThatStops() {
    Page page = owner.page();
    page.navigate(server.url("/main/apis/orders?tab=sharing"));
    owner.test("share-revoke-sales").click();
    assertThat(owner.test("stopping")).containsText("Order status");
    owner.picture("revoke");
    owner.test("confirm").click();
    assertThat(owner.test("shared-sales")).hasCount(0);

    guest.page().navigate(server.url("/sales/apis"));
    assertThat(guest.page().locator("body")).containsText("No APIs yet");
    assertThat(owner.errors()).isEmpty();
    assertThat(guest.errors()).isEmpty();
  }

  private static void signIn(Browser browser, String email, String password) {
    Page page = browser.page();
    page.navigate(server.url("/"));
    page.getByLabel("E-mail").fill(email);
    page.locator("input[type=password]").fill(password);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/home"));
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator node(String id) {
    return guest.page().locator(".react-flow__node[data-id='%s']".formatted(id));
  }
}
