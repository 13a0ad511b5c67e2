package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiUse;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Crumbs;
import io.patchbay.ui.shell.EditorPage;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One API: its methods with the try panel, its connection, auth, customizations and uses. */
@Route(":workspace/apis/:api/:method?")
@PermitAll
class ApiEditorView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

  private final transient ApiService apis;
  private final transient Visits visits;
  private final transient EditorParts parts;
  private final Div content = Look.div("pb-editor-content");
  private final Span saved = Look.span("pb-text-3 pb-small", "");
  private final Div notice = Look.div("");
  private transient @Nullable ApiDraft draft;
  private @Nullable MethodsTab methods;

  ApiEditorView(ApiService apis, Visits visits, EditorParts parts) {
    this.apis = apis;
    this.visits = visits;
    this.parts = parts;
    addClassName("pb-page");
    saved.getElement().setAttribute("role", "status");
    saved.setId("saved");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit visit = visits.of(event);
    String slug = event.getRouteParameters().get("api").orElse("");
    String method = event.getRouteParameters().get("method").orElse("");
    ApiDraft open = draft;
    if (open == null
        || !open.slug().equals(slug)
        || !open.visit().workspace().equals(visit.workspace())) {
      load(visit, slug);
    }
    if (methods != null) {
      methods.show(method);
    }
  }

  @Override
  public String getPageTitle() {
    return (draft == null ? "API" : draft.api().name()) + " · Patchbay";
  }

  private void load(Visit visit, String slug) {
    var now = new ApiDraft(visit, apis, slug);
    draft = now;
    now.listen((state, message) -> showSaved(visit, now, state, message));
    saved.setText(visit.may(Role.EDITOR) ? "Saved" : "You can look, not change");
    notice.removeAll();
    removeAll();
    var tab = new MethodsTab(now, parts);
    methods = tab;
    add(bar(visit, now), notice, tabs(visit, now, tab), content);
  }

  private Header bar(Visit visit, ApiDraft open) {
    var name = Look.span("pb-strong", open.api().name());
    open.listen((state, message) -> name.setText(open.api().name()));
    var crumbs =
        new Crumbs()
            .to(visit.path("apis"), "APIs")
            .here(new Monogram(open.api().name(), open.slug(), "xs"), name);
    var more = Buttons.icon(Icons.ELLIPSIS, "More", () -> {});
    var menu = new ContextMenu(more);
    menu.setOpenOnClick(true);
    menu.addItem(
            "Delete API",
            event ->
                DeleteApi.ask(
                    visit,
                    apis,
                    open.slug(),
                    open.api().name(),
                    () -> getUI().ifPresent(ui -> ui.navigate(visit.path("apis")))))
        .setEnabled(visit.may(Role.EDITOR));
    long flows =
        apis.uses(visit.access(), open.slug()).stream().map(ApiUse::flow).distinct().count();
    var uses =
        Look.span(
            "pb-small pb-text-2",
            flows == 0
                ? "Not used yet"
                : flows == 1 ? "Used by 1 flow" : "Used by %d flows".formatted(flows));
    var bar = new Header(crumbs, uses, Look.line("pb-end", saved, more));
    bar.addClassName("pb-bar");
    return bar;
  }

  private Tabs tabs(Visit visit, ApiDraft open, MethodsTab first) {
    var count = Look.span("pb-tab-count", String.valueOf(open.api().methods().size()));
    open.listen((state, text) -> count.setText(String.valueOf(open.api().methods().size())));
    Map<Tab, Supplier<Component>> pages = new LinkedHashMap<>();
    pages.put(new Tab(new Span("Methods"), count), () -> first);
    pages.put(new Tab("Connection"), () -> new ConnectionTab(open));
    pages.put(new Tab("Auth"), () -> new AuthTab(open, parts));
    pages.put(new Tab("Customize"), () -> new CustomizeTab(open));
    pages.put(new Tab("Used by"), () -> new UsedByTab(visit, apis, open.slug()));
    var tabs = new Tabs();
    tabs.addClassName("pb-editor-tabs");
    pages.keySet().forEach(tabs::add);
    tabs.addSelectedChangeListener(event -> {
      content.removeAll();
      Supplier<Component> page = pages.get(event.getSelectedTab());
      if (page != null) {
        content.add(page.get());
      }
    });
    content.removeAll();
    content.add(first);
    return tabs;
  }

  private void showSaved(Visit visit, ApiDraft open, ApiDraft.State state, String message) {
    notice.removeAll();
    saved.setText(state == ApiDraft.State.SAVED ? "Saved" : "Not saved");
    saved.getElement().getClassList().set("pb-error-text", state != ApiDraft.State.SAVED);
    if (state != ApiDraft.State.SAVED) {
      var band =
          Look.div(
              "pb-band pb-notice " + (state == ApiDraft.State.STALE ? "warning" : "error"),
              Icons.TRIANGLE_ALERT.create(),
              Look.span("pb-grow", message));
      if (state == ApiDraft.State.STALE) {
        band.add(Buttons.link("Load it again", () -> load(visit, open.slug())));
      }
      band.getElement().setAttribute("role", "alert");
      notice.add(band);
    }
  }
}
