package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.http.ApiResponse.TokenExchange;

/** The token request that a call made, without any secret. */
public final class TokenExchangeView extends Div {

  public TokenExchangeView(TokenExchange exchange) {
    var lines = Look.div("pb-sent");
    lines.add(Look.div("", Badges.verb("POST"), new Span(" " + exchange.tokenUrl())));
    var form = Look.div("", new Span("grant_type="), Look.span("pb-str", exchange.grant()));
    if (!exchange.scopes().isEmpty()) {
      form.add(new Span("&scope="), Look.span("pb-str", String.join(" ", exchange.scopes())));
    }
    lines.add(form, answer(exchange));
    Integer status = exchange.status();
    boolean good = exchange.error() == null;
    add(
        new Block("Token exchange", lines)
            .end(
                Badges.state(
                    good ? Icons.CIRCLE_CHECK : Icons.CIRCLE_X,
                    good ? "succeeded" : "failed",
                    status == null ? "no answer" : String.valueOf(status)),
                Look.span(
                    "pb-text-3 pb-small pb-num",
                    Times.duration(exchange.durationUs() / 1_000.0) + " ")));
  }

  private static Div answer(TokenExchange exchange) {
    String error = exchange.error();
    if (error != null) {
      return Look.div("pb-error-text", new Span("→ " + error));
    }
    var secret = Look.span("pb-mask", "");
    secret.getElement().setAttribute("role", "img");
    secret.getElement().setAttribute("aria-label", "secret");
    var line = Look.div("", Look.span("pb-pn", "→ "), new Span("access_token "), secret);
    Long seconds = exchange.expiresInSeconds();
    if (seconds != null) {
      line.add(new Span("  expires_in "), Look.span("pb-numv", String.valueOf(seconds)));
    }
    line.add(Look.span("pb-text-3", "  cached for all nodes"));
    return line;
  }
}
