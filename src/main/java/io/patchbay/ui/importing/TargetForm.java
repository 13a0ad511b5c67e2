package io.patchbay.ui.importing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.Api;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.Server;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an API that was read is to be called, and where its calls go. */
final class TargetForm extends Div {

  private static final String NEW = "";

  private final transient ApiReview review;
  private final transient Runnable onChange;
  private final TextField name = new TextField("Name");
  private final TextField slug = new TextField("Named in flows");
  private final ComboBox<String> server = new ComboBox<>("Server");
  private final Div variables = Look.div("pb-form");
  private final Div own = Look.div("pb-form");

  TargetForm(ApiReview review, Visit visit, ImportParts parts, Runnable onChange) {
    this.review = review;
    this.onChange = onChange;
    addClassNames("pb-form", "pb-import-target");
    List<ApiSummary> alike = alike(visit, parts);
    if (!alike.isEmpty()) {
      add(into(alike));
    }
    names();
    servers();
    own.add(name, slug, server, variables, new AuthForm(review, visit, parts));
    add(own);
  }

  /** Shows what is wrong with the name in flows. */
  void refuse(String message) {
    slug.setErrorMessage(message);
    slug.setInvalid(true);
    slug.focus();
  }

  private void names() {
    name.setWidthFull();
    slug.setWidthFull();
    name.setValue(review.name);
    name.setValueChangeMode(ValueChangeMode.ON_BLUR);
    name.addValueChangeListener(event -> {
      review.name = event.getValue().strip();
      onChange.run();
    });
    Look.testId("import-name", name);
    slug.setValue(review.slug);
    slug.addClassName("pb-mono-field");
    slug.addValueChangeListener(event -> {
      review.slug = event.getValue().strip();
      slug.setInvalid(false);
      onChange.run();
    });
    Look.testId("import-slug", slug);
  }

  private Select<String> into(List<ApiSummary> alike) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(NEW, "A new API");
    alike.forEach(
        api -> labels.put(api.slug(), "Add to '%s', which has this address".formatted(api.name())));
    var into = new Select<String>();
    into.setLabel("Import as");
    into.setItems(labels.keySet());
    into.setItemLabelGenerator(key -> labels.getOrDefault(key, key));
    into.setValue(NEW);
    into.setWidthFull();
    into.addValueChangeListener(event -> {
      review.into = NEW.equals(event.getValue()) ? null : event.getValue();
      own.setVisible(review.into == null);
      into.setHelperText(
          review.into == null
              ? ""
              : "Its address, authentication and own methods stay. Methods that it has already are"
                  + " left as they are.");
      onChange.run();
    });
    Look.testId("import-into", into);
    return into;
  }

  private List<ApiSummary> alike(Visit visit, ImportParts parts) {
    String address = plain(review.imported.api().baseUrl());
    return parts.apis().list(visit.access(), null).stream()
        .filter(api -> api.share() == null && plain(api.baseUrl()).equals(address))
        .toList();
  }

  private static String plain(String address) {
    return address.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
  }

  private void servers() {
    Api api = review.imported.api();
    var addresses = new ArrayList<>(api.servers().stream().map(Server::url).distinct().toList());
    if (!addresses.contains(review.baseUrl) && !review.baseUrl.isEmpty()) {
      addresses.addFirst(review.baseUrl);
    }
    server.setItems(addresses);
    server.setAllowCustomValue(true);
    server.setWidthFull();
    server.addClassName("pb-mono-field");
    server.setPlaceholder("https://api.example.com/v1");
    if (!review.baseUrl.isEmpty()) {
      server.setValue(review.baseUrl);
    }
    server.addCustomValueSetListener(event -> {
      server.setValue(event.getDetail());
      serve(event.getDetail());
    });
    server.addValueChangeListener(event -> serve(event.getValue() == null ? "" : event.getValue()));
    Look.testId("import-server", server);
    describe();
    showVariables();
  }

  private void serve(String address) {
    review.baseUrl = address.strip();
    review.variables = new LinkedHashMap<>(review.imported.api().variables());
    chosen()
        .ifPresent(
            s -> s.variables().forEach((key, v) -> review.variables.putIfAbsent(key, v.value())));
    describe();
    showVariables();
    onChange.run();
  }

  private Optional<Server> chosen() {
    return review.imported.api().servers().stream()
        .filter(s -> s.url().equals(review.baseUrl))
        .findFirst();
  }

  private void describe() {
    int count = review.imported.api().servers().size();
    String about = chosen().map(Server::description).orElse("");
    server.setHelperText(
        review.baseUrl.isEmpty()
            ? "The source names no address: give the one that calls go to."
            : about != null && !about.isBlank()
                ? about
                : count > 1 ? "The source offers %d.".formatted(count) : "");
  }

  private void showVariables() {
    variables.removeAll();
    Optional<Server> chosen = chosen();
    review.variables.forEach((key, value) -> {
      var options =
          chosen.map(s -> s.variables().get(key)).map(Server.Variable::options).orElse(List.of());
      if (review.baseUrl.contains("{" + key + "}")) {
        variables.add(variable(key, value, options));
      }
    });
    variables.setVisible(variables.getComponentCount() > 0);
  }

  private ComboBox<String> variable(String key, String value, List<String> options) {
    var field = new ComboBox<String>("{" + key + "}");
    var items = new ArrayList<>(options);
    if (!items.contains(value) && !value.isEmpty()) {
      items.addFirst(value);
    }
    field.setItems(items);
    field.setAllowCustomValue(options.isEmpty());
    field.setWidthFull();
    if (!value.isEmpty()) {
      field.setValue(value);
    }
    field.addCustomValueSetListener(event -> {
      field.setValue(event.getDetail());
      review.variables.put(key, event.getDetail());
    });
    field.addValueChangeListener(
        event -> review.variables.put(key, event.getValue() == null ? "" : event.getValue()));
    Look.testId("import-variable-" + key, field);
    return field;
  }
}
