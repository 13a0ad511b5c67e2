package io.patchbay.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;

/** The three steps to a flow that answers; the next one to take stands out. */
final class StartCards extends Div {

  private final transient Visit visit;

  StartCards(Visit visit, boolean hasApi, boolean hasCredential) {
    this.visit = visit;
    add(Look.section("Start here"));
    add(
        Look.div(
            "pb-start",
            card(
                1,
                "Bring in an API",
                "Its address, and the methods that you want to call. Try them right there.",
                hasApi,
                !hasApi,
                Look.div(
                    "pb-row pb-wrap", Badges.verb("GET"), Badges.verb("POST"), Badges.verb("PUT")),
                go(hasApi ? "Open APIs" : "New API", "apis", !hasApi)),
            card(
                2,
                "Keep its credential",
                "Stored encrypted, usable in flows, never shown again.",
                hasCredential,
                hasApi && !hasCredential,
                Look.div(
                    "pb-row pb-wrap pb-gap-s",
                    Badges.tag("", "API key"),
                    Badges.tag("", "OAuth 2.0"),
                    Badges.tag("", "Basic"),
                    Badges.tag("", "Bearer")),
                go("Add credential", "credentials", hasApi && !hasCredential)),
            card(
                3,
                "Draw a flow",
                "Drag methods onto the canvas, map the data, publish a webhook.",
                false,
                hasApi && hasCredential,
                Look.div("pb-start-flow", new Span(), new Span(), new Span()),
                go("New flow", "flows", hasApi && hasCredential))));
  }

  private static Div card(
      int number,
      String title,
      String text,
      boolean done,
      boolean lead,
      Component picture,
      Component action) {
    var name = new H3(title);
    name.addClassName("pb-subtitle");
    var card =
        Look.div(
            "pb-card pb-start-card",
            done
                ? Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Done")
                : Look.span("pb-small pb-strong pb-text-3", String.valueOf(number)),
            name,
            Look.span("pb-text-2", text),
            picture,
            Look.div("pb-start-action", action));
    if (lead) {
      card.addClassName("lead");
    }
    return card;
  }

  private Component go(String text, String page, boolean primary) {
    Runnable action = () -> getUI().ifPresent(ui -> ui.navigate(visit.path(page)));
    return visit.needs(
        Role.EDITOR,
        primary ? Buttons.primary(text, null, action) : Buttons.neutral(text, null, action));
  }
}
