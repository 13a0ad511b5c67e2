package io.patchbay.ui.sharing;

import io.patchbay.ui.shell.Command;
import io.patchbay.ui.shell.CommandSource;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Visit;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the catalogue in the command bar. */
@Component
@Order(41)
class CatalogueCommands implements CommandSource {

  private static final String WORDS = "catalogue catalog of all shared apis";

  @Override
  public Stream<Command> find(Visit visit, String text) {
    return !text.isEmpty() && WORDS.contains(text)
        ? Stream.of(
            new Command(Icons.LAYERS.create(), "Catalogue", "Page", visit.path("catalogue")))
        : Stream.empty();
  }
}
