package io.patchbay.ui.shell;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The main pages of a workspace, in the order of the rail. */
enum Pages {
  HOME("home", "Home", Icons.HOUSE),
  APIS("apis", "APIs", Icons.PLUG),
  FLOWS("flows", "Flows", Icons.WORKFLOW),
  RUNS("runs", "Runs", Icons.LIST_VIDEO),
  WEBHOOKS("webhooks", "Webhooks", Icons.WEBHOOK),
  CREDENTIALS("credentials", "Credentials", Icons.KEY_ROUND),
  ENVIRONMENTS("environments", "Environments", Icons.LAYERS),
  TEAM("team", "Team", Icons.USERS);

  final String path;
  final String title;
  final Icons icon;

  Pages(String path, String title, Icons icon) {
    this.path = path;
    this.title = title;
    this.icon = icon;
  }

  /** The pages in the command bar. */
  @Component
  static final class PageCommands implements CommandSource {

    @Override
    public Stream<Command> find(Visit visit, String text) {
      return Arrays.stream(values())
          .filter(page -> page.title.toLowerCase(java.util.Locale.ROOT).contains(text))
          .map(page -> new Command(page.icon.create(), page.title, "", visit.path(page.path)));
    }
  }
}
