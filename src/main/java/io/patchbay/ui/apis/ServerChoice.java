package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.Server;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.List;

/** The servers that the API's description offers, to take one as base URL. */
final class ServerChoice extends Div {

  ServerChoice(ApiDraft draft, Runnable onChosen) {
    List<Server> servers = draft.api().servers();
    addClassName("pb-table-block");
    if (servers.isEmpty()) {
      return;
    }
    add(Look.section("Servers that its description offers"));
    for (Server server : servers) {
      boolean current = server.url().equals(draft.api().baseUrl());
      String description = Texts.orEmpty(server.description());
      add(
          Look.div(
              "pb-list-row pb-server",
              Look.two(Look.mono(server.url()), Look.span("", description)),
              Look.line(
                  "pb-end",
                  current
                      ? Badges.tag("accent", "in use")
                      : Look.testId(
                          "use-server",
                          Buttons.link("Use this one", () -> use(draft, server, onChosen))))));
    }
  }

  /** Takes its address, and its variables where they have no value yet. */
  private static void use(ApiDraft draft, Server server, Runnable onChosen) {
    draft.change(api ->
        api.with(parts -> {
          parts.baseUrl = server.url();
          var variables = new LinkedHashMap<>(parts.variables);
          server
              .variables()
              .forEach((name, variable) -> variables.putIfAbsent(name, variable.value()));
          parts.variables = variables;
        }));
    onChosen.run();
  }
}
