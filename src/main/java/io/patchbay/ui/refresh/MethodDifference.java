package io.patchbay.ui.refresh;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.importing.RefreshPreview.MethodRefresh;
import io.patchbay.importing.RefreshPreview.State;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;

/** What differs of one method, to be taken over or not. */
final class MethodDifference extends Div {

  MethodDifference(Visit visit, MethodRefresh method, DifferenceChoice choice, Runnable onChoice) {
    addClassName("pb-block");
    var head = Look.div("pb-block-head");
    if (DifferenceChoice.canBeTaken(method)) {
      var box = new Checkbox(choice.isWanted(method));
      box.setAriaLabel("Take over " + method.name());
      box.addValueChangeListener(event -> {
        choice.want(method, event.getValue());
        onChoice.run();
      });
      head.add(Look.testId("take-" + method.name(), box));
    }
    head.add(
        Badges.verb(method.verb()),
        Look.span("pb-strong pb-mono", method.name()),
        Look.span("pb-mono-s pb-text-3 pb-ellipsis", method.path()),
        Look.line("pb-row pb-end", state(method), ChangeLine.badge(method.impact())));
    add(head);
    method.changes().forEach(change -> add(new ChangeLine(change)));
    method.conflicts().forEach(conflict -> add(ChangeLine.of(conflict)));
    if (!method.uses().isEmpty()) {
      add(uses(visit, method));
    }
    Look.testId("difference-" + method.name(), this);
  }

  private static Div uses(Visit visit, MethodRefresh method) {
    String sentence =
        method.state() == State.GONE
            ? "Kept unless you tick it, because these steps call it:"
            : "Called by";
    return Look.div(
        "pb-change-uses",
        Look.line("pb-row pb-small pb-text-2", Icons.CABLE.create("pb-i12"), new Span(sentence)),
        new UseLinks(visit, method.uses()));
  }

  private static Span state(MethodRefresh method) {
    return switch (method.state()) {
      case NEW -> Badges.tag("accent", "new");
      case CHANGED -> Badges.tag("line", "changed");
      case GONE -> Badges.tag("line", "gone");
      case EDITED -> Badges.tag("doubt", "stays as you edited it");
      case NOT_TAKEN -> Badges.tag("line", "left out before");
    };
  }
}
