package io.patchbay.ui.importing;

import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Command;
import io.patchbay.ui.shell.CommandSource;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Visit;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the import page in the command bar. */
@Component
@Order(40)
class ImportCommands implements CommandSource {

  private static final String WORDS = "import apis openapi postman curl har swagger";

  @Override
  public Stream<Command> find(Visit visit, String text) {
    return visit.may(Role.EDITOR) && !text.isEmpty() && WORDS.contains(text)
        ? Stream.of(
            new Command(
                Icons.FILE_UP.create(), "Import APIs", "Page", visit.path("apis", "import")))
        : Stream.empty();
  }
}
