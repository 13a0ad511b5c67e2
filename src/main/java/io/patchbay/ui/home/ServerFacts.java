package io.patchbay.ui.home;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.account.MemberService;
import io.patchbay.account.MemberView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** What holds for the server and the workspace, at the right of the page. */
@Component
class ServerFacts {

  private static final int MOST_MEMBERS = 6;

  private final ApplicationAvailability availability;
  private final MemberService members;
  private final String version;
  private final boolean builtIn;
  private final String publicUrl;

  ServerFacts(
      ApplicationAvailability availability,
      MemberService members,
      ObjectProvider<BuildProperties> build,
      @Value("${patchbay.database-url:}") String databaseUrl,
      @Value("${patchbay.public-url:}") String publicUrl) {
    this.availability = availability;
    this.members = members;
    this.version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
    this.builtIn = databaseUrl.isBlank();
    this.publicUrl = publicUrl;
  }

  Aside aside(Visit visit) {
    var aside = new Aside();
    aside.addClassName("pb-home-aside");
    boolean ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    aside.add(
        Look.section("This server"),
        fact(
            "State",
            ready
                ? Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Ready")
                : Badges.state(Icons.LOADER_CIRCLE, "waiting", "Getting ready")),
        fact("Database", new Span(builtIn ? "built in" : "server")));
    if (!version.isEmpty()) {
      aside.add(fact("Version", Look.mono(version)));
    }
    String hooks = publicUrl + "/hooks/" + visit.workspace() + "/";
    aside.add(
        Look.section("Webhook address"),
        Look.div(
            "pb-address",
            Look.title(hooks, Look.span("pb-mono-s pb-grow pb-ellipsis", hooks + "…")),
            CopyButton.icon(hooks, "Address")),
        Look.div(
            "pb-hint", new Span("One address for tests and for production. Publishing keeps it.")));
    aside.add(
        Look.section("Keys"),
        fact("Go anywhere", Look.keys("Ctrl", "K")),
        fact("Search the list", Look.keys("/")),
        fact("Send, run", Look.keys("Ctrl", "↵")),
        fact("All keys", Look.keys("?")));
    addTeam(aside, visit);
    return aside;
  }

  private void addTeam(Aside aside, Visit visit) {
    List<MemberView> all = members.list(visit.access());
    aside.add(Look.section("Team", Look.link(visit.path("team"), "All")));
    all.stream()
        .limit(MOST_MEMBERS)
        .forEach(member -> {
          String name = member.name().isBlank() ? member.email() : member.name();
          boolean you = member.email().equals(visit.actor());
          aside.add(
              Look.div(
                  "pb-home-member",
                  Monogram.avatar(name, ""),
                  Look.title(member.email(), Look.span("pb-ellipsis pb-grow", you ? "You" : name)),
                  Look.span("pb-text-3 pb-small", member.role().word())));
        });
  }

  private static Div fact(String name, Span value) {
    return Look.div("pb-fact", Look.span("pb-text-2", name), value);
  }
}
