package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.api.CredentialUse;
import io.patchbay.api.CredentialUseService;
import io.patchbay.run.LastCalls;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows which APIs use a credential, which steps call them, and when they last did. */
@Component
class CredentialUses {

  private final CredentialUseService service;
  private final LastCalls lastCalls;
  private final Times times;

  CredentialUses(CredentialUseService service, LastCalls lastCalls, Times times) {
    this.service = service;
    this.lastCalls = lastCalls;
    this.times = times;
  }

  /** The list, or that there is none yet. */
  Div of(Visit visit, String credential) {
    List<CredentialUse> uses = service.of(visit.access(), credential);
    var flows =
        uses.stream()
            .flatMap(use -> use.uses().stream())
            .filter(use -> use.workspace().equals(visit.workspace()))
            .map(ApiUse::flow)
            .distinct()
            .toList();
    var last = lastCalls.of(visit.access(), flows);
    var list = Look.div("pb-credential-uses");
    if (uses.isEmpty()) {
      list.add(Look.div("pb-list-row", Look.span("pb-text-3", "No API uses it yet.")));
    }
    uses.forEach(use -> list.add(api(visit, use, last)));
    return Look.testId("credential-uses", list);
  }

  private Div api(Visit visit, CredentialUse use, Map<LastCalls.Place, Instant> last) {
    var link = Look.link(visit.path("apis", use.api()), Look.span("pb-strong", use.api()));
    var block = Look.div("", Look.div("pb-list-row", Icons.PLUG.create("pb-i14"), link));
    if (use.uses().isEmpty()) {
      block.add(Look.div("pb-list-row", Look.span("pb-text-3", "No flow calls it yet.")));
    }
    use.uses().forEach(one -> block.add(step(visit, one, last)));
    return block;
  }

  private Div step(Visit visit, ApiUse use, Map<LastCalls.Place, Instant> last) {
    boolean isHere = use.workspace().equals(visit.workspace());
    Instant called = isHere ? last.get(new LastCalls.Place(use.flow(), use.step())) : null;
    String state = use.live() ? "live" : "draft";
    return Look.div(
        "pb-list-row",
        Icons.WORKFLOW.create("pb-i14"),
        isHere
            ? Look.link(visit.path("flows", use.flow()), new Span(use.flowName()))
            : new Span("%s in %s".formatted(use.flowName(), use.workspace())),
        Look.span("pb-mono-s pb-text-2", use.step() + ": " + use.method()),
        Look.span("pb-end pb-text-3", called == null ? state : state + ", " + times.ago(called)));
  }
}
