package io.patchbay.ui.designer.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Failure;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.http.SentRequest;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.shell.JsonText;
import io.patchbay.ui.shell.JsonTree;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.SentRequestView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one step of a run was given, and what it gave as a tree to drag from. */
final class StepDetail extends Div {

  private final Drawing drawing;
  private final Run run;
  private final Div input = Look.div("pb-dz-run-input");
  private final Div output = Look.div("pb-dz-run-output");

  StepDetail(Drawing drawing, Run run) {
    this.drawing = drawing;
    this.run = run;
    addClassName("pb-dz-run-detail");
    add(input, output);
  }

  void show(String id) {
    input.removeAll();
    output.removeAll();
    var trigger = run.trigger();
    if (trigger != null && trigger.id().equals(id)) {
      input.add(
          head("Input", "received"),
          Look.div(
              "pb-dz-hint",
              new Span(
                  "What started the run. Drag a field onto an input, or use it as the sample"
                      + " payload of the trigger.")));
      showOutput(trigger.data(), "trigger", "");
      return;
    }
    each(run).stream().filter(step -> step.id().equals(id)).findFirst().ifPresent(this::show);
  }

  /** Each step once: in a loop its first failure, else its last time. */
  static List<StepRun> each(Run run) {
    Map<String, StepRun> each = new LinkedHashMap<>();
    for (StepRun step : run.steps()) {
      if (!Rounds.isRound(step.kind())) {
        each.merge(step.id(), step, (old, now) -> old.failure() == null ? now : old);
      }
    }
    return List.copyOf(each.values());
  }

  private void show(StepRun step) {
    Optional<SentRequest> sent = sent(step.request());
    if (sent.isPresent()) {
      input.add(head("Input", "sent"), new SentRequestView(sent.get()));
    } else {
      input.add(head("Input", ""));
      JsonNode given = step.input();
      input.add(
          given == null
              ? Look.div("pb-dz-hint", new Span("Nothing was given."))
              : bare(JsonText.of(given)));
    }
    Failure failure = step.failure();
    if (failure != null) {
      output.add(
          Look.div(
              "pb-band error", Look.two(new Span(failure.title()), new Span(failure.detail()))));
    }
    JsonNode given = step.output();
    if (given != null) {
      JsonNode status = given.path("status");
      showOutput(given, "steps." + step.id(), status.isNumber() ? status.toString() : "");
    } else if (failure == null) {
      output.add(head("Output", ""), Look.div("pb-dz-hint", new Span("It gave nothing.")));
    }
  }

  private void showOutput(JsonNode value, String root, String status) {
    var tree = new JsonTree();
    tree.setJson(Json.write(bodyFirst(value)), root);
    Look.testId("output-tree", tree);
    Div shown = Look.div("pb-dz-run-value", tree);
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("tree", "Tree");
    choices.put("json", "JSON");
    var segments =
        new Segments<>(
            "Shown as",
            choices,
            "tree",
            choice -> {
              shown.removeAll();
              shown.add(choice.equals("tree") ? tree : bare(JsonText.of(value)));
            });
    Div head = head("Output", "");
    if (!status.isEmpty()) {
      head.add(
          Look.span(
              status.compareTo("400") < 0 ? "pb-state succeeded" : "pb-state failed", status));
    }
    head.add(Look.span("pb-text-3", fields(value)), Look.line("pb-end", segments));
    output.add(head, shown);
    if (drawing.readOnly()) {
      tree.getElement().setAttribute("data-read-only", true);
    }
  }

  /** The body is what people look for. */
  private static JsonNode bodyFirst(JsonNode value) {
    if (!value.has("body")) {
      return value;
    }
    var sorted = Json.MAPPER.createObjectNode();
    sorted.set("body", value.get("body"));
    value.properties().forEach(field -> sorted.set(field.getKey(), field.getValue()));
    return sorted;
  }

  private static String fields(JsonNode value) {
    JsonNode body = value.path("body");
    if (!body.isContainer()) {
      return "";
    }
    String noun = body.isArray() ? "item" : "field";
    return "body, %d %s%s".formatted(body.size(), noun, body.size() == 1 ? "" : "s");
  }

  private static Div head(String title, String note) {
    return Look.div("pb-dz-run-part", Look.span("pb-strong", title), Look.span("pb-text-3", note));
  }

  private static JsonText bare(JsonText text) {
    text.addClassName("bare");
    return text;
  }

  private static Optional<SentRequest> sent(@Nullable JsonNode request) {
    if (request == null || !request.path("sent").isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.convert(request.get("sent"), SentRequest.class));
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }
}
