package io.patchbay.ui.apis;

import io.patchbay.api.ApiService;
import io.patchbay.common.Access;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Command;
import io.patchbay.ui.shell.CommandSource;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** APIs and their methods in the command bar. */
@Component
@Order(20)
class ApiCommands implements CommandSource {

  private static final int MOST_APIS = 5;
  private static final int MOST_METHODS = 8;

  private final ApiService apis;

  ApiCommands(ApiService apis) {
    this.apis = apis;
  }

  @Override
  public Stream<Command> find(Visit visit, String text) {
    Access access = visit.access();
    Stream<Command> found =
        apis.list(access, text.isEmpty() ? null : text).stream()
            .limit(MOST_APIS)
            .map(api ->
                new Command(
                    new Monogram(api.name(), api.slug(), "xs"),
                    api.name(),
                    "API",
                    visit.path("apis", api.slug())));
    if (text.isEmpty()) {
      return found;
    }
    Stream<Command> methods =
        apis.methods(access, null, text, MOST_METHODS).stream()
            .map(method ->
                new Command(
                    Badges.verb(method.verb()),
                    method.title().isBlank() ? method.name() : method.title(),
                    method.api(),
                    visit.path("apis", method.api(), method.name())));
    return Stream.concat(found, methods);
  }
}
