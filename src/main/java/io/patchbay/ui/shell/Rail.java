package io.patchbay.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.server.VaadinService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The rail at the left: workspace, search, pages, user. Folds to icons. */
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Rail extends Nav {

  private static final int FOLD_BELOW_PX = 1_180;

  private final transient Visits visits;
  private final transient List<CommandSource> sources;
  private final WorkspaceMenu workspaces;
  private final Map<Pages, Anchor> links = new EnumMap<>(Pages.class);
  private final Div pages = Look.div("pb-col");
  private final NativeButton fold = item(Icons.CHEVRON_LEFT, "Fold", "[");
  private transient @Nullable Visit visit;
  private boolean folded;
  private boolean tight;
  private Runnable whenFolded = () -> {};

  Rail(Visits visits, WorkspaceMenu workspaces, UserMenu user, List<CommandSource> sources) {
    this.visits = visits;
    this.workspaces = workspaces;
    this.sources = sources;
    addClassName("pb-rail");
    getElement().setAttribute("aria-label", "Main");
    var search = item(Icons.SEARCH, "Search", "Ctrl K");
    search.getElement().setAttribute("data-key", "Ctrl+k");
    search.addClickListener(event -> openCommandBar());
    var keys = item(Icons.KEYBOARD, "Keys", "?");
    keys.getElement().setAttribute("data-key", "?");
    keys.addClickListener(event -> new ShortcutsDialog().open());
    fold.getElement().setAttribute("data-key", "[");
    fold.addClickListener(event -> setFolded(!folded));
    pages.addClassName("pb-rail-pages");
    add(workspaces, search, pages, Look.div("pb-grow"), fold, keys, user);
    folded =
        BrowserCookie.RAIL
            .read(VaadinService.getCurrentRequest())
            .filter("min"::equals)
            .isPresent();
    showFold();
  }

  /** Shows the pages of a workspace. */
  void show(String workspace) {
    if (visit != null && visit.workspace().equals(workspace)) {
      return;
    }
    visit = visits.of(workspace);
    workspaces.show(visit);
    pages.removeAll();
    for (Pages page : Pages.values()) {
      var link = Look.link(visit.path(page.path), page.icon.create(), new Span(page.title));
      link.addClassName("pb-nav");
      Tooltip.forComponent(link).setText(page.title);
      Look.testId("nav-" + page.path, link);
      links.put(page, link);
      pages.add(link);
    }
    getUI().ifPresent(ui -> BrowserCookie.WORKSPACE.write(ui, workspace));
  }

  /** Marks the page that is shown. */
  void mark(String path) {
    links.forEach((page, link) -> {
      if (page.path.equals(path)) {
        link.getElement().setAttribute("aria-current", "page");
      } else {
        link.getElement().removeAttribute("aria-current");
      }
    });
  }

  boolean isFolded() {
    return folded || tight;
  }

  void whenFolded(Runnable listener) {
    whenFolded = listener;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    var page = event.getUI().getPage();
    fit(page.getExtendedClientDetails().getWindowInnerWidth());
    page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
    if (visit != null) {
      BrowserCookie.WORKSPACE.write(event.getUI(), visit.workspace());
    }
  }

  private void fit(int width) {
    boolean nowTight = width > 0 && width < FOLD_BELOW_PX;
    if (nowTight != tight) {
      tight = nowTight;
      whenFolded.run();
    }
    fold.setVisible(!tight);
  }

  private void setFolded(boolean nowFolded) {
    folded = nowFolded;
    showFold();
    getUI().ifPresent(ui -> BrowserCookie.RAIL.write(ui, folded ? "min" : "full"));
    whenFolded.run();
  }

  private void showFold() {
    fold.replace(
        fold.getComponentAt(0), (folded ? Icons.CHEVRON_RIGHT : Icons.CHEVRON_LEFT).create());
    fold.setAriaLabel(folded ? "Unfold the rail" : "Fold the rail");
    fold.getElement().setAttribute("title", folded ? "Unfold" : "Fold");
  }

  private void openCommandBar() {
    if (visit != null) {
      Dialog bar = new CommandBar(visit, sources);
      bar.open();
    }
  }

  private static NativeButton item(Icons icon, String text, String key) {
    var button = new NativeButton();
    button.addClassName("pb-nav");
    Component end = Look.span("pb-kbd pb-end", key);
    button.add(icon.create(), new Span(text), end);
    button.setAriaLabel(text);
    button.getElement().setAttribute("title", text + " (" + key + ")");
    return button;
  }
}
