package io.patchbay.ui.credentials;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CredentialView;
import io.patchbay.credential.OAuthClient;
import io.patchbay.http.CredentialTest;
import io.patchbay.http.CredentialTest.CallTest;
import io.patchbay.http.CredentialTest.Candidate;
import io.patchbay.http.CredentialTest.TokenTest;
import io.patchbay.http.TestCall;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a credential: a token exchange, or a call of a method that somebody chose. */
final class TestBlock extends Div {

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final String credential;
  private final Select<Way> way = new Select<>();
  private final Button test;
  private final Div outcome = Look.div("pb-test-outcome");
  private final Work work = new Work();

  TestBlock(Visit visit, CredentialServices services, CredentialView credential) {
    this.visit = visit;
    this.services = services;
    this.credential = credential.name();
    List<Way> ways =
        ways(credential, services.tests().candidates(visit.access(), credential.name()));
    way.setItems(ways);
    way.setItemLabelGenerator(Way::title);
    way.setValue(ways.isEmpty() ? null : ways.getFirst());
    way.setAriaLabel("Test with");
    way.setWidthFull();
    way.setVisible(!ways.isEmpty());
    Look.testId("test-with", way);
    test = Buttons.neutral("Test", Icons.PLAY, this::start);
    test.setEnabled(!ways.isEmpty());
    Look.testId("test-credential", test);
    outcome.getElement().setAttribute("aria-live", "polite");
    Look.testId("test-outcome", outcome);
    var body = Look.div("pb-block-body pb-col", Look.div("pb-test-way", way), outcome);
    if (ways.isEmpty()) {
      body.add(
          Look.span(
              "pb-text-2",
              "No API uses it yet. Choose it in the Auth tab of one, then test it here."));
    }
    add(new Block("Test", body).end(visit.needs(Role.EDITOR, test)));
  }

  private static List<Way> ways(CredentialView credential, List<Candidate> candidates) {
    var ways = new ArrayList<Way>();
    if (credential.settings() instanceof OAuthClient) {
      ways.add(new Way("Get a new token", null));
    }
    candidates.forEach(c ->
        ways.add(
            new Way(
                "%s %s %s".formatted(c.api(), c.verb(), c.path()),
                new TestCall(c.api(), c.method(), null))));
    boolean hasCalls = !candidates.isEmpty();
    if (!hasCalls) {
      credential
          .usedBy()
          .forEach(api ->
              ways.add(new Way("%s, its base URL".formatted(api), new TestCall(api, null, null))));
    }
    return ways;
  }

  private void start() {
    Way chosen = way.getValue();
    if (chosen == null) {
      return;
    }
    test.setEnabled(false);
    outcome.removeAll();
    outcome.add(Badges.state(Icons.LOADER_CIRCLE, "running", "Testing"));
    Access access = visit.access();
    work.start(
        UI.getCurrent(),
        () -> services.tests().test(access, credential, chosen.call()),
        this::show,
        this::failed);
  }

  private void failed(RuntimeException e) {
    test.setEnabled(true);
    outcome.removeAll();
    String sentence =
        e instanceof InvalidException invalid
            ? invalid.problems().getFirst().message()
            : Work.sentence(e);
    outcome.add(Look.div("pb-band error", Icons.CIRCLE_X.create("pb-i14"), new Span(sentence)));
  }

  private void show(CredentialTest result) {
    test.setEnabled(true);
    outcome.removeAll();
    var verdict =
        switch (result.verdict()) {
          case TAKEN -> Badges.state(Icons.CIRCLE_CHECK, "succeeded", "It works");
          case REFUSED -> Badges.state(Icons.CIRCLE_X, "failed", "Refused");
          case UNKNOWN -> Badges.state(Icons.CIRCLE_QUESTION_MARK, "waiting", "Cannot tell");
        };
    outcome.add(verdict, Look.span("pb-break", result.message()));
    TokenTest token = result.token();
    if (token != null) {
      outcome.add(exchange(token));
    }
    CallTest call = result.call();
    if (call != null) {
      outcome.add(call(call));
    }
  }

  private static Div exchange(TokenTest token) {
    var facts = Look.div("pb-kv");
    fact(facts, "Token URL", Look.span("pb-mono-s pb-break", token.tokenUrl()));
    fact(facts, "Grant", Look.span("pb-mono-s", token.grant()));
    fact(facts, "Client auth", Look.span("pb-mono-s", token.clientAuth()));
    if (!token.scopes().isEmpty()) {
      fact(facts, "Scopes", Look.span("pb-mono-s pb-break", String.join(" ", token.scopes())));
    }
    fact(facts, "Answer", new Span(answer(token.status(), token.durationUs())));
    Long seconds = token.expiresInSeconds();
    if (seconds != null) {
      fact(facts, "Holds", new Span(Times.span(Duration.ofSeconds(seconds))));
    }
    return facts;
  }

  private static Div call(CallTest call) {
    var facts = Look.div("pb-kv");
    String url = call.url();
    if (url != null) {
      fact(facts, "Call", Look.span("pb-mono-s pb-break", "GET " + url));
    }
    String environment = call.environment();
    if (environment != null) {
      fact(facts, "Environment", new Span(environment));
    }
    fact(facts, "Answer", new Span(answer(call.status(), call.durationUs())));
    Integer without = call.statusWithout();
    if (without != null) {
      fact(facts, "Without it", new Span(String.valueOf(without)));
    }
    return facts;
  }

  private static String answer(@Nullable Integer status, long durationUs) {
    return "%s, %s"
        .formatted(
            status == null ? "none" : String.valueOf(status), Times.duration(durationUs / 1_000.0));
  }

  private static void fact(Div facts, String name, Span value) {
    facts.add(new Span(name), value);
  }

  /**
   * One way of testing.
   *
   * @param call absent for a token exchange
   */
  private record Way(String title, @Nullable TestCall call) {}
}
