package io.patchbay.ui.apis;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Slug;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.net.URI;

/** Makes an API from its name and its address. */
final class NewApiDialog extends Dialog {

  private static final long MUST_BE_NEW = 0;

  private final transient Visit visit;
  private final transient ApiService apis;
  private final TextField name = new TextField("Name");
  private final TextField baseUrl = new TextField("Base URL");
  private final Span slug = Look.span("pb-mono", "");

  NewApiDialog(Visit visit, ApiService apis) {
    this.visit = visit;
    this.apis = apis;
    addClassName("pb-dialog");
    setHeaderTitle("New API");
    setWidth("460px");
    fields();
    var create = Buttons.primary("Create API", null, this::create);
    Look.testId("create-api", create);
    create.addClickShortcut(Key.ENTER);
    add(
        Look.div(
            "pb-form",
            name,
            baseUrl,
            Look.line(
                "pb-small pb-text-3",
                new Span("Named "),
                slug,
                new Span(" in flows and addresses."))));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), create);
  }

  private void fields() {
    name.setWidthFull();
    name.setAutofocus(true);
    name.setPlaceholder("CRM");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> slug.setText(slugOf(event.getValue())));
    slug.setText(slugOf(""));
    Look.testId("api-name", name);
    baseUrl.setWidthFull();
    baseUrl.setPlaceholder("https://crm.example.com/v3");
    baseUrl.setHelperText("Paths of methods are appended to it.");
    baseUrl.setValueChangeMode(ValueChangeMode.EAGER);
    baseUrl.addValueChangeListener(event -> baseUrl.setInvalid(false));
    Look.testId("base-url", baseUrl);
  }

  private void create() {
    String url = baseUrl.getValue().strip();
    String title = name.getValue().isBlank() ? hostOf(url) : name.getValue().strip();
    String newSlug = slugOf(title);
    try {
      apis.put(visit.access(), newSlug, Api.of(title, newSlug, url), MUST_BE_NEW);
    } catch (InvalidException e) {
      show(e);
      return;
    } catch (ConflictException e) {
      name.setErrorMessage(e.getMessage());
      name.setInvalid(true);
      name.focus();
      return;
    }
    close();
    getUI().ifPresent(ui -> ui.navigate(visit.path("apis", newSlug)));
  }

  private void show(InvalidException e) {
    for (InvalidException.Problem problem : e.problems()) {
      var field = problem.where().startsWith("name") ? name : baseUrl;
      field.setErrorMessage(problem.message());
      field.setInvalid(true);
      field.focus();
    }
  }

  private static String slugOf(String text) {
    return Slug.of(text, "api");
  }

  private static String hostOf(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
