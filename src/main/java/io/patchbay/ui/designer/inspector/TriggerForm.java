package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Verb;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.Trigger.Webhook.Respond;
import io.patchbay.ui.designer.bar.EnvironmentSelect;
import io.patchbay.ui.designer.editing.ChangeTrigger;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.UnaryOperator;

/** The form of a trigger: how it is reached, and a sample of what it hands over. */
final class TriggerForm extends Div {

  private static final int KIB = 1024;

  private final Drawing drawing;
  private final Trigger trigger;
  private final String hooks;
  private final List<String> environments;
  private final PreviewLine pathProblems = new PreviewLine();
  private final PreviewLine bodyProblems = new PreviewLine();
  private final PreviewLine environmentProblems = new PreviewLine();
  private final Div address = Look.div("pb-dz-address");
  private final Div curl = new Div();
  private final SamplePayload sample;

  TriggerForm(Drawing drawing, Trigger trigger, TriggerForms forms) {
    this.drawing = drawing;
    this.trigger = trigger;
    this.hooks = forms.hooks();
    this.environments = forms.environments();
    this.sample = new SamplePayload(drawing, trigger.id(), this::showCurl);
    addClassName("pb-dz-form");
    if (trigger instanceof Trigger.Webhook hook) {
      add(address, path(hook), verbs(hook), respond(hook), environment(hook), limit(hook));
    } else {
      add(
          Look.div(
              "pb-dz-input pb-dz-hint",
              new Span("Runs start by hand: with Run up here, or by the management API.")));
    }
    add(sample, curl);
    refresh();
  }

  /** Shows address, problems and sample as they are now. */
  void refresh() {
    pathProblems.show(null, null, problems("path"));
    bodyProblems.show(null, null, problems("maxBodyBytes"));
    environmentProblems.show(null, null, problems("environment"));
    sample.refresh();
    showAddress();
    showCurl();
  }

  private List<io.patchbay.flow.FlowProblem> problems(String field) {
    return drawing.problems(trigger.id()).stream()
        .filter(problem -> field.equals(problem.field()))
        .toList();
  }

  private Trigger.Webhook hook() {
    return drawing
        .flow()
        .trigger(trigger.id())
        .filter(Trigger.Webhook.class::isInstance)
        .map(Trigger.Webhook.class::cast)
        .orElse((Trigger.Webhook) trigger);
  }

  private void showAddress() {
    if (!(trigger instanceof Trigger.Webhook)) {
      return;
    }
    String url = hooks + hook().path();
    address.removeAll();
    address.add(
        Look.title(url, Look.span("pb-mono-s pb-ellipsis", url)),
        Look.line("pb-end", CopyButton.icon(url, "Address")));
  }

  private void showCurl() {
    curl.removeAll();
    if (!(trigger instanceof Trigger.Webhook)) {
      return;
    }
    String command = curlCommand();
    curl.addClassName("pb-dz-input");
    curl.removeAll();
    curl.add(
        Look.div(
            "pb-field-top",
            Look.span("pb-strong", "Send one"),
            Look.line("pb-end", CopyButton.link("Copy as cURL", command, "Command"))),
        Look.div("pb-code", new Span(command)));
  }

  private String curlCommand() {
    Verb verb = hook().verbs().getFirst();
    String url = hooks + hook().path();
    String start = "curl -i -X %s '%s'".formatted(verb, url);
    if (verb == Verb.GET || verb == Verb.HEAD || verb == Verb.DELETE) {
      return start;
    }
    String body = sample.bodyText().replace("'", "'\\''");
    return start + " \\\n  -H 'Content-Type: application/json' \\\n  -d '" + body + "'";
  }

  private Div path(Trigger.Webhook hook) {
    TextField path = Literal.field(hook.path());
    path.setReadOnly(drawing.readOnly());
    path.setAriaLabel("Path");
    path.addClassName("pb-mono");
    path.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        change("path", now -> now.withPath(event.getValue().strip()));
      }
    });
    path.setHelperText("Hard to guess by default. Segments like {id} become parameters.");
    return block("Path", "path", path, pathProblems);
  }

  private Div verbs(Trigger.Webhook hook) {
    var verbs = new MultiSelectComboBox<Verb>();
    verbs.setItems(Verb.POST, Verb.PUT, Verb.PATCH, Verb.GET, Verb.DELETE, Verb.HEAD);
    verbs.setValue(hook.verbs());
    verbs.setWidthFull();
    verbs.setReadOnly(drawing.readOnly());
    verbs.setAriaLabel("Verbs");
    verbs.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        List<Verb> chosen = event.getValue().stream().sorted().toList();
        change("verbs", now -> now.withVerbs(chosen));
      }
    });
    return block("Verbs", "verbs", verbs, new PreviewLine());
  }

  private Div respond(Trigger.Webhook hook) {
    var respond = new Select<Respond>();
    respond.setItems(Respond.values());
    respond.setItemLabelGenerator(
        choice -> choice == Respond.RESULT ? "With the result of the flow" : "At once, with 202");
    respond.setValue(hook.respond());
    respond.setWidthFull();
    respond.setReadOnly(drawing.readOnly());
    respond.setAriaLabel("Answers");
    respond.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        change("respond", now -> now.withRespond(event.getValue()));
      }
    });
    return block("Answers", "respond", respond, new PreviewLine());
  }

  private Div environment(Trigger.Webhook hook) {
    var select = new EnvironmentSelect(environments, "None", hook.environment());
    select.setWidthFull();
    select.setReadOnly(drawing.readOnly());
    select.setAriaLabel("Environment of its runs");
    select.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        change("environment", now -> now.withEnvironment(select.environment()));
      }
    });
    Div block = block("Environment", "environment", select, environmentProblems);
    block.setVisible(select.isVisible());
    return block;
  }

  private Div limit(Trigger.Webhook hook) {
    var limit = new IntegerField();
    Integer bytes = hook.maxBodyBytes();
    if (bytes != null) {
      limit.setValue(bytes / KIB);
    }
    limit.setPlaceholder(String.valueOf(Trigger.Webhook.DEFAULT_BODY_BYTES / KIB));
    limit.setSuffixComponent(new Span("KiB"));
    limit.setWidthFull();
    limit.setReadOnly(drawing.readOnly());
    limit.setAriaLabel("Greatest body in KiB");
    limit.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        Integer kib = event.getValue();
        change(
            "maxBodyBytes",
            now -> now.withMaxBodyBytes(kib == null ? null : (Integer) (kib * KIB)));
      }
    });
    return block("Greatest body", "maxBodyBytes", limit, bodyProblems);
  }

  private void change(String field, UnaryOperator<Trigger.Webhook> change) {
    drawing.apply(new ChangeTrigger(change.apply(hook()), field));
  }

  private static Div block(
      String title, String field, com.vaadin.flow.component.Component control, PreviewLine line) {
    Div block =
        Look.div(
            "pb-dz-input", Look.div("pb-field-top", Look.span("pb-strong", title)), control, line);
    block.getElement().setAttribute("data-field", field);
    Look.testId("input-" + field, block);
    return block;
  }
}
