package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.ApiUse;
import io.patchbay.api.MethodSummary;
import io.patchbay.common.Access.Role;
import io.patchbay.importing.SourceView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one should know of an API without opening it. */
final class ApiDetail extends Aside {

  private static final int MOST_METHODS = 8;

  ApiDetail(
      Visit visit, ApiService apis, ApiSummary api, @Nullable SourceView source, Runnable onGone) {
    addClassNames("pb-detail");
    getElement().setAttribute("aria-label", api.name());
    var title = new H2(api.name());
    title.addClassName("pb-subtitle");
    var open =
        Buttons.neutral(
            "Open",
            null,
            () -> getUI().ifPresent(ui -> ui.navigate(visit.path("apis", api.slug()))));
    add(
        Look.div(
            "pb-row",
            new Monogram(api.name(), api.slug(), "l"),
            Look.two(title, Look.span("pb-mono", ApisView.host(api.baseUrl()))),
            Look.line("pb-row pb-end", open, Buttons.icon(Icons.X, "Close", onGone))));
    SourceView.Found found = source == null ? null : source.found();
    if (found != null) {
      add(
          Look.div(
              "pb-band warning",
              Icons.GIT_COMPARE_ARROWS.create("pb-i14"),
              Look.span("pb-grow", "The source changed: %s.".formatted(found.counts().inWords())),
              Look.link(visit.path("apis", api.slug()) + "?tab=source", "Review")));
    }
    add(Look.section("Access"));
    add(
        row(
            Icons.KEY_ROUND,
            AuthKind.title(api.authKind()),
            api.authKind().equals(AuthKind.NONE.kind) ? "sends no credential" : ""));
    addMethods(visit, apis.methods(visit.access(), api.slug(), null), api);
    addUses(visit, apis.uses(visit.access(), api.slug()));
    if (api.share() == null) {
      add(
          Look.div(
              "pb-row pb-detail-end",
              visit.needs(
                  Role.EDITOR,
                  Buttons.danger(
                      "Delete API",
                      Icons.TRASH_2,
                      () -> DeleteApi.ask(visit, apis, api, onGone)))));
    }
  }

  private void addMethods(Visit visit, List<MethodSummary> methods, ApiSummary api) {
    add(Look.section("Methods", new Span(String.valueOf(methods.size()))));
    var list = Look.div("pb-rows");
    methods.stream()
        .limit(MOST_METHODS)
        .map(method -> {
          var link =
              Look.link(
                  visit.path("apis", api.slug(), method.name()),
                  Badges.verb(method.verb()),
                  Look.span("pb-mono pb-ellipsis", method.name()));
          link.addClassNames("pb-list-row", "press");
          return link;
        })
        .forEach(list::add);
    if (methods.size() > MOST_METHODS) {
      list.add(
          Look.link(
              visit.path("apis", api.slug()), "%d more".formatted(methods.size() - MOST_METHODS)));
    }
    add(list);
  }

  private void addUses(Visit visit, List<ApiUse> uses) {
    Map<String, List<ApiUse>> byFlow =
        uses.stream()
            .collect(Collectors.groupingBy(ApiUse::flow, LinkedHashMap::new, Collectors.toList()));
    add(
        Look.section(
            "Used by", new Span(byFlow.size() == 1 ? "1 flow" : byFlow.size() + " flows")));
    byFlow.forEach((flow, steps) -> add(flowRow(visit, flow, steps)));
  }

  /** A flow and how many methods of the API it calls. */
  static Div flowRow(Visit visit, String flow, List<ApiUse> steps) {
    long methods = steps.stream().map(ApiUse::method).distinct().count();
    var link =
        Look.link(
            visit.path("flows", flow),
            Icons.WORKFLOW.create("pb-i14"),
            Look.span("pb-ellipsis", steps.getFirst().flowName()),
            Look.span("pb-end", methods == 1 ? "1 method" : methods + " methods"));
    link.addClassNames("pb-list-row", "press", "pb-plain-link");
    return Look.div("", link);
  }

  private static Div row(Icons icon, String text, String end) {
    return Look.div("pb-list-row", icon.create("pb-i14"), new Span(text), Look.span("pb-end", end));
  }
}
