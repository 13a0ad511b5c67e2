package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.RequestBody;
import io.patchbay.api.ResponseShape;
import io.patchbay.importing.ImportIssue;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a method of a source becomes: its inputs, its body, its answers. */
final class MethodPreview extends Div {

  private static final int LONGEST = 600;

  private final transient ApiReview review;

  MethodPreview(ApiReview review) {
    this.review = review;
    addClassName("pb-import-preview");
    getElement().setAttribute("aria-live", "polite");
    Look.testId("import-preview", this);
  }

  /** Shows a line of the list. */
  void show(MethodRow row) {
    removeAll();
    switch (row) {
      case MethodRow.Method method -> show(method.method());
      case MethodRow.LeftOut leftOut -> show(leftOut);
      case MethodRow.Group group ->
          add(
              new EmptyState(
                  group.tag().isEmpty() ? "Methods without a tag" : group.tag(),
                  "%d methods. Choose one to see what it becomes."
                      .formatted(group.methods().size())));
    }
  }

  private void show(MethodRow.LeftOut row) {
    var title = new H2("Left out");
    title.addClassName("pb-subtitle");
    ImportIssue issue = row.issue();
    Integer line = issue.line();
    add(
        Look.div(
            "pb-import-preview-head",
            title,
            Look.div(
                "pb-row",
                row.verb().isEmpty() ? new Span() : Badges.verb(row.verb()),
                MethodGrid.path(row.path()))));
    add(
        Look.div(
            "pb-import-part",
            Look.div("pb-band error", Icons.CIRCLE_X.create("pb-i14"), new Span(issue.message())),
            Look.span(
                "pb-import-place",
                line == null ? issue.where() : "line %d, %s".formatted(line, issue.where()))));
  }

  private void show(ApiMethod method) {
    Api api = review.imported.api();
    var title = new H2(method.label());
    title.addClassName("pb-subtitle");
    var address = Look.div("pb-row", Badges.verb(method.verb()), MethodGrid.path(method.path()));
    if (method.deprecated()) {
      address.add(Badges.tag("warning", "deprecated"));
    }
    if (method.isWithoutAuth()) {
      address.add(Badges.tag("line", "without authentication"));
    }
    var head = Look.div("pb-import-preview-head", title, address);
    String description = method.description();
    if (description != null && !description.isBlank()) {
      head.add(
          Look.div(
              "pb-small pb-text-2 pb-import-description",
              new Span(shortened(description.strip()))));
    }
    String server = method.baseUrl();
    if (server != null) {
      head.add(Look.div("pb-small pb-text-2", new Span("Called at "), Look.mono(server)));
    }
    add(head);
    inputs(method);
    body(api, method.body());
    answers(api, method.responses());
    add(
        Look.div(
            "pb-row pb-small pb-text-3 pb-import-becomes",
            Icons.ARROW_RIGHT.create("pb-i12"),
            new Span("Becomes"),
            Look.mono(
                "%s.%s"
                    .formatted(review.into == null ? review.slug : review.into, method.name()))));
  }

  private void inputs(ApiMethod method) {
    List<Parameter> parameters = method.parameters();
    if (parameters.isEmpty()) {
      return;
    }
    var table = Look.div("pb-import-inputs");
    for (String column : List.of("Name", "In", "Type")) {
      table.add(Look.span("pb-label", column));
    }
    for (Parameter parameter : parameters) {
      var name = Look.line("pb-mono pb-ellipsis", new Span(parameter.name()));
      if (parameter.required()) {
        name.add(Look.title("Required", Look.span("pb-required", " *")));
      }
      String words = words(parameter);
      table.add(
          Look.title(parameter.sentAs(), name),
          Look.span("pb-text-2", parameter.in().word()),
          Look.title(
              parameter.description() == null ? words : words + ": " + parameter.description(),
              Look.span("pb-mono-s pb-text-2 pb-ellipsis", words)));
    }
    part("Inputs", parameters.size() > 1 ? String.valueOf(parameters.size()) : "", table);
  }

  private static String words(Parameter parameter) {
    String words = parameter.schema() == null ? "text" : SchemaWords.of(parameter.schema());
    JsonNode usual = parameter.defaultValue();
    if (usual != null) {
      words += ", usually " + (usual.isString() ? usual.stringValue() : usual);
    }
    return parameter.redacted() ? words + ", kept secret" : words;
  }

  private void body(Api api, @Nullable RequestBody body) {
    if (body == null) {
      return;
    }
    JsonNode schema = body.schema();
    String words = SchemaWords.of(schema);
    var line = Look.div("pb-row", Look.mono(body.contentType()));
    if (!words.isEmpty()) {
      line.add(Look.span("pb-mono-s pb-text-2", words));
    }
    var part = part("Body", body.required() ? "required" : "optional", line);
    if (schema != null) {
      fields(part, api, schema);
    }
  }

  private void answers(Api api, List<ResponseShape> responses) {
    if (responses.isEmpty()) {
      return;
    }
    var table = Look.div("pb-import-answers");
    for (ResponseShape response : responses) {
      String words = SchemaWords.of(response.schema());
      String description = response.description();
      table.add(
          Look.line("", Badges.tag(tone(response.status()), response.status())),
          words.isEmpty()
              ? Look.span("pb-text-2 pb-ellipsis", description == null ? "" : description)
              : Look.title(
                  description == null ? words : description,
                  Look.span("pb-mono-s pb-text-2 pb-ellipsis", words)));
    }
    var part = part("Answers", "", table);
    responses.stream()
        .filter(ResponseShape::forSuccess)
        .map(ResponseShape::schema)
        .filter(
            schema -> schema != null && !SchemaField.of(element(schema), api.schemas()).isEmpty())
        .findFirst()
        .ifPresent(schema -> fields(part, api, schema));
  }

  private static void fields(Div part, Api api, JsonNode schema) {
    JsonNode element = element(schema);
    int count = SchemaField.of(element, api.schemas()).size();
    if (count == 0) {
      return;
    }
    String name = SchemaWords.reference(element);
    part.add(
        Look.div(
            "pb-row pb-small pb-import-schema",
            Look.span("pb-strong", name.isEmpty() ? "Fields" : name),
            Look.span(
                "pb-text-3",
                name.isEmpty() ? String.valueOf(count) : "schema, %d fields".formatted(count))),
        new SchemaFields(element, api.schemas()));
  }

  /** What is in a list, else the schema itself. */
  private static JsonNode element(JsonNode schema) {
    return schema.path("items").isObject() ? schema.path("items") : schema;
  }

  private Div part(String title, String note, Component body) {
    var part =
        Look.div(
            "pb-import-part",
            Look.div(
                "pb-row pb-small", Look.span("pb-strong", title), Look.span("pb-text-3", note)),
            body);
    add(part);
    return part;
  }

  private static String tone(String status) {
    return switch (status.isEmpty() ? ' ' : status.charAt(0)) {
      case '2' -> "success";
      case '4' -> "warning";
      case '5' -> "error";
      default -> "";
    };
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
