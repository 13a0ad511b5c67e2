package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.patchbay.http.SentRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as it was sent, with masks in place of secrets and where each header comes from. */
public final class SentRequestView extends Div {

  public SentRequestView(SentRequest request) {
    addClassName("pb-sent");
    var lines = Look.div("pb-sent-lines");
    lines.add(
        Look.div("", Badges.verb(request.verb()), Look.span("pb-sent-url", " " + request.url())));
    for (SentRequest.Query parameter : request.query()) {
      origin(parameter.origin())
          .ifPresent(
              origin -> lines.add(line("?" + parameter.name(), " = ", parameter.value(), origin)));
    }
    for (SentRequest.Header header : request.headers()) {
      lines.add(line(header.name(), ": ", header.value(), origin(header.origin()).orElse(null)));
    }
    add(lines);
    var facts = Look.div("pb-sent-facts");
    used(facts, Icons.KEY_ROUND, "Credential", request.credential());
    used(facts, Icons.SHIELD_CHECK, "Client certificate", request.certificate());
    fact(facts, Icons.NETWORK, "Through the proxy", request.proxy(), null);
    if (Boolean.TRUE.equals(request.tlsNotVerified())) {
      facts.add(
          Look.div(
              "pb-error-text", Look.span("", "The certificate of the server was not checked.")));
    }
    fact(facts, Icons.FILE_PEN_LINE, "Body", "", origin(request.bodyOrigin()).orElse(null));
    if (facts.getComponentCount() > 0) {
      add(facts);
    }
    String body = request.body();
    if (body != null && !body.isEmpty()) {
      var text = JsonText.ofBody(body);
      text.addClassName("bare");
      add(text);
    }
  }

  private static void used(Div facts, Icons icon, String what, SentRequest.@Nullable Used used) {
    if (used != null) {
      String name = used.name();
      fact(facts, icon, what, name == null ? "lent by its owner" : name, tag(used.origin()));
    }
  }

  private static void fact(
      Div facts, Icons icon, String what, @Nullable String name, @Nullable Span origin) {
    if (name == null || (name.isEmpty() && origin == null)) {
      return;
    }
    var line =
        Look.div(
            "pb-sent-fact",
            icon.create("pb-i14"),
            Look.span("pb-text-2", what),
            Look.span("pb-ellipsis", name));
    if (origin != null) {
      line.add(origin);
    }
    facts.add(line);
  }

  private static Div line(String name, String between, String value, @Nullable Span origin) {
    var line = Look.div("", Look.span("pb-k", name));
    line.getElement().appendChild(Element.createText(between));
    int mask = value.indexOf(SentRequest.MASK);
    if (mask >= 0) {
      line.getElement().appendChild(Element.createText(value.substring(0, mask)));
      var secret = Look.span("pb-mask", "");
      secret.getElement().setAttribute("role", "img");
      secret.getElement().setAttribute("aria-label", "secret");
      line.add(secret);
      line.getElement()
          .appendChild(Element.createText(value.substring(mask + SentRequest.MASK.length())));
    } else {
      line.getElement().appendChild(Element.createText(value));
    }
    if (origin != null) {
      line.add(origin);
    }
    return line;
  }

  /** Says where something comes from, when that is worth saying. */
  private static Optional<Span> origin(@Nullable String origin) {
    if (origin == null || origin.equals("patchbay") || origin.equals("input")) {
      return Optional.empty();
    }
    return Optional.ofNullable(tag(origin));
  }

  private static @Nullable Span tag(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    boolean copper =
        origin.startsWith("flow") || origin.startsWith("api:") || origin.startsWith("method:");
    return Badges.tag(copper ? "copper" : "line", origin.replaceFirst("^api", "API"));
  }
}
