package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasTooltip;
import io.patchbay.api.MethodSummary;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The methods of an API by tag, with a filter. */
final class MethodList extends Nav {

  private static final int MOST = 400;

  private final transient ApiDraft draft;
  private final SearchField filter = new SearchField("Filter methods", q -> load());
  private final Div rows = Look.div("pb-scroll");
  private String current = "";

  MethodList(ApiDraft draft, Runnable onNew) {
    this.draft = draft;
    addClassName("pb-method-list");
    getElement().setAttribute("aria-label", "Methods");
    var add = Buttons.icon(Icons.PLUS, "Add method", onNew);
    add.removeThemeNames("tertiary");
    Buttons.key(add, "n", "");
    Look.testId("add-method", add);
    add(Look.div("pb-row pb-method-filter", filter, editing(draft, add)), rows);
    draft.listen((state, message) -> load());
    load();
  }

  /** Marks the method that is shown. */
  void mark(String name) {
    current = name;
    load();
  }

  void load() {
    rows.removeAll();
    String q = filter.getValue().strip().toLowerCase(Locale.ROOT);
    List<MethodSummary> found =
        draft.methods().stream().filter(method -> holds(method, q)).toList();
    Map<String, List<MethodSummary>> byTag =
        found.stream()
            .limit(MOST)
            .collect(
                Collectors.groupingBy(MethodSummary::tag, LinkedHashMap::new, Collectors.toList()));
    byTag.forEach(this::group);
    if (found.isEmpty() && !q.isEmpty()) {
      rows.add(Look.div("pb-method-none", new Span("No method has '%s'.".formatted(q))));
    } else if (found.size() > MOST) {
      rows.add(
          Look.div(
              "pb-method-none",
              new Span("%,d more, type to search".formatted(found.size() - MOST))));
    }
  }

  private void group(String tag, List<MethodSummary> methods) {
    if (!tag.isEmpty()) {
      rows.add(
          Look.div(
              "pb-method-group",
              new Span(tag),
              Look.span("pb-end", String.valueOf(methods.size()))));
    }
    methods.forEach(method -> rows.add(row(method)));
  }

  private Anchor row(MethodSummary method) {
    var name = Look.span("pb-ellipsis", method.name());
    var row =
        Look.link(
            draft.visit().path("apis", draft.ref(), method.name()),
            Badges.verb(method.verb()),
            name);
    row.addClassName("pb-method-row");
    Look.title(method.title() + " " + method.path(), row);
    if (method.deprecated()) {
      row.add(Look.line("pb-end", Badges.tag("", "old")));
    }
    if (method.name().equals(current)) {
      row.getElement().setAttribute("aria-current", "true");
    }
    return row;
  }

  /** Disables a control for who may not change the definition. */
  static <T extends Component & HasEnabled & HasTooltip> T editing(ApiDraft draft, T control) {
    draft.visit().needs(Role.EDITOR, control);
    var share = draft.stored().share();
    if (share != null && !draft.stored().mayBeEdited()) {
      control.setEnabled(false);
      control.setTooltipText(
          "%s shares the API to be used, not to be changed.".formatted(share.ownerName()));
    }
    return control;
  }

  private static boolean holds(MethodSummary method, String q) {
    return q.isEmpty()
        || (method.name() + " " + method.title() + " " + method.path() + " " + method.verb())
            .toLowerCase(Locale.ROOT)
            .contains(q);
  }
}
