package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
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
import io.patchbay.ui.designer.editing.MoveCable;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a call takes from elsewhere, in the order in which it applies, each with where it comes
 * from; a click leads there.
 */
final class InheritedParts extends Div {

  private final StepEditor<CallStep> editor;
  private boolean showsUsual;

  InheritedParts(StepEditor<CallStep> editor) {
    this.editor = editor;
    addClassName("pb-dz-inherited");
    editor.onRefresh(this::show);
    show();
  }

  private void show() {
    removeAll();
    Optional<EffectiveCall> call = CallParts.of(editor.drawing(), editor.step());
    if (call.isEmpty()) {
      return;
    }
    add(
        Look.div(
            "pb-dz-hint",
            new Span(
                "What this call takes from elsewhere, first to last; later wins. Drop a"
                    + " customization on the step to change it for this call alone.")));
    for (Subject subject : Subject.values()) {
      section(call.get(), subject);
    }
    long usual = call.get().parts().stream().filter(InheritedParts::isUsual).count();
    if (usual > 0) {
      add(fold(usual));
    }
  }

  private void section(EffectiveCall call, Subject subject) {
    List<Part> parts =
        call.parts(subject).stream().filter(part -> showsUsual || !isUsual(part)).toList();
    if (parts.isEmpty()) {
      return;
    }
    add(Look.div("pb-dz-group", Look.span("pb-strong", title(subject))));
    List<Part> ofFlow = parts.stream().filter(part -> part.level() == Level.FLOW).toList();
    for (Part part : parts) {
      Div line = Look.div("pb-dz-applied", row(part));
      int place = ofFlow.indexOf(part);
      if (subject == Subject.CUSTOMIZATION
          && place >= 0
          && ofFlow.size() > 1
          && !editor.readOnly()) {
        line.add(
            mover(part, Icons.ARROW_UP, "Apply earlier", -1, place > 0),
            mover(part, Icons.ARROW_DOWN, "Apply later", 1, place < ofFlow.size() - 1));
      }
      add(line);
    }
  }

  private Component row(Part part) {
    Span name = Look.span("pb-ellipsis", name(part));
    Span text = Look.span("pb-ellipsis", text(part));
    Look.title(text.getText(), text);
    var content = Look.two(name, text);
    content.setClassName("pb-old", part.isOverridden());
    Customization customization = part.customization();
    Icons icon =
        customization == null ? icon(part.subject()) : CustomizationKind.of(customization).icon();
    Component[] children = {icon.create("pb-i14"), content, origin(part)};
    String copper = customization == null ? "" : " copper";
    String step = part.step();
    if (step != null) {
      var row = new NativeButton();
      row.add(children);
      row.addClassNames("pb-dz-row");
      row.setClassName("copper", customization != null);
      row.addClickListener(event -> editor.drawing().select(Set.of(step)));
      return Look.testId("inherited-" + step, row);
    }
    Optional<String> place = place(part);
    if (place.isEmpty()) {
      return Look.div("pb-dz-row" + copper, children);
    }
    Anchor link = Look.link(place.get(), children);
    link.addClassNames("pb-dz-row");
    link.setClassName("copper", customization != null);
    Look.title("Go to where it is set", link);
    return link;
  }

  /** The page where it is set; none for what holds anyway. */
  private Optional<String> place(Part part) {
    CallStep call = editor.step();
    String api = editor.visit().path("apis", call.api());
    return switch (part.level()) {
      case PATCHBAY, FLOW -> Optional.empty();
      case ENVIRONMENT -> Optional.of(api + "?tab=environments");
      case METHOD -> Optional.of(editor.visit().path("apis", call.api(), call.method()));
      case API ->
          Optional.of(
              api
                  + switch (part.subject()) {
                    case AUTH, CERTIFICATE ->
                        part.customization() == null ? "?tab=auth" : "?tab=customizations";
                    case CUSTOMIZATION -> "?tab=customizations";
                    case POLICY ->
                        part.customization() == null ? "?tab=overview" : "?tab=customizations";
                    case ADDRESS, HEADER -> "?tab=overview";
                  });
    };
  }

  private Button mover(Part part, Icons icon, String name, int by, boolean possible) {
    String step = String.valueOf(part.step());
    var button =
        Buttons.icon(
            icon,
            name,
            () -> editor.drawing().applyAndReload(new MoveCable(step, editor.step().id(), by)));
    button.setEnabled(possible);
    return Look.testId((by < 0 ? "earlier-" : "later-") + step, button);
  }

  private NativeButton fold(long usual) {
    var fold = new NativeButton();
    fold.addClassName("pb-dz-fold");
    fold.add(
        (showsUsual ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i14"),
        Look.span("pb-strong", "Patchbay's own"),
        Look.span("pb-text-3", String.valueOf(usual)));
    fold.getElement().setAttribute("aria-expanded", String.valueOf(showsUsual));
    fold.addClickListener(event -> {
      showsUsual = !showsUsual;
      show();
    });
    return fold;
  }

  private static boolean isUsual(Part part) {
    return part.level() == Level.PATCHBAY;
  }

  private static Span origin(Part part) {
    String words =
        switch (part.level()) {
          case PATCHBAY -> "Patchbay";
          case API -> "API";
          case ENVIRONMENT -> "environment";
          case METHOD -> "method";
          case FLOW -> "this flow";
        };
    Span tag = Badges.tag(part.customization() == null ? "line" : "copper", words);
    tag.addClassName("pb-end");
    return tag;
  }

  private static String title(Subject subject) {
    return switch (subject) {
      case ADDRESS -> "Address";
      case HEADER -> "Headers";
      case AUTH -> "Auth";
      case CERTIFICATE -> "Certificate";
      case POLICY -> "Policies";
      case CUSTOMIZATION -> "Customizations";
    };
  }

  private static Icons icon(Subject subject) {
    return switch (subject) {
      case ADDRESS -> Icons.GLOBE;
      case HEADER -> Icons.LIST;
      case AUTH -> Icons.KEY_ROUND;
      case CERTIFICATE -> Icons.SHIELD_CHECK;
      case POLICY -> Icons.GAUGE;
      case CUSTOMIZATION -> Icons.CABLE;
    };
  }

  private static String name(Part part) {
    Customization customization = part.customization();
    return switch (part.subject()) {
      case ADDRESS -> part.text();
      case AUTH -> CustomizationWords.auth(part.name());
      case CERTIFICATE -> part.text();
      case POLICY -> PolicyWords.title(part.name());
      case HEADER -> part.name();
      case CUSTOMIZATION ->
          customization == null || !part.name().equals(customization.kind())
              ? part.name()
              : CustomizationKind.label(customization);
    };
  }

  private static String text(Part part) {
    Customization customization = part.customization();
    return switch (part.subject()) {
      case ADDRESS, CERTIFICATE -> "";
      case AUTH, HEADER -> part.text();
      case POLICY -> PolicyWords.value(part.name(), part.text());
      case CUSTOMIZATION ->
          customization == null ? part.text() : CustomizationWords.all(customization);
    };
  }
}
