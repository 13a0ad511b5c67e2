package io.patchbay.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.patchbay.testing.Browser;
import io.patchbay.testing.Crm;
import io.patchbay.testing.Http;
import io.patchbay.testing.Material;
import io.patchbay.testing.ServerProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job as a person does it, with mouse and keyboard, against a real upstream. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobBrowserIT {

  private static final Pattern LIVE = Pattern.compile("v1");

  @TempDir private static Path folder;
  private static Crm crm;
  private static ServerProcess server;
  private static Browser browser;
  private static Page page;
  private static String webhook = "";

  @BeforeAll
  static void startEverything() throws Exception {
    browser = Browser.start();
    page = browser.page();
    crm = new Crm();
    server =
        ServerProcess.start(
            folder,
            ServerProcess.freePort(),
            Map.of(
                "PATCHBAY_EGRESS_ALLOW",
                crm.egressAllow(),
                "PATCHBAY_TRUST_CA",
                crm.caFile(folder).toString()));
  }

  @AfterAll
  static void stopEverything() {
    if (browser != null) {
      browser.picture("last");
      browser.close();
    }
    if (server != null) {
      server.close();
    }
    if (crm != null) {
      crm.close();
    }
  }

  @Test
  @Order(1)
  void signsIn() {
    page.navigate(server.url("/"));
    page.getByLabel("E-mail").fill(ServerProcess.ADMIN);
    page.locator("input[type=password]").fill(ServerProcess.PASSWORD);
    page.keyboard().press("Enter");

    page.waitForURL(Pattern.compile(".*/main/home"));
    browser.picture("home");
  }

  @Test
  @Order(2)
  void createsTheApiWithItsCredential() {
    browser.test("nav-apis").click();
    browser.test("new-api").first().click();
    browser.field("api-name").fill("CRM");
    browser.field("base-url").fill(crm.baseUrl());
    browser.test("create-api").click();
    page.waitForURL(Pattern.compile(".*/main/apis/crm.*"));

    page.getByText("Auth", new Page.GetByTextOptions().setExact(true)).first().click();
    browser.select("auth-kind", "OAuth 2.0");
    browser.test("new-credential").click();
    browser.field("credential-name").fill("CRM client");
    browser.field("credential-tokenurl").fill(crm.tokenUrl());
    browser.field("credential-clientid").fill(Crm.CLIENT_ID);
    browser.field("credential-secret").fill(Crm.CLIENT_SECRET);
    browser.test("save-credential").click();

    assertThat(browser.test("credential")).containsText("CRM client");
    browser.picture("auth");
  }

  @Test
  @Order(3)
  void addsMethodsAndTriesOne() {
    page.getByText(Pattern.compile("^Methods")).first().click();
    addMethod("GET", "/contacts", "findContacts");
    browser.test("add-parameter").click();
    fillCell("Name of parameter 1", "login");
    addMethod("POST", "/contacts/{contactId}/notes", "addNote");
    browser.test("add-body").click();
    assertThat(browser.test("body-kind")).isVisible();

    page.getByText("findContacts", new Page.GetByTextOptions().setExact(true)).first().click();
    page.waitForURL(Pattern.compile(".*/crm/findContacts.*"));
    browser.field("try-login").fill("Codertocat");
    browser.field("try-login").press("Tab");
    browser.test("try-send").click();

    assertThat(browser.test("try-status")).containsText("200");
    assertThat(browser.test("try-response")).containsText("c_1");
    browser.test("use-as-example").click();
    browser.picture("try");
    assertThat(page.content()).doesNotContain(Crm.CLIENT_SECRET);
  }

  @Test
  @Order(4)
  void drawsTheFlow() throws Exception {
    browser.test("nav-flows").click();
    browser.test("new-flow").first().click();
    browser.field("flow-name").fill("Issue to CRM");
    browser.test("create-flow").click();
    page.waitForURL(Pattern.compile(".*/main/flows/issue-to-crm.*"));
    Locator canvas = page.locator(".react-flow__pane");
    Locator trigger = node("trigger");
    trigger.click();
    browser.write(browser.test("sample-payload"), payload());

    assertThat(browser.test("palette-api-crm")).isVisible();
    if (!browser.test("palette-call-crm-findContacts").isVisible()) {
      browser.test("palette-api-crm").click();
    }
    browser.drag(trigger, canvas, 420, 60);
    drop("palette-call-crm-findContacts", canvas, 420, 170);
    drop("palette-transform", canvas, 420, 280);
    drop("palette-call-crm-addNote", canvas, 420, 390);
    drop("palette-respond", canvas, 420, 500);
    link(trigger, node("findContacts"));
    link(node("findContacts"), node("transform"));
    link(node("transform"), node("addNote"));
    link(node("addNote"), node("respond"));

    map("findContacts", "login", "trigger.body.issue.user.login");
    assertThat(browser.test("input-login")).containsText("Codertocat");
    map(
        "transform",
        "value",
        "{ 'id': steps.findContacts.body.items[0].id, 'by': trigger.body.sender.login }");
    map("addNote", "contactId", "steps.transform.body.id");
    map("addNote", "body", "{ 'text': trigger.body.issue.title }");
    map("respond", "body", "{ 'contact': steps.transform.body, 'note': steps.addNote.body.id }");
    browser.picture("designer");
  }

  @Test
  @Order(5)
  void runsTheDraftAndSeesTheStepsLightUp() {
    browser.test("run").click();

    for (String step : List.of("findContacts", "transform", "addNote", "respond")) {
      assertThat(node(step).locator(".fc-node.succeeded")).isVisible();
    }
    browser.picture("designer-run");
  }

  @Test
  @Order(6)
  void publishes() {
    browser.test("publish").click();
    browser.test("publish-confirm").click();

    webhook = browser.test("published-url").innerText().strip();
    browser.test("published-close").click();
    assertThat(browser.test("live-version")).containsText(LIVE);
    browser.picture("published");
  }

  @Test
  @Order(7)
  void answersARealPayloadOutsideOfTheBrowser() throws Exception {
    String path = URI.create(webhook.startsWith("http") ? webhook : server.url(webhook)).getPath();

    Http.Answer answer = Http.to(server.url("")).post(path, payload()).expect(200);

    JsonNode body = answer.json();
    assertThat(body.path("contact").path("id").asString()).isEqualTo("c_1");
    assertThat(body.path("note").asString()).startsWith("n_");
  }

  @Test
  @Order(8)
  void showsTheRunWithItsSteps() {
    browser.test("nav-runs").click();
    page.waitForURL(Pattern.compile(".*/main/runs.*"));
    Locator row = page.getByText("Issue to CRM").first();
    assertThat(row).isVisible();
    browser.picture("runs");
    row.click();
    page.waitForURL(Pattern.compile(".*/main/runs/.+"));

    assertThat(page.locator("body")).containsText("findContacts");
    assertThat(page.locator("body")).containsText("Succeeded");
    browser.picture("run");
    assertThat(browser.errors()).isEmpty();
  }

  private static void addMethod(String verb, String path, String name) {
    browser.test("add-method").click();
    browser.select("method-verb", verb);
    browser.field("method-path").fill(path);
    nameIt(name);
    browser.test("create-method").click();
    assertThat(page.locator("[data-testid=create-method]")).hasCount(0);
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

  private static void fillCell(String label, String value) {
    Locator cell = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
    cell.fill(value);
    cell.press("Tab");
  }

  private static void drop(String palette, Locator canvas, double x, double y) {
    int before = page.locator(".react-flow__node").count();
    browser.drag(browser.test(palette), canvas, x, y);
    assertThat(page.locator(".react-flow__node")).hasCount(before + 1);
  }

  private static Locator node(String id) {
    return page.locator(".react-flow__node[data-id='%s']".formatted(id));
  }

  private static void link(Locator from, Locator to) {
    int before = page.locator(".react-flow__edge").count();
    from.hover();
    browser.drag(
        from.locator(".react-flow__handle[data-handleid=next]"),
        to.locator(".react-flow__handle[data-handleid=in]"));
    assertThat(page.locator(".react-flow__edge")).hasCount(before + 1);
  }

  private static void map(String step, String input, String expression) {
    node(step).click();
    assertThat(browser.test("step-id")).hasValue(step);
    if (browser.test("input-" + input).count() == 0
        && browser.test("add-input-" + input).count() == 0) {
      browser.test("optional").click();
    }
    if (browser.test("input-" + input).count() == 0) {
      browser.test("add-input-" + input).click();
    }
    Locator fx = browser.test("fx-" + input);
    if (fx.count() > 0) {
      fx.click();
    }
    browser.write(browser.test("input-" + input), expression);
    page.keyboard().press("Escape");
    page.waitForTimeout(700);
  }

  private static String payload() throws Exception {
    Path real = Path.of("..", "shared", "material", "webhooks", "github", "issues.payload.json");
    return Files.exists(real)
        ? Files.readString(real)
        : Material.resource("mainjob/issue.json").replace("monalisa", "Codertocat");
  }
}
