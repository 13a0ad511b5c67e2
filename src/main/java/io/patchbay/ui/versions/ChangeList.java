package io.patchbay.ui.versions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.change.Change;
import io.patchbay.change.Impact;
import io.patchbay.ui.refresh.ChangeLine;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What differs, method by method, the worst first; long lists are shown piece by piece. */
final class ChangeList extends Div {

  private static final int METHODS = 30;
  private static final int LINES = 40;

  ChangeList(List<Change> changes) {
    addClassName("pb-difference");
    Map<String, List<Change>> byMethod = new LinkedHashMap<>();
    changes.stream()
        .sorted(Comparator.comparing(Change::impact).reversed())
        .forEach(change ->
            byMethod
                .computeIfAbsent(
                    change.method() == null ? "" : change.method(), _ -> new ArrayList<>())
                .add(change));
    pieces(this, List.copyOf(byMethod.entrySet()), METHODS, "methods", ChangeList::method);
  }

  /** How many there are of each kind. */
  static Component counts(List<Change> changes) {
    var line = Look.line("pb-row pb-gap-s");
    for (Impact impact : List.of(Impact.BREAKING, Impact.MAYBE, Impact.SAFE)) {
      long count = changes.stream().filter(change -> change.impact() == impact).count();
      if (count > 0) {
        switch (impact) {
          case BREAKING -> line.add(Badges.tag("error", "%,d breaking".formatted(count)));
          case MAYBE -> line.add(Badges.tag("warning", "%,d maybe".formatted(count)));
          case SAFE -> line.add(Badges.tag("success", "%,d safe".formatted(count)));
        }
      }
    }
    return line;
  }

  private static Component method(Map.Entry<String, List<Change>> entry) {
    List<Change> changes = entry.getValue();
    var block =
        new Block(entry.getKey().isEmpty() ? "The API itself" : entry.getKey())
            .end(ChangeLine.badge(changes.getFirst().impact()));
    pieces(block, changes, LINES, "differences", ChangeLine::new);
    return block;
  }

  private static <T> void pieces(
      Div to, List<T> all, int most, String what, Function<T, Component> make) {
    all.stream().limit(most).map(make).forEach(to::add);
    if (all.size() > most) {
      List<T> rest = all.subList(most, all.size());
      var more = Look.div("pb-row pb-change-more");
      more.add(
          Buttons.link(
              "%,d more %s".formatted(rest.size(), what),
              () -> {
                to.remove(more);
                pieces(to, rest, most, what, make);
              }));
      to.add(more);
    }
  }
}
