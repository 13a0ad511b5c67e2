package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Customization;
import io.patchbay.api.EffectiveCall;
import io.patchbay.api.EffectiveCall.Level;
import io.patchbay.api.EffectiveCall.Part;
import io.patchbay.api.EffectiveCall.Subject;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.customizing.CustomizationKind;
import io.patchbay.ui.customizing.CustomizationWords;
import io.patchbay.ui.designer.editing.CallParts;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;

/** What is sent with a call beside its inputs, shortly; the tab Customize has all of it. */
final class SentWith extends Div {

  private final StepEditor<CallStep> editor;

  SentWith(StepEditor<CallStep> editor) {
    this.editor = editor;
    addClassName("pb-dz-sent");
    editor.onRefresh(this::show);
    show();
  }

  private void show() {
    removeAll();
    List<Part> parts =
        CallParts.of(editor.drawing(), editor.step()).map(EffectiveCall::parts).orElse(List.of());
    List<Part> shown = parts.stream().filter(SentWith::isShown).toList();
    setVisible(!shown.isEmpty());
    add(Look.div("pb-dz-group", Look.span("pb-strong", "Sent with")));
    shown.forEach(part -> add(row(part)));
  }

  private static boolean isShown(Part part) {
    return switch (part.subject()) {
      case ADDRESS, POLICY -> false;
      case CUSTOMIZATION -> true;
      case HEADER, AUTH, CERTIFICATE ->
          !part.isOverridden() && part.customization() == null && part.level() != Level.PATCHBAY;
    };
  }

  private static Div row(Part part) {
    Customization customization = part.customization();
    Icons icon =
        customization != null
            ? CustomizationKind.of(customization).icon()
            : part.subject() == Subject.HEADER ? Icons.LIST : Icons.KEY_ROUND;
    String name =
        customization == null
            ? part.subject() == Subject.AUTH
                ? "%s, %s".formatted(CustomizationWords.auth(part.name()), part.text())
                : part.subject() == Subject.CERTIFICATE ? part.text() : part.name()
            : part.name().equals(customization.kind())
                ? CustomizationKind.label(customization)
                : part.name();
    return Look.div(
        "pb-dz-sent-row " + (customization == null ? "" : "copper"),
        icon.create("pb-i14"),
        Look.span("pb-ellipsis", name),
        Look.line("pb-end pb-text-3", new Span(origin(part.level()))));
  }

  private static String origin(Level level) {
    return switch (level) {
      case PATCHBAY -> "from Patchbay";
      case API -> "from API";
      case ENVIRONMENT -> "from environment";
      case METHOD -> "from method";
      case FLOW -> "this flow";
    };
  }
}
