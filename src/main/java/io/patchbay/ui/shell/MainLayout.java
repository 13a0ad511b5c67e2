package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The frame of all pages of a workspace: the rail at the left, the page beside it. */
@Layout
@PermitAll
@JsModule("./shell/keys.ts")
class MainLayout extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

  private final Rail rail;
  private final Main main = new Main();
  private @Nullable Component page;

  MainLayout(Rail rail) {
    this.rail = rail;
    addClassName("pb-app");
    main.addClassName("pb-main");
    rail.whenFolded(this::fold);
    add(rail, main);
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    page = (Component) content;
    main.add(page);
    fold();
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
    main.removeAll();
    page = null;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event.getRouteParameters().get("workspace").ifPresent(rail::show);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var segments = event.getLocation().getSegments();
    rail.mark(segments.size() > 1 ? segments.get(1) : "");
  }

  private void fold() {
    boolean narrow = page instanceof EditorPage || rail.isFolded();
    getElement().getClassList().set("min", narrow);
  }
}
