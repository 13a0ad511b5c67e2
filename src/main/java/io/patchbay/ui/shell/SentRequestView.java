package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.patchbay.http.SentRequest;
import java.util.Optional;

/** A request as it was sent, with masks in place of secrets and where each header comes from. */
public final class SentRequestView extends Div {

  public SentRequestView(SentRequest request) {
    addClassName("pb-sent");
    var lines = Look.div("pb-sent-lines");
    lines.add(
        Look.div("", Badges.verb(request.verb()), Look.span("pb-sent-url", " " + request.url())));
    for (SentRequest.Header header : request.headers()) {
      lines.add(line(header));
    }
    add(lines);
    String body = request.body();
    if (body != null && !body.isEmpty()) {
      var text = JsonText.ofBody(body);
      text.addClassName("bare");
      add(text);
    }
  }

  private static Div line(SentRequest.Header header) {
    var line = Look.div("", Look.span("pb-k", header.name()));
    line.getElement().appendChild(Element.createText(": "));
    int mask = header.value().indexOf(SentRequest.MASK);
    if (mask >= 0) {
      line.getElement().appendChild(Element.createText(header.value().substring(0, mask)));
      var secret = Look.span("pb-mask", "");
      secret.getElement().setAttribute("role", "img");
      secret.getElement().setAttribute("aria-label", "secret");
      line.add(secret);
      line.getElement()
          .appendChild(
              Element.createText(header.value().substring(mask + SentRequest.MASK.length())));
    } else {
      line.getElement().appendChild(Element.createText(header.value()));
    }
    origin(header).ifPresent(line::add);
    return line;
  }

  /** Says where a header comes from, when that is worth saying. */
  private static Optional<Span> origin(SentRequest.Header header) {
    String origin = header.origin();
    if (origin == null || origin.equals("patchbay") || origin.equals("input")) {
      return Optional.empty();
    }
    boolean copper =
        origin.startsWith("flow") || origin.startsWith("api:") || origin.startsWith("method:");
    return Optional.of(Badges.tag(copper ? "copper" : "line", origin.replace("api", "API")));
  }
}
