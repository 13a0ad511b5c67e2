package io.patchbay.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, used as a person uses it: mouse and keyboard. */
public final class Browser implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "browser");

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  private Browser(Playwright playwright, BrowserContext context) {
    this.playwright = playwright;
    this.context = context;
    this.page = context.newPage();
    page.onPageError(errors::add);
  }

  /** Starts headless Chromium; skips the test where there is none. */
  public static Browser start() {
    Optional<Path> chromium =
        Stream.of(
                System.getenv().getOrDefault("PATCHBAY_CHROMIUM", ""),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        chromium.isPresent(), "Skipped: there is no Chromium; set PATCHBAY_CHROMIUM to one.");
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
    var context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900));
    context.setDefaultTimeout(30_000);
    return new Browser(playwright, context);
  }

  public Page page() {
    return page;
  }

  /** The element that was marked for tests. */
  public Locator test(String id) {
    return page.locator("[data-testid='%s']".formatted(id));
  }

  /** The input field within the element that was marked for tests. */
  public Locator field(String id) {
    return test(id).locator("input, textarea").first();
  }

  /** Fills a text field and leaves it, as Tab does. */
  public void fill(String id, String value) {
    field(id).fill(value);
    field(id).press("Tab");
  }

  /** Chooses an entry of a Vaadin select. */
  public void select(String id, String entry) {
    test(id).click();
    page.locator("vaadin-select-item")
        .filter(new Locator.FilterOptions().setHasText(entry))
        .locator("visible=true")
        .first()
        .click();
  }

  /** Replaces the text of a code editor. */
  public void write(Locator editor, String text) {
    editor.locator(".cm-content").first().click();
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().insertText(text);
  }

  /** Drags with the mouse from the middle of one element to a place on another. */
  public void drag(Locator from, Locator to, double x, double y) {
    from.scrollIntoViewIfNeeded();
    BoundingBox start = from.boundingBox();
    BoundingBox end = to.boundingBox();
    page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
    page.mouse().down();
    page.mouse().move(start.x + start.width / 2 + 10, start.y + start.height / 2 + 10, steps(3));
    page.mouse().move(end.x + x, end.y + y, steps(12));
    page.mouse().move(end.x + x + 1, end.y + y + 1);
    page.mouse().up();
  }

  /** Drags with the mouse from the middle of one element to the middle of another. */
  public void drag(Locator from, Locator to) {
    BoundingBox end = to.boundingBox();
    drag(from, to, end.width / 2, end.height / 2);
  }

  /** Keeps a picture in target/browser. */
  public void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** Errors that scripts threw. */
  public List<String> errors() {
    return errors;
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }

  private static Mouse.MoveOptions steps(int count) {
    return new Mouse.MoveOptions().setSteps(count);
  }
}
