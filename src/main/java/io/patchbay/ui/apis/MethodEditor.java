package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiUse;
import io.patchbay.api.MethodParts;
import io.patchbay.api.Verb;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One method: its head, and tabs for what it takes, what it answers, and how it is called. */
final class MethodEditor extends Div {

  private final transient ApiDraft draft;
  private final transient ApiMethod method;
  private final transient TryPanel panel;
  private final transient List<MethodTab> more;
  private final transient Consumer<String> goTo;
  private final Div content = Look.div("pb-scroll");
  private final RequestTab request;
  private final Checkbox safe = new Checkbox("Safe to repeat");

  MethodEditor(
      ApiDraft draft,
      ApiMethod method,
      TryPanel panel,
      List<MethodTab> more,
      Consumer<String> goTo) {
    this.more = more;
    this.draft = draft;
    this.method = method;
    this.panel = panel;
    this.goTo = goTo;
    addClassName("pb-method");
    request = new RequestTab(draft, this::now, this::change);
    Div head = head();
    Div address = address();
    head.setEnabled(draft.mayEdit());
    address.setEnabled(draft.mayEdit());
    add(head, address, tabs(), content);
    content.add(request);
  }

  private ApiMethod now() {
    return draft.method(method.name()).orElse(method);
  }

  private void change(Consumer<MethodParts> filling) {
    draft.changeMethod(method.name(), m -> m.with(filling));
    panel.methodChanged();
  }

  private Div head() {
    var title = new TextField();
    title.setAriaLabel("Title");
    title.setPlaceholder(method.name());
    title.setValue(method.title() == null ? "" : method.title());
    title.addClassNames("pb-ghost-field", "pb-method-title");
    title.addValueChangeListener(
        event -> change(form -> form.title = Texts.orNull(event.getValue())));
    safe.addClassName("pb-switch");
    safe.setValue(method.mayBeRepeated());
    safe.setTooltipText(
        "Whether a call may be sent twice: then it is retried by itself when nothing came back.");
    safe.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        change(form ->
            form.idempotent =
                event.getValue() == form.verb.isIdempotent() ? null : event.getValue());
      }
    });
    var more = Buttons.icon(Icons.ELLIPSIS, "More", () -> {});
    var menu = new ContextMenu(more);
    menu.setOpenOnClick(true);
    menu.addItem("Duplicate", event -> duplicate());
    menu.addItem("Delete method", event -> delete());
    return Look.div(
        "pb-row pb-method-head",
        title,
        Look.span("pb-mono pb-text-2 pb-ellipsis", method.name()),
        Look.line("pb-row pb-end", safe, more));
  }

  private Div address() {
    var verb = new Select<Verb>();
    verb.setItems(Verb.values());
    verb.setAriaLabel("Verb");
    verb.setRenderer(new ComponentRenderer<Component, Verb>(Badges::verb));
    verb.setValue(method.verb());
    verb.setWidth("96px");
    verb.addValueChangeListener(event -> {
      change(form -> form.verb = event.getValue());
      safe.setValue(now().mayBeRepeated());
      request.show();
    });
    Look.testId("verb", verb);
    var path = new TextField();
    path.setAriaLabel("Path");
    path.setPlaceholder("/orders/{orderId}");
    path.setValue(method.path());
    path.addClassNames("pb-grow", "pb-mono-field");
    path.setPrefixComponent(Look.span("pb-text-3 pb-mono", "{baseUrl}"));
    path.setTooltipText(draft.api().baseUrl());
    path.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    path.addValueChangeListener(event -> {
      String text = event.getValue().strip();
      change(form -> {
        form.path = text.isEmpty() || text.startsWith("/") ? text : "/" + text;
        form.parameters = PathParameters.follow(form.path, form.parameters);
      });
      request.show();
    });
    Look.testId("path", path);
    return Look.div("pb-row pb-method-address", verb, path);
  }

  private Tabs tabs() {
    Map<Tab, Supplier<Component>> pages = new LinkedHashMap<>();
    pages.put(new Tab("Request"), () -> request);
    pages.put(
        new Tab(
            new Span("Responses"),
            Look.span("pb-tab-count", String.valueOf(method.responses().size()))),
        () -> new ResponsesTab(draft, this::now, this::change));
    pages.put(
        new Tab("Headers"),
        () ->
            Look.div(
                "pb-method-part",
                new HeadersEditor(
                    "Sent with each call, over the API's own.",
                    now().headers(),
                    headers -> change(form -> form.headers = headers))));
    for (MethodTab tab : more) {
      pages.put(new Tab(tab.title()), () -> tab.create(draft, this::now, this::change));
    }
    pages.put(
        new Tab("Settings"),
        () -> new MethodSettings(draft, this::now, this::change, this::rename, isUsed()));
    var tabs = new Tabs();
    tabs.addClassName("pb-method-tabs");
    pages.keySet().forEach(tabs::add);
    tabs.addSelectedChangeListener(event -> {
      content.removeAll();
      Supplier<Component> page = pages.get(event.getSelectedTab());
      if (page != null) {
        Component shown = page.get();
        boolean looksAtParts = shown instanceof RequestTab || shown instanceof ResponsesTab;
        shown.getElement().setEnabled(draft.mayEdit() || looksAtParts);
        content.add(shown);
      }
    });
    return tabs;
  }

  private boolean isUsed() {
    return !panel.uses(method.name()).isEmpty();
  }

  private void rename(String newName) {
    if (draft.renameMethod(method.name(), newName)) {
      goTo.accept(newName);
    }
  }

  private void duplicate() {
    String free = method.name() + "Copy";
    for (int i = 2; draft.hasMethod(free); i++) {
      free = method.name() + "Copy" + i;
    }
    String name = free;
    if (draft.addMethod(now().with(parts -> parts.name = name))) {
      goTo.accept(name);
    }
  }

  private void delete() {
    List<ApiUse> uses = panel.uses(method.name());
    if (!uses.isEmpty()) {
      DeleteApi.refuse(draft.visit(), "Method " + method.name(), uses);
      return;
    }
    if (draft.deleteMethod(method.name(), () -> goTo.accept(method.name()))) {
      goTo.accept("");
    }
  }
}
