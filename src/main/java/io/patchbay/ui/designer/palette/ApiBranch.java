package io.patchbay.ui.designer.palette;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.MethodSummary;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** An API in the palette: its methods, by tag where there are many, are loaded when it opens. */
final class ApiBranch extends Div {

  /** Below this many, tags would only be in the way. */
  private static final int FLAT = 20;

  private static final int MOST = 60;

  private final ApiSummary api;
  private final Function<String, List<MethodSummary>> methods;
  private final Set<String> used;
  private final boolean enabled;
  private final Consumer<PaletteItem> onAdd;
  private final NativeButton head = new NativeButton();
  private final Div body = new Div();
  private boolean open;
  private boolean loaded;

  /**
   * The branch.
   *
   * @param used names of methods that the flow calls already; their groups are open
   */
  ApiBranch(
      ApiSummary api,
      Function<String, List<MethodSummary>> methods,
      Set<String> used,
      boolean enabled,
      Consumer<PaletteItem> onAdd) {
    this.api = api;
    this.methods = methods;
    this.used = used;
    this.enabled = enabled;
    this.onAdd = onAdd;
    head.addClassNames("pb-palette-row", "pb-palette-api");
    head.addClickListener(event -> setOpen(!open));
    Look.testId("palette-api-" + api.slug(), head);
    add(head, body);
    show();
  }

  void setOpen(boolean nowOpen) {
    open = nowOpen;
    if (open && !loaded) {
      loaded = true;
      load();
    }
    show();
  }

  private void show() {
    head.removeAll();
    head.add(
        (open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i12"),
        new Monogram(api.name(), api.slug(), "xs"),
        Look.span("pb-strong pb-ellipsis", api.name()),
        Look.span("pb-text-3 pb-ellipsis", owner()),
        Look.span("pb-end pb-num", String.valueOf(api.methods())));
    head.getElement().setAttribute("aria-expanded", String.valueOf(open));
    body.setVisible(open);
  }

  private String owner() {
    var share = api.share();
    return share == null ? "" : share.ownerName();
  }

  private void load() {
    List<MethodSummary> all = methods.apply(api.slug());
    if (all.isEmpty()) {
      body.add(Look.div("pb-palette-hint", Look.span("", "No methods yet")));
      return;
    }
    if (all.size() < FLAT) {
      all.forEach(this::row);
      return;
    }
    byTag(all);
  }

  private void byTag(List<MethodSummary> all) {
    Map<String, List<MethodSummary>> tags = new LinkedHashMap<>();
    all.forEach(m -> tags.computeIfAbsent(m.tag(), _ -> new ArrayList<>()).add(m));
    if (tags.size() == 1) {
      all.subList(0, Math.min(MOST, all.size())).forEach(this::row);
      more(all.size() - MOST);
      return;
    }
    tags.forEach((tag, some) -> {
      boolean isUsed = some.stream().anyMatch(method -> used.contains(method.name()));
      body.add(new TagBranch(tag.isEmpty() ? "other" : tag, some, isUsed, enabled, onAdd));
    });
  }

  private void row(MethodSummary method) {
    body.add(PaletteRow.method(method, enabled, onAdd));
  }

  private void more(int rest) {
    if (rest > 0) {
      body.add(
          Look.div("pb-palette-hint", Look.span("", "%,d more, type to search".formatted(rest))));
    }
  }
}
