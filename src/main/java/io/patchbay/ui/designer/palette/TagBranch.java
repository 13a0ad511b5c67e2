package io.patchbay.ui.designer.palette;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.patchbay.api.MethodSummary;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.Consumer;

/** The methods of one tag of a large API; its rows are made when it opens. */
final class TagBranch extends Div {

  private static final int MOST = 100;

  private final String tag;
  private final List<MethodSummary> methods;
  private final boolean enabled;
  private final Consumer<PaletteItem> onAdd;
  private final NativeButton head = new NativeButton();
  private final Div body = new Div();
  private boolean open;

  TagBranch(
      String tag,
      List<MethodSummary> methods,
      boolean open,
      boolean enabled,
      Consumer<PaletteItem> onAdd) {
    this.tag = tag;
    this.methods = methods;
    this.enabled = enabled;
    this.onAdd = onAdd;
    head.addClassNames("pb-palette-row", "pb-palette-tag");
    head.addClickListener(event -> setOpen(!this.open));
    add(head, body);
    setOpen(open);
  }

  private void setOpen(boolean nowOpen) {
    open = nowOpen;
    head.removeAll();
    head.add(
        (open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i12"),
        Look.span("pb-ellipsis", tag),
        Look.span("pb-end pb-num", String.valueOf(methods.size())));
    head.getElement().setAttribute("aria-expanded", String.valueOf(open));
    body.removeAll();
    if (!open) {
      return;
    }
    for (MethodSummary method : methods.subList(0, Math.min(MOST, methods.size()))) {
      body.add(PaletteRow.method(method, enabled, onAdd));
    }
    if (methods.size() > MOST) {
      body.add(
          Look.div(
              "pb-palette-hint",
              Look.span("", "%,d more, type to search".formatted(methods.size() - MOST))));
    }
  }
}
